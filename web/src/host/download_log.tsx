// Who has taken which record home: when, in which format, and by what sum a file is known to be that one.
import { useEffect, useState } from "preact/hooks";
import type { ResultDownloadList } from "../generated/wire";
import { dayAndTime } from "../shared/moments";
import { sizeOf } from "../shared/size";
import { language } from "../shared/view/language";
import { houseLive } from "./house";
import { say } from "./texts/download_log";
import "./erasing/erasing.css";

type Row = ResultDownloadList["downloads"][number];
// The titles of sessions and of studies, by their ids.
type Titles = ReadonlyMap<string, string>;
type LogProps = { process: string; zone: string; titles: Titles; studies: Titles; turn: number };

// `turn`: asked again whenever it changes.
function useRows(process: string, turn: number) {
    const [rows, setRows] = useState<readonly Row[]>();
    const [more, setMore] = useState(0);
    const ask = async (skip: number, before: readonly Row[]) => {
        const answer = await houseLive.value?.session.connection.request("download.list", { process, skip }).catch(() => undefined);
        if (!answer) return;
        setRows([...before, ...answer.downloads]);
        setMore(answer.more);
    };
    useEffect(() => void ask(0, []), [process, turn]);
    return { rows, more, next: () => ask(rows?.length ?? 0, rows ?? []) };
}

function LogRow({ row, zone, titles, studies }: Omit<LogProps, "process" | "turn"> & { row: Row }) {
    const study = row.study === undefined ? undefined : studies.get(row.study);
    const of = row.session === undefined ? say("whole") : (titles.get(row.session) ?? say("a_session"));
    return (
        <tr>
            <td>{dayAndTime(row.at, zone, language.value)}</td>
            <td>{row.name ?? say("command_line")}</td>
            <td>
                {[say(`view_${row.view}`), ...(study ? [study] : []), of].join(", ")}
            </td>
            <td>{row.format}</td>
            <td>
                {row.sha256 ? (
                    <>
                        {sizeOf(row.bytes ?? 0, language.value)} <code>{row.sha256}</code>
                    </>
                ) : (
                    say("no_sum")
                )}
            </td>
        </tr>
    );
}

export function DownloadLog({ process, turn, ...known }: LogProps) {
    const { rows, more, next } = useRows(process, turn);
    const heads = ["when", "who", "what", "format", "file"] as const;
    if (!rows) return null;
    return (
        <section class="stack">
            <h2>{say("title")}</h2>
            {rows.length === 0 && <p>{say("none")}</p>}
            {rows.length > 0 && (
                <div class="download-log" tabIndex={0} role="region" aria-label={say("title")}>
                    <table>
                        <thead>
                            <tr>
                                {heads.map((head) => (
                                    <th key={head} scope="col">
                                        {say(head)}
                                    </th>
                                ))}
                            </tr>
                        </thead>
                        <tbody>
                            {rows.map((row, i) => (
                                <LogRow key={rows.length + more - i} row={row} {...known} />
                            ))}
                        </tbody>
                    </table>
                </div>
            )}
            {more > 0 && (
                <p>
                    <button type="button" onClick={() => void next()}>
                        {say("more", { n: more })}
                    </button>
                </p>
            )}
            <p class="meta">{say("sum_hint")}</p>
        </section>
    );
}
