// What is said when a session has ended.
import { catalogue } from "../../shared/view/language";

export const endTexts = {
    sv: {
        what_happens: "Svaren, orden och rösterna finns nu i dokumentationen, som processledaren tar hand om. Här kan du läsa resultatet och det du själv skrev.",
        research: "Mitt svar om forskning",
    },
    en: {
        what_happens: "The answers, words and votes are now in the documentation, which the facilitator takes care of. Here you can read the result and what you wrote yourself.",
        research: "My answer about research",
    },
};

export const say = catalogue(endTexts);
