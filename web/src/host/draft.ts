// The drafts of this page's forms. They outlive the form: whoever looks at something else and comes back finds what was
// being written, and the page is not left without a question while there are any.
import { signal } from "@preact/signals";
import { draftOf, equal, follow, isDirty, type Draft } from "../shared/draft";

type Kept = Draft<Record<string, unknown>>;
const drafts = signal<ReadonlyMap<string, Kept>>(new Map());

addEventListener("beforeunload", (event) => {
    if (drafts.value.size > 0) event.preventDefault();
});

function keep(name: string, draft: Kept | undefined): void {
    const changed = new Map(drafts.value);
    if (draft && (isDirty(draft) || draft.conflicts.length > 0)) changed.set(name, draft);
    else changed.delete(name);
    drafts.value = changed;
}

export interface Form<T extends object> {
    values: T;
    isDirty: boolean;
    conflicts: readonly string[];
    change(some: Partial<T>): void;
    // Back to what is saved.
    drop(): void;
    // These values are saved now; what was written since is still to be.
    saved(sent: T): void;
}

export function hasDraft(name: string): boolean {
    return drafts.value.has(name);
}

// `saved`: what the store has. Read while drawing: it is drawn anew when either changes.
export function formOf<T extends object>(name: string, saved: T): Form<T> {
    const kept = drafts.value.get(name) as Draft<T> | undefined;
    const draft = kept ? follow(kept, saved) : draftOf(saved);
    return {
        values: draft.values,
        isDirty: isDirty(draft),
        conflicts: draft.conflicts,
        change: (some) => {
            const now = drafts.peek().get(name) as Draft<T> | undefined;
            const base = now ? follow(now, saved) : draftOf(saved);
            const values = { ...base.values, ...some };
            keep(name, {
                ...base,
                values,
                conflicts: base.conflicts.filter((key) => equal(values[key], base.values[key])),
            } as Kept);
        },
        drop: () => keep(name, undefined),
        saved: (sent) => {
            const now = drafts.peek().get(name);
            if (now && equal(now.values, sent)) keep(name, undefined);
        },
    };
}
