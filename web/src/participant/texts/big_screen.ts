// What is said of the big screen.
import { catalogue } from "../../shared/view/language";

export const bigScreenTexts = {
    sv: {
        kicker: "Storbilden just nu",
        kicker_offline: "Storbilden när du senast hade nät",
        join: "Gå med",
        join_how: "Storbilden visar kod och QR-kod för den som vill gå med. Du är redan med.",
        title_only: "Storbilden visar rubriken. Inget annat visas just nu.",
        words_wait: "Orden kommer hit när de visas för alla.",
        blank: "Storbilden är släckt just nu.",
        planned: "Mötet har inte börjat än.",
        end: "Mötet är slut.",
        notes_planned: "Frågan har inte öppnat än.",
        notes_open: "Öppen för svar.",
        notes_closing: "Stänger snart för svar.",
        notes_closed: "Stängt för svar.",
        ballot_planned: "Omröstningen har inte öppnat än.",
        ballot_open: "Omröstningen är öppen.",
        ballot_closing: "Omröstningen avslutas snart.",
        ballot_closed: "Omröstningen är avslutad.",
        answered: { one: "{n} person har svarat. Svaren är inte visade än.", other: "{n} personer har svarat. Svaren är inte visade än." },
        not_shown: "Svaren är inte visade än.",
    },
    en: {
        kicker: "The big screen right now",
        kicker_offline: "The big screen when you were last online",
        join: "Join",
        join_how: "The big screen shows a code and a QR code for those who want to join. You are in already.",
        title_only: "The big screen shows the title. Nothing else is shown right now.",
        words_wait: "The words come here once they are shown to everyone.",
        blank: "The big screen is blank right now.",
        planned: "The meeting has not begun yet.",
        end: "The meeting is over.",
        notes_planned: "The question has not opened yet.",
        notes_open: "Open for answers.",
        notes_closing: "Closes for answers soon.",
        notes_closed: "Closed for answers.",
        ballot_planned: "The vote has not opened yet.",
        ballot_open: "The vote is open.",
        ballot_closing: "The vote ends soon.",
        ballot_closed: "The vote has ended.",
        answered: { one: "{n} person has answered. The answers are not shown yet.", other: "{n} people have answered. The answers are not shown yet." },
        not_shown: "The answers are not shown yet.",
    },
};

export const say = catalogue(bigScreenTexts);
