// What is said of a picture on every page.
import { catalogue } from "../language";

export const pictureTexts = {
    sv: {
        pictures: "Bilder",
        drawn: "Tecknad bild",
        paper: "Foto av papper",
        no_caption: "{what}. Bildtext saknas.",
        count: { one: "{n} bild", other: "{n} bilder" },
        none: "Inga bilder än",
        not_fetched: "Bilden kunde inte hämtas",
        not_fetched_offline: "Bilden kommer när det finns nät",
    },
    en: {
        pictures: "Pictures",
        drawn: "A drawing",
        paper: "A photograph of paper",
        no_caption: "{what}. It has no caption.",
        count: { one: "{n} picture", other: "{n} pictures" },
        none: "No pictures yet",
        not_fetched: "The picture could not be fetched",
        not_fetched_offline: "The picture comes when there is a network",
    },
};

export const say = catalogue(pictureTexts);
