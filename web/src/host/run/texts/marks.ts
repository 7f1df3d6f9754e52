// Moments that are marked while a meeting goes on.
import { catalogue } from "../../../shared/view/language";

export const marksTexts = {
    sv: {
        title: "Markeringar",
        mark: "Markera …",
        mark_now: "Markera ett ögonblick",
        sound_on: "Ljudinspelning startad",
        sound_off: "Ljudinspelning stoppad",
        pause: "Paus",
        special: "Något särskilt",
        own: "Egen text",
        put: "Markera",
        help: "Står i materialet med klockslag, så att en inspelning kan läggas bredvid. Deltagarna ser det inte. Skriv inga namn.",
        none: "Inget är markerat än.",
        marked: "Markerat: {title}",
        remove: "Ta bort markeringen {title}",
        removed: "Markeringen {title} är borttagen",
        all: "Det som är markerat",
        older: { one: "Visa {n} tidigare", other: "Visa {n} tidigare" },
    },
    en: {
        title: "Marks",
        mark: "Mark …",
        mark_now: "Mark a moment",
        sound_on: "Sound recording started",
        sound_off: "Sound recording stopped",
        pause: "Pause",
        special: "Something special",
        own: "Your own words",
        put: "Mark",
        help: "Stands in the material with the time, so that a recording can be put beside it. Participants do not see it. Write no names.",
        none: "Nothing is marked yet.",
        marked: "Marked: {title}",
        remove: "Remove the mark {title}",
        removed: "The mark {title} is removed",
        all: "What is marked",
        older: { one: "Show {n} earlier", other: "Show {n} earlier" },
    },
};

export const say = catalogue(marksTexts);
