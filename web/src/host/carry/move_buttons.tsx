// A row's way up and down. At an end of the list they stay, off: whoever pressed one by keyboard keeps their place.
import { say } from "./texts/things";

type MoveProps = { title: string; tabIndex?: number; isUp: boolean; isDown: boolean; move(step: -1 | 1): void };

export function MoveButtons({ title, tabIndex, isUp, isDown, move }: MoveProps) {
    return (
        <span class="carry-moves">
            <button
                type="button"
                class="quiet icon"
                tabIndex={tabIndex}
                aria-label={say("up", { title })}
                aria-disabled={!isUp}
                onClick={() => isUp && move(-1)}
            >
                <span aria-hidden="true">↑</span>
            </button>
            <button
                type="button"
                class="quiet icon"
                tabIndex={tabIndex}
                aria-label={say("down", { title })}
                aria-disabled={!isDown}
                onClick={() => isDown && move(1)}
            >
                <span aria-hidden="true">↓</span>
            </button>
        </span>
    );
}
