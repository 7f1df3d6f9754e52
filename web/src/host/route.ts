// The address as a signal; the browser's back and forward move it.
import { signal } from "@preact/signals";
import { hashOf, placeOf, type Place } from "../shared/host_route";

export const place = signal<Place>(placeOf(location.hash));
addEventListener("hashchange", () => (place.value = placeOf(location.hash)));

type Inside = Exclude<Place, { screen: "invite" }>;

export function go(to: Inside): void {
    location.hash = hashOf(to);
}

// The same without a step to go back to: where what was there is used up, or gone.
export function goInstead(to: Inside): void {
    history.replaceState(null, "", location.pathname + hashOf(to));
    place.value = to;
}
