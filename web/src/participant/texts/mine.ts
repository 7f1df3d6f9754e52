// What stands around my own answers.
import { catalogue } from "../../shared/view/language";

export const mineTexts = {
    sv: { heading: "Mina svar" },
    en: { heading: "My answers" },
};

export const say = catalogue(mineTexts);
