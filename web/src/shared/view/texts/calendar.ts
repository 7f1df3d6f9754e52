// Taking sessions into a calendar.
import { catalogue } from "../language";

export const calendarTexts = {
    sv: {
        one: "Lägg till i kalendern",
        all: { one: "Lägg till i kalendern", other: "Lägg till alla {n} i kalendern" },
        hint: "En fil som din kalender öppnar. Ändras tiden hämtar du filen igen, så flyttas mötet.",
        no_day: "När det finns en dag går det att lägga till i kalendern.",
        way_in: "Gå med: {link}",
    },
    en: {
        one: "Add to your calendar",
        all: { one: "Add to your calendar", other: "Add all {n} to your calendar" },
        hint: "A file that your calendar opens. If the time changes, download the file again and the meeting moves.",
        no_day: "Once there is a day it can be added to the calendar.",
        way_in: "Join: {link}",
    },
};

export const say = catalogue(calendarTexts);
