// Who may log in.
import { say } from "./texts/house";

export function Accounts() {
    return <h1>{say("accounts")}</h1>;
}
