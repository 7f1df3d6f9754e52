// On the facilitator's page: the code by which a phone becomes the remote. It works once and for ten minutes; what has been
// used, or is too old, stands on no screen any more.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { hashOf, remoteHash } from "../../shared/host_route";
import { ticking } from "../../shared/view/clock";
import { Dialog } from "../../shared/view/dialog";
import type { Live } from "../../shared/view/live";
import { TimeLeft } from "../../shared/view/parts";
import { Qr } from "../../shared/view/qr";
import { sayReason } from "../../shared/view/texts/reasons";
import { Refusal } from "../../shared/wire";
import { Copied, useCopying } from "../copy";
import { account } from "../house";
import { codeNow, type Code } from "./code_now";
import { say } from "./texts/code";
import "./code.css";

type Where = { process: string; session: string };

const ASK_EVERY = 2_000;

// Asked for past the outbox, which keeps what is unsent on the device: a secret is kept nowhere.
function useCode(live: Live): { code: Code; renew(): void } {
    const [code, setCode] = useState<Code>({ is: "making" });
    const { connection } = live.session;
    const renew = () => {
        setCode({ is: "making" });
        connection.request("remote.add", {}).then(
            ({ secret, expires }) => setCode({ is: "shown", secret, expires }),
            (error: unknown) => setCode({ is: "failed", why: error instanceof Refusal ? sayReason(error.reason) : say("no_server") }),
        );
    };
    useEffect(renew, [live]);
    const secret = code.is === "shown" ? code.secret : undefined;
    useEffect(() => {
        if (secret === undefined) return;
        const ask = () =>
            connection.request("remote.get", { secret }).then(
                ({ waits }) => setCode((code) => codeNow(code, secret, waits, live.session.clock.now())),
                () => {}, // (no contact: then the time is what ends it)
            );
        const timer = setInterval(() => void ask(), ASK_EVERY);
        return () => clearInterval(timer);
    }, [secret]);
    return { code, renew };
}

type DialogProps = { live: Live; where: Where; close(): void };

export function RemoteDialog({ live, where, close }: DialogProps) {
    const { code, renew } = useCode(live);
    return (
        <Dialog title={say("open")} close={close} class="remote-code">
            <Now live={live} code={code} where={where} renew={renew} />
            <p class="remote-here">
                <a href={hashOf({ screen: "remote", ...where })}>{say("open_here")}</a>
            </p>
        </Dialog>
    );
}

function Now({ live, code, where, renew }: Omit<DialogProps, "close"> & { code: Code; renew(): void }) {
    void ticking.value;
    if (code.is === "making") return <p role="status">{say("making")}</p>;
    if (code.is === "failed") return <Ended title="" text={say("failed", { reason: code.why })} button={say("again")} renew={renew} />;
    if (code.is === "used") return <Ended title={say("used_title")} text={say("used")} button={say("renew")} renew={renew} />;
    if (code.is === "over" || code.expires <= live.session.clock.now()) return <Ended title={say("over_title")} text={say("over")} button={say("renew")} renew={renew} />;
    return <Shown key={code.secret} live={live} secret={code.secret} expires={code.expires} where={where} renew={renew} />;
}

function Ended({ title, text, button, renew }: { title: string; text: string; button: string; renew(): void }) {
    return (
        <div class="remote-ended" role="status">
            {title && <h3>{title}</h3>}
            <p>{text}</p>
            <button type="button" onClick={renew}>
                {button}
            </button>
        </div>
    );
}

type ShownProps = { live: Live; secret: string; expires: number; where: Where; renew(): void };

function Shown({ live, secret, expires, where, renew }: ShownProps) {
    const link = `${location.origin}${location.pathname}${remoteHash(secret, where)}`;
    const name = account.value?.name;
    return (
        <div class="remote-shown">
            <Qr text={link} label={say("qr")} />
            <div class="remote-how">
                <p>{name ? say("how_named", { name }) : say("how")}</p>
                <p class="remote-left">
                    {say("once")} · <TimeLeft deadline={expires} offset={live.session.clock.offset} />
                </p>
                <p class="meta">{say("careful")}</p>
                <CopyLink link={link}>
                    <button type="button" class="quiet" onClick={renew}>
                        {say("renew")}
                    </button>
                </CopyLink>
            </div>
        </div>
    );
}

// For a phone without a camera that reads codes: sent to oneself. (No link to press: it would be used up on this computer.)
function CopyLink({ link, children }: { link: string; children: ComponentChildren }) {
    const copying = useCopying();
    return (
        <>
            <div class="remote-doings">
                <button type="button" class="quiet" onClick={() => copying.copy(link, say("copied"))}>
                    {say("copy")}
                </button>
                {children}
            </div>
            <Copied copying={copying} text={link} name={say("link")} rows={3} />
        </>
    );
}
