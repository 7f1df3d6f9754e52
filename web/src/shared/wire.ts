// Requests as they go over the wire, and what becomes of them.
import type { EventBodies, ParamsBodies, Reason } from "../generated/types";
import type * as Wire from "../generated/wire";

export type Method = keyof EventBodies | keyof ParamsBodies;
type Members<M> = (M extends keyof EventBodies ? EventBodies[M] : unknown) & (M extends keyof ParamsBodies ? ParamsBodies[M] : unknown);
export type Params<M extends Method> = Members<M>;

interface Results {
    join: Wire.ResultJoin;
    attend: Wire.ResultAttend;
    digest: Wire.ResultDigest;
    writing: Wire.ResultWriting;
    "words.notes": Wire.ResultWordsNotes;
    "words.page": Wire.ResultWordsPage;
    "joining.put": Wire.ResultJoiningPut;
    "display.add": Wire.ResultDisplayAdd;
    "house.list": Wire.ResultHouseList;
    "house.accounts": Wire.ResultHouseAccounts;
    "process.add": Wire.ResultProcessAdd;
    "account.add": Wire.ResultAccountAdd;
    "grant.put": Wire.ResultGrantPut;
    "template.put": Wire.ResultTemplatePut;
    "download.list": Wire.ResultDownloadList;
    "template.list": Wire.ResultTemplateList;
    "template.get": Wire.ResultTemplateGet;
    "remote.add": Wire.ResultRemoteAdd;
    "remote.get": Wire.ResultRemoteGet;
}
export type Result<M extends Method> = M extends keyof Results ? Results[M] : Wire.ResultCommand;

export const SUBPROTOCOL = "samskap.v1";
// The server reads no further than this many requests without an answer.
export const MOST_UNANSWERED = 60;
const LARGEST_MESSAGE = 32 * 1024;
const ENVELOPE = 128; // more than what stands around method and parameters

// Whether the server would close the connection (1009) instead of reading it. Such a thing must never be queued.
export function isTooLarge(method: string, params: object): boolean {
    return new TextEncoder().encode(method + JSON.stringify(params)).length + ENVELOPE > LARGEST_MESSAGE;
}

// The server's no. With `seq` it stands in the journal.
export class Refusal extends Error {
    readonly reason: Reason;
    readonly seq: number | undefined;
    readonly path: string | undefined;

    constructor(error: Wire.WireError) {
        super(error.message);
        this.reason = error.data?.reason ?? "bad_request";
        this.seq = error.data?.seq;
        this.path = error.data?.path;
    }

    // Whether the same again may succeed. What the journal holds never changes; the rest of the reasons say
    // that something is wrong with the request itself, or with the state it met.
    get isPassing(): boolean {
        return this.seq === undefined && PASSING.has(this.reason);
    }
}
const PASSING: ReadonlySet<Reason> = new Set(["not_stored", "read_only", "loading", "too_often", "not_joined"]);

// The connection went away before the answer came: it may have happened or not.
export class Lost extends Error {
    constructor() {
        super("the connection was lost");
    }
}
