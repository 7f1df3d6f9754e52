// Small strings by name, kept on the device at once (localStorage). Where that is full or forbidden nothing is kept, and
// nothing fails.

export function shelved(name: string): string | undefined {
    try {
        return localStorage.getItem(name) ?? undefined;
    } catch {
        return undefined;
    }
}

export function shelve(name: string, value: string): void {
    try {
        localStorage.setItem(name, value);
    } catch {
        // (then it lasts as long as the page)
    }
}

export function unshelve(name: string): void {
    try {
        localStorage.removeItem(name);
    } catch {
        // (nothing is kept there)
    }
}
