// Reads schema/*.json and schema/rounds/*.json into a model of groups, shared types and enumerations, and
// refuses with a sentence what lies outside the subset: object, array, string, integer, boolean, enum, bounds,
// $ref, and words of our own: title names a type; personal and server mark members, lines a text; version and
// internal mark an event (made by the server alone), command a request that carries a command id.
import fs from "node:fs";
import path from "node:path";

export class SchemaError extends Error {}

// wire.json describes envelopes for the tests; nobody generates code from it.
const NOT_GENERATED = ["wire.json"];
const GROUPS = ["event", "entity", "house", "params"];
const NAME = /^[a-z][a-z0-9_]*$/;
const NOTES = ["description", "personal", "server"];
const KEYWORDS = {
    object: ["type", "title", "additionalProperties", "properties", "required", "version", "internal", "command"],
    array: ["type", "items", "minItems", "maxItems"],
    string: ["type", "format", "minLength", "maxLength", "lines"],
    integer: ["type", "minimum", "maximum", "default"],
    boolean: ["type", "default"],
    enum: ["title", "enum"],
};

function fail(where, sentence) {
    throw new SchemaError(`${where}: ${sentence}`);
}

function readFiles(directory) {
    const files = new Map();
    for (const folder of ["", "rounds"]) {
        const full = path.join(directory, folder);
        if (!fs.existsSync(full)) {
            continue;
        }
        for (const name of fs.readdirSync(full).sort()) {
            const file = path.posix.join(folder, name);
            if (name.endsWith(".json") && !NOT_GENERATED.includes(file)) {
                files.set(file, parseFile(path.join(full, name), file));
            }
        }
    }
    return files;
}

function parseFile(fullPath, file) {
    try {
        return JSON.parse(fs.readFileSync(fullPath, "utf8"));
    } catch (error) {
        return fail(file, `is not JSON (${error.message})`);
    }
}

class Reader {
    constructor(files) {
        this.files = files;
        this.types = new Map(); // title → object
        this.enums = new Map(); // title → enumeration
        this.homes = new Map(); // title → where it was defined
        this.open = []; // the titled objects being read, against recursion
    }

    // Follows references; what stands beside a $ref adds to the target or takes its place.
    resolve(file, node, where) {
        if (node.$ref === undefined) {
            return { file, node, where };
        }
        const { $ref, ...beside } = node;
        for (const keyword of Object.keys(beside)) {
            if (![...NOTES, "default", "lines"].includes(keyword)) {
                fail(where, `"${keyword}" may not stand beside $ref`);
            }
        }
        const match = /^([^#]*)#\/\$defs\/([^/]+)$/.exec($ref);
        if (!match) {
            fail(where, `cannot follow the reference ${$ref}; write FILE#/$defs/NAME`);
        }
        const target = match[1] === "" ? file : path.posix.join(path.posix.dirname(file), match[1]);
        const definition = this.files.get(target)?.$defs?.[match[2]];
        if (definition === undefined) {
            fail(where, `${$ref} does not exist`);
        }
        const found = this.resolve(target, definition, `${target} ${match[2]}`);
        return { file: found.file, node: { ...found.node, ...beside }, where: found.where };
    }

    kindOf(node, where) {
        const kind = node.enum !== undefined ? "enum" : node.type;
        if (KEYWORDS[kind] === undefined) {
            fail(where, `is none of object, array, string, integer, boolean, enum`);
        }
        for (const keyword of Object.keys(node)) {
            if (!KEYWORDS[kind].includes(keyword) && !NOTES.includes(keyword)) {
                fail(where, `"${keyword}" is outside the subset for ${kind}`);
            }
        }
        return kind;
    }

    // One value: {kind, …} with all that the writers need.
    read(file, raw, where) {
        const found = this.resolve(file, raw, where);
        const kind = this.kindOf(found.node, where);
        return { kind, ...this[kind](found.file, found.node, where, found.where) };
    }

    string(file, node, where) {
        if (node.format === "uuid" || node.format === "secret") {
            return { format: node.format, minimum: 0, maximum: 0, lines: false };
        }
        if (node.format !== undefined) {
            fail(where, `the format ${node.format} is outside the subset (uuid, secret)`);
        }
        if (!Number.isInteger(node.maxLength)) {
            fail(where, "a string needs maxLength");
        }
        const lines = node.lines ?? node.maxLength >= 1000;
        return { minimum: node.minLength ?? 0, maximum: node.maxLength, lines };
    }

    integer(file, node, where) {
        if (!Number.isSafeInteger(node.minimum) || !Number.isSafeInteger(node.maximum)) {
            fail(where, "an integer needs minimum and maximum that JSON can carry");
        }
        return { minimum: node.minimum, maximum: node.maximum, default: node.default };
    }

    boolean(file, node) {
        return { default: node.default };
    }

    array(file, node, where) {
        if (!Number.isInteger(node.maxItems) || node.items === undefined) {
            fail(where, "an array needs maxItems and items");
        }
        const items = this.read(file, node.items, `${where}[]`);
        if (items.kind === "array" || items.kind === "enum" || items.kind === "boolean") {
            fail(where, "an array holds objects, strings or integers");
        }
        return { items, minimum: node.minItems ?? 0, maximum: node.maxItems };
    }

    enum(file, node, where, home) {
        if (!NAME.test(node.title ?? "")) {
            fail(where, "an enum needs a title, which becomes its name");
        }
        for (const value of node.enum) {
            if (!NAME.test(value)) {
                fail(where, `the enum value ${JSON.stringify(value)} must be a lower-case name`);
            }
        }
        this.claim(node.title, home, where);
        this.enums.set(node.title, { title: node.title, values: node.enum, description: node.description });
        return { title: node.title };
    }

    object(file, node, where, home) {
        if (!NAME.test(node.title ?? "")) {
            fail(where, "an object inside another needs a title, which becomes its name");
        }
        if (this.open.includes(node.title)) {
            fail(where, `${node.title} contains itself; recursion is outside the subset`);
        }
        this.claim(node.title, home, where);
        if (!this.types.has(node.title)) {
            this.open.push(node.title);
            const members = this.members(file, node, `${file} ${node.title}`);
            this.open.pop();
            this.types.set(node.title, { title: node.title, description: node.description, members });
        }
        return { title: node.title };
    }

    // A title is one C name: two definitions must not share it.
    claim(title, home, where) {
        if (this.homes.has(title) && this.homes.get(title) !== home) {
            fail(where, `the title ${title} is taken by ${this.homes.get(title)}`);
        }
        this.homes.set(title, home);
    }

    members(file, node, where) {
        if (node.type !== "object" || node.additionalProperties !== false) {
            fail(where, `must be an object with "additionalProperties": false`);
        }
        const required = node.required ?? [];
        for (const name of required) {
            if (node.properties?.[name] === undefined) {
                fail(where, `requires ${name}, which is not among its properties`);
            }
        }
        return Object.entries(node.properties ?? {}).map(([name, raw]) =>
            this.member(file, name, raw, required.includes(name), `${where}.${name}`),
        );
    }

    member(file, name, raw, required, where) {
        if (!NAME.test(name)) {
            fail(where, "a member's name must be lower case");
        }
        const value = this.read(file, raw, where);
        const notes = this.resolve(file, raw, where).node;
        if ((value.kind === "integer" || value.kind === "boolean") && !required && value.default === undefined) {
            fail(where, `an optional ${value.kind} needs a default`);
        }
        return {
            name, required, value, description: raw.description,
            personal: notes.personal === true, server: notes.server === true,
        };
    }
}

// {groups: {event: [{name, version, description, members}], …}, types: [{title, members}], enums: [{title, values}]}
export function readSchemas(directory) {
    const files = readFiles(directory);
    const reader = new Reader(files);
    const groups = Object.fromEntries(GROUPS.map((group) => [group, []]));
    for (const [file, schema] of files) {
        for (const [name, node] of Object.entries(schema.$defs ?? {})) {
            readDefinition(reader, groups, file, name, node);
        }
    }
    return { groups, types: [...reader.types.values()], enums: [...reader.enums.values()] };
}

function readDefinition(reader, groups, file, name, node) {
    const where = `${file} ${name}`;
    const [, group, kind] = /^([a-z]+)\.(.+)$/.exec(name) ?? [];
    if (kind === undefined) {
        reader.read(file, node, where);
        return;
    }
    if (groups[group] === undefined) {
        fail(where, `the group ${group} is none of ${GROUPS.join(", ")}`);
    }
    if (!kind.split(".").every((part) => NAME.test(part))) {
        fail(where, "a kind is lower-case names with dots between");
    }
    if (groups[group].some((other) => other.name === kind)) {
        fail(where, "is defined twice");
    }
    reader.kindOf(node, where);
    const members = reader.members(file, node, where);
    const taken = group === "entity" ? members.find((member) => ["kind", "id", "seq"].includes(member.name)) : undefined;
    if (taken !== undefined) {
        fail(where, `every entity has ${taken.name} of its own; name the member otherwise`);
    }
    const command = group === "event" ? node.internal !== true : node.command === true;
    groups[group].push({ name: kind, version: node.version ?? 1, command, description: node.description, members });
}
