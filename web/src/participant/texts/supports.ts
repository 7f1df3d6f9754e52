// What is said where people can support what others wrote.
import { catalogue } from "../../shared/view/language";

export const supportsTexts = {
    sv: {
        how: "Stöd det som du också vill ta upp. Ingen ser vem som stöder.",
        support: "Stöd",
        support_this: "Stöd: {text}",
        supports: { zero: "Ingen stöder den än", one: "{n} stöder den", other: "{n} stöder den" },
        order: "Ordning",
        newest: "Nyast först",
        mixed: "Blandad ordning",
        most: "Mest stöd först",
        refused: "Stödet kom inte med.",
        seen: "Jag har sett det",
    },
    en: {
        how: "Support what you would also like to raise. Nobody sees who supports.",
        support: "Support",
        support_this: "Support: {text}",
        supports: { zero: "Nobody supports it yet", one: "{n} supports it", other: "{n} support it" },
        order: "Order",
        newest: "Newest first",
        mixed: "Mixed order",
        most: "Most support first",
        refused: "Your support was not counted.",
        seen: "I have seen it",
    },
};

export const say = catalogue(supportsTexts);
