// A part of the page that is fetched when it is first drawn, so that the first view stays light. What cannot be fetched says so.
import { signal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";
import { say as sayShared } from "../shared/view/texts/shared";
import { say } from "./texts/shell";

const all: (() => Promise<unknown>)[] = [];

// Once the first view stands: what is asked for later is there then, also without a network.
export function fetchAll(): void {
    for (const fetch of all) void fetch().catch(() => {});
}

// `around`: of what stands over the page, so that the page does not move while it comes.
export function lazily<P extends object>(fetch: () => Promise<FunctionComponent<P>>, around?: string): FunctionComponent<P> {
    all.push(fetch);
    const found = signal<{ Part?: FunctionComponent<P>; hasFailed?: boolean }>({});
    const ask = () => {
        found.value = {};
        fetch().then((Part) => (found.value = { Part }), () => (found.value = { hasFailed: true }));
    };
    return function Lazy(props: P) {
        const { Part, hasFailed } = found.value;
        useEffect(() => {
            if (!found.peek().Part) ask();
        }, []);
        if (Part) return <Part {...props} />;
        if (!hasFailed) return <p class={`meta ${around ?? ""}`}>{sayShared("loading")}</p>;
        return (
            <div class={`said wrong stopped ${around ?? ""}`} role="alert">
                <p>{say("not_fetched")}</p>
                <div class="buttons">
                    <button type="button" onClick={ask}>
                        {say("try_again")}
                    </button>
                </div>
            </div>
        );
    };
}
