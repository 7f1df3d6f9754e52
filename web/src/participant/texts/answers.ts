// What stands around others' notes.
import { catalogue } from "../../shared/view/language";

export const answersTexts = {
    sv: {
        heading: "Svar",
        table: "Vid ert bord",
        mine: "Min lapp",
        fresh: { one: "{n} nytt svar", other: "{n} nya svar" },
        quiet: "Läs inte upp nya svar",
    },
    en: {
        heading: "Answers",
        table: "At your table",
        mine: "My note",
        fresh: { one: "{n} new answer", other: "{n} new answers" },
        quiet: "Do not read out new answers",
    },
};

export const say = catalogue(answersTexts);
