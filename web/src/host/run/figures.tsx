// "64 lappar · 29 av 31 har skrivit": figures of people only where the server gives them, from twelve on.
import { peopleOf, shareOf, type Round } from "../../shared/meeting";
import { countsOf, notesOf } from "../../shared/note_lists";
import { wasOpened } from "../../shared/run_of";
import type { Live } from "../../shared/view/live";
import { say as sayShared } from "../../shared/view/texts/shared";
import { say } from "./texts/work";

const HAVE_DONE = { notes: "have_written", ballot: "have_voted", scale: "have_answered", diary: "have_written" } as const;

export function Figures({ live, session, round }: { live: Live; session: string; round: Round }) {
    const { notes, hidden, tables } = countsOf(notesOf(live.all("note"), round.id));
    const joined = live.find("session", session)?.joined ?? 0;
    const answered = round.answered ?? 0;
    return (
        <>
            {round.form === "notes" && <span>{sayShared("notes", { n: notes })}</span>}
            {answered > 0 && <span>{say(HAVE_DONE[round.form], { some: answered, all: peopleOf(round, joined) })}</span>}
            {answered === 0 && wasOpened(round) && <span>{say(`${round.form === "diary" ? "wrote" : "share"}_${shareOf(round)}`)}</span>}
            {(round.entered ?? 0) > 0 && <span>{say("entered", { n: round.entered! })}</span>}
            {tables > 0 && <span>{say("groups", { n: tables })}</span>}
            {hidden > 0 && <span>{say("hidden_count", { n: hidden })}</span>}
        </>
    );
}
