// A row's menu: opened by its button; arrows move, a letter chooses, Esc and what is outside close it.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Action } from "./actions";

interface MenuProps {
    label: string;
    reach: number;
    disabled: boolean;
    actions(): Action[];
}

export function Menu({ label, reach, disabled, actions }: MenuProps) {
    const [isOpen, open] = useState(false);
    const root = useRef<HTMLDivElement>(null);
    const close = (returns: boolean) => {
        open(false);
        if (returns) root.current?.querySelector("button")?.focus();
    };
    useEffect(() => {
        if (!isOpen) return;
        root.current?.querySelector<HTMLElement>("[role=menuitem]")?.focus();
        const outside = (event: Event) => !root.current?.contains(event.target as Node) && close(false);
        document.addEventListener("pointerdown", outside);
        return () => document.removeEventListener("pointerdown", outside);
    }, [isOpen]);
    return (
        <div
            ref={root}
            class="words-menu"
            onFocusOut={(event) => event.relatedTarget && !event.currentTarget.contains(event.relatedTarget as Node) && close(false)}
        >
            <button
                type="button"
                class="words-menu-button"
                tabIndex={reach}
                aria-haspopup="menu"
                aria-expanded={isOpen}
                aria-label={label}
                disabled={disabled}
                onClick={() => open(!isOpen)}
            >
                <span aria-hidden="true">⋯</span>
            </button>
            {isOpen && (
                <div role="menu" aria-label={label} onKeyDown={(event) => menuKey(event, close)}>
                    {actions().map(({ name, key, text, run }) => (
                        <button
                            key={name}
                            type="button"
                            role="menuitem"
                            tabIndex={-1}
                            data-key={key}
                            onClick={() => {
                                close(true);
                                run();
                            }}
                        >
                            <span>{text}</span>
                            <kbd aria-hidden="true">{key.toUpperCase()}</kbd>
                        </button>
                    ))}
                </div>
            )}
        </div>
    );
}

function menuKey(event: KeyboardEvent, close: (returns: boolean) => void): void {
    const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("[role=menuitem]")];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
    const chosen = items.find(({ dataset }) => dataset.key === event.key.toLowerCase());
    if (to !== undefined) items[to % items.length]?.focus();
    else if (event.key === "Escape") close(true);
    else if (event.key === "Tab") return close(true);
    else if (chosen && !event.ctrlKey && !event.metaKey && !event.altKey) chosen.click();
    else return;
    event.preventDefault();
    event.stopPropagation();
}
