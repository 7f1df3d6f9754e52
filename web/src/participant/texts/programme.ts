// The programme on the phone.
import { catalogue } from "../../shared/view/language";

export const programmeTexts = {
    sv: {
        programme: "Programmet",
        on_now: "nu",
        about: "ca {time}",
        about_how: "”ca”: så blir det i den här takten.",
    },
    en: {
        programme: "The programme",
        on_now: "now",
        about: "ca. {time}",
        about_how: "“ca.”: how it will be at this pace.",
    },
};

export const say = catalogue(programmeTexts);
