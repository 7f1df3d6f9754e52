// What the host's page says of value words.
import { catalogue } from "../../../shared/view/language";

export const wordsTexts = {
    sv: {
        none: "Inga ord är räknade än.",
    },
    en: {
        none: "No words are counted yet.",
    },
};

export const say = catalogue(wordsTexts);
