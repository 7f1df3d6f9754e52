// What all parts of the big screen know: whose meeting it is, and whether it is the display itself or a picture of it.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Session } from "../shared/meeting";
import type { Live } from "../shared/view/live";
import type { Pager } from "./pager";

export interface Setting {
    live: Live;
    session: Session;
    pager: Pager;
    // The display's own page, and not a small picture of it elsewhere.
    isPage: boolean;
}

export const SettingContext = createContext<Setting | undefined>(undefined);

export function useSetting(): Setting {
    return useContext(SettingContext)!;
}
