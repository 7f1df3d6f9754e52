// Pictures that are not with the server yet: kept on this device with their files until they are, whatever becomes of the page.
import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { EventPicturePut } from "../../generated/types";
import { inTime } from "../../shared/database";

// What a picture is put with, but for what the server makes of its file.
export type Said = Pick<EventPicturePut, "session" | "item" | "round" | "group" | "caption" | "drawn" | "position">;

export interface KeptUpload {
    id: string; // of the picture that it becomes
    scope: string; // whose it is: one account in one process
    name: string; // of the file
    file: Blob;
    // Small enough to be sent as it is.
    isReady: boolean;
    said: Said;
    // What it was put with, once that was sent, and by which command: the same again is the same.
    sent?: { command: string; params: EventPicturePut } | undefined;
}

export interface UploadStore {
    load(scope: string): Promise<KeptUpload[]>;
    put(upload: KeptUpload): Promise<void>;
    remove(id: string): Promise<void>;
}

const WRITING = 30_000; // milliseconds: many photographs at once, on a phone

interface Stores extends DBSchema {
    uploads: { key: string; value: KeptUpload };
}

// (A database of its own: the pages' other one is opened by participants' phones, too, which need nothing of this.)
export class BrowserUploads implements UploadStore {
    private opened: Promise<IDBPDatabase<Stores>> | undefined;

    private open(): Promise<IDBPDatabase<Stores>> {
        const forget = () => (this.opened = undefined);
        this.opened ??= openDB<Stores>("samskap uploads", 1, {
            upgrade: (database) => void database.createObjectStore("uploads", { keyPath: "id" }),
            blocking: (_current, _blocked, event) => {
                (event.target as IDBDatabase).close();
                forget();
            },
            terminated: forget, // (some browsers lose it in the background: it is opened anew)
        });
        this.opened.catch(forget);
        return inTime(this.opened);
    }

    async load(scope: string): Promise<KeptUpload[]> {
        const all = await inTime((await this.open()).getAll("uploads"));
        const own = all.filter((upload) => upload.scope === scope);
        return own.sort((a, b) => (a.said.position ?? 0) - (b.said.position ?? 0));
    }

    async put(upload: KeptUpload): Promise<void> {
        await inTime((await this.open()).put("uploads", upload), WRITING);
    }

    async remove(id: string): Promise<void> {
        await inTime((await this.open()).delete("uploads", id));
    }
}
