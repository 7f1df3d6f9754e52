// The processes that may be entered, and what to do where there is none yet.
import { useEffect, useState } from "preact/hooks";
import { house, houseLive, realOnes, refreshHouse, type Row } from "./house";
import { Rehearsals } from "./rehearse/list";
import { WipedLine } from "./rehearse/wiped";
import { ShowMore, useMost } from "../shared/view/show_more";
import { say } from "./texts/house";
import { useTitle } from "./title";

const SEARCH_FROM = 8;
const STEP = 100; // rows at a time

function rolesOf({ roles, studies = [] }: Row): string {
    return [...roles.map((role) => say(`role_${role}`)), ...(studies.length > 0 ? [say("role_study")] : [])].join(" · ");
}

// Who may only read a study's material has nothing to do here.
function hrefOf({ process, roles }: Row): string {
    return `${roles.length > 0 ? "" : "/research"}#/process/${process}`;
}

function ProcessList({ rows }: { rows: readonly Row[] }) {
    const [sought, setSought] = useState("");
    const { most, more } = useMost(STEP);
    const found = rows.filter(({ title }) => title.toLowerCase().includes(sought.trim().toLowerCase()));
    return (
        <>
            {rows.length >= SEARCH_FROM && (
                <label class="short">
                    {say("search")}
                    <input type="search" value={sought} onInput={(event) => setSought(event.currentTarget.value)} />
                </label>
            )}
            {found.length === 0 && <p role="status">{say("none_found")}</p>}
            <ul class="places">
                {found.slice(0, most).map((row) => (
                    <li key={row.process}>
                        <a class="place" href={hrefOf(row)}>
                            <span class="place-title">{row.title}</span>
                            <span class="meta">{rolesOf(row)}</span>
                        </a>
                    </li>
                ))}
            </ul>
            <ShowMore left={found.length - most} more={more} />
        </>
    );
}

function Empty({ mayAdd }: { mayAdd: boolean }) {
    return (
        <section class="empty stack">
            <h2>{say(mayAdd ? "empty_title" : "none_title")}</h2>
            <p>{say("empty")}</p>
            {mayAdd ? (
                <p>
                    <a class="button primary" href="#/new">
                        {say("new")}
                    </a>
                </p>
            ) : (
                <p>{say("none_ask")}</p>
            )}
        </section>
    );
}

export function HouseScreen() {
    useTitle(say("title"));
    // (The server does not tell the house what others have given or taken back.)
    useEffect(() => void refreshHouse(), []);
    const known = house.value;
    const isThere = houseLive.value?.connectionState.value.state === "joined";
    const all = [...(known?.processes ?? [])].sort((a, b) => a.title.localeCompare(b.title, "sv"));
    const rows = realOnes(all);
    return (
        <div class="stack">
            <div class="title-line">
                <h1>{say("title")}</h1>
                <div class="actions">
                    {rows.length > 0 && known?.mayAdd && (
                        <a class="button primary" href="#/new">
                            {say("new")}
                        </a>
                    )}
                    {known?.administrator && (
                        <a class="button" href="#/accounts">
                            {say("accounts")}
                        </a>
                    )}
                </div>
            </div>
            <WipedLine at="" />
            {!known && <p role="status">{say(isThere ? "loading" : "offline")}</p>}
            {rows.length > 0 && <ProcessList rows={rows} />}
            {known && known.more > 0 && <p role="status">{say("loading_more", { n: known.more })}</p>}
            {known && rows.length > 0 && !known.mayAdd && <p class="meta">{say("new_denied")}</p>}
            {known && rows.length === 0 && <Empty mayAdd={known.mayAdd} />}
            <Rehearsals rows={all.filter(({ rehearsal }) => rehearsal)} />
        </div>
    );
}
