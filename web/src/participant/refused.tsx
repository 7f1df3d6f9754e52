// That the server did not take something: why, and what to do about it. It stays until somebody lets go of it.
import type { ComponentChildren } from "preact";
import { pressed } from "./focus";

interface RefusedProps {
    text: string;
    leave: string;
    drop(): void;
    // What has the focus when this is gone.
    around: string;
    children: ComponentChildren;
}

export function Refused({ text, leave, drop, around, children }: RefusedProps) {
    return (
        <div class="said wrong refused" role="alert">
            <p>{text}</p>
            <div class="buttons">
                {children}
                <button type="button" class="quiet" onClick={pressed(around, drop)}>
                    {leave}
                </button>
            </div>
        </div>
    );
}
