// What everybody is told about what becomes of their data, and a text to begin from, in the language of the process.
import { catalogue } from "../../../shared/view/language";
import type { LanguageTag } from "../../../shared/texts";

export const informationTexts = {
    sv: {
        heading: "Så används det deltagarna skriver",
        lead: "Det här kan alla läsa i telefonen, från det att de går med.",
        begin: "Börja från ett förslag",
        text: "Vad som händer med det deltagarna skriver",
        text_hint: "Vad det används till, vem som ser det, och att allmänna handlingar kan begäras ut. En tom rad ger ett nytt stycke.",
        text_missing: "Skriv vad som händer med det deltagarna skriver.",
        responsible: "Ansvarig för uppgifterna",
        contact: "Kontakt",
        kept: "Hur länge de sparas, och varför",
        rights: "Vad deltagarna kan begära",
        done: "Texten om hur det deltagarna skriver används är ändrad",
    },
    en: {
        heading: "How what participants write is used",
        lead: "Everybody can read this on their phone, from joining on.",
        begin: "Begin from a suggestion",
        text: "What becomes of what participants write",
        text_hint: "What it is used for, who sees it, and that records of public bodies may have to be handed out. An empty line makes a new paragraph.",
        text_missing: "Write what becomes of what participants write.",
        responsible: "Responsible for the data",
        contact: "Contact",
        kept: "How long it is kept, and why",
        rights: "What participants may ask for",
        done: "The text about how what participants write is used was changed",
    },
};

export const beginningTexts = {
    sv: {
        text: "Det ni skriver här används för att vi ska kunna arbeta vidare tillsammans. Under varje fråga står vem som ser svaren och om namnet syns.\n\nDokumentationen hör till den organisation som håller i mötet. Är det en myndighet, kommun eller region kan den vara en allmän handling, som måste lämnas ut om någon begär det och den inte omfattas av sekretess.\n\nForskning är frivillig och frågas för sig. Ingen i rummet ser vad du svarar.",
        kept: "Så länge arbetet pågår, och sedan så länge organisationens regler för bevarande och gallring säger.",
        rights: "Du kan få veta vilka uppgifter om dig som finns, få dem rättade eller raderade, och klaga hos Integritetsskyddsmyndigheten. Det du har skrivit anonymt kan bara hittas från den telefon som det skrevs på.",
    },
    en: {
        text: "What you write here is used so that we can go on working together. Under each question it says who sees the answers and whether your name is shown.\n\nThe documentation belongs to the organisation that holds the meeting. Where that is a public body, it may be a public record, which must be handed out to who asks for it unless secrecy applies.\n\nResearch is voluntary and asked about separately. Nobody in the room sees what you answer.",
        kept: "As long as the work goes on, and then as long as the organisation's rules of retention say.",
        rights: "You may learn which data about you there is, have it corrected or erased, and complain to the data protection authority. What you wrote anonymously can only be found from the phone that it was written on.",
    },
};

export const say = catalogue(informationTexts);
export const begin = (language: LanguageTag) => beginningTexts[language];
