// The diaries of a process: they go on between its sessions, so they stand with the process.
import { roundsInOrder } from "../../shared/my_notes";
import type { Round } from "../../shared/meeting";
import { hashOf } from "../../shared/host_route";
import type { Live } from "../../shared/view/live";
import { Promise as PromiseLine } from "../../shared/view/parts";
import { Figures } from "../run/figures";
import { Tabs } from "../tabs";
import { UndoLine } from "../undo_line";
import { DiaryDesk } from "./desk";
import { say } from "./texts/diary";

export function diariesOf(live: Live): Round[] {
    const sessions = live.all("session").sort((a, b) => (a.number ?? 0) - (b.number ?? 0));
    return sessions.flatMap(({ id }) => roundsInOrder(live.all("round"), live.all("item"), id)).filter(({ form }) => form === "diary");
}

export function Diaries({ live, round: id }: { live: Live; round: string | undefined }) {
    const all = diariesOf(live);
    const round = all.find((one) => one.id === id) ?? all[0];
    if (!round) return null;
    const process = live.process!.id;
    const links = all.map((one) => ({ href: hashOf({ screen: "process", process, tab: "diary", list: one.id }), label: one.question, isHere: one === round }));
    return (
        <>
            {all.length > 1 && <Tabs label={say("diaries")} tabs={links} />}
            <div class="stack">
                <h2>{round.question}</h2>
                <p class="diary-figures meta">
                    <Figures live={live} session={round.session} round={round} />
                </p>
                <PromiseLine round={round} />
            </div>
            <DiaryDesk key={round.id} live={live} round={round} />
            <UndoLine live={live} />
        </>
    );
}
