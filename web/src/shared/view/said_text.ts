// The call to come back, as it is read on a phone and on the big screen.
import type { Said } from "../../generated/types";
import { clockTime } from "../moments";
import { minutesToBack } from "../said";
import { language } from "./language";
import { say } from "./texts/said";

export function sayBack(said: Said, now: number, zone: string): string {
    const n = minutesToBack(said, now);
    return n > 0 ? say("back_in", { n, time: clockTime(said.until!, zone, language.value) }) : say("back_now");
}
