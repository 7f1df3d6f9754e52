// The round in which somebody is in the middle of writing on this page: it is not taken away from them.
import { signal } from "@preact/signals";

export const writingIn = signal<string | undefined>(undefined);
