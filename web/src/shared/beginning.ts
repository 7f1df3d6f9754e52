// The beginning of a text that is too long for where it stands: up to the end of a sentence, else of a word. Pure.
export function beginningOf(text: string, most: number): string {
    const whole = text.trim();
    if (whole.length <= most) return whole;
    const part = whole.slice(0, most);
    const sentence = Math.max(part.lastIndexOf(". "), part.lastIndexOf("? "), part.lastIndexOf("\n"));
    if (sentence > most / 2) return `${part.slice(0, sentence + 1).trim()} …`;
    const word = part.lastIndexOf(" ");
    return `${part.slice(0, word > 0 ? word : most).trim()} …`;
}
