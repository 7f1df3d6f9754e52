// What belongs to a lecture, a film or a check-out.
import { catalogue } from "../../shared/view/language";

export const itemMoreTexts = {
    sv: {
        lecture: "Föreläsning:",
        film: "Film:",
        nothing_more: "Det finns inget mer att läsa om den än.",
        summary: "Sammanfattning",
        links: "Att läsa och se",
        asked: "Frågor här",
        nothing_open: "Inget är uppskrivet som öppet än.",
        all_of_them: { one: "Visa den", other: "Visa alla {n}" },
    },
    en: {
        lecture: "Lecture:",
        film: "Film:",
        nothing_more: "There is nothing more to read about it yet.",
        summary: "Summary",
        links: "To read and look at",
        asked: "Questions here",
        nothing_open: "Nothing is written down as open yet.",
        all_of_them: { one: "Show it", other: "Show all {n}" },
    },
};

export const say = catalogue(itemMoreTexts);
