// Who may read a study's material: given and taken back here by administrators, for the house knows no study by its name.
import { useEffect, useState } from "preact/hooks";
import type { Study } from "../../shared/studies";
import { whyNot, type AccountRow, type Said } from "../accounts";
import { SelectField } from "../field";
import { askHouse, house, houseLive, refreshHouse } from "../house";
import { say } from "./texts/studies";

export interface Accounts {
    rows: readonly AccountRow[];
    load(): Promise<void>;
}

// All of them, page by page; none for who is no administrator.
export function useAccounts(): Accounts {
    const [rows, setRows] = useState<readonly AccountRow[]>([]);
    const mayAsk = house.value?.administrator === true;
    const load = async () => {
        const found: AccountRow[] = [];
        for (let more = 1; more > 0; ) {
            const asked = await houseLive.value?.session.connection.request("house.accounts", { skip: found.length }).catch(() => undefined);
            if (!asked) return;
            found.push(...asked.accounts);
            more = asked.accounts.length > 0 ? asked.more : 0;
        }
        setRows(found);
    };
    useEffect(() => {
        if (mayAsk) void load();
    }, [mayAsk]);
    return { rows, load };
}

type Props = { accounts: Accounts; process: string; study: Study };

export function Readers({ accounts: { rows, load }, process, study: { id: study, title } }: Props) {
    const [chosen, choose] = useState("");
    const [said, setSaid] = useState<Said>();
    if (house.value?.administrator !== true || rows.length === 0) return null;
    const reads = ({ grants }: AccountRow) => grants.some((grant) => grant.study === study && grant.process === process);
    const grant = async ({ account, name }: AccountRow, granted: boolean) => {
        try {
            await askHouse("grant.put", { account, role: "researcher", process, study, granted });
            setSaid({ text: say(granted ? "reader_given" : "reader_taken", { name }), wrong: false });
            choose("");
        } catch (error) {
            setSaid({ text: whyNot(error), wrong: true });
        }
        await Promise.all([load(), refreshHouse()]);
    };
    const others = rows.filter((row) => !reads(row));
    const to = others.find(({ account }) => account === chosen);
    return (
        <details class="more study-readers">
            <summary>{say("readers", { n: rows.filter(reads).length })}</summary>
            <p class="meta">{say("readers_lead")}</p>
            <ul class="grants" aria-label={say("readers_of", { title })}>
                {rows.filter(reads).map((row) => (
                    <li key={row.account} class="grant">
                        {row.name}
                        <button type="button" class="quiet icon" aria-label={say("reader_take", { name: row.name })} onClick={() => void grant(row, false)}>
                            <span aria-hidden="true">×</span>
                        </button>
                    </li>
                ))}
            </ul>
            <form
                class="row give"
                onSubmit={(event) => {
                    event.preventDefault();
                    if (to) void grant(to, true);
                }}
            >
                <SelectField
                    label={say("reader")}
                    value={chosen}
                    options={[{ value: "", label: say("reader_choose") }, ...others.map(({ account, name }) => ({ value: account, label: name }))]}
                    change={choose}
                />
                <button disabled={!to}>{say("reader_give")}</button>
            </form>
            <p class={said?.wrong ? "said wrong" : "said"} role="status">
                {said?.text}
            </p>
        </details>
    );
}
