// What is said of a lecture or a film in the run view.
import { catalogue } from "../../../shared/view/language";

export const lectureTexts = {
    sv: {
        summary: "Sammanfattning:",
        no_summary: "Skriv forskarens sammanfattning",
    },
    en: {
        summary: "Summary:",
        no_summary: "Write the researcher's summary",
    },
};

export const say = catalogue(lectureTexts);
