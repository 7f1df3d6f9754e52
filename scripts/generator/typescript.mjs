// The TypeScript types: the same messages, as the pages see them.
export function pascal(name) {
    return name.split(/[._]/).map((part) => part[0].toUpperCase() + part.slice(1)).join("");
}

function valueType(value) {
    switch (value.kind) {
        case "string":
            return "string";
        case "integer":
            return "number";
        case "boolean":
            return "boolean";
        case "array":
            return `${valueType(value.items)}[]`;
        default:
            return pascal(value.title);
    }
}

function comment(text, indent) {
    return text ? `${indent}/** ${text} */\n` : "";
}

function interfaceText(name, definition) {
    const members = definition.members.map(
        (member) =>
            `${comment(member.description, "    ")}    ${member.name}${member.required ? "" : "?"}: ${valueType(member.value)};\n`,
    );
    return `${comment(definition.description, "")}export interface ${name} {\n${members.join("")}}\n`;
}

function groupText(group, definitions) {
    const prefix = pascal(group);
    const names = definitions.map((definition) => [definition.name, prefix + pascal(definition.name)]);
    const table = names.map(([kind, name]) => `    "${kind}": ${name};\n`).join("");
    return (
        definitions.map((definition, i) => interfaceText(names[i][1], definition)).join("\n") +
        `\nexport interface ${prefix}Bodies {\n${table}}\nexport type ${prefix}Kind = keyof ${prefix}Bodies;\n`
    );
}

export function typescript(model) {
    const enums = model.enums.map(
        (item) =>
            `${comment(item.description, "")}export type ${pascal(item.title)} =\n` +
            `${item.values.map((value) => `    | "${value}"`).join("\n")};\n`,
    );
    const types = model.types.map((type) => interfaceText(pascal(type.title), type));
    const groups = Object.entries(model.groups).map(([group, definitions]) => groupText(group, definitions));
    const entity =
        "export type Entity = {\n    [K in EntityKind]: { kind: K; id: string; seq: number } & EntityBodies[K];\n}[EntityKind];\n";
    return ["// Made by scripts/generate from schema/; not to be edited.\n", ...enums, ...types, ...groups, entity].join("\n");
}
