// What simulated people say: words that many of them use, in whatever form, and sentences of one's own. Pure.
import type { Language } from "../../generated/types";
import { answerTexts } from "./texts/answers";

type Lists = { [K in keyof typeof answerTexts.sv]: readonly string[] };

// One of them; those that stand first are said most.
function early(list: readonly string[], chance: () => number): string {
    return list[Math.floor(chance() ** 1.7 * list.length)]!;
}

function any(list: readonly string[], chance: () => number): string {
    return list[Math.floor(chance() * list.length)]!;
}

export class Phrases {
    private readonly lists: Lists;

    constructor(language: Language) {
        const entries = Object.entries(answerTexts[language]).map(([key, text]) => [key, text.split("\n")]);
        this.lists = Object.fromEntries(entries) as Lists;
    }

    // Each has their own: beyond the list with a letter.
    nameOf(number: number): string {
        const { names } = this.lists;
        const name = names[number % names.length]!;
        const letter = Math.floor(number / names.length);
        return letter === 0 ? name : `${name} ${String.fromCharCode(64 + letter)}`;
    }

    // What carries what somebody wants: words, each in one of its forms.
    words(count: number, chance: () => number): string[] {
        const lines = new Set<string>();
        while (lines.size < count) lines.add(early(this.lists.words, chance));
        return [...lines].map((line) => any(line.split(" | "), chance));
    }

    // What stands on a note: a word, two, a few, a sentence, or more than fits at a glance. Words are everybody's, a sentence
    // is somebody's own: `turn` is another one for each who writes.
    note(turn: number, chance: () => number): string {
        const { short, long } = this.lists;
        const kind = chance();
        if (kind < 0.35) return this.words(1, chance)[0]!;
        if (kind < 0.5) return this.pair(chance);
        const sentences = kind < 0.88 ? short : long;
        return sentences[turn % sentences.length]!;
    }

    private pair(chance: () => number): string {
        const [a = "", b = ""] = this.words(2, chance).map((word) => word.toLowerCase());
        const text = any(this.lists.pairs, chance).replace("{a}", a).replace("{b}", b);
        return text.charAt(0).toUpperCase() + text.slice(1);
    }

    // The same, as somebody puts it who has thought again.
    again(text: string, chance: () => number): string {
        const { again, again_sentence } = this.lists;
        return any(text.endsWith(".") ? again_sentence : again, chance).replace("{a}", text);
    }

    diary(about: "reflection" | "observation" | "action", chance: () => number): string {
        return any(this.lists[about], chance);
    }

    tags(chance: () => number): string {
        const { tags } = this.lists;
        return [...new Set([early(tags, chance), early(tags, chance)])].join(", ");
    }
}
