// What is said about research, and of the answer to it.
import { catalogue } from "../../shared/view/language";

export const researchTexts = {
    sv: { heading: "Forskning", what: "Det du skriver får användas i forskning bara om du säger ja.", yes: "Ja", no: "Nej" },
    en: { heading: "Research", what: "What you write may be used for research only if you say yes.", yes: "Yes", no: "No" },
};

export const say = catalogue(researchTexts);
