// How names of the schema become names in C.
const KEYWORDS = new Set(
    ("auto break case char const continue default do double else enum extern float for goto if inline int long " +
        "register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while").split(" "),
);

export const GROUP_PREFIX = { event: "EVENT", entity: "ENTITY", house: "HOUSE", params: "REQUEST" };
export const GROUP_NAME = { event: "event", entity: "entity", house: "house", params: "request" };

export function underscored(kind) {
    return kind.replaceAll(".", "_");
}

export function memberName(name) {
    const plain = underscored(name);
    return KEYWORDS.has(plain) ? `${plain}_` : plain;
}

export function constantName(prefix, name) {
    return `${prefix.toUpperCase()}_${underscored(name).toUpperCase()}`;
}

export function structName(group, kind) {
    return `${group}_${underscored(kind)}`;
}

export const GENERATED = "/* Made by scripts/generate from schema/; not to be edited. */\n";
