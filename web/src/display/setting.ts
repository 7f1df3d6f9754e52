// What all parts of the big screen know: whose meeting it is, and whether it is the display itself or a picture of it.
import { createContext } from "preact";
import { useContext, useRef } from "preact/hooks";
import type { GroupRef } from "../generated/types";
import type { Session } from "../shared/meeting";
import { nowIn, type NowIn } from "../shared/now_in";
import type { Live } from "../shared/view/live";
import type { Pager } from "./pager";

export interface Setting {
    live: Live;
    session: Session;
    pager: Pager;
    // The display's own page, and not a small picture of it elsewhere.
    isPage: boolean;
    // Whose own screen it is; nothing: the room's.
    group: GroupRef | undefined;
}

export const SettingContext = createContext<Setting | undefined>(undefined);

export function useSetting(): Setting {
    return useContext(SettingContext)!;
}

// Who is there and the way in, as last heard: what the server says is forgotten with the connection, but a short gap must
// not take the foot away and move all that stands above it.
export function useNow(): NowIn {
    const { live, session } = useSetting();
    const { state } = live.connectionState.value;
    const now = nowIn(live.now, session.id);
    const heard = useRef(now);
    if (state === "joined" || state === "read_only") heard.current = now;
    return heard.current;
}
