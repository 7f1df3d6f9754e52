// What stands around everything that is said to somebody who is in no meeting.
import type { ComponentChildren } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { LanguageSwitch } from "../shared/view/parts";
import { goOnInMain } from "./focus";

const NAME = "Samskap";

export function Door({ children, foot }: { children: ComponentChildren; foot?: ComponentChildren }) {
    useLayoutEffect(() => {
        document.title = NAME;
        goOnInMain();
    }, []);
    return (
        <>
            <header class="head">
                <p class="head-title head-brand">{NAME}</p>
                <LanguageSwitch />
            </header>
            <main class="page" tabIndex={-1}>
                {children}
            </main>
            {foot}
        </>
    );
}
