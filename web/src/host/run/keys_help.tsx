import { say } from "./texts/run";
import { shortcutsOn, showsKeys, switchShortcuts } from "./keys";

export function KeysHelp() {
    return (
        <section class="room-part keys-help">
            <button type="button" class="quiet" aria-expanded={showsKeys.value} onClick={() => (showsKeys.value = !showsKeys.value)}>
                {say("keys")} <kbd>?</kbd>
            </button>
        </section>
    );
}

// Stands above the bar, whichever way it was asked for.
export function KeyList() {
    const rows = [
        ["/", say("key_search")],
        [say("key_arrows"), say("key_move")],
        ["h", say("key_hide")],
        ["s", say("key_spotlight")],
        ["t", say("key_time")],
        ["Esc", say("key_leave")],
        ["Ctrl Z", say("key_undo")],
        ["?", say("key_help")],
    ] as const;
    return (
        <div class="keys-shown" role="group" aria-label={say("keys_title")}>
            <dl class="key-list">
                {rows.map(([key, what]) => (
                    <div key={key}>
                        <dt>
                            <kbd>{key}</kbd>
                        </dt>
                        <dd>{what}</dd>
                    </div>
                ))}
            </dl>
            <label class="check">
                <input type="checkbox" checked={shortcutsOn.value} onChange={(event) => switchShortcuts(event.currentTarget.checked)} />
                {say("keys_on")}
            </label>
        </div>
    );
}
