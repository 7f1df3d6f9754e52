// What a page and the worker that its simulated participants live in tell each other.
import type { Pace, Report } from "./crowd";
import type { Where } from "./nature";
import type { Identity } from "./person";

export type ToCrowd =
    | { what: "begin"; seed: string; where: Where; url: string; pace: Pace }
    | { what: "call"; identities: Identity[]; wanted: number }
    | { what: "pace"; pace: Pace }
    | { what: "pause"; isPaused: boolean }
    | { what: "end" };

export type FromCrowd = Report;
