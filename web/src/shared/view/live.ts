// A meeting's session as signals: a component that reads an entity here is drawn anew when it changes.
import { signal, type Signal } from "@preact/signals";
import type { EntityKind, Language, Profile } from "../../generated/types";
import type { Now } from "../../generated/wire";
import type { ConnectionState } from "../connection";
import type { Command } from "../outbox";
import { Session, type SessionOptions } from "../session";
import type { EntityOf } from "../store";

export class Live {
    readonly connectionState: Signal<ConnectionState>;
    private readonly versions = new Map<string, Signal<number>>();

    private constructor(
        readonly session: Session,
        state: Signal<ConnectionState>,
    ) {
        this.connectionState = state;
    }

    // Opens the session; it connects when session.start() is called.
    static async open(options: SessionOptions): Promise<Live> {
        const state = signal<ConnectionState>({ state: "offline" });
        const changed = (now: ConnectionState) => {
            state.value = now;
            options.changed?.(now);
        };
        return new Live(await Session.open({ ...options, changed }), state);
    }

    // All of a kind as this page sees them: what is one's own with what only the shared one says. In no order.
    all<K extends EntityKind>(kind: K): EntityOf<K>[] {
        this.follow(kind, undefined);
        return this.session.store.all(kind);
    }

    find<K extends EntityKind>(kind: K, id: string | undefined): EntityOf<K> | undefined {
        if (id === undefined) return undefined;
        this.follow(kind, id);
        return this.session.store.find(kind, id);
    }

    // What is one's own (a participant's page; elsewhere nothing is).
    allMine<K extends EntityKind>(kind: K): EntityOf<K>[] {
        this.follow(kind, undefined);
        return this.session.store.allMine(kind);
    }

    mine<K extends EntityKind>(kind: K, id: string | undefined): EntityOf<K> | undefined {
        if (id === undefined) return undefined;
        this.follow(kind, id);
        return this.session.store.mine(kind, id);
    }

    // The one that this session belongs to; nothing before it has come.
    get process(): EntityOf<"process"> | undefined {
        return this.all("process")[0];
    }

    get profile(): Profile | undefined {
        return this.process?.profile;
    }

    // In which language the meeting's own texts are, whatever the page speaks: what reads them aloud has to know.
    get tongue(): Language | undefined {
        return this.profile?.language;
    }

    // Where the meeting is, by whose clock its times are read.
    get zone(): string {
        return this.profile?.zone ?? "Europe/Stockholm";
    }

    get now(): Now {
        this.follow("now", undefined);
        return this.session.store.now;
    }

    // Whether the whole view has come: until then a screen says that it is loading.
    get isWhole(): boolean {
        this.follow("seq", undefined);
        return this.session.store.isWhole;
    }

    // What is not answered yet, and what was refused, in order.
    get commands(): Command[] {
        const version = this.version("outbox", (tell) => this.session.outbox.subscribe(tell));
        void version.value;
        return this.session.outbox.commands();
    }

    private follow(kind: EntityKind | "now" | "seq", id: string | undefined): void {
        const key = id === undefined ? kind : `${kind} ${id}`;
        void this.version(key, (tell) => this.session.store.subscribe(kind, id, tell)).value;
    }

    // One signal for each thing that was ever asked for, as long as the page is there.
    private version(key: string, subscribe: (tell: () => void) => void): Signal<number> {
        let version = this.versions.get(key);
        if (!version) {
            const made = signal(0);
            this.versions.set(key, (version = made));
            subscribe(() => made.value++);
        }
        return version;
    }
}
