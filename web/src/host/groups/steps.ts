// What is done to groups, each with how it is taken back: made and named, dealt, a person moved; and what is said to all of them.
import type { EventGroupingDeal, EventGroupingPut, EventSessionSay } from "../../generated/types";
import { groupingsOf, standsAsDealt, type Grouping, type Group } from "../../shared/grouping";
import { dealsAnew, groupingPut, groupingPutOf, makesGroups, type GroupsSettings } from "../../shared/grouping_settings";
import { newId } from "../../shared/ids";
import { cut } from "../../shared/lines";
import type { Participant } from "../../shared/meeting";
import type { RefusedCommand } from "../../shared/outbox_storage";
import { saysSame } from "../../shared/undo_stack";
import type { Live } from "../../shared/view/live";
import { actAt, actBack, actUndoably, hasCome, rememberAt, seqOf } from "../act";
import { putUndoably } from "../saved_steps";
import { put } from "../saving";
import { say } from "./texts/desk";
import { say as sayGroups } from "./texts/groups";

const groupingNow = (live: Live, id: string) => live.session.store.find("grouping", id);

// Without the base, which others move on.
const settled = ({ base: _, ...rest }: EventGroupingPut): object => rest;

const putNow = (live: Live, id: string) => {
    const there = groupingNow(live, id);
    return there && groupingPut(there);
};

// Settles once it is seen here: a deal that follows says of which groups it is.
export function saveGrouping(live: Live, old: Grouping, settings: Pick<GroupsSettings, "way" | "rows" | "most">): Promise<RefusedCommand | undefined> {
    const params = groupingPutOf({ id: old.id, base: old.seq, session: old.session, title: old.title }, settings);
    return putUndoably(live, {
        done: sayGroups("done_groups"),
        method: "grouping.put",
        params,
        back: () => {
            const there = groupingNow(live, old.id);
            return there && { ...groupingPut(old), base: there.seq };
        },
        now: () => {
            const now = putNow(live, old.id);
            return now && settled(now);
        },
        saved: settled(params),
    });
}

const LONGEST_TITLE = 80;
// `unused`: they were made for a question that does not go by them yet.
export type Made = { grouping?: string | undefined; refused?: RefusedCommand | undefined; unused?: string };

// The groups that a question is to go by, as its form has them. `old`: those that it goes by now.
export async function saveGroups(live: Live, session: string, question: string, settings: GroupsSettings, old: Grouping | undefined): Promise<Made> {
    const here = groupingsOf(live.session.store.all("grouping"), session);
    if (settings.way === "table") return {};
    if (!makesGroups(settings, here)) return { grouping: settings.from };
    const refused = old ? await changed(live, old, settings) : undefined;
    if (refused) return { refused };
    if (old) return { grouping: old.id, refused: dealsAnew(settings, old) ? await dealAnew(live, old.id, settings) : undefined };
    const id = newId();
    const title = cut(question.trim(), LONGEST_TITLE) || "?";
    // (Each group is its own: those that a form proposes may have been made once before.)
    const rows = settings.rows.map((row) => ({ ...row, id: newId() }));
    const made = await put(live, "grouping.put", groupingPutOf({ id, base: 0, session, title }, { ...settings, rows }));
    if (made.refused) return { refused: made.refused };
    const at = seqOf(made.result);
    if (settings.way === "choice") {
        await hasCome(live, at);
        return { grouping: id, unused: id };
    }
    const dealt = await put(live, "grouping.deal", dealOf(id, at, settings.way, settings.from));
    await hasCome(live, seqOf(dealt.result) || at);
    return { grouping: id, refused: dealt.refused, unused: id };
}

// The question that they were made for was refused: it makes others when it is saved again.
export async function takeAwayGroups(live: Live, id: string): Promise<void> {
    const there = groupingNow(live, id);
    if (there) await put(live, "grouping.put", { ...groupingPut(there), removed: true });
}

function changed(live: Live, old: Grouping, settings: GroupsSettings): Promise<RefusedCommand | undefined> | undefined {
    const next = groupingPutOf({ id: old.id, base: old.seq, session: old.session, title: old.title }, settings);
    return saysSame(settled(next), settled(groupingPut(old))) ? undefined : saveGrouping(live, old, settings);
}

// Those who stand in it already stand elsewhere then.
async function dealAnew(live: Live, id: string, { way, from }: GroupsSettings): Promise<RefusedCommand | undefined> {
    const { result, refused } = await put(live, "grouping.deal", dealOf(id, groupingNow(live, id)?.seq ?? 0, way, from));
    if (!refused) await rememberDeal(live, id, seqOf(result));
    return refused;
}

function dealOf(id: string, base: number, way: GroupsSettings["way"], from: string): EventGroupingDeal {
    if (way === "like") return { id, base, method: "like", like: from };
    return { id, base, method: way === "balanced" ? "balanced" : "random" };
}

// All of them at once, whoever they were with; and back again.
export async function deal(live: Live, { id, seq }: Grouping, method: "balanced" | "random" | "like", from = ""): Promise<boolean> {
    const at = await actAt(live, "grouping.deal", dealOf(id, seq, method, from));
    if (at === undefined) return false;
    await rememberDeal(live, id, at);
    return true;
}

// (Taken back is the last deal, whoever dealt: so it must be this one, and nobody moved since.)
async function rememberDeal(live: Live, id: string, at: number): Promise<void> {
    await hasCome(live, at);
    const placings = () => live.session.store.all("placing").filter(({ grouping }) => grouping === id);
    const dealt = new Map(placings().map(({ participant, group }) => [participant, group]));
    rememberAt(live, at, {
        done: sayGroups("done_deal"),
        takeBack: () => actBack(live, "grouping.deal", { id, base: groupingNow(live, id)?.seq ?? 0, undone: true }),
        holds: () => groupingNow(live, id) !== undefined && standsAsDealt(dealt, placings(), at),
    });
}

const placingNow = (live: Live, grouping: string, participant: string) =>
    live.session.store.all("placing").find((one) => one.grouping === grouping && one.participant === participant);

// `group`: nothing for none. Their notes stay where they were put.
export function movePerson(live: Live, grouping: string, person: Participant, name: string, group: Group | undefined): Promise<boolean> {
    const now = () => placingNow(live, grouping, person.id);
    const place = { grouping, participant: person.id };
    const before = now()?.group;
    const to = (id: string | undefined) => ({ ...place, ...(id === undefined ? {} : { group: id }), base: now()?.seq ?? 0 });
    return actUndoably(live, {
        method: "group.place",
        params: to(group?.id),
        done: group ? say("done_move", { name, group: group.name }) : say("done_out", { name }),
        takeBack: () => actBack(live, "group.place", to(before)),
        holds: () => now()?.group === group?.id,
    });
}

type Saying = Omit<EventSessionSay, "id">;
const saidNow = (live: Live, session: string): Saying => {
    const { text = "", until = 0, back = false } = live.session.store.shared("session", session)?.said ?? {};
    return { text, until, back };
};

// The last one holds; what was said before it comes back with it.
function sayAll(live: Live, session: string, saying: Saying, done: string): Promise<boolean> {
    const before = saidNow(live, session);
    return actUndoably(live, {
        method: "session.say",
        params: { id: session, ...saying },
        done,
        takeBack: () => actBack(live, "session.say", { id: session, ...before }),
        holds: () => saysSame(saidNow(live, session), { until: 0, back: false, ...saying }),
    });
}

const READ_FOR = 10; // minutes

export function sayLine(live: Live, session: string, text: string): Promise<boolean> {
    return sayAll(live, session, { text, until: inMinutes(live, READ_FOR) }, say("done_said"));
}

export const sayNothing = (live: Live, session: string) => sayAll(live, session, { text: "" }, say("done_silent"));

const MINUTE = 60_000;

// In so many minutes; 0: now. What was said stands no longer.
export function callBack(live: Live, session: string, minutes: number): Promise<boolean> {
    const until = minutes > 0 ? inMinutes(live, minutes) : 0;
    return sayAll(live, session, { text: "", until, back: true }, say("done_back"));
}

function inMinutes(live: Live, minutes: number): number {
    return Math.round(live.session.clock.now() + minutes * MINUTE);
}
