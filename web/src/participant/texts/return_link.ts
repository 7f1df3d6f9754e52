// The link that takes a person to another phone, and what is said to who came by it.
import { catalogue } from "../../shared/view/language";

export const returnLinkTexts = {
    sv: {
        heading: "Byta telefon",
        what: "Gör en länk och öppna den på den andra telefonen. Då är du samma person där: ditt namn, dina steg och det du har svarat med namn följer med. Länken fungerar en gång, och en ny gör att den gamla slutar gälla.",
        stays: "Det som inte följer med: i anonyma frågor är en ny telefon en ny skribent. Lapparna du skrev här ändrar du bara här, och det som inte är skickat än ligger kvar här.",
        make: "Gör en länk till mig",
        make_new: "Gör en ny länk",
        made: "Länken är klar. Den visas bara här och nu: kopiera, spara eller skriv ut den.",
        offline: "Det går att göra en länk när du har nät.",
        qr: "QR-kod som tar dig till en annan telefon",
        card: "Tar dig tillbaka som samma person. Fungerar en gång. Ge den inte till någon annan.",
        copy: "Kopiera länken",
        copied: "Kopierat.",
        not_copied: "Det gick inte att kopiera. Spara som textfil i stället.",
        save: "Spara som textfil",
        file: "Min länk",
        print: "Skriv ut",
        welcome: "Välkommen tillbaka. Nu är du samma person på den här telefonen.",
        welcome_name: "Välkommen tillbaka, {name}. Nu är du samma person på den här telefonen.",
        welcome_stays: "I anonyma frågor är den här telefonen en ny skribent. Lapparna du skrev på den förra ändrar du där.",
        understood: "Jag förstår",
    },
    en: {
        heading: "Change phones",
        what: "Make a link and open it on the other phone. There you are the same person: your name, your steps and what you answered by name come along. The link works once, and a new one ends the old.",
        stays: "What does not come along: in anonymous questions a new phone is a new author. The notes you wrote here can only be changed here, and what is not sent yet stays here.",
        make: "Make a link for me",
        make_new: "Make a new link",
        made: "The link is ready. It is shown only here and now: copy, save or print it.",
        offline: "You can make a link when you are online.",
        qr: "QR code that takes you to another phone",
        card: "Takes you back as the same person. Works once. Do not give it to anybody else.",
        copy: "Copy the link",
        copied: "Copied.",
        not_copied: "It could not be copied. Save it as a text file instead.",
        save: "Save as a text file",
        file: "My link",
        print: "Print",
        welcome: "Welcome back. You are now the same person on this phone.",
        welcome_name: "Welcome back, {name}. You are now the same person on this phone.",
        welcome_stays: "In anonymous questions this phone is a new author. The notes you wrote on the last one are changed there.",
        understood: "I understand",
    },
};

export const say = catalogue(returnLinkTexts);
