// Who came to a device by a return link, told from who came as somebody new by a slip. Pure.
import type { Entity } from "../generated/types";

// The name, perhaps an empty one, of whoever has been here before; nothing of who has not.
export function movedName(own: readonly Entity[]): string | undefined {
    const [me] = own.filter((entity) => entity.kind === "participant");
    const isKnown = (me?.rev ?? 0) > 0 || own.some(({ kind }) => kind !== "participant");
    return isKnown ? (me?.name ?? "") : undefined;
}
