// What stands around others' notes.
import { catalogue } from "../../shared/view/language";

export const answersTexts = {
    sv: { heading: "Svar", mine: "Min lapp" },
    en: { heading: "Answers", mine: "My note" },
};

export const say = catalogue(answersTexts);
