// The display's page: known by a token, which the host's link or a short code gives; then it follows its session by itself.
import { effect, signal } from "@preact/signals";
import { render } from "preact";
import type { ParamsAttend, GroupRef } from "../generated/types";
import type { ResultAttend } from "../generated/wire";
import { browserOptions } from "../shared/browser_session";
import { isUnknown, type StopReason } from "../shared/connection";
import { openDevice, type Device } from "../shared/device";
import { Live } from "../shared/view/live";
import { forgetToken, keepToken, keptToken, openedWith } from "./kept";
import { DisplayPage } from "./page";
import { Pairing } from "./pairing";
import { say } from "./texts/page";

// Where it stands: asking for a code; known, and followed by a session; or refused, and why.
const code = signal<string | undefined>(undefined);
const token = signal<string | undefined>(undefined);
const stopped = signal<StopReason | undefined>(undefined);

function introduce(): { method: "attend"; params: ParamsAttend } {
    const by = token.value !== undefined ? { token: token.value } : code.value !== undefined ? { code: code.value } : {};
    return { method: "attend", params: { as: "display", ...by } };
}

async function open(device: Device): Promise<Live> {
    const session = signal<string | undefined>(undefined);
    const group = signal<GroupRef | undefined>(undefined);
    const live = await Live.open({
        ...browserOptions(device, "display"),
        introduce,
        joined: (result) => {
            const known = result as ResultAttend;
            if (known.token !== undefined) token.value = known.token;
            if (token.value !== undefined) void keepToken(device, token.value);
            code.value = undefined;
            session.value = known.session;
            group.value = known.group;
        },
        changed: (state) => {
            if (state.state === "stopped") void stop(device, state.reason);
        },
    });
    render(<Page live={live} session={session} group={group} />, document.getElementById("app")!);
    return live;
}

// What the server does not know any more must not be tried for ever; but a display in a hall is not to be paired anew because
// another window took over, or because the server had trouble.
async function stop(device: Device, reason: StopReason): Promise<void> {
    const known = token.value;
    stopped.value = reason;
    code.value = undefined;
    if (known === undefined || !isUnknown(reason)) return;
    token.value = undefined;
    await forgetToken(device, known);
}

function Page({ live, session, group }: { live: Live; session: { value: string | undefined }; group: { value: GroupRef | undefined } }) {
    const begin = () => {
        stopped.value = undefined;
        live.session.start();
    };
    const pair = (typed: string) => {
        code.value = typed;
        begin();
    };
    if (token.value === undefined || stopped.value !== undefined)
        return <Pairing isTrying={code.value !== undefined} stopped={stopped.value} pair={pair} again={token.value === undefined ? undefined : begin} />;
    return <DisplayPage live={live} session={session.value} group={group.value} />;
}

async function start(): Promise<void> {
    effect(() => void (document.title = say("document")));
    const opened = openedWith();
    const device = await openDevice();
    token.value = opened.token ?? (opened.code === undefined ? await keptToken(device) : undefined);
    code.value = opened.code;
    const live = await open(device);
    if (token.value !== undefined || code.value !== undefined) live.session.start();
    // A link that is pasted over this page changes nothing but the fragment.
    addEventListener("hashchange", () => /[#&](token|code)=/.test(location.hash) && location.reload());
}

void start();
