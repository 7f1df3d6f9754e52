// What there is to read and look at, in the order in which it is read. Pure.
import { inOrder, type Item } from "./meeting";
import type { EntityOf } from "./store";

export type Material = EntityOf<"material">;

// (What is no link is none to press, whatever it says.)
const isLink = ({ url }: Material) => /^https?:\/\//i.test(url);

export function materialsOfItem(materials: readonly Material[], item: string): Material[] {
    return inOrder(materials.filter((material) => material.item === item && isLink(material)));
}

// Of the process as a whole and of these sessions.
export function materialsOf(materials: readonly Material[], items: readonly Item[], sessions: readonly string[]): Material[] {
    const sessionOf = ({ session, item }: Material) => session ?? items.find(({ id }) => id === item)?.session;
    const place = (material: Material) => sessions.indexOf(sessionOf(material) ?? "");
    const own = materials.filter((material) => !material.removed && isLink(material));
    const near = own.filter((material) => sessionOf(material) === undefined || place(material) >= 0);
    return near.sort((a, b) => place(a) - place(b) || (a.position ?? 0) - (b.position ?? 0) || (a.id < b.id ? -1 : 1));
}
