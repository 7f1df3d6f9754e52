// What this device keeps in IndexedDB: the outbox's commands, and single values by name (such as a snapshot).
import type { KeptCommand, OutboxStorage } from "./outbox_storage";

const NAME = "samskap";
const VERSION = 1;
const PATIENCE = 4_000; // Some browsers, at times, never answer; then we do without.

function settled<T>(request: IDBRequest<T>): Promise<T> {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}

function committed(transaction: IDBTransaction): Promise<void> {
    return new Promise((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onerror = transaction.onabort = () => reject(transaction.error);
    });
}

function inTime<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error("the device's storage does not answer")), PATIENCE);
        work.then(resolve, reject).finally(() => clearTimeout(timer));
    });
}

export class Database implements OutboxStorage {
    private constructor(private readonly database: IDBDatabase) {
        // Another tab brings a newer version of the store: out of its way.
        database.onversionchange = () => database.close();
    }

    // Rejects where there is no storage (some private windows): use a MemoryStorage then.
    static async open(factory: IDBFactory = indexedDB): Promise<Database> {
        const request = factory.open(NAME, VERSION);
        request.onupgradeneeded = () => {
            const commands = request.result.createObjectStore("commands", { autoIncrement: true });
            commands.createIndex("command", "command", { unique: true });
            request.result.createObjectStore("values");
        };
        return new Database(await inTime(settled(request)));
    }

    async load(scope: string): Promise<KeptCommand[]> {
        const commands = this.database.transaction("commands").objectStore("commands");
        const all = (await inTime(settled(commands.getAll()))) as KeptCommand[]; // (by key: as they were added)
        return all.filter((kept) => kept.scope === scope);
    }

    put(kept: KeptCommand): Promise<void> {
        return this.change("commands", async (commands) => {
            const key = await settled(commands.index("command").getKey(kept.command));
            if (key === undefined) commands.add(kept);
            else commands.put(kept, key);
        });
    }

    remove(command: string): Promise<void> {
        return this.change("commands", async (commands) => {
            const key = await settled(commands.index("command").getKey(command));
            if (key !== undefined) commands.delete(key);
        });
    }

    async value<T>(name: string): Promise<T | undefined> {
        return (await inTime(settled(this.database.transaction("values").objectStore("values").get(name)))) as T | undefined;
    }

    keep(name: string, value: unknown): Promise<void> {
        return this.change("values", async (values) => void values.put(value, name));
    }

    forget(name: string): Promise<void> {
        return this.change("values", async (values) => void values.delete(name));
    }

    private async change(name: string, work: (store: IDBObjectStore) => Promise<void>): Promise<void> {
        const transaction = this.database.transaction(name, "readwrite");
        await inTime(Promise.all([committed(transaction), work(transaction.objectStore(name))]));
    }
}
