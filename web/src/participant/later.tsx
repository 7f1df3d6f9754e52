// The parts of the page that come when they are first asked for.
import { lazily } from "./lazily";

export const Between = lazily(() => import("./between").then((part) => part.Between));
export const BetweenScreen = lazily(() => import("./between").then((part) => part.BetweenScreen));
