// Studies that ask me, and my answer to each.
import { catalogue } from "../../shared/view/language";

export const studyTexts = {
    sv: {
        organisation: "Ansvarig organisation",
        investigator: "Ansvarig forskare",
        contact: "Kontakt",
        review: "Etikprövning",
        question: "Får det du skriver och röstar användas i ”{title}”?",
        yes: "Ja, det får det",
        no: "Nej",
        closed: "Studien tar inte in något nytt längre.",
        changed: "Texten har ändrats sedan du svarade. Läs den och svara igen: till dess gäller nej.",
        unanswered: "Du har inte svarat. Det betyder nej.",
        arrived: "Ditt svar gäller.",
        refused: "Ditt svar kom inte fram. Välj en gång till.",
        not_asked: "I det här tillfället frågas ingen om forskning, och inget av det som skrivs används i den.",
    },
    en: {
        organisation: "Responsible organisation",
        investigator: "Principal investigator",
        contact: "Contact",
        review: "Ethical review",
        question: "May what you write and vote be used in “{title}”?",
        yes: "Yes, it may",
        no: "No",
        closed: "The study takes in nothing new any more.",
        changed: "The text has changed since you answered. Please read it and answer again: until then it is a no.",
        unanswered: "You have not answered. That means no.",
        arrived: "Your answer holds.",
        refused: "Your answer was not received. Please choose once more.",
        not_asked: "In this session nobody is asked about research, and nothing of what is written is used in it.",
    },
};

export const say = catalogue(studyTexts);
