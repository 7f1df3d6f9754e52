// A menu that a button opens: arrows move, a letter chooses, Esc and what is outside close it.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import "./menu.css";

export interface MenuAction {
    name: string;
    text: string;
    key?: string; // on the keyboard
    isOff?: boolean;
    run(): void;
}

interface MenuProps {
    label: string;
    class: string;
    buttonClass: string;
    reach?: number | undefined;
    disabled: boolean;
    actions(): readonly MenuAction[];
    // What stands on the button.
    children: ComponentChildren;
}

export function Menu({ label, class: kind, buttonClass, reach, disabled, actions, children }: MenuProps) {
    const [isOpen, open] = useState(false);
    const root = useRef<HTMLDivElement>(null);
    const close = (returns: boolean) => {
        open(false);
        if (returns) root.current?.querySelector("button")?.focus();
    };
    useEffect(() => {
        if (!isOpen) return;
        root.current?.querySelector<HTMLElement>("[role=menuitem]:not(:disabled)")?.focus();
        root.current?.querySelector("[role=menu]")?.scrollIntoView({ block: "nearest" }); // (not half behind the bar below)
        const outside = (event: Event) => !root.current?.contains(event.target as Node) && close(false);
        document.addEventListener("pointerdown", outside);
        return () => document.removeEventListener("pointerdown", outside);
    }, [isOpen]);
    return (
        <div
            ref={root}
            class={`menu ${kind}`}
            onFocusOut={(event) => event.relatedTarget && !event.currentTarget.contains(event.relatedTarget as Node) && close(false)}
        >
            <button
                type="button"
                class={buttonClass}
                tabIndex={reach}
                aria-haspopup="menu"
                aria-expanded={isOpen}
                aria-label={label}
                disabled={disabled}
                onClick={() => open(!isOpen)}
            >
                {children}
            </button>
            {isOpen && (
                <div role="menu" aria-label={label} onKeyDown={(event) => menuKey(event, close)}>
                    {actions().map(({ name, key, text, isOff = false, run }) => (
                        <button
                            key={name}
                            type="button"
                            role="menuitem"
                            tabIndex={-1}
                            disabled={isOff}
                            data-key={key}
                            onClick={() => {
                                close(true);
                                run();
                            }}
                        >
                            <span>{text}</span>
                            {key && <kbd aria-hidden="true">{key.toUpperCase()}</kbd>}
                        </button>
                    ))}
                </div>
            )}
        </div>
    );
}

function menuKey(event: KeyboardEvent, close: (returns: boolean) => void): void {
    const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>("[role=menuitem]:not(:disabled)")];
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
