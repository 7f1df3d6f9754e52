// What a picture is, and what it belongs to: the session, an item of its programme, a question's answers; a group.
import { programmeOf, roundsOf, type Session } from "../../shared/meeting";
import { isSeenByAll } from "../../shared/pictures";
import type { Live } from "../../shared/view/live";
import { SelectField } from "../field";
import { say } from "./texts/pictures";

export interface Belongs {
    drawn: boolean;
    item?: string | undefined;
    round?: string | undefined;
    group?: string | undefined;
}

type FieldsProps = { live: Live; session: Session; belongs: Belongs; isOff?: boolean; change(to: Partial<Belongs>): void };

export function BelongsFields({ live, session, belongs, isOff = false, change }: FieldsProps) {
    const { drawn, round, group } = belongs;
    const groups = groupsOf(live, session, round);
    const isHidden = !isSeenByAll(belongs, live.all("round"));
    return (
        <div class="pictures-fields">
            <SelectField
                label={say("kind")}
                value={drawn ? "drawn" : "paper"}
                isOff={isOff}
                options={(["paper", "drawn"] as const).map((value) => ({ value, label: say(value) }))}
                change={(value) => change({ drawn: value === "drawn" })}
            />
            <SelectField
                label={say("belongs")}
                hint={isHidden ? say("hidden_hint") : undefined}
                value={valueOf(belongs)}
                isOff={isOff}
                options={placesOf(live, session)}
                change={(value) => change({ ...placeOf(live, value), group: undefined })}
            />
            {groups.length > 0 && (
                <SelectField
                    label={say("group")}
                    value={group ?? ""}
                    isOff={isOff}
                    options={[{ value: "", label: say("no_group") }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]}
                    change={(value) => change({ group: value === "" ? undefined : value })}
                />
            )}
        </div>
    );
}

// The same in a few words: what new ones are, and where they come to belong.
export function belongsSaid(live: Live, session: Session, belongs: Belongs): string {
    const { label } = placesOf(live, session).find(({ value }) => value === valueOf(belongs)) ?? { label: "" };
    const group = groupsOf(live, session, belongs.round).find(({ id }) => id === belongs.group)?.name;
    return [say(belongs.drawn ? "drawn" : "paper").toLocaleLowerCase(), label, group].filter(Boolean).join(" · ");
}

const valueOf = ({ item, round }: Belongs) => (round ? `round ${round}` : item ? `item ${item}` : "");

// Every item, and behind it the questions of it that people write notes in.
function placesOf(live: Live, session: Session) {
    const rounds = roundsOf(live.all("round"), session.id).filter(({ form }) => form === "notes");
    const items = programmeOf(live.all("item"), session.id);
    const asked = (id: string | undefined) => rounds.filter((round) => round.item === id).map(({ id, question }) => ({ value: `round ${id}`, label: say("belongs_round", { question }) }));
    return [{ value: "", label: say("belongs_session") }, ...asked(undefined), ...items.flatMap(({ id, title }) => [{ value: `item ${id}`, label: title }, ...asked(id)])];
}

function placeOf(live: Live, value: string): Pick<Belongs, "item" | "round"> {
    const [kind, id] = value.split(" ");
    if (kind === "round") return { round: id, item: live.session.store.find("round", id!)?.item };
    return { item: kind === "item" ? id : undefined, round: undefined };
}

// As the server takes them: of the question's division into groups, else the tables.
function groupsOf(live: Live, session: Session, round: string | undefined): readonly { id: string; name: string }[] {
    const grouping = live.find("grouping", live.find("round", round)?.grouping);
    return grouping ? (grouping.groups ?? []) : (session.tables ?? []);
}
