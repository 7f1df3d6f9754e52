// A line over the head until it is read: nothing moves under the hands of who is writing, and nothing that is written is lost.
import { useRef } from "preact/hooks";
import { goOnInMain } from "./focus";
import { say } from "./texts/my_group";
import "./my_group.css";

type Props = { label: string; text: string; class: string; leave(): void };

export function OverLine({ label, text, class: kind, leave }: Props) {
    const before = useRef<EventTarget | null>(null);
    // (Whoever was writing goes on with it.)
    const goOn = () => {
        leave();
        const { current } = before;
        if (current instanceof HTMLElement && current.isConnected) current.focus({ preventScroll: true });
        else requestAnimationFrame(goOnInMain);
    };
    return (
        <div class={`over over-line ${kind}`} role="region" aria-label={label}>
            <div>
                <p>{text}</p>
                <button type="button" class="quiet" onFocus={(event) => (before.current = event.relatedTarget)} onClick={goOn}>
                    {say("read")}
                </button>
            </div>
        </div>
    );
}
