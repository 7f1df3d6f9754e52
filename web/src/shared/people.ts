// The people who share a device, one after the other. Each has what is kept on it under names of their own, so that nobody comes
// upon what another has written or not sent yet. Knows the shelf, and no screen.
import type { Values } from "./keeping";
import type { Shelf } from "./drafts";

export interface Person {
    // Of the first one: empty, and what they keep stands under the plain names.
    id: string;
    // As far as they said it.
    name: string;
}

export const MOST_PEOPLE = 10;
const PEOPLE = "samskap people";
export const WHO = "samskap person"; // changes whenever somebody else takes the device over, for other tabs to hear
const FIRST: Person = { id: "", name: "" };

// Under which name a person keeps what is kept under a name.
export function nameFor(person: string, name: string): string {
    return person === "" ? name : `${name} @${person}`;
}

// And back; nothing where it is another person's.
export function plainName(person: string, name: string): string | undefined {
    const end = person === "" ? "" : ` @${person}`;
    const plain = name.slice(0, name.length - end.length);
    return name.endsWith(end) && !plain.includes(" @") ? plain : undefined;
}

export function valuesFor(person: string, values: Values): Values {
    return { value: (name) => values.value(nameFor(person, name)), keep: (name, value) => values.keep(nameFor(person, name), value) };
}

export function shelfFor(person: string, shelf: Shelf): Shelf {
    const own = (name: string) => nameFor(person, name);
    return {
        getItem: (name) => shelf.getItem(own(name)),
        setItem: (name, value) => shelf.setItem(own(name), value),
        removeItem: (name) => shelf.removeItem(own(name)),
    };
}

// A shelf that is forbidden throws, and then the device is one person's.
export class People {
    constructor(private readonly shelf: Shelf | undefined) {}

    get all(): Person[] {
        try {
            const found = JSON.parse(this.shelf?.getItem(PEOPLE) ?? "[]") as unknown;
            const people = Array.isArray(found) ? found.filter(isPerson) : [];
            return people.length > 0 ? people : [FIRST];
        } catch {
            return [FIRST];
        }
    }

    // Whether somebody else has had the device, also if they have left it.
    get wasShared(): boolean {
        try {
            return (this.shelf?.getItem(PEOPLE) ?? null) !== null;
        } catch {
            return false;
        }
    }

    get current(): Person {
        let id = "";
        try {
            id = this.shelf?.getItem(WHO) ?? "";
        } catch {
            // (one person's)
        }
        const { all } = this;
        return all.find((person) => person.id === id) ?? all[0]!;
    }

    // Nothing where there is no room for another one, or nothing can be kept.
    add(id: string): Person | undefined {
        const person = { id, name: "" };
        const { all } = this;
        return all.length < MOST_PEOPLE && this.keep([...all, person]) ? person : undefined;
    }

    call(id: string, name: string): void {
        const { all } = this;
        if (all.some((person) => person.id === id && person.name !== name)) this.keep(all.map((person) => (person.id === id ? { id, name } : person)));
    }

    // The last one stays, whoever that is.
    forget(id: string): void {
        const others = this.all.filter((person) => person.id !== id);
        if (others.length > 0) this.keep(others);
    }

    switchTo(id: string): boolean {
        return this.write(WHO, id);
    }

    private keep(people: readonly Person[]): boolean {
        return this.write(PEOPLE, JSON.stringify(people));
    }

    private write(name: string, value: string): boolean {
        try {
            this.shelf?.setItem(name, value);
            return this.shelf !== undefined;
        } catch {
            return false;
        }
    }
}

function isPerson(one: unknown): one is Person {
    const { id, name } = (one ?? {}) as Partial<Person>;
    return typeof id === "string" && typeof name === "string";
}
