// What a request that failed was refused with.
export function reasonOf(error: unknown): string {
    return typeof error === "object" && error !== null && "reason" in error ? String(error.reason) : "not_joined";
}
