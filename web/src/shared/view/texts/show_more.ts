// How more of a long list is asked for.
import { catalogue } from "../language";

export const showMoreTexts = {
    sv: {
        more: "Visa fler ({n})",
        older: "Visa äldre ({n})",
    },
    en: {
        more: "Show more ({n})",
        older: "Show older ({n})",
    },
};

export const say = catalogue(showMoreTexts);
