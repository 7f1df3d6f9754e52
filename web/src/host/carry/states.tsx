// How far an entry has come: one press takes it there; closing it asks for a word.
import { useEffect, useState } from "preact/hooks";
import type { EntryState } from "../../generated/types";
import { statesOf, type Entry } from "../../shared/entries";
import type { Live } from "../../shared/view/live";
import { canAct } from "../act";
import { useInSight } from "../in_sight";
import { ActButton } from "../run/act_button";
import type { Desk } from "./desk";
import { nameOfState, setState, titleOf } from "./entry_steps";
import { say } from "./texts/entries";
import { say as sayThings } from "./texts/things";

type StatesProps = { live: Live; entry: Entry; tabIndex: number; desk: Desk };

export function States({ live, entry, tabIndex, desk }: StatesProps) {
    const [isClosing, setClosing] = useState(false);
    const go = async (state: EntryState, word?: string) => {
        desk.hold(entry.id);
        desk.refuse(await setState(live, entry, state, word));
    };
    const leave = () => {
        setClosing(false);
        desk.stay(entry.id);
    };
    if (isClosing) return <ClosingWord live={live} entry={entry} close={(word) => go("closed", word)} leave={leave} />;
    return (
        <div class="carry-states" role="group" aria-label={say("state_of", { title: titleOf(entry) })}>
            {statesOf(entry.form).map((state) => {
                const isHere = state === entry.state;
                const act = async () => {
                    if (isHere) return;
                    if (state === "closed") setClosing(true);
                    else await go(state);
                };
                return (
                    <ActButton key={state} live={live} tabIndex={tabIndex} pressed={isHere} onAct={act}>
                        {nameOfState(entry.form, state)}
                    </ActButton>
                );
            })}
        </div>
    );
}

type ClosingProps = { live: Live; entry: Entry; close(word: string): Promise<void>; leave(): void };

function ClosingWord({ live, entry, close, leave }: ClosingProps) {
    const [word, setWord] = useState(entry.word ?? "");
    const form = useInSight<HTMLFormElement>();
    useEffect(() => form.current?.querySelector("input")?.focus({ preventScroll: true }), []);
    const key = (event: KeyboardEvent) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        leave();
    };
    const send = (event: Event) => {
        event.preventDefault();
        if (canAct(live)) void close(word.trim()).then(leave);
    };
    return (
        <form class="carry-closing" ref={form} onKeyDown={key} onSubmit={send}>
            <label>
                {say("word")}
                <input maxLength={200} value={word} onInput={(event) => setWord(event.currentTarget.value)} />
                <small>{say("word_hint")}</small>
            </label>
            <div class="actions">
                <button class="primary small" disabled={!canAct(live)}>
                    {nameOfState(entry.form, "closed")}
                </button>
                <button type="button" class="quiet" onClick={leave}>
                    {sayThings("cancel")}
                </button>
            </div>
        </form>
    );
}
