// The schemas of schema/, made into validators: of the parameters that clients send, of entities, of messages.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import assert from 'node:assert/strict'
import { Ajv } from './packages.mjs'

const folder = fileURLToPath(new URL('../../../schema/', import.meta.url))
const base = 'schema:/'
const id = { $ref: `${base}types.json#/$defs/id` }

function without(schema, dropped, added, required) {
  const properties = Object.fromEntries(Object.entries(schema.properties).filter(([, value]) => !dropped(value)))
  return {
    ...schema,
    properties: { ...properties, ...added },
    required: [...(schema.required ?? []).filter((name) => name in properties), ...required],
  }
}

// Beside what a file defines: command.X, what a client may send as X, and sent.X, an entity as it stands in sync.
function derive(document) {
  const derived = {}
  for (const [name, schema] of Object.entries(document.$defs)) {
    const [group, ...rest] = name.split('.')
    const kind = rest.join('.')
    if (group === 'event' && !schema.internal)
      derived[`command.${kind}`] = without(schema, (member) => member.server, { command: id }, ['command'])
    if (group === 'params')
      derived[`command.${kind}`] = schema.command
        ? without(schema, () => false, { command: id }, ['command'])
        : without(schema, () => false, {}, [])
    if (group === 'entity' && kind)
      derived[`sent.${kind}`] = without(
        schema,
        () => false,
        { kind: { const: kind }, id, seq: { type: 'integer', minimum: 1 } },
        ['kind', 'id', 'seq'],
      )
  }
  return { ...document, $id: base + document.$id, $defs: { ...document.$defs, ...derived } }
}

const ajv = new Ajv({ strict: false, allErrors: true })
ajv.addFormat('uuid', /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
ajv.addFormat('secret', /^[0-9a-f]{32}$/)
const places = new Map()
const documents = new Map()
for (const file of ['.', 'rounds'].flatMap((part) => readdirSync(`${folder}/${part}`).map((name) => `${part}/${name}`))) {
  if (!file.endsWith('.json')) continue
  const document = derive(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')))
  ajv.addSchema(document)
  documents.set(document.$id, document)
  for (const name of Object.keys(document.$defs)) places.set(name, `${document.$id}#/$defs/${name}`)
}

// The names of all definitions of a group: 'command' gives note.put, join …
export function namesOf(group) {
  return [...places.keys()].filter((name) => name.startsWith(`${group}.`)).map((name) => name.slice(group.length + 1))
}

// A definition, and the document that its references are relative to.
export function definition(name) {
  const [place, pointer] = places.get(name).split('#/$defs/')
  return { schema: documents.get(place).$defs[pointer], base: place }
}

export function resolve(reference, base) {
  const [path, name] = reference.split('#/$defs/')
  const place = path === '' ? base : new URL(path, base.replace('schema:/', 'file:///')).href.replace('file:///', 'schema:/')
  return { schema: documents.get(place).$defs[name], base: place }
}

export function isDefined(name) {
  return places.has(name)
}

export function check(name, value) {
  assert.ok(places.has(name), `schema/ does not define ${name}`)
  const validate = ajv.getSchema(places.get(name))
  if (!validate(value))
    assert.fail(`not a ${name}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(value).slice(0, 2000)}`)
}
