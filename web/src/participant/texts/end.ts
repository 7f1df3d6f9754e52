// What is said when a session has ended.
import { catalogue } from "../../shared/view/language";

export const endTexts = {
    sv: { thanks: "Tack för i dag" },
    en: { thanks: "Thank you for today" },
};

export const say = catalogue(endTexts);
