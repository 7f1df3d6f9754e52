// What is said to all groups, where the page says it itself.
import { catalogue } from "../language";

export const saidTexts = {
    sv: {
        back_now: "Dags att komma tillbaka till alla",
        back_in: { one: "Tillbaka till alla om {n} min · {time}", other: "Tillbaka till alla om {n} min · {time}" },
        said: "Till alla grupper",
    },
    en: {
        back_now: "Time to come back to everyone",
        back_in: { one: "Back to everyone in {n} min · {time}", other: "Back to everyone in {n} min · {time}" },
        said: "To all groups",
    },
};

export const say = catalogue(saidTexts);
