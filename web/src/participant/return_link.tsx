// The link that takes a person to another phone: made, copied, shown, printed. It lets in once, and a newer one ends it.
import { useState } from "preact/hooks";
import type { ParamsWayPut } from "../generated/types";
import { newId, newSecret } from "../shared/ids";
import { wayIsUsed, wayLink } from "../shared/join_link";
import type { Session } from "../shared/meeting";
import { fileName } from "../shared/my_text";
import { language } from "../shared/view/language";
import type { Live } from "../shared/view/live";
import { Qr } from "../shared/view/qr";
import { sayReason } from "../shared/view/texts/reasons";
import { Refusal } from "../shared/wire";
import { saveText } from "./save_text";
import { say } from "./texts/return_link";
import "./return_link.css";

type Props = { live: Live; session: Session };

export function ReturnLink({ live, session }: Props) {
    const [made, setMade] = useState<{ link: string; seq: number }>();
    const [said, setSaid] = useState("");
    const [isAsking, setAsking] = useState(false);
    const isUsed = made !== undefined && wayIsUsed(made.seq, live.allMine("participant")[0]);
    const link = isUsed ? "" : (made?.link ?? "");
    const isJoined = live.connectionState.value.state === "joined";
    const make = async () => {
        if (!isJoined || isAsking) return;
        const secret = newSecret();
        setAsking(true);
        setSaid("");
        // (Not by the outbox, which would keep the secret, and send it when nobody sees the link any more.)
        const asked: ParamsWayPut & { command: string } = { command: newId(), secret };
        try {
            const { seq } = await live.session.connection.request("way.put", asked);
            setMade({ link: wayLink(location.origin, session.id, secret), seq });
            setSaid(say("made"));
        } catch (error) {
            setSaid(error instanceof Refusal ? sayReason(error.reason) : say("offline"));
        }
        setAsking(false);
    };
    return (
        <section class="return-link">
            <h2>{say("heading")}</h2>
            <p>{say("what")}</p>
            <p class="meta">{say("stays")}</p>
            {link !== "" && <Link link={link} title={session.title} setSaid={setSaid} />}
            <div class="buttons">
                <button type="button" class={link ? "quiet" : ""} aria-disabled={!isJoined || isAsking} onClick={() => void make()}>
                    {say(made ? "make_new" : "make")}
                </button>
            </div>
            {!isJoined && <p class="meta">{say("offline")}</p>}
            <p class="meta" role="status">
                {isUsed ? say("used") : said}
            </p>
        </section>
    );
}

function Link({ link, title, setSaid }: { link: string; title: string; setSaid(text: string): void }) {
    const copy = () => navigator.clipboard.writeText(link).then(() => setSaid(say("copied")), () => setSaid(say("not_copied")));
    const save = () => saveText(fileName(title, say("file").toLocaleLowerCase(language.value)), `${title}\n${say("card")}\n\n${link}\n`);
    return (
        <div class="way-card">
            <p>
                <strong>{title}</strong>
            </p>
            <div class="way-qr">
                <Qr text={link} label={say("qr")} />
            </div>
            <p class="way-text">{link}</p>
            <p class="meta">{say("card")}</p>
            <div class="buttons">
                {/* (Where the page is not secure there is no clipboard.) */}
                {"clipboard" in navigator && (
                    <button type="button" onClick={() => void copy()}>
                        {say("copy")}
                    </button>
                )}
                <button type="button" onClick={save}>
                    {say("save")}
                </button>
                <button type="button" onClick={() => window.print()}>
                    {say("print")}
                </button>
            </div>
        </div>
    );
}
