// More that an account may do: a role everywhere, or in one process.
import { useState } from "preact/hooks";
import type { GrantRole } from "../generated/types";
import type { AccountRow, Grant } from "./accounts";
import { roles } from "./add_account";
import { Field } from "./field";
import { house } from "./house";
import { say } from "./texts/accounts";

export function GiveGrant({ row, give }: { row: AccountRow; give(grant: Grant): void }) {
    const [role, setRole] = useState<GrantRole>("facilitator");
    const [process, setProcess] = useState("");
    // Administrators are it in the whole house.
    const where = role === "administrator" ? "" : process;
    const send = (event: Event) => {
        event.preventDefault();
        give({ role, ...(where === "" ? {} : { process: where }) });
    };
    return (
        <details class="more">
            <summary>{say("give", { name: row.name })}</summary>
            <form class="row give" onSubmit={send}>
                <Field label={say("give_role")}>
                    {(attributes) => (
                        <select {...attributes} value={role} onChange={(event) => setRole(event.currentTarget.value as GrantRole)}>
                            {roles.map((one) => <option key={one} value={one}>{say(`role_${one}`)}</option>)}
                        </select>
                    )}
                </Field>
                <Field label={say("give_where")}>
                    {(attributes) => (
                        <select {...attributes} value={where} disabled={role === "administrator"} onChange={(event) => setProcess(event.currentTarget.value)}>
                            <option value="">{say("give_everywhere")}</option>
                            {house.value?.processes.map((one) => <option key={one.process} value={one.process}>{one.title}</option>)}
                        </select>
                    )}
                </Field>
                <button>{say("give_do")}</button>
            </form>
        </details>
    );
}
