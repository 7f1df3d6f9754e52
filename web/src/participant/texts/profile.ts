// Who I am, as far as I want to say.
import { catalogue } from "../../shared/view/language";

export const profileTexts = {
    sv: {
        heading: "Välkommen",
        heading_later: "Mina uppgifter",
        intro: "Berätta det du vill. Allt går att hoppa över och ändra senare.",
        name: "Namn",
        name_help: "Syns bara för processledaren, om inte frågan säger något annat.",
        role: "Roll",
        level: "Nivå",
        organisation: "Organisation",
        table: "Bord eller grupp",
        none: "Vill inte säga",
        no_table: "Inget bord",
        consent: "Det jag skriver får användas i forskning",
        consent_help: "Frivilligt. Processledaren ser inte vad du väljer.",
        consent_more: "Läs om forskningen",
        go_on: "Fortsätt",
        save: "Spara",
        saved: "Sparat",
        saved_here: "Sparat i telefonen – skickas när du har nät",
        refused: "Något av det du valde finns inte längre. Välj om.",
    },
    en: {
        heading: "Welcome",
        heading_later: "About me",
        intro: "Tell us what you like. You can skip all of it, and change it later.",
        name: "Name",
        name_help: "Seen only by the facilitator, unless the question says otherwise.",
        role: "Role",
        level: "Level",
        organisation: "Organisation",
        table: "Table or group",
        none: "Rather not say",
        no_table: "No table",
        consent: "What I write may be used for research",
        consent_help: "Voluntary. The facilitator does not see what you choose.",
        consent_more: "Read about the research",
        go_on: "Continue",
        save: "Save",
        saved: "Saved",
        saved_here: "Saved on the phone – sent when you are online",
        refused: "Something you chose is no longer there. Choose again.",
    },
};

export const say = catalogue(profileTexts);
