// What is on when nobody is asked anything.
import { catalogue } from "../../shared/view/language";

export const nowTexts = {
    sv: {
        planned: "Mötet börjar {day} {time}",
        planned_today: "Mötet börjar {time}",
        planned_sometime: "Mötet har inte börjat än",
        planned_stay: "Låt sidan vara öppen, eller kom tillbaka. Du är med.",
        waiting: "Nu händer det i rummet",
        waiting_stay: "Frågan kommer hit när den öppnas.",
        checkin: "Incheckning",
        my_step: "Mitt nästa steg",
        checkin_text: "Välkommen. Frågorna kommer hit när de öppnas.",
        lecture: "Föreläsning",
        film: "Film",
        break: "Paus",
        break_until: "Paus till {time}",
        talk: "Samtal",
        round: "Fråga",
        round_soon: "Frågan öppnas strax.",
        checkout: "Utcheckning",
        since: "Sedan sist",
        until: "till {time}",
    },
    en: {
        planned: "The meeting starts on {day} at {time}",
        planned_today: "The meeting starts at {time}",
        planned_sometime: "The meeting has not started yet",
        planned_stay: "Leave the page open, or come back. You are in.",
        waiting: "It is happening in the room now",
        waiting_stay: "The question comes here when it opens.",
        checkin: "Check-in",
        my_step: "My next step",
        checkin_text: "Welcome. The questions come here when they open.",
        lecture: "Lecture",
        film: "Film",
        break: "Break",
        break_until: "Break until {time}",
        talk: "Conversation",
        round: "Question",
        round_soon: "The question opens shortly.",
        checkout: "Check-out",
        since: "Since last time",
        until: "until {time}",
    },
};

export const say = catalogue(nowTexts);
