// What there is to read and look at: for the process as a whole, for this session and for the next one.
import { materialsOf } from "../shared/materials";
import { sessionsToCome } from "../shared/coming";
import type { Session } from "../shared/meeting";
import { ticking } from "../shared/view/clock";
import type { Live } from "../shared/view/live";
import { say } from "./texts/between";

export function Materials({ live, session }: { live: Live; session: Session }) {
    const [next] = sessionsToCome(live.all("session"), session.id, ticking.value + live.session.clock.offset);
    const items = live.all("item");
    const materials = materialsOf(live.all("material"), items, [...(next ? [next.id] : []), session.id]);
    if (materials.length === 0) return null;
    const belongsTo = (to: (typeof materials)[number]) => {
        const item = items.find(({ id }) => id === to.item);
        return item?.title ?? live.find("session", to.session)?.title;
    };
    return (
        <section>
            <h2>{say("materials")}</h2>
            <ul class="between-rows" lang={live.tongue}>
                {materials.map((material) => (
                    <li key={material.id}>
                        <a href={material.url} target="_blank" rel="noopener noreferrer">
                            {material.title}
                        </a>
                        {belongsTo(material) && <span class="meta">{belongsTo(material)}</span>}
                        {material.about && <p>{material.about}</p>}
                    </li>
                ))}
            </ul>
        </section>
    );
}
