// Material as its form has it: what it belongs to is one choice of many. Pure.
import { linkOf, hostOf } from "../../shared/links";
import type { Item } from "../../shared/meeting";
import type { Material } from "./material_groups";

export interface MaterialValues {
    title: string;
    url: string;
    about: string;
    // An item's id, a session's id, or empty: for all.
    place: string;
}

export const noMaterial: MaterialValues = { title: "", url: "", about: "", place: "" };

export function valuesOf({ title, url, about = "", session, item }: Material): MaterialValues {
    return { title, url, about, place: item ?? session ?? "" };
}

export function isSound({ url }: MaterialValues): boolean {
    return linkOf(url) !== undefined;
}

export function materialFrom({ title, url, about, place }: MaterialValues, items: readonly Item[]): Pick<Material, "title" | "url" | "about" | "session" | "item"> {
    const link = linkOf(url) ?? url;
    const item = items.find(({ id }) => id === place);
    const where = item ? { item: item.id, session: item.session } : place === "" ? {} : { session: place };
    return { title: title.trim() || hostOf(link), url: link, about: about.trim(), ...where };
}
