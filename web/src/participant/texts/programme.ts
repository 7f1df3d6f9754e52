// The programme on the phone.
import { catalogue } from "../../shared/view/language";

export const programmeTexts = {
    sv: {
        programme: "Programmet",
        on_now: "nu",
        about: "ca {time}",
        about_how: "”ca” är när det börjar i den här takten.",
    },
    en: {
        programme: "The programme",
        on_now: "now",
        about: "ca. {time}",
        about_how: "“ca.” is when it begins at this pace.",
    },
};

export const say = catalogue(programmeTexts);
