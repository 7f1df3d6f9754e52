// What is said of homework, where sessions are planned and led.
import { catalogue } from "../../shared/view/language";

export const homeworkTexts = {
    sv: {
        homework: "Hemuppgifter",
        homework_of: "Hemuppgift: {question}",
        planned: "Inte öppnad än",
        open_no_end: "Öppen tills du stänger den",
        closes_soon: "Stänger om en liten stund",
        open_until: "Öppen till {time}",
        closed: "Stängd",
        closed_at: "Stängde {time}",
        have_answered: "Har svarat med namn: {names}",
    },
    en: {
        homework: "Homework",
        homework_of: "Homework: {question}",
        planned: "Not opened yet",
        open_no_end: "Open until you close it",
        closes_soon: "Closes in a moment",
        open_until: "Open until {time}",
        closed: "Closed",
        closed_at: "Closed {time}",
        have_answered: "Have answered with their names: {names}",
    },
};

export const say = catalogue(homeworkTexts);
