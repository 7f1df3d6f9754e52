// A card for each table, to print: what to do, the QR code, the code.
import { spacedCode, type Session } from "../shared/meeting";
import type { Live } from "../shared/view/live";
import { Qr } from "../shared/view/qr";
import "./invitation.css";
import { say } from "./texts/invitation";
import { linkOf, wayInto, type WayIn } from "./way_in";

const LONG = 24; // letters of a heading; longer ones stand smaller

function Card({ title, table, way }: { title: string; table: string | undefined; way: WayIn }) {
    const heading = table ?? title;
    return (
        <li class="table-card">
            <h2 class={heading.length > LONG ? "long" : undefined}>{heading}</h2>
            {table !== undefined && <p class="card-title">{title}</p>}
            <Qr text={linkOf(way)} label={say("qr", { title })} />
            <p>{say("card_how", { host: location.host })}</p>
            <p class="code big-code">{spacedCode(way.code)}</p>
            {table !== undefined && <p class="meta">{say("card_table", { table })}</p>}
        </li>
    );
}

export function Cards({ live, session }: { live: Live; session: Session }) {
    const way = wayInto(live, session.id);
    const tables = session.tables ?? [];
    if (!way?.open) return <p>{say("unknown")}</p>;
    return (
        <div class="stack">
            <div class="cards-head stack">
                <p>{say(tables.length > 0 ? "cards_lead" : "cards_none")}</p>
                <button type="button" class="primary" onClick={() => window.print()}>
                    {say("print")}
                </button>
            </div>
            <ul class="table-cards">
                {tables.length === 0 && <Card title={session.title} table={undefined} way={way} />}
                {tables.map(({ id, name }) => (
                    <Card key={id} title={session.title} table={name} way={way} />
                ))}
            </ul>
        </div>
    );
}
