// What is said to all groups, where the page says it itself.
import { catalogue } from "../language";

export const saidTexts = {
    sv: {
        back_now: "Dags att samlas igen",
        back_in: { one: "Alla samlas igen om {n} min · {time}", other: "Alla samlas igen om {n} min · {time}" },
        said: "Till alla grupper",
    },
    en: {
        back_now: "Time to gather again",
        back_in: { one: "Everyone gathers again in {n} min · {time}", other: "Everyone gathers again in {n} min · {time}" },
        said: "To all groups",
    },
};

export const say = catalogue(saidTexts);
