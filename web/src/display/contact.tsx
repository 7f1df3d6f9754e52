// A quiet mark while the server is away: what stands on the screen is then what it last said. Short gaps are nobody's concern.
import { useEffect, useState } from "preact/hooks";
import { useSetting } from "./setting";
import { say } from "./texts/stage";

const SHORT = 3_000;

export function Contact() {
    const { live, isPage } = useSetting();
    const { state } = live.connectionState.value;
    const isAway = state === "offline" || state === "connecting";
    const [isLong, setLong] = useState(false);
    useEffect(() => {
        setLong(false);
        if (!isAway) return;
        const timer = setTimeout(() => setLong(true), SHORT);
        return () => clearTimeout(timer);
    }, [isAway]);
    if (!isPage) return null; // (the host's page says it itself)
    if (isAway && isLong) return <span class="stage-contact">{say("looking")}</span>;
    return state === "read_only" ? <span class="stage-contact">{say("read_only")}</span> : null;
}
