// The TypeScript types of the envelopes in wire.json: what no C code needs, and what therefore stands outside of
// the subset of JSON Schema that the records are made of.
import fs from "node:fs";
import path from "node:path";
import { pascal } from "./typescript.mjs";

const UNTYPED = new Set(["request", "response", "notification", "entity"]); // (Entity is made of the entities.)

function nameOf(name) {
    return name === "error" ? "WireError" : pascal(name);
}

function objectText(schema, indent, reader) {
    const required = new Set(schema.required ?? []);
    const members = Object.entries(schema.properties ?? {}).map(([name, value]) => {
        const about = value.description ? `${indent}    /** ${value.description} */\n` : "";
        return `${about}${indent}    ${name}${required.has(name) ? "" : "?"}: ${typeText(value, `${indent}    `, reader)};\n`;
    });
    return `{\n${members.join("")}${indent}}`;
}

function typeText(schema, indent, reader) {
    if (schema.$ref !== undefined) return reader.refer(schema.$ref);
    if (schema.anyOf !== undefined) return schema.anyOf.map((one) => typeText(one, indent, reader)).join(" | ");
    if (schema.const !== undefined) return JSON.stringify(schema.const);
    if (schema.enum !== undefined) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
    switch (schema.type) {
        case "integer":
            return "number";
        case "array":
            return `${typeText(schema.items, indent, reader)}[]`;
        case "object":
            return objectText(schema, indent, reader);
        default:
            return schema.type;
    }
}

// Resolves references: what has a name among the types is imported by it, the rest is written out in place.
class Reader {
    constructor(directory) {
        this.directory = directory;
        this.imports = new Set(["Entity"]);
    }

    definitions(file) {
        return JSON.parse(fs.readFileSync(path.join(this.directory, file), "utf8")).$defs;
    }

    refer(reference) {
        const [file, name] = reference.split("#/$defs/");
        if (file === "" && name === "entity") return "Entity";
        if (file === "") return nameOf(name);
        const definition = this.definitions(file)[name];
        if (definition.title === undefined) return typeText(definition, "", this);
        const title = pascal(definition.title);
        this.imports.add(title);
        return title;
    }
}

// The text of wire.ts; nothing where the schema has no envelopes.
export function envelopes(schemaDirectory) {
    if (!fs.existsSync(path.join(schemaDirectory, "wire.json"))) return undefined;
    const reader = new Reader(schemaDirectory);
    const types = Object.entries(reader.definitions("wire.json"))
        .filter(([name]) => !UNTYPED.has(name))
        .map(([name, schema]) => {
            const about = schema.description ? `/** ${schema.description} */\n` : "";
            return `${about}export type ${nameOf(name)} = ${typeText(schema, "", reader)};\n`;
        });
    const imports = `import type { ${[...reader.imports].sort().join(", ")} } from "./types";\n`;
    return ["// Made by scripts/generate from schema/; not to be edited.\n", imports, ...types].join("\n");
}
