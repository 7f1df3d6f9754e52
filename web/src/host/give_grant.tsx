// More that an account may do: a role everywhere, or in one process.
import { useState } from "preact/hooks";
import type { GrantRole } from "../generated/types";
import type { AccountRow, Grant } from "./accounts";
import { roles } from "./add_account";
import { SelectField } from "./field";
import { house, realOnes } from "./house";
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
    const roleOptions = roles.map((value) => ({ value, label: say(`role_${value}`) }));
    const processes = realOnes(house.value?.processes ?? []).map(({ process: value, title: label }) => ({ value, label }));
    const places = [{ value: "", label: say("give_everywhere") }, ...processes];
    return (
        <details class="more">
            <summary>{say("give", { name: row.name })}</summary>
            <form class="row give" onSubmit={send}>
                <SelectField label={say("give_role")} value={role} options={roleOptions} change={(value) => setRole(value)} />
                <SelectField
                    label={say("give_where")}
                    value={where}
                    options={places}
                    isOff={role === "administrator"}
                    change={(value) => setProcess(value)}
                />
                <button>{say("give_do")}</button>
            </form>
        </details>
    );
}
