// The language of the page: Swedish, until somebody chooses another. Whoever reads it while drawing is drawn anew when it changes.
import { effect, signal } from "@preact/signals";
import { isLanguage, sayer, type Catalogue, type LanguageTag, type Say, type Texts } from "../texts";

export const KEPT_LANGUAGE = "samskap language";

// A device that lets nothing be kept (or forbids to ask) has the default each time.
function kept(): LanguageTag {
    try {
        const tag = localStorage.getItem(KEPT_LANGUAGE);
        return isLanguage(tag) ? tag : "sv";
    } catch {
        return "sv";
    }
}

export const language = signal<LanguageTag>(kept());

export function chooseLanguage(tag: LanguageTag): void {
    language.value = tag;
    try {
        localStorage.setItem(KEPT_LANGUAGE, tag);
    } catch {
        // (then for this page only)
    }
}

effect(() => {
    document.documentElement.lang = language.value;
});

// The function that says a catalogue's texts: const say = catalogue({ sv, en }).
export function catalogue<T extends Texts>(texts: Catalogue<T>): Say<T> {
    return sayer(texts, () => language.value);
}
