// What stands around others' notes.
import { catalogue } from "../../shared/view/language";

export const answersTexts = {
    sv: {
        heading: "Svar",
        table: "Vid ert bord",
        group: "Gruppens vägg",
        no_table: "Du har inte valt bord",
        no_table_how: "När du har valt bord ser du här vad de andra vid bordet skriver. Dina egna lappar ser du ändå.",
        choose_table: "Välj bord",
        mine: "Min lapp",
        fresh: { one: "{n} nytt svar", other: "{n} nya svar" },
        quiet: "Låt inte skärmläsaren säga till om nya svar",
    },
    en: {
        heading: "Answers",
        table: "At your table",
        group: "The group's wall",
        no_table: "You have not chosen a table",
        no_table_how: "Once you have chosen a table, you see here what the others at it write. You see your own notes in any case.",
        choose_table: "Choose a table",
        mine: "My note",
        fresh: { one: "{n} new answer", other: "{n} new answers" },
        quiet: "Do not let the screen reader tell of new answers",
    },
};

export const say = catalogue(answersTexts);
