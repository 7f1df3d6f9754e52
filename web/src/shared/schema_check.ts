// Whether a value is what a JSON Schema says, and what is wrong with it and where. The schema itself is read, as far as the
// schemas of schema/templates use its words: what compiles schemas makes code at run time, which the pages' content security
// policy forbids. Pure; tests hold it against a validator of all of JSON Schema.
export interface Schema {
    $ref?: string;
    $defs?: Record<string, Schema>;
    type?: string;
    enum?: readonly string[];
    properties?: Record<string, Schema>;
    required?: readonly string[];
    minProperties?: number;
    items?: Schema;
    minItems?: number;
    maxItems?: number;
    minLength?: number;
    maxLength?: number;
    minimum?: number;
    maximum?: number;
    pattern?: string;
}

export type Path = readonly (string | number)[];
export type Wrong =
    "type" | "unknown" | "missing" | "empty" | "too_few" | "too_many" | "too_short" | "too_long" | "too_small" | "too_large" | "pattern" | "choice";

export interface Fault {
    path: Path;
    wrong: Wrong;
    limit?: number;
}

const MOST = 20; // that are told at once

export function faultsOf(schema: Schema, value: unknown): Fault[] {
    const faults: Fault[] = [];
    check(schema, value, [], { root: schema, faults });
    return faults.slice(0, MOST);
}

interface Checking {
    root: Schema;
    faults: Fault[];
}

function check(schema: Schema, value: unknown, path: Path, checking: Checking): void {
    const { root, faults } = checking;
    if (faults.length >= MOST) return;
    if (schema.$ref !== undefined) check(root.$defs![schema.$ref.slice("#/$defs/".length)]!, value, path, checking);
    if (schema.type !== undefined && typeOf(value) !== schema.type) return void faults.push({ path, wrong: "type" });
    if (schema.enum && !schema.enum.some((one) => one === value)) faults.push({ path, wrong: "choice" });
    if (typeof value === "string") checkText(schema, value, path, faults);
    else if (typeof value === "number") within(value, schema.minimum, schema.maximum, ["too_small", "too_large"], path, faults);
    else if (Array.isArray(value)) checkList(schema, value, path, checking);
    else if (typeof value === "object" && value !== null) checkObject(schema, value, path, checking);
}

function typeOf(value: unknown): string {
    if (value === null) return "null";
    if (Array.isArray(value)) return "array";
    return typeof value === "number" && Number.isInteger(value) ? "integer" : typeof value;
}

function within(value: number, least: number | undefined, most: number | undefined, wrong: [Wrong, Wrong], path: Path, faults: Fault[]): void {
    if (least !== undefined && value < least) faults.push({ path, wrong: wrong[0], limit: least });
    if (most !== undefined && value > most) faults.push({ path, wrong: wrong[1], limit: most });
}

function checkText({ minLength, maxLength, pattern }: Schema, value: string, path: Path, faults: Fault[]): void {
    within([...value].length, minLength, maxLength, ["too_short", "too_long"], path, faults);
    if (pattern !== undefined && !new RegExp(pattern, "u").test(value)) faults.push({ path, wrong: "pattern" });
}

function checkList({ items, minItems, maxItems }: Schema, value: readonly unknown[], path: Path, checking: Checking): void {
    within(value.length, minItems, maxItems, ["too_few", "too_many"], path, checking.faults);
    if (items) value.forEach((one, i) => check(items, one, [...path, i], checking));
}

// (Every object of these schemas that names its members has no others.)
function checkObject({ properties, required = [], minProperties = 0 }: Schema, value: object, path: Path, checking: Checking): void {
    const { faults } = checking;
    const members = Object.entries(value);
    if (members.length < minProperties) faults.push({ path, wrong: "empty" });
    for (const name of required) if (!has(value, name)) faults.push({ path: [...path, name], wrong: "missing" });
    if (!properties) return;
    for (const [name, member] of members) {
        if (has(properties, name)) check(properties[name]!, member, [...path, name], checking);
        else faults.push({ path: [...path, name], wrong: "unknown" });
    }
}

function has(value: object, name: string): boolean {
    return Object.prototype.hasOwnProperty.call(value, name);
}
