// What this device keeps in IndexedDB: the outbox's commands, and single values by name (such as a snapshot).
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { KeptCommand, OutboxStorage } from "./outbox_storage";

interface Stores extends DBSchema {
    commands: { key: number; value: KeptCommand; indexes: { command: string } };
    values: { key: string; value: unknown };
}

const NAME = "samskap";
const VERSION = 1;
const PATIENCE = 4_000; // Some browsers, at times, never answer; then we do without.
// What somebody wrote is on the disk before the page says that it is saved: batteries die.
const CHANGE = ["commands", "readwrite", { durability: "strict" }] as const;

export function inTime<T>(work: Promise<T>, patience = PATIENCE): Promise<T> {
    return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error("the device's storage does not answer")), patience);
        work.then(resolve, reject).finally(() => clearTimeout(timer));
    });
}

export class Database implements OutboxStorage {
    private constructor(private readonly database: IDBPDatabase<Stores>) {}

    // Rejects where there is no storage (some private windows): use a MemoryStorage then.
    static async open(): Promise<Database> {
        const opened = openDB<Stores>(NAME, VERSION, {
            upgrade(database) {
                const commands = database.createObjectStore("commands", { autoIncrement: true });
                commands.createIndex("command", "command", { unique: true });
                database.createObjectStore("values");
            },
            // Another tab brings a newer version of the store: out of its way.
            blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
        });
        return new Database(await inTime(opened));
    }

    async load(scope: string): Promise<KeptCommand[]> {
        const all = await inTime(this.database.getAll("commands")); // (by key: as they were added)
        return all.filter((kept) => kept.scope === scope);
    }

    async put(kept: KeptCommand): Promise<void> {
        const { store, done } = this.database.transaction(...CHANGE);
        const change = async () => {
            const key = await store.index("command").getKey(kept.command);
            await (key === undefined ? store.add(kept) : store.put(kept, key));
        };
        await inTime(Promise.all([change(), done]));
    }

    async remove(command: string): Promise<void> {
        const { store, done } = this.database.transaction(...CHANGE);
        const change = async () => {
            const key = await store.index("command").getKey(command);
            if (key !== undefined) await store.delete(key);
        };
        await inTime(Promise.all([change(), done]));
    }

    async value<T>(name: string): Promise<T | undefined> {
        return (await inTime(this.database.get("values", name))) as T | undefined;
    }

    async keep(name: string, value: unknown): Promise<void> {
        await inTime(this.database.put("values", value, name));
    }

    async forget(name: string): Promise<void> {
        await inTime(this.database.delete("values", name));
    }
}
