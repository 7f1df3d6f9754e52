// Fetches a record and hands it to the browser as a file. Happy path: asked → so many bytes have come → saved. It may be
// cancelled at any time; a refusal and a connection that breaks are told apart.
import type { RecordView } from "../generated/types";
import { saveFile } from "../shared/view/save_file";

// How each format is asked for, and what its file's name ends with; in the order in which they are offered.
const asked = {
    xlsx: { query: "format=xlsx", ending: "xlsx" },
    excel: { query: "format=csv&profile=excel-sv", ending: "zip" },
    docx: { query: "format=docx", ending: "docx" },
    csv: { query: "format=csv&profile=data", ending: "zip" },
    jsonl: { query: "format=jsonl", ending: "jsonl" },
    sqlite: { query: "format=sqlite", ending: "sqlite" },
    qdpx: { query: "format=qdpx", ending: "qdpx" },
    qdc: { query: "format=qdc", ending: "qdc" },
    bundle: { query: "format=bundle", ending: "bundle.zip" },
};

export type Format = keyof typeof asked;
export const formats = Object.keys(asked) as readonly Format[];

export interface Wish {
    process: string;
    session?: string | undefined;
    view: RecordView;
    study?: string | undefined; // whose material it is
    format: Format;
    since?: string; // of a project: a day, 2026-02-12; "": all
}

export type Progress =
    | { at: "preparing" | "cancelled" | "no_server" }
    | { at: "fetching"; bytes: number; all: number | undefined }
    | { at: "done"; bytes: number; name: string }
    | { at: "refused"; reason: string };

// Projects alone may be of what is new: each question has the same name and id in them every time.
export const mayBeSince = (format: Format) => format === "qdpx";

export function addressOf({ process, session, view, study, format, since }: Wish): string {
    const profile = since && mayBeSince(format) ? `&profile=since-${since}` : "";
    return `/transcript/${process}${session ? `/${session}` : ""}?view=${view}&${asked[format].query}${profile}${study ? `&study=${study}` : ""}`;
}

export async function download(wish: Wish, signal: AbortSignal, tell: (progress: Progress) => void): Promise<void> {
    tell({ at: "preparing" });
    try {
        const response = await fetch(addressOf(wish), { signal });
        if (!response.ok) {
            const { reason = String(response.status) } = (await response.json().catch(() => ({}))) as { reason?: string };
            return tell({ at: "refused", reason });
        }
        const parts = await read(response, tell);
        const name = nameOf(response, wish);
        const file = new Blob(parts, { type: response.headers.get("content-type") ?? "application/octet-stream" });
        saveFile(file, name);
        tell({ at: "done", bytes: file.size, name });
    } catch {
        tell({ at: signal.aborted ? "cancelled" : "no_server" });
    }
}

async function read(response: Response, tell: (progress: Progress) => void): Promise<Uint8Array<ArrayBuffer>[]> {
    const all = Number(response.headers.get("content-length")) || undefined;
    const reader = response.body!.getReader();
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    for (;;) {
        const { done, value } = await reader.read();
        if (done) return parts;
        parts.push(value);
        bytes += value.length;
        tell({ at: "fetching", bytes, all });
    }
}

function nameOf(response: Response, { view, format }: Wish): string {
    const named = response.headers.get("content-disposition")?.match(/filename="?([^";]+)"?/)?.[1];
    return named ?? `samskap-${view}.${asked[format].ending}`;
}
