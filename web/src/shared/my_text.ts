// One's own answers as plain text, to copy or to keep in a file. What to call things comes from outside. Pure.

export interface MyAnswer {
    question: string;
    // Notes with what is said of them, or choices with their votes.
    lines: { text: string; said: string }[];
}

export function asText(title: string, when: string, answers: readonly MyAnswer[]): string {
    const parts = answers.map(({ question, lines }) => [question, ...lines.map(lineOf)].join("\n"));
    return `${[[title, when].filter(Boolean).join("\n"), ...parts].join("\n\n")}\n`;
}

// The lines of a note stand under each other, so that it still reads as one.
function lineOf({ text, said }: MyAnswer["lines"][number]): string {
    return `- ${text.replaceAll("\n", "\n  ")}${said ? ` (${said})` : ""}`;
}

// A name that every file system takes.
export function fileName(title: string, what: string): string {
    const plain = `${title} ${what}`.replace(/[\\/:*?"<>|\u0000-\u001f]+/g, " ");
    return `${plain.replace(/\s+/g, " ").trim().slice(0, 80).trim()}.txt`;
}
