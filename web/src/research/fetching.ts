// Reads a record line by line while it comes. It may be cancelled at any time; a refusal and a connection that breaks are told
// apart, and what breaks off is no record.
import { addressOf } from "../host/download";
import type { RecordView } from "../generated/types";
import { emptyReading, Lines, takeLine, type Reading } from "./reading";

// Which record: of research material a study's, or the process's own.
export interface Which {
    view: RecordView;
    study?: string | undefined;
}

export type Coming =
    | { at: "preparing" }
    | { at: "cancelled" | "no_server" }
    | { at: "coming"; rows: number; bytes: number }
    | { at: "read"; reading: Reading }
    | { at: "refused"; reason: string };

export async function readRecord(process: string, { view, study }: Which, signal: AbortSignal, tell: (coming: Coming) => void): Promise<void> {
    tell({ at: "preparing" });
    try {
        const response = await fetch(addressOf({ process, view, study, format: "jsonl" }), { signal });
        if (!response.ok) {
            const { reason = String(response.status) } = (await response.json().catch(() => ({}))) as { reason?: string };
            return tell({ at: "refused", reason });
        }
        const reading = await readLines(response.body!, (rows, bytes) => tell({ at: "coming", rows, bytes }));
        tell(reading.header ? { at: "read", reading } : { at: "no_server" });
    } catch {
        tell({ at: signal.aborted ? "cancelled" : "no_server" });
    }
}

async function readLines(body: ReadableStream<Uint8Array>, tell: (rows: number, bytes: number) => void): Promise<Reading> {
    const reading = emptyReading();
    const lines = new Lines();
    const text = new TextDecoder();
    const reader = body.getReader();
    for (let bytes = 0; ; ) {
        const { done, value } = await reader.read();
        for (const line of lines.take(text.decode(value, { stream: !done }))) takeLine(reading, line);
        if (done) break;
        bytes += value.length;
        tell(reading.count, bytes);
    }
    if (lines.isBroken) throw new Error("the record broke off");
    return reading;
}
