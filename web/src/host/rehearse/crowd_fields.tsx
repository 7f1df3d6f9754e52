// How many are simulated, and how fast they are.
import { SelectField } from "../field";
import { COUNTS, type How } from "./kept";
import { say } from "./texts/rehearse";

export function CrowdFields({ count, pace, isOff, change }: How & { isOff: boolean; change(how: Partial<How>): void }) {
    const counts = COUNTS.map((n) => ({ value: String(n), label: String(n) }));
    const paces = (["calm", "quick"] as const).map((value) => ({ value, label: say(`pace_${value}`) }));
    return (
        <div class="row">
            <SelectField label={say("count")} value={String(count)} options={counts} isOff={isOff} change={(n) => change({ count: Number(n) })} />
            <SelectField label={say("pace")} value={pace} options={paces} isOff={isOff} change={(value) => change({ pace: value })} />
        </div>
    );
}
