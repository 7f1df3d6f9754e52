// What the tables of a record are called, and what is counted in them.
import { catalogue } from "../../shared/view/language";

export const tableTexts = {
    sv: {
        sessions: "Tillfällen", items: "Programpunkter", marks: "Markeringar", stages: "Storbilden", actions: "Processledarnas steg", materials: "Underlag",
        pictures: "Bilder", rounds: "Frågor", wordings: "Lydelser", choices: "Val", statements: "Påståenden", participants: "Deltagare", groups: "Grupper",
        seats: "Platser", holdings: "Vem som hade platsen", notes: "Lappar", votes: "Röster", answers: "Svar på påståenden", diary: "Dagbok", words: "Värdeord",
        themes: "Teman", sortings: "Lappar i teman", comparisons: "Jämförelser", entries: "Att bära vidare", steps: "Egna nästa steg", totals: "Avstämning",
        erasures: "Raderat", studies: "Studier", field_notes: "Fältanteckningar", dictionary: "Kolumnernas betydelse",
    },
    en: {
        sessions: "Sessions", items: "Agenda items", marks: "Marks", stages: "The big screen", actions: "Facilitators' steps", materials: "Reading",
        pictures: "Pictures", rounds: "Questions", wordings: "Wordings", choices: "Choices", statements: "Statements", participants: "Participants", groups: "Groups",
        seats: "Seats", holdings: "Who held the seat", notes: "Notes", votes: "Votes", answers: "Answers to statements", diary: "Diary", words: "Value words",
        themes: "Themes", sortings: "Notes in themes", comparisons: "Comparisons", entries: "To carry on", steps: "Own next steps", totals: "Reconciliation",
        erasures: "Erased", studies: "Studies", field_notes: "Field notes", dictionary: "What the columns mean",
    },
};

const say = catalogue(tableTexts);

// One that the page does not know is called what the files call it.
export function sayTable(name: string): string {
    return name in tableTexts.sv ? say(name as keyof typeof tableTexts.sv) : name;
}

export const countedTexts = {
    sv: {
        participants: "deltagare", notes: "lappar", voters: "personer som röstade", votes: "röster", answers: "svar", entries: "anteckningar", steps: "nästa steg",
        sortings: "lappar i teman", pictures: "bilder", persons: "personer som svarade",
    },
    en: {
        participants: "participants", notes: "notes", voters: "people who voted", votes: "votes", answers: "answers", entries: "entries", steps: "next steps",
        sortings: "notes in themes", pictures: "pictures", persons: "people who answered",
    },
};

const sayOne = catalogue(countedTexts);

export function sayCounted(what: string): string {
    return what in countedTexts.sv ? sayOne(what as keyof typeof countedTexts.sv) : what;
}
