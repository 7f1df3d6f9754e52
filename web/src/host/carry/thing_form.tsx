// What is edited in its place in a list: Ctrl+Enter saves, Esc leaves it as it was, and it can be removed.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Reason } from "../../generated/types";
import type { RefusedCommand } from "../../shared/outbox_storage";
import type { Live } from "../../shared/view/live";
import type { Form } from "../draft";
import { goToWrong } from "../field";
import { useInSight } from "../in_sight";
import { ActButton } from "../run/act_button";
import { SaveBar, useSaving } from "../save_bar";
import { say } from "./texts/things";

type Step = Promise<RefusedCommand | undefined>;

type ThingFormProps<T extends object> = {
    live: Live;
    form: Form<T>;
    isSound: boolean;
    save(sent: T): Step;
    remove(): Step;
    // Why it cannot be removed.
    stays?: string | undefined;
    sayWhy?: (reason: Reason) => string;
    leave(): void;
    // With whether what is wrong is to be said.
    children(isChecked: boolean): ComponentChildren;
};

export function ThingForm<T extends object>({ live, form, isSound, save, remove, stays, sayWhy, leave, children }: ThingFormProps<T>) {
    const [isChecked, setChecked] = useState(false);
    const saving = useSaving();
    const box = useInSight<HTMLFormElement>();
    useEffect(() => box.current?.querySelector<HTMLElement>("textarea, input")?.focus({ preventScroll: true }), []);
    const drop = () => {
        form.drop();
        leave();
    };
    const submit = (event: Event) => {
        event.preventDefault();
        setChecked(true);
        if (!isSound) return goToWrong(event.currentTarget);
        const sent = form.values;
        const send = async () => {
            const refused = await save(sent);
            if (!refused) form.saved(sent);
            return refused;
        };
        void saving.run(send).then((isSaved) => isSaved && leave());
    };
    const key = (event: KeyboardEvent) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) box.current?.requestSubmit();
        else if (event.key === "Escape") drop();
        else return;
        event.preventDefault();
        event.stopPropagation();
    };
    const takeAway = async () => {
        if (await saving.run(remove)) form.drop();
    };
    return (
        <form ref={box} class="carry-form" onSubmit={submit} onKeyDown={key} noValidate>
            {children(isChecked)}
            <SaveBar live={live} forms={[form]} saving={saving} sayWhy={sayWhy} />
            <div class="actions">
                <button type="button" class="quiet" onClick={drop}>
                    {say("cancel")}
                </button>
                <ActButton live={live} class="quiet" disabled={stays !== undefined} onAct={takeAway}>
                    {say("remove")}
                </ActButton>
                {stays && <span class="meta">{stays}</span>}
            </div>
        </form>
    );
}
