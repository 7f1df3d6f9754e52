// Where simulated participants live: beside the page, which stays smooth, and whose timers a browser slows down while
// another window is looked at.
import { openSocket } from "../../shared/browser";
import { deviceTimers } from "../../shared/clock";
import { Crowd } from "../../shared/rehearsal/crowd";
import type { FromCrowd, ToCrowd } from "../../shared/rehearsal/messages";

let crowd: Crowd | undefined;

const tell = (report: FromCrowd) => postMessage(report);

addEventListener("message", ({ data }: MessageEvent<ToCrowd>) => {
    if (data.what === "begin") crowd = new Crowd({ ...data, openSocket, timers: deviceTimers, tell });
    else if (data.what === "call") crowd?.call(data.identities, data.wanted);
    else if (data.what === "pace") crowd?.setPace(data.pace);
    else if (data.what === "pause") crowd?.pause(data.isPaused);
    else crowd?.end();
});
