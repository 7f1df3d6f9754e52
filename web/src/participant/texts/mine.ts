// What stands around my own answers.
import { catalogue } from "../../shared/view/language";

export const mineTexts = {
    sv: {
        heading: "Mina svar",
        on_device: "Här finns det du har skrivit och röstat på den här enheten.",
        none: "Du har inte skrivit eller röstat något än på den här enheten.",
        our_group: "Från vår grupp",
        open_page: "Skickas när du har nät – låt sidan vara öppen",
        refused: "Kom inte fram",
        removed: "Borttagen",
        bring_back: "Ångra",
        hidden: "Dold av processledaren",
        hidden_why: "Dold av processledaren: {reason}",
        late_waiting: "Kom efter stängning, inte insläppt än",
        late_in: "Kom efter stängning, insläppt",
        votes: { one: "{n} röst", other: "{n} röster" },
        copy: "Kopiera allt",
        save: "Spara som textfil",
        copied: "Kopierat.",
        not_copied: "Det gick inte att kopiera. Spara som textfil i stället.",
    },
    en: {
        heading: "My answers",
        on_device: "Here is what you have written and voted on this device.",
        none: "You have not written or voted anything on this device yet.",
        our_group: "From our group",
        open_page: "Sent when you are online – keep this page open",
        refused: "Not received",
        removed: "Removed",
        bring_back: "Undo",
        hidden: "Hidden by the facilitator",
        hidden_why: "Hidden by the facilitator: {reason}",
        late_waiting: "Came after closing, not let in yet",
        late_in: "Came after closing, let in",
        votes: { one: "{n} vote", other: "{n} votes" },
        copy: "Copy everything",
        save: "Save as a text file",
        copied: "Copied.",
        not_copied: "It could not be copied. Save it as a text file instead.",
    },
};

export const say = catalogue(mineTexts);
