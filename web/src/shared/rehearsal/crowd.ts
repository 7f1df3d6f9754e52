// The simulated participants of a rehearsal: who is to be there, how fast they live, and how many have come. Each goes the way
// that everybody goes, with a connection of their own. Knows no DOM.
import type { StopReason } from "../connection";
import { Person, type Identity, type World } from "./person";
import { Tempo } from "./tempo";

export type Pace = "calm" | "quick";
export const SPEED: Readonly<Record<Pace, number>> = { calm: 1, quick: 4 };

export interface Report {
    here: number; // connected now
    of: number; // that are to be there
    refused: StopReason | undefined; // why somebody is not let in
}

export type CrowdOptions = Omit<World, "tempo" | "changed"> & { pace: Pace; tell(report: Report): void };

const SOON = 8_000; // where some more are called to those who are there
const REPORTS = 400;

export class Crowd {
    private readonly people: Person[] = [];
    private readonly world: World;
    private pace: Pace;
    private wanted = 0;
    private isPaused = false;
    private isTelling = false;

    constructor(private readonly options: CrowdOptions) {
        this.pace = options.pace;
        this.world = { ...options, tempo: new Tempo(options.timers, SPEED[options.pace]), changed: () => this.changed() };
    }

    // Those of the first so many who are not there yet come, those beyond them leave.
    call(identities: readonly Identity[], wanted: number): void {
        const areNew = this.wanted === 0;
        this.wanted = Math.min(wanted, identities.length);
        for (let i = this.people.length; i < this.wanted; i++) this.people.push(new Person(i, identities[i]!, this.world));
        this.people.forEach((person, i) => {
            const { arrives } = person.nature;
            if (i < this.wanted) person.come(areNew ? arrives : Math.min(SOON, arrives));
            else person.leave();
        });
        this.changed();
    }

    setPace(pace: Pace): void {
        this.pace = pace;
        this.keepTime();
    }

    pause(isPaused: boolean): void {
        this.isPaused = isPaused;
        this.keepTime();
    }

    // All leave. They are the same ones when they are called again.
    end(): void {
        this.wanted = 0;
        for (const person of this.people) person.leave();
        this.changed();
    }

    get report(): Report {
        const present = this.people.slice(0, this.wanted);
        const refused = present.map((person) => person.refused).find((reason) => reason !== undefined);
        return { here: present.filter(({ isConnected }) => isConnected).length, of: this.wanted, refused };
    }

    private keepTime(): void {
        this.world.tempo.setSpeed(this.isPaused ? 0 : SPEED[this.pace]);
    }

    // Thirty who come at once are told of once.
    private changed(): void {
        if (this.isTelling) return;
        this.isTelling = true;
        this.options.timers.after(REPORTS, () => {
            this.isTelling = false;
            this.options.tell(this.report);
        });
    }
}
