// The process's material: links, by what they belong to, in an order.
import { useState } from "preact/hooks";
import { inOrder } from "../../shared/meeting";
import { hostOf, linkOf } from "../../shared/links";
import { materialGroups, type Material, type MaterialGroup } from "./material_groups";
import type { RefusedCommand } from "../../shared/outbox_storage";
import type { Live } from "../../shared/view/live";
import { sayReason } from "../../shared/view/texts/reasons";
import { canAct } from "../act";
import { UndoLine } from "../undo_line";
import { AddMaterial, MaterialForm } from "./material_form";
import { MoveButtons } from "./move_buttons";
import { say } from "./texts/materials";
import { say as sayThings } from "./texts/things";
import { moveThing } from "./things";
import { useRowFocus } from "./row_focus";
import { WhyOff } from "./why_off";
import "./carry.css";

export function Materials({ live }: { live: Live }) {
    const [edited, setEdited] = useState<string>();
    const [refused, refuse] = useState<RefusedCommand>();
    const focus = useRowFocus();
    const groups = materialGroups(live.all("material"), live.all("session"));
    const leave = (id: string) => {
        setEdited(undefined);
        focus.on(id);
    };
    const move = ({ session }: MaterialGroup, { id, title }: Material, at: number) => {
        const { store } = live.session;
        const list = () => materialGroups(store.all("material"), store.all("session")).find((one) => one.session?.id === session?.id)?.materials ?? [];
        void moveThing(live, { kind: "material", list, id, to: at, title }).then(refuse);
    };
    return (
        <div class="carry stack">
            <p class="carry-lead">{say("lead")}</p>
            <WhyOff live={live} />
            <div ref={focus.box} class="stack">
                {groups.map((group) => (
                    <section key={group.session?.id ?? ""} class="stack">
                        <h2>{group.session?.title ?? say("group_all")}</h2>
                        <ol class="carry-rows">
                            {group.materials.map((material, i) => (
                                <li key={material.id} class={edited === material.id ? "carry-row is-edited" : "carry-row is-plain"} data-row={material.id}>
                                    {edited === material.id ? (
                                        <MaterialForm live={live} material={material} leave={() => leave(material.id)} />
                                    ) : (
                                        <Shown
                                            live={live}
                                            material={material}
                                            edit={() => setEdited(material.id)}
                                            isUp={i > 0}
                                            isDown={i < group.materials.length - 1}
                                            move={(step) => move(group, material, i + step)}
                                        />
                                    )}
                                </li>
                            ))}
                        </ol>
                    </section>
                ))}
            </div>
            {refused && (
                <p class="said wrong" role="alert">
                    {sayReason(refused.reason)}
                </p>
            )}
            <AddMaterial live={live} list={() => inOrder(live.session.store.all("material"))} />
            <UndoLine live={live} />
        </div>
    );
}

type ShownProps = { live: Live; material: Material; edit(): void; isUp: boolean; isDown: boolean; move(step: -1 | 1): void };

function Shown({ live, material, edit, isUp, isDown, move }: ShownProps) {
    const { title, url, about, item } = material;
    const link = linkOf(url);
    const point = live.find("item", item)?.title;
    const canMove = canAct(live);
    return (
        <>
            <div class="carry-said">
                <p class="carry-text">
                    {link ? (
                        <a href={link} target="_blank" rel="noopener noreferrer">
                            {title}
                            <span class="unseen"> ({say("new_window")})</span>
                        </a>
                    ) : (
                        title
                    )}
                </p>
                <p class="meta carry-facts">
                    <span>{hostOf(url)}</span>
                    {point && <span>{say("for_item", { title: point })}</span>}
                </p>
                {about && <p class="carry-more">{about}</p>}
            </div>
            <div class="carry-tools">
                <button type="button" class="quiet small" data-edit aria-label={sayThings("edit_this", { title })} onClick={edit}>
                    {sayThings("edit")}
                </button>
                <MoveButtons title={title} isUp={canMove && isUp} isDown={canMove && isDown} move={move} />
            </div>
        </>
    );
}
