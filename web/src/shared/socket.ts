// One WebSocket's life, as requests with answers and notifications: from its opening to its end, once.
// What it does not know is when to come again; that is the connection's.
import type { Own, Sync, WireError } from "../generated/wire";
import { Lost, MOST_UNANSWERED, Refusal, type Method, type Params, type Result } from "./wire";

// As much of a browser's WebSocket as is used.
export interface SocketLike {
    onopen: ((event: never) => void) | null;
    onmessage: ((event: never) => void) | null;
    onclose: ((event: never) => void) | null;
    onerror: ((event: never) => void) | null;
    send(text: string): void;
    close(): void;
}

export interface SocketEvents {
    opened(): void;
    sync(params: Sync["params"]): void;
    own(params: Own["params"]): void;
    heard(): void; // anything at all
    ended(code: number): void;
}

interface Asked {
    resolve(result: unknown): void;
    reject(error: Error): void;
}
interface Message {
    id?: number;
    method?: string;
    params?: unknown;
    result?: unknown;
    error?: WireError;
}

export class Exchange {
    private readonly asked = new Map<number, Asked>();
    private readonly waiting: { id: number; text: string }[] = [];
    private sent = 0; // without an answer
    private nextId = 1;
    private isOver = false;

    constructor(
        private readonly socket: SocketLike,
        private readonly events: SocketEvents,
    ) {
        socket.onopen = () => this.events.opened();
        socket.onmessage = (event: { data: unknown }) => this.read(String(event.data));
        socket.onclose = (event: { code?: number }) => this.end(event.code ?? 1006);
        socket.onerror = () => {}; // (the closing that follows says more)
    }

    // Rejects with a Refusal, or with Lost.
    request<M extends Method>(method: M, params: Params<M> & object): Promise<Result<M>> {
        if (this.isOver) return Promise.reject(new Lost());
        const id = this.nextId++;
        this.waiting.push({ id, text: JSON.stringify({ jsonrpc: "2.0", id, method, params }) });
        const answer = new Promise<unknown>((resolve, reject) => this.asked.set(id, { resolve, reject }));
        this.pump();
        return answer as Promise<Result<M>>;
    }

    // Ends it without waiting for the other side, which may be gone: what still comes is not listened to.
    end(code: number): void {
        if (this.isOver) return;
        this.isOver = true;
        const { socket } = this;
        socket.onopen = socket.onmessage = socket.onclose = null;
        socket.close();
        for (const { reject } of this.asked.values()) reject(new Lost());
        this.asked.clear();
        this.events.ended(code);
    }

    private pump(): void {
        while (this.waiting.length > 0 && this.sent < MOST_UNANSWERED) {
            this.sent++;
            this.socket.send(this.waiting.shift()!.text);
        }
    }

    private read(text: string): void {
        const message = JSON.parse(text) as Message;
        this.events.heard();
        if (message.method === "sync") this.events.sync(message.params as Sync["params"]);
        else if (message.method === "own") this.events.own(message.params as Own["params"]);
        else if (message.id !== undefined) this.settle(message.id, message);
    }

    private settle(id: number, { result, error }: Message): void {
        const asked = this.asked.get(id);
        if (!asked) return;
        this.asked.delete(id);
        this.sent--;
        if (error) asked.reject(new Refusal(error));
        else asked.resolve(result);
        this.pump();
    }
}
