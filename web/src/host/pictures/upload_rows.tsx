// What is on its way: each with how far it has come, and what can be done where it has stopped.
import { useRef } from "preact/hooks";
import type { Live } from "../../shared/view/live";
import { sayReason } from "../../shared/view/texts/reasons";
import { useKeptFocus } from "../kept_focus";
import { uploadsOf } from "./here";
import { say } from "./texts/pictures";
import type { Upload, Uploads } from "./uploads";

export function UploadRows({ live, session }: { live: Live; session: string }) {
    const uploads = uploadsOf(live);
    const box = useRef<HTMLDivElement>(null);
    useKeptFocus(box);
    const rows = uploads.rows.value.filter(({ said }) => said.session === session);
    const going = rows.filter(({ at }) => at !== "refused");
    const stored = uploads.stored.value;
    const text = stored === 0 ? "" : [say("said_stored", { n: stored }), say("said_left", { n: going.length })].filter(Boolean).join(" ");
    return (
        <div class="pictures-uploads" ref={box} tabIndex={-1}>
            <p role="status" class={text && rows.length > 0 ? "meta" : "unseen"}>
                {text}
            </p>
            {rows.length > 0 && (
                <ul class="pictures-coming" aria-label={say("uploading")}>
                    {rows.map((row) => (
                        <Row key={row.id} live={live} uploads={uploads} row={row} />
                    ))}
                </ul>
            )}
            {going.length > 0 && <p class="meta">{keptSaid(going)}</p>}
        </div>
    );
}

function keptSaid(going: readonly Upload[]): string {
    if (going.some(({ isKept }) => isKept === false)) return say("not_kept");
    return going.every(({ isKept }) => isKept) ? say("kept", { n: going.length }) : "";
}

// Of the file itself: it is the same at every try.
const FINAL: ReadonlySet<string> = new Set(["heic", "wrong_kind", "unreadable", "too_large", "bad_picture"]);

function Row({ live, uploads, row }: { live: Live; uploads: Uploads; row: Upload }) {
    const { id, name, at, part } = row;
    const isRefused = at === "refused";
    return (
        <li class={isRefused ? "pictures-upload is-refused" : "pictures-upload"}>
            <div class="pictures-upload-said">
                <p class="pictures-name">{name}</p>
                <p class={isRefused ? "said wrong" : "meta"} role={isRefused ? "alert" : undefined}>
                    {stateOf(live, row)}
                </p>
                {(at === "sending" || at === "making") && <progress aria-label={say("progress", { name })} max={1} value={part} />}
            </div>
            <span class="pictures-tools">
                {row.why !== undefined && !FINAL.has(row.why) && (
                    <button type="button" class="quiet small" aria-label={say("again_this", { name })} onClick={() => uploads.again(id)}>
                        {say("again")}
                    </button>
                )}
                <button
                    type="button"
                    class="quiet small"
                    aria-label={say(isRefused ? "let_go_this" : "cancel_this", { name })}
                    onClick={() => uploads.cancel(id)}
                >
                    {say(isRefused ? "let_go" : "cancel")}
                </button>
            </span>
        </li>
    );
}

// What is said of them here, and nowhere else.
const OURS = ["heic", "wrong_kind", "unreadable", "too_large", "too_many"] as const;
const isOurs = (why: Upload["why"]): why is (typeof OURS)[number] => (OURS as readonly unknown[]).includes(why);

function stateOf(live: Live, { at, part, why }: Upload): string {
    if (at === "refused") return isOurs(why) ? say(why) : sayReason(why ?? "");
    if (at === "preparing") return say("is_preparing");
    if (at === "sending") return say("is_sending", { n: Math.floor(part * 100) });
    if (at === "making") return say("is_making");
    const { state } = live.connectionState.value;
    if (why === "not_stored" || why === "read_only" || state === "read_only") return say("is_waiting_server");
    return say(why === "no_server" || state !== "joined" ? "is_waiting_net" : "is_waiting");
}
