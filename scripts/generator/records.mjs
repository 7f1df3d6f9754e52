// The C headers: one struct per object, one enum per enumeration and per group's kinds, one union per group.
import { GENERATED, GROUP_NAME, GROUP_PREFIX, constantName, memberName, structName, underscored } from "./names.mjs";
import { SchemaError } from "./schema.mjs";

const PLAIN = { integer: "int64_t ", boolean: "bool " };

function elementType(value) {
    switch (value.kind) {
        case "string":
            return value.format === "uuid" ? "struct id " : "struct str ";
        case "enum":
            return `enum ${value.title} `;
        case "object":
            return `struct ${value.title} `;
        default:
            return PLAIN[value.kind];
    }
}

function memberLines(member) {
    const name = memberName(member.name);
    const note = member.description ? ` /* ${member.description} */` : "";
    switch (member.value.kind) {
        case "array":
            return [`const ${elementType(member.value.items)}*${name};${note}`, `size_t ${name}_count;`];
        case "object":
            return [`const ${elementType(member.value)}*${name};${note}`];
        default:
            return [`${elementType(member.value)}${name};${note}`];
    }
}

function struct(name, definition) {
    const lines = definition.members.flatMap(memberLines);
    const names = lines.map((line) => /(\w+);/.exec(line)[1]);
    if (new Set(names).size !== names.length) {
        throw new SchemaError(`${name}: two members have the same name in C`);
    }
    if (lines.length === 0) {
        lines.push("char nothing; /* C knows no empty struct */");
    }
    const note = definition.description ? `/* ${definition.description} */\n` : "";
    return `${note}struct ${name} {\n${lines.map((line) => `    ${line}\n`).join("")}};\n`;
}

function enumeration(title, prefix, values, description) {
    const note = description ? `/* ${description} */\n` : "";
    const names = ["absent", ...values, "end"].map((value) => `    ${constantName(prefix, value)},\n`);
    return `${note}enum ${title} {\n${names.join("")}};\n`;
}

function header(name, includes, parts) {
    const guard = `SAMSKAP_RECORDS_${name.toUpperCase()}_H`;
    const lines = includes.map((include) => `#include ${include}\n`).join("");
    return `${GENERATED}#ifndef ${guard}\n#define ${guard}\n\n${lines}\n${parts.join("\n")}\n#endif\n`;
}

function groupHeader(group, definitions) {
    const name = GROUP_NAME[group];
    const members = definitions.map(
        (definition) => `    struct ${structName(group, definition.name)} ${memberName(definition.name)};\n`,
    );
    return header(name, ['"records/types.h"'], [
        enumeration(`${name}_kind`, GROUP_PREFIX[group], definitions.map((definition) => definition.name)),
        ...definitions.map((definition) => struct(structName(group, definition.name), definition)),
        `union ${name}_body {\n${members.join("")}};\n`,
    ]);
}

export function recordHeaders(model) {
    const files = {
        "records/types.h": header("types", ["<stdbool.h>", "<stddef.h>", "<stdint.h>\n", '"base/id.h"', '"base/str.h"'], [
            "/* Members that are absent: id of zeros, str without data, enum 0, pointer NULL; integers and booleans have\n" +
                " * the schema's default. What pointers point at belongs to whoever made the record. */\n",
            ...model.enums.map((item) => enumeration(item.title, item.title, item.values, item.description)),
            ...model.types.map((type) => struct(type.title, type)),
        ]),
    };
    for (const [group, definitions] of Object.entries(model.groups)) {
        checkUnion(group, definitions);
        files[`records/${GROUP_NAME[group]}.h`] = groupHeader(group, definitions);
    }
    return files;
}

function checkUnion(group, definitions) {
    const names = definitions.map((definition) => underscored(definition.name));
    if (definitions.length === 0 || new Set(names).size !== names.length) {
        throw new SchemaError(`the group ${group} is empty, or two kinds have the same name in C`);
    }
}
