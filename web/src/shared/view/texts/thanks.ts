// What is said when a meeting is over.
import { catalogue } from "../language";

export const thanksTexts = {
    sv: {
        today: "Tack för i dag",
        day: "Tack för den {day}",
    },
    en: {
        today: "Thank you for today",
        day: "Thank you for {day}",
    },
};

export const say = catalogue(thanksTexts);
