// Whether something is a template, and what is wrong with it and where: first by its schema, then what no schema can say
// (that what is named is there, once). Pure.
import schemaData from "../../../schema/templates/template.schema.json";
import { faultsOf, type Fault, type Path, type Schema, type Wrong } from "./schema_check";
import { languagesOf, roundsOfItem, type Template, type TemplateBoard, type TemplateFile, type TemplateList, type TemplateRound, type TemplateSession } from "./template";
import { templateOfFile } from "./template";
import { keyOfNamed } from "./template_steps";

export type TemplateWrong = Wrong | "not_json" | "twice" | "not_there" | "settings" | "both" | "neither" | "no_text";
export type TemplateFault = Omit<Fault, "wrong"> & { wrong: TemplateWrong; what?: string };

export type Read = { template: Template; faults?: undefined } | { template?: undefined; faults: TemplateFault[] };

export function readTemplate(text: string): Read {
    let value: unknown;
    try {
        value = JSON.parse(text.replace(/^\uFEFF/, "")); // (some editors put that mark first)
    } catch {
        return { faults: [{ path: [], wrong: "not_json" }] };
    }
    const bySchema = faultsOf(schemaData as Schema, value);
    if (bySchema.length > 0) return { faults: bySchema };
    const faults = looseEnds(value as TemplateFile);
    return faults.length > 0 ? { faults } : { template: templateOfFile(value as TemplateFile) };
}

function looseEnds(file: TemplateFile): TemplateFault[] {
    const isSingle = file.items !== undefined || file.rounds !== undefined || file.tables !== undefined;
    if (file.sessions && isSingle) return [{ path: ["sessions"], wrong: "both" }];
    if (!file.sessions && file.items === undefined) return [{ path: ["sessions"], wrong: "neither" }];
    const faults: TemplateFault[] = languagesOf(file).length === 0 ? [{ path: ["name"], wrong: "no_text" }] : [];
    const template = templateOfFile(file);
    const places = template.sessions.map((_, i): Path => (file.sessions ? ["sessions", i] : []));
    template.sessions.forEach((session, i) => faults.push(...inSession(session, places[i]!)));
    const keys = template.sessions.map((session) => new Set(placed(session).map(({ round }) => round.key)));
    if (file.sessions) faults.push(...inLists(template.words, ["words"], keys), ...inBoards(template.boards, ["boards"], template.sessions));
    return [...faults, ...namedTwice(template), ...lostSeats(template)];
}

// Each round with its place in the session.
function placed({ items, rounds = [] }: TemplateSession): { round: TemplateRound; path: Path }[] {
    const inItems = items.flatMap((item, i) =>
        roundsOfItem(item).map((round, n) => {
            const index = item.round ? n - 1 : n;
            return { round, path: index < 0 ? ["items", i, "round"] : ["items", i, "rounds", index] };
        }),
    );
    return [...inItems, ...rounds.map((round, i) => ({ round, path: ["rounds", i] }))];
}

function inSession(session: TemplateSession, path: Path): TemplateFault[] {
    const all = placed(session);
    const keys = all.map(({ round }) => round.key);
    const faults: TemplateFault[] = [];
    const groupings = (session.groupings ?? []).map(({ key }) => key);
    groupings.forEach((key, i) => groupings.indexOf(key) < i && faults.push({ path: [...path, "groupings", i, "key"], wrong: "twice", what: key }));
    all.forEach(({ round, path: at }, i) => {
        if (keys.indexOf(round.key) < i) faults.push({ path: [...path, ...at, "key"], wrong: "twice", what: round.key });
        faults.push(...inRound(round, [...path, ...at]), ...inGroups(round, groupings, [...path, ...at]));
    });
    return [...faults, ...inLists(session.words, [...path, "words"], [new Set(keys)]), ...inBoards(session.boards, [...path, "boards"], [session])];
}

const settings = ["notes", "ballot", "scale"] as const;

// What its form needs, and nothing of another form.
function inRound(round: TemplateRound, path: Path): TemplateFault[] {
    const foreign = settings.filter((name) => name !== round.form && round[name] !== undefined);
    const faults: TemplateFault[] = foreign.map((name) => ({ path: [...path, name], wrong: "settings" }));
    const isShown = round.visibility !== "own" || round.authorship === "organisation";
    if (round.form === "diary" && isShown) faults.push({ path: [...path, "form"], wrong: "settings" }); // (its entries are nobody's but the organisers')
    for (const name of ["ballot", "scale"] as const)
        if (round.form === name && round[name] === undefined) faults.push({ path: [...path, name], wrong: "missing" });
    round.ballot?.choices.forEach((choice, i) => {
        const text = "text" in choice ? choice.text : choice;
        if (!("sv" in text) && !("en" in text)) faults.push({ path: [...path, "ballot", "choices", i], wrong: "no_text" });
    });
    return faults;
}

function inGroups({ grouping, visibility, form }: TemplateRound, known: readonly string[], path: Path): TemplateFault[] {
    if (grouping === undefined) return [];
    if (visibility !== "group" || form !== "notes") return [{ path: [...path, "grouping"], wrong: "settings" }];
    return known.includes(grouping) ? [] : [{ path: [...path, "grouping"], wrong: "not_there", what: grouping }];
}

function inLists(lists: readonly TemplateList[], path: Path, keys: readonly ReadonlySet<string>[]): TemplateFault[] {
    return lists.flatMap(({ rounds }, i) =>
        rounds.flatMap((reference, n): TemplateFault[] => {
            const [key, number] = reference.split("/").reverse();
            const among = number === undefined ? keys : keys.slice(Number(number) - 1, Number(number));
            if (among.some((session) => session.has(key!))) return [];
            return [{ path: [...path, i, "rounds", n], wrong: "not_there", what: reference }];
        }),
    );
}

// Over rounds of notes; each theme has a key of its own there.
function inBoards(boards: readonly TemplateBoard[] = [], path: Path, sessions: readonly TemplateSession[]): TemplateFault[] {
    const keys = sessions.map((session) => new Set(placed(session).filter(({ round }) => round.form === "notes").map(({ round }) => round.key)));
    const twice = boards.flatMap(({ themes = [] }, i) => {
        const own = themes.map(({ key }) => key);
        return own.flatMap((key, n): TemplateFault[] => (own.indexOf(key) < n ? [{ path: [...path, i, "themes", n, "key"], wrong: "twice", what: key }] : []));
    });
    return [...inLists(boards, path, keys), ...twice];
}

function namedTwice({ roles, levels, organisations = [] }: Template): TemplateFault[] {
    return Object.entries({ roles, levels, organisations }).flatMap(([name, list]) => {
        const keys = list.map(keyOfNamed);
        const faults = list.map((one, i): TemplateFault | undefined => {
            if (one.sv === undefined && one.en === undefined) return { path: [name, i], wrong: "no_text" };
            return keys.indexOf(keys[i]!) < i ? { path: [name, i], wrong: "twice", what: keys[i]! } : undefined;
        });
        return faults.filter((fault) => fault !== undefined);
    });
}

function lostSeats({ seats = [], roles, levels, organisations = [] }: Template): TemplateFault[] {
    const known = { role: roles, level: levels, organisation: organisations };
    return seats.flatMap((seat, i) =>
        (["role", "level", "organisation"] as const).flatMap((name): TemplateFault[] => {
            const key = seat[name];
            if (key === undefined || known[name].some((one) => keyOfNamed(one) === key)) return [];
            return [{ path: ["seats", i, name], wrong: "not_there", what: key }];
        }),
    );
}
