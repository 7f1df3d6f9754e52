// What a vote with a cut decides: who goes on, what stands on the line, and the next pass; and how it stands against an earlier one.
import { useState } from "preact/hooks";
import { resultRows, type ResultRow } from "../../shared/ballot_result";
import type { Round } from "../../shared/meeting";
import { compared, earlierThan, passOf, questionOfPass, type ComparedRow, type Cut } from "../../shared/passes";
import { fill } from "../../shared/texts";
import { language } from "../../shared/view/language";
import type { Live } from "../../shared/view/live";
import { canAct } from "../act";
import { sourceOfPass, type Source } from "./ballot_of_words";
import { cutTexts, say } from "./texts/cut";

// A, B och C.
const listed = (names: readonly string[]) => new Intl.ListFormat(language.value).format(names);

// (In the language of those who vote.)
const behindPass = ({ tongue = "sv" }: Live) => (n: number) => fill(cutTexts[tongue].pass_behind, { n }, tongue);

type CutProps = { live: Live; round: Round; rows: readonly ResultRow[]; cut: Cut; make(source: Source): void };

export function CutSummary({ live, round, rows, cut, make }: CutProps) {
    const { chosen, tied, room } = cut;
    const textOf = (id: string) => `”${rows.find((row) => row.id === id)?.text ?? ""}”`;
    const isOff = !canAct(live);
    const pass = passOf(round, live.all("round"));
    const next = (ids: readonly string[], line = 0) => make({ ...sourceOfPass(round, rows, ids, line), question: questionOfPass(round.question, pass + 1, behindPass(live)) });
    return (
        <section class="results-cut" aria-labelledby="results-cut">
            <h2 id="results-cut">{say("goes_on", { n: cut.cut })}</h2>
            {pass > 1 && <p class="meta">{say("pass", { n: pass })}</p>}
            {tied.length > 0 ? (
                <>
                    <p>{`${say("tie", { n: tied.length, names: listed(tied.map(textOf)) })} ${say("room", { n: room })}`}</p>
                    <p class="words-row-buttons">
                        <button type="button" class="primary" disabled={isOff} onClick={() => next(tied, room)}>
                            {say("vote_again")}
                        </button>
                        <button type="button" disabled={isOff || chosen.length + tied.length < 2} onClick={() => next([...chosen, ...tied])}>
                            {say("take_all", { n: chosen.length + tied.length })}
                        </button>
                        <button type="button" disabled={isOff} onClick={() => next(chosen)}>
                            {say("decide")}
                        </button>
                    </p>
                </>
            ) : (
                <>
                    <p>{chosen.length < cut.cut ? say("fewer", { n: chosen.length }) : say("chosen", { names: listed(chosen.map(textOf)) })}</p>
                    {chosen.length > 1 && (
                        <p class="words-row-buttons">
                            <button type="button" disabled={isOff} onClick={() => next(chosen)}>
                                {say("next_pass", { n: chosen.length })}
                            </button>
                        </p>
                    )}
                </>
            )}
        </section>
    );
}

export function changeText({ change, by }: ComparedRow): string {
    return change === "up" || change === "down" ? say(`change_${change}`, { n: by }) : say(`change_${change}`);
}

export function Comparison({ live, round, rows }: { live: Live; round: Round; rows: readonly ResultRow[] }) {
    const others = earlierThan(round, live.all("round"));
    const [chosen, choose] = useState<string>();
    const earlier = others.find(({ id }) => id === chosen) ?? others[0];
    if (!earlier || round.state !== "closed") return null;
    const before = { choices: earlier.ballot?.choices ?? [], rows: resultRows(earlier, live.find("tally", earlier.id)) };
    const all = compared({ choices: round.ballot?.choices ?? [], rows }, before);
    const name = (one: Round) => `${one.question} (${live.find("session", one.session)?.title ?? ""}${one.id === round.ballot?.pass_of ? `, ${say("earlier_pass")}` : ""})`;
    return (
        <section class="results-compared" aria-labelledby="results-compared">
            <h2 id="results-compared">{say("compared")}</h2>
            {others.length > 1 ? (
                <label>
                    {say("compare_with")}
                    <select value={earlier.id} onChange={(event) => choose(event.currentTarget.value)}>
                        {others.map((one) => (
                            <option key={one.id} value={one.id}>
                                {name(one)}
                            </option>
                        ))}
                    </select>
                </label>
            ) : (
                <p class="meta">{name(earlier)}</p>
            )}
            <table class="results-table results-two">
                <caption class="unseen">{say("compared")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{say("choice")}</th>
                        <th scope="col">{say("now")}</th>
                        <th scope="col">{say("before")}</th>
                        <th scope="col">{say("change")}</th>
                    </tr>
                </thead>
                <tbody>
                    {all.map((row) => (
                        <tr key={row.id}>
                            <th scope="row">{row.text}</th>
                            <td>{row.votes === undefined ? "–" : say("place_votes", { place: row.place!, n: row.votes })}</td>
                            <td>{row.before ? say("place_votes", { place: row.before.place, n: row.before.votes }) : "–"}</td>
                            <td>{changeText(row)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
            <p class="meta">{say("change_why")}</p>
        </section>
    );
}
