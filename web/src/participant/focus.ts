// A button that takes itself away leaves whoever pressed it by keyboard at the place where it stood.
export function returnFocus(event: Event, around: string): void {
    (event.currentTarget as HTMLElement | null)?.closest<HTMLElement>(around)?.focus({ preventScroll: true });
}

export function pressed(around: string, act: () => void): (event: Event) => void {
    return (event) => {
        returnFocus(event, around);
        act();
    };
}

// Whoever pressed what is not there any more goes on at the beginning of what came instead. (Not whoever only opened the page.)
export function goOnInMain(): void {
    const isLost = document.activeElement === document.body || document.activeElement === null;
    if (isLost && navigator.userActivation?.hasBeenActive) document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
}
