// What all that a process carries has in common: moved, removed, edited in place.
import { catalogue } from "../../../shared/view/language";

export const thingsTexts = {
    sv: {
        add: "Lägg till",
        edit: "Ändra",
        edit_this: "Ändra: {title}",
        remove: "Ta bort",
        cancel: "Avbryt",
        up: "Flytta upp: {title}",
        down: "Flytta ner: {title}",
        moved: "{title} står nu som nummer {n} av {all}",
        moved_done: "”{title}” är flyttad",
        added: "”{title}” är tillagd",
        changed: "”{title}” är ändrad",
        removed: "”{title}” är borttagen",
        offline: "Ingen kontakt med servern. Du ser det som gällde senast, och kan ändra igen när kontakten är tillbaka.",
        read_only: "Servern kan inte spara just nu. Du kan läsa, men inte ändra.",
        loading: "Hämtar …",
    },
    en: {
        add: "Add",
        edit: "Edit",
        edit_this: "Edit: {title}",
        remove: "Remove",
        cancel: "Cancel",
        up: "Move up: {title}",
        down: "Move down: {title}",
        moved: "{title} is now number {n} of {all}",
        moved_done: "”{title}” has moved",
        added: "”{title}” is added",
        changed: "”{title}” has changed",
        removed: "”{title}” is removed",
        offline: "No contact with the server. You see what held last, and can change things once the contact is back.",
        read_only: "The server cannot save right now. You can read, but not change.",
        loading: "Loading …",
    },
};

export const say = catalogue(thingsTexts);
