// What stands around others' notes.
import { catalogue } from "../../shared/view/language";

export const answersTexts = {
    sv: {
        heading: "Svar",
        table: "Vid ert bord",
        no_table: "Du har inte valt bord",
        no_table_how: "Här står det som de andra vid ditt bord skriver, när du har valt bord. Dina egna lappar ser du som vanligt.",
        choose_table: "Välj bord",
        mine: "Min lapp",
        fresh: { one: "{n} nytt svar", other: "{n} nya svar" },
        quiet: "Läs inte upp nya svar",
    },
    en: {
        heading: "Answers",
        table: "At your table",
        no_table: "You have not chosen a table",
        no_table_how: "What the others at your table write stands here once you have chosen a table. You see your own notes as usual.",
        choose_table: "Choose a table",
        mine: "My note",
        fresh: { one: "{n} new answer", other: "{n} new answers" },
        quiet: "Do not read out new answers",
    },
};

export const say = catalogue(answersTexts);
