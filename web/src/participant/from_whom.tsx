// Whether a note is mine or our group's, and of how many we are.
import { signal } from "@preact/signals";
import type { Session } from "../shared/meeting";
import { hrefOf } from "./route";
import { say } from "./texts/notes";

const FEWEST = 2;
const MOST = 100;
const USUAL = 5;

const sizes = signal<Readonly<Record<string, number>>>({});
const nameOf = (session: string) => `samskap group ${session}`;

// How many we are was said once in this session, and holds until it is changed.
export function groupSizeOf(session: string): number {
    return sizes.value[session] ?? keptSize(session) ?? USUAL;
}

function keptSize(session: string): number | undefined {
    try {
        const size = Number(localStorage.getItem(nameOf(session)));
        return size >= FEWEST && size <= MOST ? size : undefined;
    } catch {
        return undefined;
    }
}

function setSize(session: string, size: number): void {
    const within = Math.min(MOST, Math.max(FEWEST, size));
    sizes.value = { ...sizes.value, [session]: within };
    try {
        localStorage.setItem(nameOf(session), String(within));
    } catch {
        // (then for this page only)
    }
}

type Props = { session: Session; table: { name: string } | undefined; isGroups: boolean; choose(isGroups: boolean): void };

export function FromWhom({ session, table, isGroups, choose }: Props) {
    if ((session.tables?.length ?? 0) === 0) return null;
    if (!table)
        return (
            <p class="meta">
                <a href={hrefOf("me")}>{say("choose_table")}</a>
            </p>
        );
    const size = groupSizeOf(session.id);
    return (
        <fieldset class="from-whom">
            <legend class="unseen">{say("from_whom")}</legend>
            <div class="either">
                <label>
                    <input type="radio" name="from" checked={!isGroups} onChange={() => choose(false)} />
                    <span>{say("from_me")}</span>
                </label>
                <label>
                    <input type="radio" name="from" checked={isGroups} onChange={() => choose(true)} />
                    <span>{say("from_group", { n: size })}</span>
                </label>
            </div>
            {isGroups && (
                <div class="stepper">
                    <span id="group-size">{say("group_size")}</span>
                    <button type="button" aria-label={say("fewer")} disabled={size <= FEWEST} onClick={() => setSize(session.id, size - 1)}>
                        −
                    </button>
                    <output aria-labelledby="group-size">{size}</output>
                    <button type="button" aria-label={say("more")} disabled={size >= MOST} onClick={() => setSize(session.id, size + 1)}>
                        +
                    </button>
                </div>
            )}
        </fieldset>
    );
}
