// A vote made of a board's themes.
import { useMemo } from "preact/hooks";
import "./words.css";
import { themesOf, type Board } from "../../shared/boards";
import type { Live } from "../../shared/view/live";
import { sourceOfThemes, type Made } from "./ballot_of_words";
import { MakeBallot } from "./make_ballot";

type BallotOfThemesProps = { live: Live; board: Board; session: string; close(): void; goTo(made: Made): Promise<unknown> };

export function BallotOfThemes({ live, board, session, close, goTo }: BallotOfThemesProps) {
    // As they stood when this was opened: nothing moves while somebody chooses.
    const source = useMemo(() => sourceOfThemes(themesOf(live.session.store.all("theme"), board.id)), []);
    return (
        <section class="words">
            <MakeBallot live={live} source={source} session={session} close={close} goTo={goTo} />
        </section>
    );
}
