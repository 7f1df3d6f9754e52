// A new account, and the one-time link that goes to its person.
import { useRef, useState } from "preact/hooks";
import type { GrantRole } from "../generated/types";
import { newId } from "../shared/ids";
import { Dialog } from "../shared/view/dialog";
import { whyNot, type Said } from "./accounts";
import { Choice } from "./choice";
import { Copied, useCopying } from "./copy";
import { Field } from "./field";
import { askHouse } from "./house";
import { say } from "./texts/accounts";

export const roles: readonly GrantRole[] = ["facilitator", "researcher", "administrator"];

interface Link {
    name: string;
    address: string;
}

function addressOf(secret: string, name: string): string {
    return `${location.origin}/host#${new URLSearchParams({ invite: secret, name }).toString().replace(/\+/g, "%20")}`;
}

function LinkDialog({ link, close }: { link: Link; close(): void }) {
    const field = useRef<HTMLTextAreaElement>(null);
    const copying = useCopying(field);
    return (
        <Dialog title={say("link_title", { name: link.name })} close={close}>
            <p>{say("link_lead", { name: link.name })}</p>
            <label>
                {say("link")}
                <textarea ref={field} class="unbroken" readOnly rows={3} value={link.address} />
            </label>
            <p class="actions">
                <button type="button" class="primary" onClick={() => copying.copy(link.address, say("copied"))}>
                    {say("copy")}
                </button>
                <Copied copying={copying} name={say("link")} />
            </p>
        </Dialog>
    );
}

export function AddAccount({ added }: { added(): void }) {
    const [name, setName] = useState("");
    const [role, setRole] = useState<GrantRole>("facilitator");
    const [isChecked, setChecked] = useState(false);
    const [isBusy, setBusy] = useState(false);
    const [said, setSaid] = useState<Said>();
    const [link, setLink] = useState<Link>();
    const send = async (event: Event) => {
        event.preventDefault();
        setChecked(true);
        setSaid(undefined);
        const wanted = name.trim();
        if (wanted === "" || isBusy) return;
        setBusy(true);
        try {
            const { secret } = await askHouse("account.add", { id: newId(), name: wanted, role });
            setLink({ name: wanted, address: addressOf(secret, wanted) });
            setName("");
            setChecked(false);
            added();
        } catch (error) {
            setSaid({ text: whyNot(error), wrong: true });
        }
        setBusy(false);
    };
    const options = roles.map((value) => ({ value, label: say(`role_${value}`), hint: say(`role_${value}_hint`) }));
    return (
        <form class="stack" onSubmit={(event) => void send(event)} noValidate>
            <h2>{say("add_title")}</h2>
            <Field
                label={say("name")}
                hint={say("name_hint")}
                error={isChecked && name.trim() === "" ? say("name_missing") : undefined}
            >
                {(attributes) => (
                    <input
                        {...attributes}
                        autocomplete="off"
                        maxLength={80}
                        value={name}
                        onInput={(event) => setName(event.currentTarget.value)}
                    />
                )}
            </Field>
            <Choice legend={say("role")} value={role} options={options} change={(value) => setRole(value)} />
            {said && (
                <p class="said wrong" role="alert">
                    {said.text}
                </p>
            )}
            <button class="primary" disabled={isBusy}>
                {say(isBusy ? "adding" : "add")}
            </button>
            {link && <LinkDialog link={link} close={() => setLink(undefined)} />}
        </form>
    );
}
