// What is said of a text that may point out a person.
import { catalogue } from "../../shared/view/language";

export const personalTexts = {
    sv: {
        number: "Det ser ut som ett personnummer. Skriv helst så att ingen kan kännas igen.",
        phone: "Det ser ut som ett telefonnummer. Skriv helst så att ingen kan kännas igen.",
        mail: "Det ser ut som en e-postadress. Skriv helst så att ingen kan kännas igen.",
    },
    en: {
        number: "This looks like a personal identity number. Please write so that nobody can be recognised.",
        phone: "This looks like a telephone number. Please write so that nobody can be recognised.",
        mail: "This looks like an e-mail address. Please write so that nobody can be recognised.",
    },
};

export const say = catalogue(personalTexts);
