// A question or a small form above the page: it has the focus, Esc closes it, and the focus goes back to where it was.
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import "./dialog.css";
import { say } from "./texts/dialog";

// `close` absent: it cannot be closed, only answered.
type DialogProps = { title: string; close?: (() => void) | undefined; children: ComponentChildren; class?: string };

export function Dialog({ title, close, children, class: more }: DialogProps) {
    const box = useRef<HTMLDialogElement>(null);
    const id = useId();
    useEffect(() => {
        const before = document.activeElement;
        const dialog = box.current!;
        dialog.showModal();
        return () => {
            dialog.close();
            if (before instanceof HTMLElement && before.isConnected) before.focus();
        };
    }, []);
    const cancel = (event: Event) => {
        event.preventDefault(); // (what is drawn decides whether it is there)
        close?.();
    };
    return (
        <dialog ref={box} class={`dialog ${more ?? ""}`} aria-labelledby={id} onCancel={cancel}>
            <div class="dialog-head">
                <h2 id={id}>{title}</h2>
                {close && (
                    <button type="button" class="quiet" onClick={close}>
                        {say("close")}
                    </button>
                )}
            </div>
            {children}
        </dialog>
    );
}

type ConfirmProps = { title: string; text: string; yes: string; answer(said: boolean): void };

// For what cannot be taken back.
export function Confirm({ title, text, yes, answer }: ConfirmProps) {
    return (
        <Dialog title={title} close={() => answer(false)}>
            <p>{text}</p>
            <div class="dialog-foot">
                <button type="button" class="primary" onClick={() => answer(true)}>
                    {yes}
                </button>
                <button type="button" onClick={() => answer(false)}>
                    {say("cancel")}
                </button>
            </div>
        </Dialog>
    );
}
