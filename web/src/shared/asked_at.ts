// What was asked beside a lecture, a film or a check-out, as far as it was open. Homework and diaries go on elsewhere. Pure.
import { roundsOf, type Item, type Round } from "./meeting";

export function askedAt(rounds: readonly Round[], { id, form, session }: Pick<Item, "id" | "form" | "session">): Round[] {
    if (form === "round") return [];
    const isBeside = ({ item, opened = 0, homework, form }: Round) => item === id && opened > 0 && !homework && form !== "diary";
    return roundsOf(rounds, session).filter(isBeside);
}
