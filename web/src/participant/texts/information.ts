// What becomes of what people write.
import { catalogue } from "../../shared/view/language";

export const informationTexts = {
    sv: {
        heading: "Så används det du skriver",
        back: "Tillbaka",
        none: "Den som leder mötet har inte skrivit något om det än.",
        loading: "Läser in …",
        responsible: "Ansvarig för uppgifterna",
        contact: "Kontakt",
        kept: "Hur länge de sparas",
        rights: "Dina rättigheter",
        own: "Under frågan står alltid vem som ser svaren. Det du skriver kan du ändra och ta bort under Mina svar, så länge frågan är öppen.",
    },
    en: {
        heading: "How what you write is used",
        back: "Back",
        none: "Whoever leads the meeting has written nothing about it yet.",
        loading: "Loading …",
        responsible: "Responsible for the data",
        contact: "Contact",
        kept: "How long it is kept",
        rights: "Your rights",
        own: "Under each question it says who sees the answers. What you write you can change and remove under My answers, as long as the question is open.",
    },
};

export const say = catalogue(informationTexts);
