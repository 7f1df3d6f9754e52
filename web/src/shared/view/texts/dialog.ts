// What every dialog says.
import { catalogue } from "../language";

export const dialogTexts = {
    sv: { close: "Stäng fönstret", cancel: "Avbryt" },
    en: { close: "Close", cancel: "Cancel" },
};

export const say = catalogue(dialogTexts);
