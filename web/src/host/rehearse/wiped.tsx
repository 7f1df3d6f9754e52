// That a rehearsal is gone, and what with it: until it is read, or the page is left.
import { useEffect } from "preact/hooks";
import { say as sayShared } from "../../shared/view/texts/shared";
import { say } from "./texts/rehearse";
import { wiped } from "./wipe";

// `at`: the session whose plan this is; empty: the house.
export function WipedLine({ at }: { at: string }) {
    const shown = wiped.value?.at === at ? wiped.value : undefined;
    useEffect(() => (shown ? () => void (wiped.peek() === shown && (wiped.value = undefined)) : undefined), [shown]);
    const { people = 0, notes = 0 } = shown ?? {};
    const what = { people: say("wiped_people", { n: people }), notes: sayShared("notes", { n: notes }).toLowerCase() };
    return (
        <div class={shown ? "said wiped-line" : "wiped-line"}>
            <p role="status">
                {shown && [say("wiped"), ...(people + notes > 0 ? [say("wiped_what", what)] : []), say("wiped_rest")].join(" ")}
            </p>
            {shown && (
                <button type="button" class="quiet" onClick={() => (wiped.value = undefined)}>
                    {say("seen")}
                </button>
            )}
        </div>
    );
}
