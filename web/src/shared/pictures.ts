// What a screen asks of a session's pictures: in which order, which of them the room sees, where each belongs. Pure.
import { inOrder, type Item, type Round, type Session } from "./meeting";
import type { EntityOf } from "./store";

export type Picture = EntityOf<"picture">;

export const LONGEST_CAPTION = 200;

export function picturesOf(pictures: readonly Picture[], session: string): Picture[] {
    return inOrder(pictures.filter((picture) => picture.session === session));
}

// A picture of a question's answers is seen when they are: not any more where the question was removed.
export function isSeenByAll({ round: id }: Pick<Picture, "round">, rounds: readonly Round[]): boolean {
    if (id === undefined) return true;
    const round = rounds.find((one) => one.id === id);
    return round !== undefined && !round.removed && Boolean(round.opened) && (round.revealed === true || round.visibility === "all");
}

// What the room may see of them: what is shown on the big screen, also where a host asks.
export function roomPictures(pictures: readonly Picture[], rounds: readonly Round[], session: string): Picture[] {
    return picturesOf(pictures, session).filter((picture) => isSeenByAll(picture, rounds));
}

// As they came in, the last one first, wherever they stand.
export function newestFirst(pictures: readonly Picture[]): Picture[] {
    const last = (a: Picture, b: Picture) => b.at - a.at || (b.position ?? 0) - (a.position ?? 0) || (a.id < b.id ? 1 : -1);
    return [...pictures].sort(last);
}

// Those without words: what whoever looks after the pictures has still to do.
export function withoutCaption(pictures: readonly Picture[]): Picture[] {
    return pictures.filter(({ caption }) => !caption?.trim());
}

export interface About {
    item: Item | undefined;
    round: Round | undefined;
    // The name of its group, or table.
    group: string | undefined;
}

interface Around {
    session: Session | undefined;
    items: readonly Item[];
    rounds: readonly Round[];
    groups?: readonly { id: string; name: string }[];
}

export function aboutOf(picture: Pick<Picture, "item" | "round" | "group">, { session, items, rounds, groups = [] }: Around): About {
    const round = rounds.find(({ id }) => id === picture.round);
    const named = [...(session?.tables ?? []), ...groups].find(({ id }) => id === picture.group);
    return { item: items.find(({ id }) => id === (picture.item ?? round?.item)), round, group: named?.name };
}
