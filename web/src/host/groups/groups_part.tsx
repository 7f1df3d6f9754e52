// How the groups of a question come about, in its form: by table, dealt in some way, by choice, or as they were before.
import { isPeopled, joinedIn } from "../../shared/grouping";
import type { Grouping } from "../../shared/grouping";
import { groupsProblem, makesGroups, ways, type GroupsProblem, type GroupsSettings } from "../../shared/grouping_settings";
import type { Round } from "../../shared/meeting";
import type { Live } from "../../shared/view/live";
import { Choice } from "../choice";
import type { Form } from "../draft";
import { NumberField, SelectField } from "../field";
import { groupingsFor, type Known } from "./known";
import { GroupRows } from "./rows";
import { say } from "./texts/groups";

export const problemText: Record<GroupsProblem, `problem_${GroupsProblem}`> = {
    none: "problem_none",
    twice: "problem_twice",
    link: "problem_link",
    from: "problem_from",
    most: "problem_most",
};

interface PartProps {
    live: Live;
    session: string;
    round: Round | undefined;
    answered: boolean;
    isChecked: boolean;
    groups: Form<GroupsSettings>;
}

export function GroupsPart({ live, session, round, answered, isChecked, groups: { values, change } }: PartProps) {
    const known = groupingsFor(live, session, round);
    const found = isChecked ? groupsProblem(values, known.here) : undefined;
    const problem = (...of: GroupsProblem[]) => (found && of.includes(found) ? say(problemText[found]) : undefined);
    const hasTables = (live.find("session", session)?.tables?.length ?? 0) > 0;
    // (Whose groups it is stays once somebody has answered; how they are dealt does not.)
    const isOff = (way: GroupsSettings["way"]) => (way === "like" && known.all.length === 0) || (answered && (way === "table") !== (round?.grouping === undefined));
    const hint = (way: GroupsSettings["way"]) => {
        if (way === "table" && !hasTables) return say("way_table_none");
        return say(way === "like" && known.all.length === 0 ? "way_like_none" : `way_${way}_hint`);
    };
    const options = ways.map((way) => ({ value: way, label: say(`way_${way}`), hint: hint(way), isOff: isOff(way) }));
    // (Where somebody stands already, the group stays.)
    const used = new Set(live.find("grouping", round?.grouping)?.groups?.flatMap(({ id, count = 0 }) => (count > 0 ? id : [])));
    // (The latest that somebody stood in, unless others are meant.)
    const before = known.all.find(isPeopled) ?? known.all[0];
    const latest = (way: GroupsSettings["way"]) => (way === "like" && values.from === "" && before ? { from: before.id } : {});
    return (
        <div class="stack groups-part">
            <Choice legend={say("ways")} value={values.way} options={options} hint={answered ? say("ways_fixed") : undefined} change={(way) => change({ way, ...latest(way) })} />
            {values.way === "like" && <From live={live} known={known} own={round?.grouping} from={values.from} error={problem("from")} choose={(from) => change({ from })} />}
            {makesGroups(values, known.here) && (
                <>
                    {values.way === "choice" && (
                        <NumberField label={say("most")} hint={say("most_hint")} error={problem("most")} least={0} most={200} value={values.most} change={(most) => change({ most })} />
                    )}
                    <GroupRows tongue={live.tongue ?? "sv"} people={joinedIn(live.all("participant"), session).length} rows={values.rows} error={problem("none", "twice", "link")} change={(rows) => change({ rows: [...rows, ...values.rows.filter(({ id }) => used.has(id) && !rows.some((row) => row.id === id))] })} isLocked={({ id }) => used.has(id)} />
                    {values.way !== "choice" && <p class="meta">{say(values.way === "like" ? "when_saved_like" : "when_saved")}</p>}
                    <SharedWith live={live} round={round} />
                </>
            )}
        </div>
    );
}

type FromProps = { live: Live; known: Known; own: string | undefined; from: string; error: string | undefined; choose(from: string): void };

function From({ live, known, own, from, error, choose }: FromProps) {
    const titleOf = (one: Grouping) => {
        const session = live.find("session", one.session)?.title ?? "";
        return known.here.includes(one) ? say("from_here", { title: one.title }) : `${one.title} · ${session}`;
    };
    const none = own !== undefined && live.find("grouping", own)?.method === "like" ? { value: own, label: say("from_dealt") } : { value: "", label: "–" };
    const options = [none, ...known.all.map((one) => ({ value: one.id, label: titleOf(one) }))];
    return (
        <>
            <SelectField label={say("from")} value={from} options={options} change={choose} />
            {error && (
                <p class="said wrong" role="alert">
                    {error}
                </p>
            )}
        </>
    );
}

// What is changed here is changed there too.
function SharedWith({ live, round }: { live: Live; round: Round | undefined }) {
    if (round?.grouping === undefined) return null;
    const others = live.all("round").filter((other) => other.grouping === round.grouping && other.id !== round.id && !other.removed);
    return others.length > 0 ? <p class="meta">{say("shared_with", { questions: others.map(({ question }) => `”${question}”`).join(", ") })}</p> : null;
}
