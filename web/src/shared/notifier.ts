// Tells listeners that something changed: each of them once, however much changed since it was told the last time.

// Calls once at the next good moment: in a page requestAnimationFrame, or a timer while nobody looks.
export type Frame = (call: () => void) => void;

const nextTask: Frame = (call) => void setTimeout(call, 0);

export class Notifier {
    readonly #listeners = new Map<string, Set<() => void>>();
    readonly #due = new Set<() => void>();
    #asked = false;

    constructor(private readonly frame: Frame = nextTask) {}

    subscribe(topic: string, listener: () => void): () => void {
        const own = () => listener(); // the same function may listen twice
        const listeners = this.#listeners.get(topic) ?? new Set();
        this.#listeners.set(topic, listeners.add(own));
        return () => {
            this.#due.delete(own);
            listeners.delete(own);
            if (listeners.size === 0 && this.#listeners.get(topic) === listeners) this.#listeners.delete(topic);
        };
    }

    touch(topic: string): void {
        for (const listener of this.#listeners.get(topic) ?? []) this.#due.add(listener);
        if (this.#due.size === 0 || this.#asked) return;
        this.#asked = true;
        this.frame(() => this.#tell());
    }

    // A listener may end others, which then are not called, and may change things, which is for the next frame.
    // One that fails leaves the others to be told.
    #tell(): void {
        this.#asked = false;
        const due = [...this.#due];
        for (const listener of due) {
            if (!this.#due.delete(listener)) continue;
            try {
                listener();
            } catch (error) {
                queueMicrotask(() => {
                    throw error;
                });
            }
        }
    }
}
