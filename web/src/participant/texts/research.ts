// What is said about research, and of the answer to it.
import { catalogue } from "../../shared/view/language";

export const researchTexts = {
    sv: {
        heading: "Om forskning",
        what: "Om du säger ja får dina lappar och röster användas i forskning. Forskarna får texterna som de är skrivna, utan namn. Roll och typ av organisation följer med bara där minst fem personer delar dem.",
        how: "Säger du nej, eller inget alls, är du med i mötet på precis samma sätt. Det du skriver kommer då inte med i forskningsmaterialet.",
        voluntary: "Det är frivilligt. Den som inte svarar har sagt nej. Processledaren ser inte vad du svarar.",
        changed: "Du kan ändra dig när du vill. Det nya svaret gäller det du skriver och röstar därefter.",
        question: "Får det du skriver och röstar användas i forskning?",
        yes: "Ja, det får det",
        no: "Nej",
        arrived: "Ditt svar gäller.",
        refused: "Ditt svar kom inte fram. Välj en gång till.",
    },
    en: {
        heading: "About research",
        what: "If you say yes, your notes and votes may be used in research. The researchers get the texts as they are written, without names. Role and kind of organisation go along only where at least five people share them.",
        how: "If you say no, or nothing at all, you take part in the meeting in exactly the same way. What you write then stays out of the research material.",
        voluntary: "It is voluntary. Not answering means no. The facilitator does not see what you answer.",
        changed: "You can change your mind at any time. The new answer holds for what you write and vote from then on.",
        question: "May what you write and vote be used in research?",
        yes: "Yes, it may",
        no: "No",
        arrived: "Your answer holds.",
        refused: "Your answer was not received. Please choose once more.",
    },
};

export const say = catalogue(researchTexts);
