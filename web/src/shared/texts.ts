// Texts that are shown, by language. A page's catalogue is an object of them; `catalogue` gives the function that says
// them in the language of the moment.
// Knows no DOM, and no view library: the language of the moment is asked for each time.

// A text with {places}; where it counts something, one for each plural category of the language, chosen by {n}.
export type Text = string | { one: string; other: string; zero?: string };
export type Texts = Record<string, Text>;
export type Values = Record<string, string | number>;

export const languages = ["sv", "en"] as const;
export type LanguageTag = (typeof languages)[number];

export function isLanguage(tag: string | null | undefined): tag is LanguageTag {
    return languages.some((language) => language === tag);
}

export function fill(text: Text, values: Values, language: LanguageTag): string {
    const chosen = typeof text === "string" ? text : choose(text, Number(values.n), language);
    return chosen.replace(/\{(\w+)\}/g, (place, name: string) => {
        const value = values[name];
        if (value === undefined) return place;
        return typeof value === "number" ? new Intl.NumberFormat(language).format(value) : value;
    });
}

function choose(text: Exclude<Text, string>, n: number, language: LanguageTag): string {
    if (n === 0 && text.zero !== undefined) return text.zero;
    return new Intl.PluralRules(language).select(n) === "one" ? text.one : text.other;
}

// The same keys in every language: the type says it for those that are written here, a test for what is in them.
export type Catalogue<T extends Texts> = { sv: T } & Record<LanguageTag, { [K in keyof T]: Text }>;

export type Say<T extends Texts> = (key: keyof T & string, values?: Values) => string;

// What says the texts of a catalogue in the language that `language` gives when asked.
export function sayer<T extends Texts>(texts: Catalogue<T>, language: () => LanguageTag): Say<T> {
    return (key, values = {}) => {
        const tag = language();
        return fill(texts[tag][key] as Text, values, tag);
    };
}
