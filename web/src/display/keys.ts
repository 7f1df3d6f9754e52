// The display's keys. They are for a person with a clicker or a keyboard far from any field; the control has all of them too.
export interface Doing {
    turn(by: number): void;
    pause(): void;
    full(): void;
    theme(): void;
    language(): void;
}

const ACTIONS: Readonly<Record<string, (doing: Doing) => void>> = {
    ArrowRight: (doing) => doing.turn(1),
    ArrowDown: (doing) => doing.turn(1),
    PageDown: (doing) => doing.turn(1),
    ArrowLeft: (doing) => doing.turn(-1),
    ArrowUp: (doing) => doing.turn(-1),
    PageUp: (doing) => doing.turn(-1),
    " ": (doing) => doing.pause(),
    f: (doing) => doing.full(),
    d: (doing) => doing.theme(),
    l: (doing) => doing.language(),
};

export function listenToKeys(doing: Doing): () => void {
    const listen = (event: KeyboardEvent) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const isOnControl = (event.target as Element | null)?.closest?.("button, input, a") != null;
        if (isOnControl && (event.key === " " || event.key === "Enter")) return; // (it presses that one)
        const act = ACTIONS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
        if (!act) return;
        event.preventDefault();
        act(doing);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
}

// Not every browser can, and none without somebody's own press.
export function turnFull(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
}
