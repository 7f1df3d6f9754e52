// What the vote says.
import { catalogue } from "../../shared/view/language";

export const ballotTexts = {
    sv: {
        left: "{left} av {budget} röster kvar",
        more: "Ge {choice} en röst till",
        less: "Ta tillbaka en röst från {choice}",
    },
    en: {
        left: "{left} of {budget} votes left",
        more: "Give {choice} one more vote",
        less: "Take one vote back from {choice}",
    },
};

export const say = catalogue(ballotTexts);
