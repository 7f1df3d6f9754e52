// A list of names that is edited.
import { catalogue } from "../../shared/view/language";

export const listTexts = {
    sv: {
        remove: "Ta bort {name}",
        remove_empty: "Ta bort raden",
        paste: "Klistra in flera rader på en gång, så blir de en var.",
        locked: "Går inte att ta bort, för den används.",
        full: "Fler än {n} får inte plats.",
    },
    en: {
        remove: "Remove {name}",
        remove_empty: "Remove the row",
        paste: "Paste several lines at once, and each becomes one.",
        locked: "Cannot be removed: it is in use.",
        full: "There is no room for more than {n}.",
    },
};

export const say = catalogue(listTexts);
