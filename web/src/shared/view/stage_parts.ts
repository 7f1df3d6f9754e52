// What says what the big screen shows, as a page knows it.
import type { Session } from "../meeting";
import type { StageParts } from "../stage_of";
import type { Live } from "./live";

export function stagePartsOf(live: Live, session: Session): StageParts {
    const note = session.stage?.screen === "note" ? live.find("note", session.stage.note) : undefined;
    const picture = session.stage?.screen === "picture" ? live.find("picture", session.stage.picture) : undefined;
    const theme = live.find("theme", session.stage?.theme);
    const comparison = live.find("comparison", session.stage?.comparison);
    return { session, items: live.all("item"), rounds: live.all("round"), words: live.all("words"), note, picture, boards: live.all("board"), theme, comparison };
}
