// The slips as they are printed: ten on a sheet of A4, with lines to cut along. On the screen they are not shown, for whoever looks
// over a shoulder could come in by one.
import { wayLink } from "../../shared/join_link";
import type { Session } from "../../shared/meeting";
import { dayOf } from "../../shared/moments";
import { fill, languages, type LanguageTag } from "../../shared/texts";
import type { Live } from "../../shared/view/live";
import { Qr } from "../../shared/view/qr";
import { say, slipsTexts } from "./texts/slips";

export const PER_PAGE = 10;

type SlipProps = { live: Live; session: Session; link: string };

// In the meeting's own language first, and in the other one for who does not read that.
export function Slip({ live, session, link }: SlipProps) {
    const tongue = live.tongue ?? "sv";
    const others = languages.filter((one) => one !== tongue);
    const title = live.profile && live.profile.title !== session.title ? live.profile.title : "";
    return (
        <div class="slip">
            <Qr text={link} label={say("qr")} />
            <div class="slip-text">
                <p class="slip-title" lang={tongue}>
                    {session.title}
                </p>
                <p class="slip-about" lang={tongue}>
                    {[title, session.starts ? dayOf(session.starts, live.zone, tongue) : ""].filter((part) => part).join(" · ")}
                </p>
                <p class="slip-how" lang={tongue}>
                    {on("card_join", tongue)} <strong>{on("card_once", tongue)}</strong>
                </p>
                {others.map((other) => (
                    <p key={other} class="slip-other" lang={other}>
                        {on("card_join", other)} {on("card_once", other)}
                    </p>
                ))}
            </div>
        </div>
    );
}

function on(key: "card_join" | "card_once", language: LanguageTag): string {
    return fill(slipsTexts[language][key], {}, language);
}

export function SlipPages({ live, session, secrets }: { live: Live; session: Session; secrets: readonly string[] }) {
    const sheets = Array.from({ length: Math.ceil(secrets.length / PER_PAGE) }, (_, i) => secrets.slice(i * PER_PAGE, (i + 1) * PER_PAGE));
    return (
        <div class="slips-paper">
            {sheets.map((sheet, i) => (
                <div key={i} class="slip-sheet">
                    {sheet.map((secret) => (
                        <Slip key={secret} live={live} session={session} link={wayLink(location.origin, session.id, secret)} />
                    ))}
                </div>
            ))}
        </div>
    );
}
