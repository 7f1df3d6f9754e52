// What the host's page says of a round's result.
import { catalogue } from "../../../shared/view/language";

export const resultsTexts = {
    sv: {
        none: "Inga röster än.",
    },
    en: {
        none: "No votes yet.",
    },
};

export const say = catalogue(resultsTexts);
