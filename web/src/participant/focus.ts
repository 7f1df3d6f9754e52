// A button that takes itself away leaves whoever pressed it by keyboard at the place where it stood.
export function returnFocus(event: Event, around: string): void {
    (event.currentTarget as HTMLElement | null)?.closest<HTMLElement>(around)?.focus({ preventScroll: true });
}
