// What stands around others' notes.
import { catalogue } from "../../shared/view/language";

export const answersTexts = {
    sv: {
        heading: "Svar",
        table: "Svar vid ert bord",
        mine: "Min lapp",
        fresh: { one: "Visa {n} nytt svar", other: "Visa {n} nya svar" },
    },
    en: {
        heading: "Answers",
        table: "Answers at your table",
        mine: "My note",
        fresh: { one: "Show {n} new answer", other: "Show {n} new answers" },
    },
};

export const say = catalogue(answersTexts);
