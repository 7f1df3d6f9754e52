// The C tables that the codec walks: one struct shape per object, with its fields sorted by name.
import { GENERATED, GROUP_NAME, GROUP_PREFIX, constantName, memberName, structName } from "./names.mjs";

const FIELD_TYPES = { integer: "FIELD_INTEGER", boolean: "FIELD_BOOLEAN", enum: "FIELD_ENUMERATION", object: "FIELD_OBJECT" };

function fieldType(value) {
    if (value.kind === "string") {
        return { uuid: "FIELD_ID", secret: "FIELD_SECRET" }[value.format] ?? "FIELD_TEXT";
    }
    return FIELD_TYPES[value.kind];
}

function byName(a, b) {
    return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function field(struct, member) {
    const array = member.value.kind === "array";
    const value = array ? member.value.items : member.value;
    const name = memberName(member.name);
    const parts = [`.name = STR_CONSTANT("${member.name}")`, `.type = ${fieldType(value)}`];
    for (const flag of ["required", "personal", "server"]) {
        if (member[flag]) {
            parts.push(`.${flag} = true`);
        }
    }
    if (value.lines) {
        parts.push(".lines = true");
    }
    parts.push(`.offset = offsetof(struct ${struct}, ${name})`);
    if (array) {
        parts.push(".array = true", `.count_offset = offsetof(struct ${struct}, ${name}_count)`);
        parts.push(`.minimum_items = ${member.value.minimum}`, `.maximum_items = ${member.value.maximum}`);
    }
    if (value.minimum !== undefined) {
        parts.push(`.minimum = ${value.minimum}`, `.maximum = ${value.maximum}`);
    }
    if (value.default !== undefined) {
        parts.push(`.default_value = ${Number(value.default)}`);
    }
    if (value.kind === "object") {
        parts.push(`.shape = &shape_${value.title}`);
    }
    if (value.kind === "enum") {
        parts.push(`.enumeration = &enumeration_${value.title}`);
    }
    return `    {${parts.join(", ")}},\n`;
}

function fieldTable(struct, members) {
    if (members.length === 0) {
        return "";
    }
    const rows = [...members].sort(byName).map((member) => field(struct, member));
    return `static const struct field fields_of_${struct}[] = {\n${rows.join("")}};\n`;
}

function shapeValue(struct, definition, name) {
    const fields = definition.members.length === 0 ? "NULL" : `fields_of_${struct}`;
    const version = definition.version ?? 1;
    const command = definition.command === true;
    return `{STR_CONSTANT("${name}"), ${version}, ${command}, sizeof(struct ${struct}), ${fields}, ${definition.members.length}}`;
}

function enumerationValue(item) {
    const texts = ["{NULL, 0}", ...item.values.map((value) => `STR_CONSTANT("${value}")`)].join(",\n    ");
    return (
        `static const struct str texts_of_${item.title}[] = {\n    ${texts},\n};\n` +
        `const struct enumeration enumeration_${item.title} = {texts_of_${item.title}, ${item.values.length + 1}};\n`
    );
}

function groupTable(group, definitions) {
    const name = GROUP_NAME[group];
    const tables = definitions.map((definition) => fieldTable(structName(group, definition.name), definition.members));
    const rows = definitions.map((definition) => {
        const value = shapeValue(structName(group, definition.name), definition, definition.name);
        return `    [${constantName(GROUP_PREFIX[group], definition.name)}] = ${value},\n`;
    });
    const end = `${GROUP_PREFIX[group]}_END`;
    return `${tables.join("\n")}\nconst struct shape ${name}_shapes[${end}] = {\n${rows.join("")}};\n`;
}

function header(model) {
    const groups = Object.keys(model.groups).map(
        (group) => `extern const struct shape ${GROUP_NAME[group]}_shapes[${GROUP_PREFIX[group]}_END];\n`,
    );
    const types = model.types.map((type) => `extern const struct shape shape_${type.title};\n`);
    const enums = model.enums.map((item) => `extern const struct enumeration enumeration_${item.title};\n`);
    return (
        `${GENERATED}#ifndef SAMSKAP_RECORDS_SHAPES_H\n#define SAMSKAP_RECORDS_SHAPES_H\n\n` +
        Object.keys(model.groups).map((group) => `#include "records/${GROUP_NAME[group]}.h"\n`).join("") +
        '#include "protocol/shape.h"\n\n/* Indexed by kind; row 0 (absent) is empty. */\n' +
        `${groups.join("")}\n${types.join("")}\n${enums.join("")}\n#endif\n`
    );
}

export function shapeFiles(model) {
    const types = model.types.map(
        (type) =>
            `${fieldTable(type.title, type.members)}` +
            `const struct shape shape_${type.title} = ${shapeValue(type.title, type, type.title)};\n`,
    );
    const groups = Object.entries(model.groups).map(([group, definitions]) => groupTable(group, definitions));
    const head = `${GENERATED}#include "records/shapes.h"\n\n#define STR_CONSTANT(text) {(text), sizeof(text) - 1}\n\n`;
    return {
        "records/shapes.h": header(model),
        "records/shapes.c": head + [...model.enums.map(enumerationValue), ...types, ...groups].join("\n"),
    };
}
