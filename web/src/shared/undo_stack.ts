// What somebody did that others see, the latest on top, and what can be taken back of it now. Pure.
export interface Undoable {
    // What was done, as a finished sentence part: "Svaren visas för alla".
    done: string;
    // Resolves once this page shows it; false where the server refused.
    takeBack(): Promise<boolean>;
    // Whether it is still so. What somebody else has changed meanwhile is not taken back over their head.
    holds?(): boolean;
    // Whether what was done has come back to this page: before that nothing can be told from what it shows.
    isHere?(): boolean;
    // Why it no longer holds, where nobody has changed it.
    lapsed?(): string | undefined;
    // Where it was done, if that is not what is on now: nobody must take back at one question what they did at another.
    elsewhere?(): string | undefined;
    // What cannot be taken back with it; said afterwards.
    leaves?(): string | undefined;
}

export type Top = { is: "none" | "coming"; one?: undefined } | { is: "ready" | "lapsed"; one: Undoable };

const MOST = 50;

// Only the top counts: whatever lies below was overtaken by it, and may hold again once the top is taken back.
export function topOf(stack: readonly Undoable[]): Top {
    const one = stack.at(-1);
    if (!one) return { is: "none" };
    if (one.holds?.() ?? true) return { is: "ready", one };
    return one.isHere?.() ?? true ? { is: "lapsed", one } : { is: "coming" };
}

export function pushed(stack: readonly Undoable[], one: Undoable): Undoable[] {
    return [...stack, one].slice(-MOST);
}

export function without(stack: readonly Undoable[], one: Undoable): Undoable[] {
    return stack.filter((other) => other !== one);
}

// Whether two things say the same, whatever the order of their members and however their letters are composed.
export function saysSame(a: unknown, b: unknown): boolean {
    return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
    return (JSON.stringify(value, sorted) ?? "").normalize();
}

function sorted(_: string, value: unknown): unknown {
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
