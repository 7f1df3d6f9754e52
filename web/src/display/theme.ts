// Light or dark: what the device prefers, until somebody presses the key. The tokens' dark half stands in a media rule
// of the style sheets; where it shall hold whatever the device says, that rule's condition is what is changed.
import { signal } from "@preact/signals";

export type Theme = "light" | "dark";

const DARK = "(prefers-color-scheme: dark)";
const preferred = matchMedia(DARK);
export const theme = signal<Theme>(preferred.matches ? "dark" : "light");

let isChosen = false;
preferred.addEventListener("change", () => !isChosen && (theme.value = preferred.matches ? "dark" : "light"));

export function turnTheme(): void {
    isChosen = true;
    const next: Theme = theme.value === "light" ? "dark" : "light";
    for (const rule of darkRules()) rule.media.mediaText = next === "dark" ? "all" : "not all";
    document.documentElement.style.colorScheme = next;
    theme.value = next;
}

let found: CSSMediaRule[] | undefined;

function darkRules(): CSSMediaRule[] {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    found ??= rules.filter((rule): rule is CSSMediaRule => rule instanceof CSSMediaRule && rule.media.mediaText === DARK);
    return found;
}
