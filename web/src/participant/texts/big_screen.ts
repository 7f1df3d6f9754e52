// What is said of the big screen.
import { catalogue } from "../../shared/view/language";

export const bigScreenTexts = {
    sv: { join: "Storbilden visar koden som man går med med." },
    en: { join: "The big screen shows the code to join with." },
};

export const say = catalogue(bigScreenTexts);
