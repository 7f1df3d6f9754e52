// scripts/generate refuses what lies outside the subset with a sentence that names the place.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../..");

function generate(definitions) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "generate-"));
    const schema = path.join(folder, "schema");
    fs.mkdirSync(schema);
    const whole = {
        "event.a": object({}), "entity.a": object({}), "house.a": object({}), "params.a": object({}), ...definitions,
    };
    fs.writeFileSync(path.join(schema, "a.json"), JSON.stringify({ $defs: whole }));
    const run = spawnSync(path.join(root, "scripts/generate"), [path.join(folder, "out"), schema], { encoding: "utf8" });
    const made = run.status === 0 ? fs.readFileSync(path.join(folder, "out/records/event.h"), "utf8") : "";
    const types = run.status === 0 ? fs.readFileSync(path.join(folder, "out/types.ts"), "utf8") : "";
    fs.rmSync(folder, { recursive: true });
    return { status: run.status, error: run.stderr, made, types };
}

function object(properties, more = {}) {
    return { type: "object", additionalProperties: false, properties, ...more };
}

const integer = { type: "integer", minimum: 0, maximum: 9, default: 0 };
const refused = {
    "an optional integer without default": [
        { "event.x": object({ n: { type: "integer", minimum: 0, maximum: 9 } }) }, /event\.x\.n: an optional integer needs a default/],
    "an optional boolean without default": [{ "event.x": object({ b: { type: "boolean" } }) }, /an optional boolean needs a default/],
    "an integer without bounds": [{ "event.x": object({ n: { type: "integer", default: 0 } }) }, /needs minimum and maximum/],
    "a string without maxLength": [{ "event.x": object({ s: { type: "string" } }) }, /a string needs maxLength/],
    "an array without maxItems": [{ "event.x": object({ a: { type: "array", items: integer } }) }, /an array needs maxItems/],
    "an array of arrays": [
        { "event.x": object({ a: { type: "array", maxItems: 2, items: { type: "array", maxItems: 2, items: integer } } }) },
        /an array holds objects, strings or integers/],
    "oneOf": [{ "event.x": object({ a: { oneOf: [integer] } }) }, /is none of object, array/],
    "number": [{ "event.x": object({ a: { type: "number" } }) }, /is none of object, array/],
    "a pattern": [{ "event.x": object({ s: { type: "string", maxLength: 9, pattern: "a" } }) }, /"pattern" is outside the subset/],
    "another format": [{ "event.x": object({ s: { type: "string", format: "date" } }) }, /the format date is outside the subset/],
    "an open object": [{ "event.x": { type: "object", properties: {} } }, /"additionalProperties": false/],
    "an object without title": [{ "event.x": object({ o: object({}) }) }, /needs a title/],
    "an enum without title": [{ "event.x": object({ e: { enum: ["a"] } }) }, /an enum needs a title/],
    "recursion": [
        { t: object({ t: { $ref: "#/$defs/t" } }, { title: "t" }), "event.x": object({ t: { $ref: "#/$defs/t" } }) }, /t contains itself/],
    "a title used twice": [
        { t: object({}, { title: "t" }), u: object({ n: integer }, { title: "t" }) }, /the title t is taken/],
    "a reference to nothing": [{ "event.x": object({ t: { $ref: "#/$defs/nothing" } }) }, /does not exist/],
    "a bound beside a reference": [
        { n: integer, "event.x": object({ n: { $ref: "#/$defs/n", maximum: 3 } }) }, /"maximum" may not stand beside \$ref/],
    "required but not there": [{ "event.x": object({}, { required: ["n"] }) }, /requires n/],
    "an entity with a seq of its own": [{ "entity.x": object({ seq: integer }) }, /every entity has seq of its own/],
    "an unknown group": [{ "thing.x": object({}) }, /the group thing is none of/],
    "two kinds with one C name": [{ "event.a.b": object({}), "event.a_b": object({}) }, /same name in C/],
    "a member that meets another's count": [
        { "event.x": object({ a: { type: "array", maxItems: 2, items: integer }, a_count: integer }) }, /same name in C/],
};

for (const [name, [definitions, sentence]] of Object.entries(refused)) {
    test(`refuses ${name}`, () => {
        const { status, error } = generate(definitions);
        assert.equal(status, 1, error);
        assert.match(error, sentence);
    });
}

test("words of C get an underscore, and notes become comments", () => {
    const { made, types } = generate({ "event.x": object({ default: { ...integer, description: "how many" } }) });
    assert.match(made, /int64_t default_; \/\* how many \*\//);
    assert.match(types, /default\?: number;/);
});

test("the schema of this repository is inside the subset", () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "generate-"));
    const run = spawnSync(path.join(root, "scripts/generate"), [folder], { encoding: "utf8" });
    fs.rmSync(folder, { recursive: true });
    assert.equal(run.status, 0, run.stderr);
});
