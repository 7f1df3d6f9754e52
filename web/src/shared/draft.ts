// What somebody is changing in a form, while the same may be changed by others: three states of one thing. Pure.
export interface Draft<T extends object> {
    // As it was when the draft last agreed with the store, and as it is meant to become.
    original: T;
    values: T;
    // What both sides changed, to different things: here it stands as it was written here.
    conflicts: readonly (keyof T & string)[];
}

export function equal(a: unknown, b: unknown): boolean {
    return a === b || JSON.stringify(a) === JSON.stringify(b);
}

export function draftOf<T extends object>(saved: T): Draft<T> {
    return { original: saved, values: saved, conflicts: [] };
}

// Whether there is anything to save.
export function isDirty<T extends object>(draft: Draft<T>): boolean {
    return !equal(draft.values, draft.original);
}

// The store has something newer: what was not touched here follows it, what was stays.
export function follow<T extends object>(draft: Draft<T>, saved: T): Draft<T> {
    if (equal(draft.original, saved)) return draft;
    const keys = [...new Set([...Object.keys(saved), ...Object.keys(draft.values)])] as (keyof T & string)[];
    const values = { ...saved };
    const conflicts: (keyof T & string)[] = [];
    for (const key of keys) {
        const mine = draft.values[key];
        if (equal(mine, draft.original[key])) continue;
        values[key] = mine;
        if (!equal(saved[key], draft.original[key]) && !equal(saved[key], mine)) conflicts.push(key);
    }
    const before = draft.conflicts.filter((key) => !conflicts.includes(key) && !equal(values[key], saved[key]));
    return { original: saved, values, conflicts: [...before, ...conflicts] };
}
