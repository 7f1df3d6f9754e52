// What the server says is so: the entities that `sync` brings, and apart from them what is this participant's own.
// Knows no DOM. Whoever draws asks to be told, by kind or by entity, and is told at most once a frame.
import type { Entity, EntityKind } from "../generated/types";
import type { Now, Sync } from "../generated/wire";
import { Notifier, type Frame } from "./notifier";

export type EntityOf<K extends EntityKind> = Extract<Entity, { kind: K }>;
type Frames = Sync["params"];

// What a device keeps of the store, so that a page that is loaded without a network has something to show.
export interface Snapshot {
    epoch: string;
    seq: number;
    shared: Entity[];
    own: Entity[];
}

export function entityKey(kind: string, id: string): string {
    return `${kind} ${id}`;
}

export class Store {
    readonly #shared = new Map<string, Entity>();
    readonly #own = new Map<string, Entity>();
    readonly #notifier: Notifier;
    // While a full view comes in: what of it has come. It outlives the connection, for a view that broke off is
    // gone on with from the seq of its last frame.
    #filling: Set<string> | undefined;
    #more = false;
    #seq = 0;
    #epoch: string | undefined;
    #now: Now = {};

    constructor(frame?: Frame) {
        this.#notifier = new Notifier(frame);
    }

    // Up to where all is known; sent, with the epoch, when we come again.
    get seq(): number {
        return this.#seq;
    }

    get epoch(): string | undefined {
        return this.#epoch;
    }

    // Who is there at this moment. Holds for the connection that said it.
    get now(): Now {
        return this.#now;
    }

    // Whether the whole view has come at least once.
    get isWhole(): boolean {
        return this.#epoch !== undefined && !this.#more && this.#filling === undefined;
    }

    sync(frame: Frames): void {
        if (frame.now !== undefined) this.#setNow(frame.now);
        const anew = frame.full === true || (this.#epoch !== undefined && frame.epoch !== this.#epoch);
        // A frame from before what we know is a repeat, and says nothing new.
        if (!anew && frame.seq < this.#seq) return;
        if (anew) this.#filling = new Set();
        for (const entity of frame.entities) this.#put(this.#shared, entity);
        for (const { kind, id } of frame.gone) this.#drop(entityKey(kind, id));
        this.#seq = frame.seq;
        this.#epoch = frame.epoch;
        this.#more = frame.more === true;
        if (!this.#more) this.#endFilling();
        this.#notifier.touch("seq");
    }

    // All that is one's own, as `join` brings it.
    replaceOwn(entities: readonly Entity[]): void {
        const keys = new Set(entities.map(({ kind, id }) => entityKey(kind, id)));
        for (const [key, entity] of this.#own) {
            if (keys.has(key)) continue;
            this.#own.delete(key);
            this.#touch(entity.kind, entity.id);
            this.#notifier.touch("own");
        }
        for (const entity of entities) this.#put(this.#own, entity);
    }

    // One's own, as replies and `own` bring it: the answer that another tab got may come behind what is newer.
    putOwn(entities: readonly Entity[]): void {
        for (const entity of entities) {
            const held = this.#own.get(entityKey(entity.kind, entity.id));
            if (held === undefined || held.seq <= entity.seq) this.#put(this.#own, entity);
        }
    }

    // A shared entity that came with a reply, ahead of the frame that will bring it: it moves no cursor. What was removed
    // no screen holds: the frame will say that it is gone, or has said so already where the reply comes late. What a
    // frame had to bring by now and did not is nothing that is seen here; nor is a note that is in no theme.
    putShared(entity: Entity): void {
        const key = entityKey(entity.kind, entity.id);
        const held = this.#shared.get(key);
        if (held === undefined ? entity.seq <= this.#seq : held.seq > entity.seq) return;
        const isGone = ("removed" in entity && entity.removed) || (entity.kind === "sorting" && entity.themes.length === 0);
        if (isGone) this.#drop(key);
        else this.#put(this.#shared, entity);
    }

    // Who was there is not known any more once the connection is lost.
    forgetNow(): void {
        this.#setNow({});
    }

    // As everybody sees it.
    shared<K extends EntityKind>(kind: K, id: string): EntityOf<K> | undefined {
        return this.#shared.get(entityKey(kind, id)) as EntityOf<K> | undefined;
    }

    // Mine, as only I see it; nothing where it is not mine.
    mine<K extends EntityKind>(kind: K, id: string): EntityOf<K> | undefined {
        return this.#own.get(entityKey(kind, id)) as EntityOf<K> | undefined;
    }

    // As I see it: mine where it is mine, with what only the shared one says (such as a revealed note's turn).
    find<K extends EntityKind>(kind: K, id: string): EntityOf<K> | undefined {
        const shared = this.shared(kind, id);
        const mine = this.mine(kind, id);
        return shared && mine ? { ...shared, ...mine } : (mine ?? shared);
    }

    // All of a kind as I see them, in no order that says anything.
    all<K extends EntityKind>(kind: K): EntityOf<K>[] {
        const ids = new Set([...this.#shared.values(), ...this.#own.values()].filter((one) => one.kind === kind).map(({ id }) => id));
        return [...ids].map((id) => this.find(kind, id)!);
    }

    allMine<K extends EntityKind>(kind: K): EntityOf<K>[] {
        return [...this.#own.values()].filter((one): one is EntityOf<K> => one.kind === kind);
    }

    allShared(): Entity[] {
        return [...this.#shared.values()];
    }

    // Calls after a change of this kind, or of this one of it; "now", "seq" and "own" (anything of
    // one's own) may be asked for like kinds.
    // Gives what ends it.
    subscribe(kind: EntityKind | "now" | "seq" | "own", id: string | undefined, listener: () => void): () => void {
        return this.#notifier.subscribe(id === undefined ? kind : entityKey(kind, id), listener);
    }

    // Nothing while a full view is still coming: what the device kept before is better.
    snapshot(): Snapshot | undefined {
        if (this.#epoch === undefined || !this.isWhole) return undefined;
        return { epoch: this.#epoch, seq: this.#seq, shared: this.allShared(), own: [...this.#own.values()] };
    }

    // Into an empty store only, before anything came.
    restore(snapshot: Snapshot): void {
        if (this.#epoch !== undefined) return;
        for (const entity of snapshot.shared) this.#put(this.#shared, entity);
        this.replaceOwn(snapshot.own);
        this.#epoch = snapshot.epoch;
        this.#seq = snapshot.seq;
    }

    #put(entities: Map<string, Entity>, entity: Entity): void {
        const key = entityKey(entity.kind, entity.id);
        entities.set(key, entity);
        if (entities === this.#shared) this.#filling?.add(key);
        else this.#notifier.touch("own");
        this.#touch(entity.kind, entity.id);
    }

    #drop(key: string): void {
        const entity = this.#shared.get(key);
        this.#filling?.delete(key);
        if (!entity) return;
        this.#shared.delete(key);
        this.#touch(entity.kind, entity.id);
    }

    // The last frame of a full view came: what was in none of them is not there any more.
    #endFilling(): void {
        const seen = this.#filling;
        this.#filling = undefined;
        if (seen) for (const key of [...this.#shared.keys()]) if (!seen.has(key)) this.#drop(key);
    }

    #setNow(now: Now): void {
        this.#now = now;
        this.#notifier.touch("now");
    }

    #touch(kind: string, id: string): void {
        this.#notifier.touch(kind);
        this.#notifier.touch(entityKey(kind, id));
    }
}
