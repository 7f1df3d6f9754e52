// What there is to read or look at.
import { catalogue } from "../../../shared/view/language";

export const materialsTexts = {
    sv: {
        lead: "Länkar till det som deltagarna ska läsa eller titta på, inför alla tillfällen eller ett av dem. Alla i processen ser dem.",
        group_all: "Inför alla tillfällen",
        title: "Titel",
        title_hint: "Kan lämnas tom, då står webbplatsen där.",
        url: "Länk",
        url_missing: "Klistra in en länk, till exempel https://www.exempel.se/rapport.",
        bad_link: "Länken går inte att använda. Den ska börja med https:// eller http:// och får inte innehålla mellanslag.",
        about: "En rad om vad det är",
        place: "Hör till",
        place_all: "Alla tillfällen",
        place_session: "Hela {title}",
        for_item: "till {title}",
        new_window: "Öppnas i en ny flik",
        add_title: "Nytt underlag",
    },
    en: {
        lead: "Links to what participants are to read or look at, before all sessions or one of them. Everyone in the process sees them.",
        group_all: "Before all sessions",
        title: "Title",
        title_hint: "May be left empty: then the website stands there.",
        url: "Link",
        url_missing: "Paste a link, such as https://www.example.org/report.",
        bad_link: "The link cannot be used. It begins with https:// or http:// and holds no spaces.",
        about: "A line on what it is",
        place: "Belongs to",
        place_all: "All sessions",
        place_session: "All of {title}",
        for_item: "for {title}",
        new_window: "Opens in a new tab",
        add_title: "New material",
    },
};

export const say = catalogue(materialsTexts);
