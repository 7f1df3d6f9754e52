// What is said of homework, where sessions are planned and led.
import { catalogue } from "../../shared/view/language";

export const homeworkTexts = {
    sv: {
        homework: "Hemuppgifter",
        homework_of: "Hemuppgift: {question}",
        planned: "inte öppnad än",
        open_no_end: "öppen tills du stänger den",
        closes_soon: "stänger om en liten stund",
        open_until: "öppen till {time}",
        closed: "stängd",
        closed_at: "stängde {time}",
        have_answered: "Har svarat med namn: {names}",
    },
    en: {
        homework: "Homework",
        homework_of: "Homework: {question}",
        planned: "not opened yet",
        open_no_end: "open until you close it",
        closes_soon: "closes in a moment",
        open_until: "open until {time}",
        closed: "closed",
        closed_at: "closed {time}",
        have_answered: "Have answered with their names: {names}",
    },
};

export const say = catalogue(homeworkTexts);
