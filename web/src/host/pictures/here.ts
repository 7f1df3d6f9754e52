// The uploads of the process that is open: one queue for all of its pages, which goes on whichever of them is looked at.
import { useEffect } from "preact/hooks";
import type { EventPicturePut } from "../../generated/types";
import type { Live } from "../../shared/view/live";
import { Refusal, type Params } from "../../shared/wire";
import { account } from "../house";
import { seqOf } from "../act";
import { BrowserUploads } from "./kept_uploads";
import { rememberAdded } from "./picture_steps";
import { sendPicture } from "./send";
import { smallEnough } from "./small_enough";
import { Uploads, type Answer } from "./uploads";

const store = new BrowserUploads();
const queues = new WeakMap<Live, Uploads>();

async function place(live: Live, params: EventPicturePut, command: string): Promise<Answer<number>> {
    try {
        const result = await live.session.connection.request("picture.put", { ...params, command } as Params<"picture.put">);
        return { made: seqOf(result) };
    } catch (error) {
        if (!(error instanceof Refusal)) return { later: "no_server" };
        return error.isPassing ? { later: error.reason } : { refused: error.reason };
    }
}

const lockOf = (id: string) => `samskap upload ${id}`;

async function alone(id: string, work: () => Promise<void>): Promise<boolean> {
    if (!navigator.locks) return work().then(() => true);
    return navigator.locks.request(lockOf(id), { ifAvailable: true }, async (lock) => {
        if (lock) await work();
        return lock !== null;
    });
}

const ended = (id: string) => navigator.locks.request(lockOf(id), () => {});

// (Of a live, its account and its process stay.)
export function uploadsOf(live: Live): Uploads {
    let uploads = queues.get(live);
    if (!uploads) {
        const process = live.process!.id;
        uploads = new Uploads(`${account.peek()?.id ?? ""} ${process}`, {
            store,
            prepare: smallEnough,
            send: (file, progress, signal) => sendPicture(process, file, progress, signal),
            place: (params, command) => place(live, params, command),
            placed: (params, seq) => rememberAdded(live, params, seq),
            alone,
            ended,
        });
        queues.set(live, uploads);
        void uploads.load();
    }
    return uploads;
}

// Stands where the process is open.
export function UploadsGoOn({ live }: { live: Live }) {
    const uploads = uploadsOf(live);
    const { state } = live.connectionState.value;
    useEffect(() => uploads.connect(state === "joined"), [uploads, state]);
    useEffect(() => () => uploads.connect(false), [uploads]);
    useEffect(() => {
        // What this device could not keep would be lost with the page.
        const leave = (event: BeforeUnloadEvent) => {
            if (uploads.rows.peek().some(({ isKept }) => !isKept)) event.preventDefault();
        };
        addEventListener("beforeunload", leave);
        return () => removeEventListener("beforeunload", leave);
    }, [uploads]);
    return null;
}
