// How far a long list is drawn: as many as were asked for, and on to the last of those that must not be out of sight. Pure.
export function reachOf<T>(all: readonly T[], most: number, isNeeded: (thing: T) => boolean): number {
    const last = all.reduce((found, thing, i) => (isNeeded(thing) ? i : found), -1);
    return Math.min(all.length, Math.max(most, last + 1));
}
