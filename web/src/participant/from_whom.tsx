// Whether a note is mine or our group's, and of how many we are.
import type { Group } from "../shared/grouping";
import type { Session } from "../shared/meeting";
import { FEWEST, groupSizeOf, MOST, setSize } from "./group_size";
import { hrefOf } from "./route";
import { say } from "./texts/notes";

type Props = { session: Session; group: Pick<Group, "count"> | undefined; isDealt: boolean; isGroups: boolean; choose(isGroups: boolean): void };

// `isDealt`: the round's groups are its own, and not the tables; that somebody is in none is said above.
export function FromWhom({ session, group, isDealt, isGroups, choose }: Props) {
    if (isDealt ? !group : (session.tables?.length ?? 0) === 0) return null;
    if (!group)
        return (
            <p class="meta">
                <a href={hrefOf("me")}>{say("choose_table")}</a>
            </p>
        );
    const size = groupSizeOf(session.id, group.count);
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
