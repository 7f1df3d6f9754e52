// What the list of words says.
import { catalogue } from "../../shared/view/language";

export const wordsTexts = {
    sv: {
        base_people: { one: "Personer av {n}.", other: "Personer av {n}." },
        base_sums: "Summor av frågorna, inte personer: den som skrev ordet i två frågor räknas två gånger.",
        forms_together: "Böjda former är räknade ihop.",
        open_one: "Tryck på ett ord för att se vad som räknas.",
        none: "Inga ord än.",
        aside: "Utlagt",
        aside_why: "Orden står mest för vad mötet handlar om och räknas inte bland de andra.",
        all: { one: "Visa alla {n} ord", other: "Visa alla {n} ord" },
        more: { one: "Visa {n} ord till", other: "Visa fler ord ({n} till)" },
        getting: "Hämtar …",
        more_offline: "Fler ord går att hämta när du har nät igen.",
        times: { one: "{n} gång, räknat fråga för fråga", other: "{n} gånger, räknat fråga för fråga" },
        groups: { one: "och {n} grupp", other: "och {n} grupper" },
        organisations: { one: "från {n} organisation", other: "från {n} organisationer" },
        overlap: "Den som skrev flera av orden räknas en gång.",
        forms: "Skrivet så här:",
        notes_of: "Lappar med ordet",
        notes_none: "Inga lappar att visa: de är inte visade för alla, eller borttagna.",
        notes_offline: "Lapparna visas när du har nät igen.",
    },
    en: {
        base_people: { one: "People out of {n}.", other: "People out of {n}." },
        base_sums: "Sums over the questions, not people: who wrote the word at two questions counts twice.",
        forms_together: "Inflected forms are counted together.",
        open_one: "Press a word to see what is counted.",
        none: "No words yet.",
        aside: "Set aside",
        aside_why: "These words mostly say what the meeting is about, and are not counted among the others.",
        all: { one: "Show the {n} word", other: "Show all {n} words" },
        more: { one: "Show {n} more word", other: "Show more words ({n} more)" },
        getting: "Loading …",
        more_offline: "More words can be loaded when you are online again.",
        times: { one: "{n} time, counted question by question", other: "{n} times, counted question by question" },
        groups: { one: "and {n} group", other: "and {n} groups" },
        organisations: { one: "from {n} organisation", other: "from {n} organisations" },
        overlap: "Who wrote several of the words counts once.",
        forms: "Written like this:",
        notes_of: "Notes with the word",
        notes_none: "No notes to show: they are not shown to everyone, or were removed.",
        notes_offline: "The notes are shown when you are online again.",
    },
};

export const say = catalogue(wordsTexts);
