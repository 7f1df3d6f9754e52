// What is said of a scale.
import { catalogue } from "../../shared/view/language";

export const scaleTexts = {
    sv: {
        planned: "Frågan har inte öppnat än.",
        closing: "Stänger snart för svar",
        closed: "Stängt för svar",
        step_first: "{n}, {label}",
        take_away: "Ta bort svaret",
        take_away_of: "Ta bort svaret: {text}",
        progress: "{n} av {all} besvarade",
        all_answered: "Alla besvarade. Du kan ändra så länge frågan är öppen.",
        choose: "Välj ett steg för varje påstående.",
        answered: { one: "{n} person har svarat", other: "{n} personer har svarat" },
        mean: "medel {mean}",
        too_few: "Färre än fem har svarat: fördelningen visas inte.",
        result_comes: "Resultatet kommer hit strax.",
        steps: "{people} på steg {n}",
        yours: "Ditt svar: {n}",
        refused_late: "Frågan hann stänga. Svaret kom inte med.",
        refused: "Svaret kom inte med. Ladda om sidan och försök igen.",
        seen: "Jag har sett det",
    },
    en: {
        planned: "The question has not opened yet.",
        closing: "Closes for answers soon",
        closed: "Closed for answers",
        step_first: "{n}, {label}",
        take_away: "Take the answer away",
        take_away_of: "Take the answer away: {text}",
        progress: "{n} of {all} answered",
        all_answered: "All answered. You can change while the question is open.",
        choose: "Choose a step for each statement.",
        answered: { one: "{n} person has answered", other: "{n} people have answered" },
        mean: "mean {mean}",
        too_few: "Fewer than five have answered: how they are spread is not shown.",
        result_comes: "The result comes here in a moment.",
        steps: "{people} on step {n}",
        yours: "Your answer: {n}",
        refused_late: "The question had closed. The answer was not counted.",
        refused: "The answer was not counted. Reload the page and try again.",
        seen: "I have seen it",
    },
};

export const say = catalogue(scaleTexts);
