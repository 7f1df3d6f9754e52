// The address as a signal; the browser's back and forward move it.
import { signal } from "@preact/signals";
import { hashOf, placeOf, type Inside, type Place } from "../shared/host_route";

// A remote's secret leaves the address and the history before anything else is done: where it leads to stands there instead.
function here(): Place {
    const found = placeOf(location.hash);
    if (found.screen === "phone") history.replaceState(null, "", location.pathname + hashOf({ screen: "remote", ...found.to }));
    return found;
}

export const place = signal<Place>(here());
addEventListener("hashchange", () => (place.value = here()));

export function go(to: Inside): void {
    location.hash = hashOf(to);
}

// The same without a step to go back to: where what was there is used up, or gone.
export function goInstead(to: Inside): void {
    history.replaceState(null, "", location.pathname + hashOf(to));
    place.value = to;
}
