// What the list of words says.
import { catalogue } from "../../shared/view/language";

export const wordsTexts = {
    sv: {
        base_people: { one: "Räknat i personer, av {n} som skrev.", other: "Räknat i personer, av {n} som skrev." },
        base_sums: "Summor av frågorna, inte personer: den som skrev ordet på två frågor räknas två gånger.",
        forms_together: "Böjda former är räknade ihop.",
        aside: "Utlagt: {words}",
    },
    en: {
        base_people: { one: "Counted in people, of {n} who wrote.", other: "Counted in people, of {n} who wrote." },
        base_sums: "Sums over the questions, not people: who wrote the word at two questions counts twice.",
        forms_together: "Inflected forms are counted together.",
        aside: "Set aside: {words}",
    },
};

export const say = catalogue(wordsTexts);
