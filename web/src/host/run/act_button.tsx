// A button for what happens at the server: a second press while the first is under way, or right behind it, when the
// button already says something else, does nothing.
import { useRef, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import type { Live } from "../../shared/view/live";
import { canAct } from "../act";
import { forgetRefusals } from "../refusals";

const REST = 600;

interface ActButtonProps {
    live: Live;
    onAct(): Promise<unknown>;
    children: ComponentChildren;
    class?: string | undefined;
    label?: string | undefined;
    disabled?: boolean | undefined;
    tabIndex?: number | undefined;
    pressed?: boolean | undefined;
}

export function ActButton({ live, onAct, children, class: kind, label, disabled = false, tabIndex, pressed }: ActButtonProps) {
    const [busy, setBusy] = useState(false);
    const rested = useRef(0);
    const press = async () => {
        if (busy || performance.now() < rested.current) return;
        setBusy(true);
        forgetRefusals(); // (whoever goes on has read them)
        await onAct().catch(() => {});
        rested.current = performance.now() + REST;
        setBusy(false);
    };
    const off = disabled || !canAct(live);
    return (
        <button
            type="button"
            class={kind}
            aria-label={label}
            aria-busy={busy}
            aria-pressed={pressed}
            disabled={off}
            tabIndex={tabIndex}
            onClick={() => void press()}
        >
            {children}
        </button>
    );
}
