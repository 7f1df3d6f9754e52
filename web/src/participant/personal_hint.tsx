// Says that a text looks as if it pointed out a person. It hinders nothing, and nobody but who writes is told.
import { useEffect } from "preact/hooks";
import { personalIn } from "../shared/personal_data";
import { announce } from "../shared/view/announcer";
import { say } from "./texts/personal";

export function PersonalHint({ text }: { text: string }) {
    const found = personalIn(text);
    useEffect(() => {
        if (found) announce(say(found));
    }, [found]);
    return found ? <p class="personal-hint">{say(found)}</p> : null;
}
