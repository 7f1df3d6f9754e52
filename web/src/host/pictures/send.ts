// One file to the server. (By XMLHttpRequest, which alone tells how much of it has gone.) A network that is dead may say nothing
// for a quarter of an hour: where nothing goes on the way is given up, and another one tried.
import type { Reason } from "../../generated/types";
import type { Answer, Made } from "./uploads";

// What may pass by itself.
const PASSING: ReadonlySet<string> = new Set(["too_often", "loading", "not_stored", "read_only"]);
const SILENCE = 30_000; // milliseconds in which nothing more of it goes
const MAKING = 180_000; // until the server has made it: others' may be ahead of it

export function sendPicture(process: string, file: Blob, progress: (part: number) => void, signal: AbortSignal): Promise<Answer<Made>> {
    return new Promise((resolve) => {
        const request = new XMLHttpRequest();
        const lost = () => resolve({ later: "no_server" });
        let timer: ReturnType<typeof setTimeout> | undefined;
        const wait = (patience: number) => {
            clearTimeout(timer);
            timer = setTimeout(() => request.abort(), patience);
        };
        request.open("POST", `/picture/${process}`);
        request.setRequestHeader("content-type", "application/octet-stream");
        request.upload.onprogress = ({ loaded, total }) => {
            wait(SILENCE);
            progress(total > 0 ? Math.min(loaded / total, 0.99) : 0);
        };
        request.upload.onload = () => {
            wait(MAKING);
            progress(1);
        };
        request.onload = () => resolve(answerOf(request));
        request.onerror = request.onabort = lost;
        request.onloadend = () => clearTimeout(timer);
        signal.addEventListener("abort", () => request.abort());
        wait(SILENCE);
        request.send(file);
    });
}

function answerOf({ status, responseText }: XMLHttpRequest): Answer<Made> {
    const said = parsed(responseText);
    if (status === 200 && said && "blob" in said) return { made: madeOf(said as Made) };
    const reason = (said as { reason?: Reason } | undefined)?.reason;
    if (reason === undefined && status === 413) return { refused: "too_large" }; // (what stands before the server takes less)
    if (reason === undefined || PASSING.has(reason)) return { later: reason ?? "no_server" };
    return { refused: reason };
}

// (The answer says more.)
function madeOf({ blob, small, type, width, height }: Made): Made {
    return { blob, small, type, width, height };
}

function parsed(text: string): object | undefined {
    try {
        const value: unknown = JSON.parse(text);
        return typeof value === "object" && value !== null ? value : undefined;
    } catch {
        return undefined; // (something between us and the server has answered)
    }
}
