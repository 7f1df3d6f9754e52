// The menu of who is logged in. It closes with Escape, and once somebody goes on behind it by keyboard or mouse.
import type { ComponentChildren } from "preact";
import { useRef, useState } from "preact/hooks";
import { logOut } from "./house";

interface AccountMenuProps {
    class?: string;
    summary: ComponentChildren;
    // What stands over the way out.
    children: ComponentChildren;
    say(key: "log_out" | "log_out_failed"): string;
    // What comes once it is done; else what the house does.
    done?: () => void;
}

export function AccountMenu({ class: more = "", summary, children, say, done }: AccountMenuProps) {
    const [failed, setFailed] = useState(false);
    const box = useRef<HTMLDetailsElement>(null);
    const close = () => (box.current!.open = false);
    const leave = async () => {
        setFailed(false);
        await logOut(done);
        setFailed(true);
    };
    const keyDown = (event: KeyboardEvent) => {
        if (event.key !== "Escape" || !box.current!.open) return;
        close();
        box.current!.querySelector("summary")?.focus();
    };
    const leaveBox = (event: FocusEvent) => {
        if (event.relatedTarget instanceof Node && !box.current!.contains(event.relatedTarget)) close();
    };
    return (
        <details ref={box} class={`account ${more}`} onKeyDown={keyDown} onFocusOut={leaveBox}>
            <summary>{summary}</summary>
            <div class="account-box">
                {children}
                <button type="button" class="quiet" onClick={() => void leave()}>
                    {say("log_out")}
                </button>
                {failed && (
                    <p class="said wrong" role="alert">
                        {say("log_out_failed")}
                    </p>
                )}
            </div>
        </details>
    );
}
