// Rehearsals that were left: each is gone on with, or wiped. They stand apart from what is real.
import { useEffect, useState } from "preact/hooks";
import { hashOf } from "../../shared/host_route";
import type { Row } from "../house";
import { AskEnd } from "./ask_end";
import { keptRehearsal, type KeptRehearsal } from "./kept";
import "./rehearse.css";
import { say } from "./texts/rehearse";
import { wipeFromHouse } from "./wipe";

export function Rehearsals({ rows }: { rows: readonly Row[] }) {
    const [ending, setEnding] = useState<string>();
    const leads = rows.filter(({ roles }) => roles.includes("facilitator") || roles.includes("administrator"));
    if (leads.length === 0) return null;
    return (
        <section class="stack rehearsals" aria-labelledby="rehearsals">
            <h2 id="rehearsals">{say("list")}</h2>
            <p class="meta">{say("list_lead")}</p>
            <ul class="places">
                {leads.map((row) => (
                    <RehearsalRow key={row.process} row={row} end={() => setEnding(row.process)} />
                ))}
            </ul>
            {ending !== undefined && <AskEnd wipe={() => wipeFromHouse(ending)} close={() => setEnding(undefined)} />}
        </section>
    );
}

function RehearsalRow({ row, end }: { row: Row; end(): void }) {
    const [kept, setKept] = useState<KeptRehearsal>();
    useEffect(() => void keptRehearsal(row.process).then(setKept), [row.process]);
    const { process } = row;
    const title = [row.title, kept?.title].filter((one, i, all) => one && all.indexOf(one) === i).join(": ");
    const to = kept
        ? hashOf({ screen: "run", process, session: kept.session, tab: "" })
        : hashOf({ screen: "process", process, tab: "sessions" });
    return (
        <li class="place place-row">
            <div>
                <h3 class="place-title">{say("row", { title })}</h3>
                <p class="meta">{say("row_state")}</p>
            </div>
            <p class="actions">
                <a class="button" href={to} aria-label={say("resume_named", { title })}>
                    {say("resume")}
                </a>
                <button type="button" aria-label={say("wipe_named", { title })} onClick={end}>
                    {say("wipe")}
                </button>
            </p>
        </li>
    );
}
