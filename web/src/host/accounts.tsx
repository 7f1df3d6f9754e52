// Who may log in and what they may do, for administrators: accounts are added, grants given and taken back.
import { useEffect, useState } from "preact/hooks";
import type { ResultHouseAccounts } from "../generated/wire";
import { Refusal } from "../shared/wire";
import { sayReason } from "../shared/view/texts/reasons";
import { AddAccount } from "./add_account";
import { GiveGrant } from "./give_grant";
import { account as self, askHouse, house, houseLive, refreshHouse } from "./house";
import { say } from "./texts/accounts";
import { useTitle } from "./title";

export type AccountRow = ResultHouseAccounts["accounts"][number];
export type Grant = AccountRow["grants"][number];
export type Said = { text: string; wrong: boolean } | undefined;

// `found` undefined: still coming.
interface Known {
    found: AccountRow[] | undefined;
    more: number;
    failed: boolean;
}

export function nameOf({ role, process, study }: Grant): string {
    const title = house.value?.processes.find((row) => row.process === process)?.title ?? say("unknown_process");
    return process === undefined
        ? say("in_house", { role: say(`role_${role}`) })
        : say(study === undefined ? "in_process" : "in_study", { role: say(`role_${role}`), process: title });
}

export function whyNot(error: unknown): string {
    return sayReason(error instanceof Refusal ? error.reason : "not_joined");
}

function Row({ row, change }: { row: AccountRow; change(row: AccountRow, grant: Grant, granted: boolean): void }) {
    const isSelf = row.account === self.value?.id;
    return (
        <li class="place account-row">
            <h3>{`${row.name} ${isSelf ? say("you") : ""}`}</h3>
            {row.grants.length === 0 && <p class="meta">{say("no_grants")}</p>}
            <ul class="grants" aria-label={say("grants")}>
                {row.grants.map((grant) => (
                    <li key={`${grant.role} ${grant.process} ${grant.study}`} class="grant">
                        {nameOf(grant)}
                        {!(isSelf && grant.role === "administrator") && (
                            <button
                                type="button"
                                class="quiet icon"
                                aria-label={say("take", { grant: nameOf(grant) })}
                                onClick={() => change(row, grant, false)}
                            >
                                <span aria-hidden="true">×</span>
                            </button>
                        )}
                    </li>
                ))}
            </ul>
            <GiveGrant row={row} give={(grant) => change(row, grant, true)} />
        </li>
    );
}

function useAccounts(): [Known, (from?: number) => Promise<void>] {
    const [known, setKnown] = useState<Known>({ found: undefined, more: 0, failed: false });
    const load = async (skip = 0) => {
        const asked = await houseLive.value!.session.connection.request("house.accounts", { skip }).catch(() => undefined);
        setKnown((before) => {
            if (!asked) return { ...before, failed: true };
            return { found: [...(before.found ?? []).slice(0, skip), ...asked.accounts], more: asked.more, failed: false };
        });
    };
    const isThere = houseLive.value?.connectionState.value.state === "joined";
    useEffect(() => {
        if (isThere) void load();
    }, [isThere]);
    return [known, load];
}

function List({
    known,
    load,
    change,
}: {
    known: Known;
    load(skip?: number): Promise<void>;
    change(row: AccountRow, grant: Grant, granted: boolean): void;
}) {
    const { found, more, failed } = known;
    return (
        <section class="stack">
            <h2>{say("list")}</h2>
            {failed && (
                <p class="said wrong" role="alert">
                    {say("failed")}{" "}
                    <button type="button" class="quiet" onClick={() => void load()}>
                        {say("again")}
                    </button>
                </p>
            )}
            {!found && !failed && <p role="status">{say("loading")}</p>}
            <ul class="places">
                {found?.map((row) => (
                    <Row key={row.account} row={row} change={change} />
                ))}
            </ul>
            {more > 0 && (
                <button type="button" onClick={() => void load(found?.length)}>
                    {say("more", { n: more })}
                </button>
            )}
        </section>
    );
}

export function Accounts() {
    useTitle(say("title"));
    const [known, load] = useAccounts();
    const [said, setSaid] = useState<Said>();
    const change = async (row: AccountRow, grant: Grant, granted: boolean) => {
        const { role, process, study } = grant;
        try {
            const where = { ...(process === undefined ? {} : { process }), ...(study === undefined ? {} : { study }) };
            await askHouse("grant.put", { account: row.account, role, granted, ...where });
            setSaid({ text: say(granted ? "given" : "taken", { name: row.name, grant: nameOf(grant) }), wrong: false });
        } catch (error) {
            setSaid({ text: whyNot(error), wrong: true });
        }
        await Promise.all([load(), refreshHouse()]);
    };
    return (
        <div class="stack narrow">
            <h1>{say("title")}</h1>
            <p>{say("lead")}</p>
            <AddAccount added={() => void load()} />
            <p class={said?.wrong ? "said wrong" : "said"} role="status">
                {said?.text}
            </p>
            <List known={known} load={load} change={(row, grant, granted) => void change(row, grant, granted)} />
        </div>
    );
}
