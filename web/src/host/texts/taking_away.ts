// Taking away what was made by mistake.
import { catalogue } from "../../shared/view/language";

export const takingAwayTexts = {
    sv: {
        yes: "Ta bort",
        session: "Ta bort tillfället",
        session_live: "Tillfället pågår. Avsluta det först.",
        session_joined: "Det går inte att ta bort, för någon har varit med.",
        session_open: "En fråga är öppen. Stäng den först.",
        session_title: "Ta bort ”{title}”?",
        session_text: "Program, frågor och underlag följer med. Ingen har varit med, så inget som någon har skrivit går förlorat. Det går att ångra.",
        session_gone: "”{title}” är borttaget",
        process: "Ta bort processen",
        process_joined: "Den går inte att ta bort, för någon har varit med.",
        process_title: "Ta bort ”{title}” för gott?",
        process_text: "Tillfällen, frågor, listor och underlag raderas. Det går inte att ångra. Ingen har varit med i den.",
        process_gone: "”{title}” är borttagen",
    },
    en: {
        yes: "Remove",
        session: "Remove the session",
        session_live: "The session is going on. End it first.",
        session_joined: "It cannot be removed: somebody has been there.",
        session_open: "A question is open. Close it first.",
        session_title: "Remove ”{title}”?",
        session_text: "Its programme, questions and material go with it. Nobody has been there, so nothing that anybody wrote is lost. It can be undone.",
        session_gone: "”{title}” is removed",
        process: "Remove the process",
        process_joined: "It cannot be removed: somebody has joined it.",
        process_title: "Remove ”{title}” for good?",
        process_text: "Sessions, questions, lists and material are erased. It cannot be undone. Nobody has joined it.",
        process_gone: "”{title}” is removed",
    },
};

export const say = catalogue(takingAwayTexts);
