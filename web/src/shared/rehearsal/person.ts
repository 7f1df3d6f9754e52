// One simulated participant: a page of their own as the server sees it, with its own connection and outbox, and a will to
// answer what is asked. Knows no DOM.
import type { Timers } from "../clock";
import { newId } from "../ids";
import type { StopReason } from "../connection";
import { isRunning, roundsOf, type Round } from "../meeting";
import { myselfOf } from "../myself";
import { MemoryStorage } from "../outbox_storage";
import { Session } from "../session";
import type { SocketLike } from "../socket";
import { wallTimeOf } from "../zone_time";
import { actsIn, hasAnswered, type Act, type Desk } from "./answering";
import { chanceFor, natureOf, saidBy, type Nature, type Where } from "./nature";
import { Phrases } from "./phrases";
import { boardsToSort, sortOf } from "./sorting";
import type { Tempo } from "./tempo";

// By which a person is the same one again. `slip`: their way in, the first time: it counts though this browser may have a
// participant of its own, whose cookie goes along with every connection.
export interface Identity {
    token: string;
    author_secret: string;
    slip: string;
}

export interface World {
    seed: string;
    where: Where;
    url: string;
    openSocket(url: string, subprotocol: string): SocketLike;
    timers: Timers;
    tempo: Tempo;
    changed(): void;
}

const ASKS_AGAIN = 8_000; // where the door is closed
const OUTAGE = { after: 25_000, for: 12_000 };
const HURRY = { longest: 60_000, share: 0.7 };
const TOO_LATE = 4_000;
const LONGEST = 90_000; // that answering takes, where nothing says that it must be quicker
const OF_THE_TIME = 0.7;
const SORTING = { least: 6_000, most: 18_000 }; // from note to note

// What is not done yet, and is done once, whatever brings it about.
interface Waiting extends Act {
    doIt(): void;
}

export class Person {
    readonly nature: Nature;
    private readonly phrases: Phrases;
    private session: Session | undefined;
    private readonly begun = new Set<string>(); // openings of rounds
    private readonly waiting = new Map<string, Waiting[]>(); // by round
    private readonly sorting = new Set<string>(); // boards that they are at
    private readonly tried = new Map<string, Set<string>>(); // by board: notes that they have sorted
    private readonly pauses: () => number;
    private readonly ends = new Set<() => void>();
    private isHere = false; // is to be there, with a network or without
    private hasCome = false;
    private stopped: StopReason | undefined;

    constructor(
        number: number,
        private readonly identity: Identity,
        private readonly world: World,
    ) {
        this.nature = natureOf(world.seed, number);
        this.phrases = new Phrases(world.where.profile.language);
        this.pauses = chanceFor(world.seed, number, "sorting");
    }

    get isConnected(): boolean {
        const state = this.session?.connection.state.state;
        return state === "joined" || state === "read_only";
    }

    get refused(): StopReason | undefined {
        return this.stopped;
    }

    // So soon; what was kept of an earlier time is gone on with.
    come(soon: number): void {
        if (this.isHere) return;
        this.isHere = true;
        this.later(soon, () => void this.open());
    }

    leave(): void {
        this.isHere = false;
        for (const end of this.ends) end();
        this.ends.clear();
        this.begun.clear();
        this.waiting.clear();
        this.sorting.clear();
        this.session?.close();
        this.session = undefined;
        this.stopped = undefined;
    }

    private later(milliseconds: number, call: () => void): void {
        const end = this.world.tempo.after(milliseconds, () => {
            this.ends.delete(end);
            call();
        });
        this.ends.add(end);
    }

    private async open(): Promise<void> {
        const { url, openSocket, timers, changed } = this.world;
        const session = await Session.open({
            url,
            openSocket,
            timers,
            scope: `simulated ${this.nature.number}`,
            storage: new MemoryStorage(),
            introduce: () => ({ method: "join", params: this.introduction() }),
            joined: () => this.joined(),
            refused: ({ command }) => session.outbox.dismiss(command),
            changed: (state) => {
                this.stopped = state.state === "stopped" ? state.reason : undefined;
                if (this.stopped === "joining_closed") this.later(ASKS_AGAIN, () => this.session?.start());
                changed();
            },
        });
        if (!this.isHere) return session.close();
        this.session = session;
        session.store.subscribe("seq", undefined, () => this.look());
        session.start();
    }

    private introduction() {
        const { seed, where } = this.world;
        const { token, author_secret, slip } = this.identity;
        const way = this.hasCome ? {} : { way: slip };
        return { session: where.session, ...way, token, author_secret, ...saidBy(seed, this.nature.number, where, this.phrases) };
    }

    private joined(): void {
        if (this.hasCome) return;
        this.hasCome = true;
        this.consent();
        if (this.nature.losesNetwork) this.later(OUTAGE.after, () => this.loseNetwork());
    }

    private consent(): void {
        const { asks_consent } = this.world.where.profile;
        const { store, outbox } = this.session!;
        const me = myselfOf(store.allMine("participant")[0], outbox.commands());
        const agrees = chanceFor(this.world.seed, this.nature.number, "consent")() < 0.7;
        if (asks_consent !== false && agrees && !me.consent) outbox.put("participant.consent", { rev: me.nextRev, consent: true });
    }

    // What is written meanwhile waits, as on every phone.
    private loseNetwork(): void {
        this.session?.connection.stop();
        this.later(OUTAGE.for, () => this.session?.start());
    }

    private look(): void {
        if (!this.session?.store.isWhole) return;
        for (const round of roundsOf(this.session.store.all("round"), this.world.where.session)) {
            const opening = `${round.id} ${round.opened}`;
            if (isRunning(round) && !this.begun.has(opening)) {
                this.begun.add(opening);
                if (!hasAnswered(round, this.desk())) this.begin(round);
            }
            if (round.state === "closing" || round.state === "closed") this.hurry(round);
        }
        if (this.nature.sorts) for (const board of this.toSort()) this.sort(board);
    }

    private toSort(): string[] {
        return boardsToSort(this.session!.store, this.world.where.session).map(({ id }) => id);
    }

    // Where all sort: one note and then another, until nothing is left there for them.
    private sort(board: string): void {
        if (this.sorting.has(board)) return;
        this.sorting.add(board);
        this.later(SORTING.least + (SORTING.most - SORTING.least) * this.pauses(), () => {
            this.sorting.delete(board);
            if (this.toSort().includes(board)) this.sortOne(board);
        });
    }

    private sortOne(board: string): void {
        const tried = this.tried.get(board) ?? new Set();
        const sort = sortOf(board, `${this.world.seed} ${this.nature.number}`, tried, this.desk());
        if (!sort) return;
        this.tried.set(board, tried.add(sort.note));
        this.session!.outbox.put("note.sort", sort);
        this.sort(board);
    }

    // Most of those who have not answered yet do it in the last moment, and the slow one does it behind it.
    private hurry({ id, state, deadline = 0 }: Round): void {
        const waiting = this.waiting.get(id) ?? [];
        if (waiting.length === 0) return;
        const { seed, tempo } = this.world;
        const left = deadline - this.session!.clock.now();
        if (state === "closed") for (const act of waiting.filter(({ isLate }) => isLate)) this.later(TOO_LATE, act.doIt);
        else if (left > HURRY.longest) return;
        else {
            const chance = chanceFor(seed, this.nature.number, `hurry ${id}`);
            const hurries = waiting.filter(({ isMain, isLate }) => isMain && !isLate && chance() < HURRY.share);
            for (const act of hurries) this.later(Math.max(0, 0.9 * left * chance() * Math.max(1, tempo.rate)), act.doIt);
        }
        this.waiting.set(id, state === "closed" ? [] : waiting.filter(({ isLate }) => isLate));
    }

    private desk(): Desk {
        return { store: this.session!.store, commands: this.session!.outbox.commands() };
    }

    private begin(round: Round): void {
        const { seed, where } = this.world;
        const acts = actsIn(round, {
            nature: this.nature,
            chance: chanceFor(seed, this.nature.number, round.id),
            phrases: this.phrases,
            spread: this.timeFor(round),
            today: wallTimeOf(this.session!.clock.now(), where.profile.zone).date,
            newId,
        });
        const waiting = acts.map((act) => ({ ...act, doIt: once(() => this.act(round.id, act)) }));
        for (const { at, doIt } of waiting) this.later(at, doIt);
        this.waiting.set(round.id, waiting);
    }

    // By the end that it has, at the pace of the moment.
    private timeFor({ deadline = 0 }: Round): number {
        if (deadline === 0) return LONGEST;
        const left = Math.max(0, deadline - this.session!.clock.now());
        return Math.min(LONGEST, OF_THE_TIME * left * Math.max(1, this.world.tempo.rate));
    }

    private act(id: string, { says, isLate }: Act): void {
        const { store, outbox, connection } = this.session!;
        const round = store.find("round", id);
        if (!round || (!isRunning(round) && !(isLate && round.state === "closed"))) return;
        if (!says) return connection.writing(id);
        const said = says(this.desk());
        if (!said) return;
        outbox.put(said.method, said.params as never);
        if (said.method === "note.put") connection.writing(undefined);
    }
}

function once(call: () => void): () => void {
    let isDone = false;
    return () => {
        if (!isDone) call();
        isDone = true;
    };
}
