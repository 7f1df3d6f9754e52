// What came of copying.
import { catalogue } from "../../shared/view/language";

export const copyTexts = {
    sv: {
        copied: "Kopierat.",
        by_hand: "Det gick inte att kopiera. Texten är markerad: kopiera den själv.",
    },
    en: {
        copied: "Copied.",
        by_hand: "Copying did not work. The text is selected: copy it yourself.",
    },
};

export const say = catalogue(copyTexts);
