// What is said around the session's pictures.
import { catalogue } from "../../shared/view/language";

export const picturesTexts = {
    sv: {
        shown: "Storbilden visar en bild",
        back: "Till storbilden och alla bilder",
        one_of: "Bild {at} av {all}",
        of: "{at} av {all}",
        gone: "Bilden finns inte längre, eller visas inte för alla än.",
        coming: "Hämtar bilden …",
        before: "Föregående",
        after: "Nästa",
    },
    en: {
        shown: "The big screen shows a picture",
        back: "To the big screen and all pictures",
        one_of: "Picture {at} of {all}",
        of: "{at} of {all}",
        gone: "The picture is not there any more, or is not shown to everyone yet.",
        coming: "Fetching the picture …",
        before: "Previous",
        after: "Next",
    },
};

export const say = catalogue(picturesTexts);
