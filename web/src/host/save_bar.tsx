// The foot of a form: save, take back, and what became of it.
import { useState } from "preact/hooks";
import type { Reason } from "../generated/types";
import type { RefusedCommand } from "../shared/outbox_storage";
import type { Live } from "../shared/view/live";
import { sayReason } from "../shared/view/texts/reasons";
import type { Form } from "./draft";
import { say } from "./texts/plan";

export interface Saving {
    isBusy: boolean;
    refused: RefusedCommand | undefined;
    isDone: boolean;
    run(send: () => Promise<RefusedCommand | undefined>): Promise<boolean>;
}

export function useSaving(): Saving {
    const [state, setState] = useState<Pick<Saving, "isBusy" | "refused" | "isDone">>({
        isBusy: false,
        refused: undefined,
        isDone: false,
    });
    const run = async (send: () => Promise<RefusedCommand | undefined>) => {
        setState({ isBusy: true, refused: undefined, isDone: false });
        const refused = await send();
        setState({ isBusy: false, refused, isDone: refused === undefined });
        return refused === undefined;
    };
    return { ...state, run };
}

type OvertakenProps = { forms: readonly Pick<Form<object>, "conflicts" | "drop">[] };

// That somebody else changed the same, and the way to theirs.
export function Overtaken({ forms }: OvertakenProps) {
    if (forms.every((form) => form.conflicts.length === 0)) return null;
    return (
        <p class="said wrong" role="alert">
            {say("overtaken")}{" "}
            <button type="button" class="quiet" onClick={() => forms.forEach((form) => form.drop())}>
                {say("take_theirs")}
            </button>
        </p>
    );
}

type SaveBarProps = {
    live: Live;
    forms: readonly Pick<Form<object>, "isDirty" | "conflicts" | "drop">[];
    saving: Saving;
    isNew?: boolean;
    // Why something was refused, where the usual words would say too little.
    sayWhy?: ((reason: Reason) => string) | undefined;
};

export function SaveBar({ live, forms, saving, isNew = false, sayWhy = sayReason }: SaveBarProps) {
    const isDirty = isNew || forms.some((form) => form.isDirty);
    const { state } = live.connectionState.value;
    // (Said to be off and not taken away, or whoever pressed it by keyboard would lose their place.)
    const isOff = !isDirty || saving.isBusy;
    const drop = () => forms.forEach((form) => form.drop());
    const status = saving.isBusy
        ? say(state === "joined" ? "saving" : state === "read_only" ? "read_only" : "offline")
        : isDirty
          ? say("unsaved")
          : saving.isDone
            ? say("saved")
            : "";
    return (
        <div class={isDirty || saving.isBusy || saving.isDone ? "save-bar is-dirty" : "save-bar"}>
            <Overtaken forms={forms} />
            {saving.refused && (
                <p class="said wrong" role="alert">
                    {sayWhy(saving.refused.reason)}
                </p>
            )}
            <div class="actions">
                <button class="primary" aria-disabled={isOff} onClick={(event) => isOff && event.preventDefault()}>
                    {say("save")}
                </button>
                {isDirty && !saving.isBusy && !isNew && (
                    <button type="button" onClick={drop}>
                        {say("drop")}
                    </button>
                )}
                <span class="meta" role="status">
                    {status}
                </span>
            </div>
        </div>
    );
}
