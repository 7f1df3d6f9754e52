// The paper to write a note on. What is begun is kept at every stroke, and told (that somebody writes, not what).
import { useEffect, useId, useRef } from "preact/hooks";
import { emptyDraft, fitted, isEmptyDraft, isPutable, textOfDraft, type Draft } from "../shared/drafts";
import type { Round, Session } from "../shared/meeting";
import { myselfOf } from "../shared/myself";
import type { Live } from "../shared/view/live";
import { drafts } from "./device";
import { FromWhom } from "./from_whom";
import { groupHere } from "./group_here";
import { groupSizeOf } from "./group_size";
import { PaperFields } from "./paper_fields";
import { putAnew } from "./note_commands";
import { hrefOf } from "./route";
import { say } from "./texts/notes";
import { useDraft } from "./use_draft";
import { useWriting } from "./writing";

type Props = { live: Live; session: Session; round: Round; isOpen: boolean };

export function Composer({ live, session, round, isOpen }: Props) {
    const name = `round ${round.id}`;
    const form = useRef<HTMLFormElement>(null);
    const begun = useDraft(name, form);
    const draft = fitted(begun.draft ?? emptyDraft(round), round.notes?.fields ?? 0);
    const me = myselfOf(live.allMine("participant")[0], live.commands);
    const group = groupHere(live, round, session);
    const usual = group?.count;
    const isNowhere = round.grouping !== undefined && !group;
    const why = useId();
    const tell = useWriting(live, round.id);
    const change = (next: Draft) => {
        begun.keep(next);
        tell(!isEmptyDraft(next));
    };
    // (Another tab may have put it up.)
    const isEmpty = isEmptyDraft(draft);
    const wasEmpty = useRef(isEmpty);
    useEffect(() => {
        if (isEmpty && !wasEmpty.current) tell(false);
        wasEmpty.current = isEmpty;
    }, [isEmpty]);
    const putUp = () => {
        if (isNowhere || !isPutable(draft, round)) return form.current?.querySelector<HTMLElement>("textarea, input")?.focus();
        const saved = putAnew(live, round, textOfDraft(draft), group && draft.isGroups ? groupSizeOf(session.id, usual) : 0);
        // (What was begun stays on the device until the note is there: the page may end at any moment.)
        void saved.then(() => drafts.dropSaid(name, draft));
        begun.clear();
        tell(false);
    };
    // Behind the closing there is only what was begun before it.
    if (!isOpen && isEmpty) return null;
    return (
        <form
            ref={form}
            class="composer"
            onSubmit={(event) => {
                event.preventDefault();
                putUp();
            }}
        >
            {round.authorship === "organisation" && me.organisation === "" && (
                <p class="said wrong">
                    <a href={hrefOf("me")}>{say("choose_organisation")}</a>
                </p>
            )}
            <PaperFields round={round} draft={draft} change={change} submit={putUp} paper="p1" />
            <FromWhom session={session} group={group} isDealt={round.grouping !== undefined} isGroups={draft.isGroups === true} choose={(isGroups) => change({ ...draft, isGroups })} />
            {/* (Below the paper, which stays where it is.) */}
            {!isOpen && <p class="said wrong">{say("closed_draft")}</p>}
            {isNowhere && !isOpen && (
                <p id={why} class="said wrong">
                    {say(live.find("grouping", round.grouping)?.choice ? "choose_group" : "ask_for_group")}
                </p>
            )}
            <button class="primary wide" disabled={isNowhere} aria-describedby={isNowhere && !isOpen ? why : undefined}>
                {isOpen ? say("put_up") : say("put_up_late")}
            </button>
        </form>
    );
}
