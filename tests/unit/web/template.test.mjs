// Templates as they are kept, what a new process becomes by them, and a session that is made after another.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test from 'node:test'
import { page } from './support/pages.mjs'

const require = createRequire(new URL('../../../web/package.json', import.meta.url))
const Ajv = require('ajv/dist/2020').default
const { profileOf, stepsOf } = await page('template')
const { copyOfSession, stepsOfCopy } = await page('copy_session')

const folder = new URL('../../../schema/templates/', import.meta.url)
const read = (name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
const names = readdirSync(folder).filter((name) => name !== 'template.schema.json')
const counting = () => {
  let n = 0
  return () => `id-${++n}`
}
const wishes = (more = {}) => ({
  title: 'Vår dag', language: 'sv', zone: 'Europe/Stockholm', starts: 1000, tableName: (n) => `Bord ${n}`, newId: counting(), ...more,
})
const ofKind = (steps, method) => steps.filter((step) => step.method === method).map(({ params }) => params)

test('every template is one, by its schema, and lists of words are over rounds that it has', () => {
  const isTemplate = new Ajv({ allowUnionTypes: true }).compile(read('template.schema.json'))
  assert.ok(names.includes('inspiration-day.json'))
  for (const name of names) {
    const template = read(name)
    assert.ok(isTemplate(template), `${name}: ${JSON.stringify(isTemplate.errors)}`)
    const rounds = template.items.flatMap(({ round }) => (round ? [round] : []))
    const keys = rounds.map(({ key }) => key)
    assert.equal(new Set(keys).size, keys.length, `${name}: keys`)
    for (const list of template.words) for (const key of list.rounds) assert.ok(keys.includes(key), `${name}: ${key}`)
    for (const { form, ballot, notes } of rounds) assert.ok(form === 'ballot' ? ballot && !notes : !ballot, `${name}: settings of ${form}`)
    for (const { form, round } of template.items) assert.ok(!round || form === 'round', `${name}: only an item of that form has a round`)
  }
})

test('an inspiration day becomes a session with tables, its programme in order, two questions and a list of words', () => {
  const { session, steps } = stepsOf(read('inspiration-day.json'), wishes())
  const [put] = ofKind(steps, 'session.put')
  assert.deepEqual([put.id, put.title, put.starts, put.base], [session, 'Vår dag', 1000, 0])
  assert.deepEqual(put.tables.map(({ name }) => name), ['Bord 1', 'Bord 2', 'Bord 3', 'Bord 4', 'Bord 5', 'Bord 6'])
  const items = ofKind(steps, 'item.put')
  assert.deepEqual(items.map(({ position }) => position), items.map((_, i) => (i + 1) * 1000))
  assert.equal(items[0].title, 'Incheckning')
  const rounds = ofKind(steps, 'round.put')
  assert.deepEqual(rounds.map(({ question }) => question), ['Vad vill ni uppnå tillsammans?', 'Vad är ert nästa steg?'])
  assert.ok(rounds.every((round) => items.some(({ id }) => id === round.item) && round.session === session && round.authorship === 'anonymous'))
  assert.deepEqual(ofKind(steps, 'words.put').map((list) => list.rounds), [[rounds[0].id]])
  const ids = steps.map(({ params }) => params.id)
  assert.equal(new Set(ids).size, ids.length)
})

test('what names another comes behind it', () => {
  const { steps } = stepsOf(read('inspiration-day.json'), wishes())
  const at = (id) => steps.findIndex(({ params }) => params.id === id)
  steps.forEach(({ params }, i) => {
    for (const other of [params.session, params.item, ...(params.rounds ?? [])]) if (other) assert.ok(at(other) < i)
  })
})

test('a process is in the language that is wished for', () => {
  const profile = profileOf(read('inspiration-day.json'), wishes({ language: 'en' }))
  assert.deepEqual([profile.title, profile.language, profile.session_word], ['Vår dag', 'en', 'day'])
  assert.ok(profile.roles.some(({ name }) => name === 'Elected member'))
  const empty = profileOf(read('empty.json'), wishes())
  assert.deepEqual([empty.roles, empty.session_word], [[], undefined])
})

test('rounds that are counted together share a scope, and a ballot has its choices', () => {
  const round = (key, more) => ({ form: 'round', title: { sv: key, en: key }, minutes: 5, round: { key, form: 'notes', question: { sv: key, en: key }, visibility: 'own', authorship: 'anonymous', ...more } })
  const ballot = { choices: [{ sv: 'Närhet', en: 'Closeness' }], budget: 3, result: 'hidden' }
  const template = { ...read('empty.json'), items: [round('a', { scope: 'x' }), round('b', { scope: 'x' }), round('c', { form: 'ballot', ballot })] }
  const [a, b, c] = ofKind(stepsOf(template, wishes()).steps, 'round.put')
  assert.deepEqual([a.scope, b.scope, c.scope], [a.id, a.id, undefined])
  assert.deepEqual(c.ballot.choices.map(({ text }) => text), ['Närhet'])
  assert.deepEqual([a.notes, c.notes, a.ballot], [{}, undefined, undefined])
})

test('a session made after another has its programme, questions and lists, and nothing of what was answered', () => {
  const old = { kind: 'session', id: 'old', seq: 9, title: 'Första', state: 'ended', joined: 31, tables: [{ id: 't', name: 'Bord 1' }] }
  const item = (id, position, more = {}) => ({ kind: 'item', id, seq: 1, session: 'old', form: 'round', title: id, minutes: 20, position, ...more })
  const round = (id, more = {}) => ({ kind: 'round', id, seq: 5, session: 'old', item: 'i1', form: 'notes', question: id, visibility: 'all', authorship: 'anonymous', state: 'closed', revealed: true, opened: 5, notes: { fields: 0, cap: 2 }, scope: id, ...more })
  const ballot = { choices: [{ id: 'c', text: 'Närhet', word: 'närhet' }], budget: 5, result: 'hidden' }
  const meeting = {
    items: [item('i2', 2000), item('i1', 1000), item('gone', 1500, { removed: true }), item('other', 1, { session: 'another' })],
    rounds: [round('r1'), round('r2', { scope: 'r1' }), round('v', { form: 'ballot', notes: undefined, ballot, item: undefined })],
    words: [{ title: 'Ord', rounds: ['r1', 'r2'] }, { title: 'Alla ord', rounds: ['r1', 'elsewhere'] }],
  }
  const newId = counting()
  const session = copyOfSession(old, { id: 'new', base: 0, title: 'Andra', starts: 7 }, newId)
  assert.deepEqual(session, { id: 'new', base: 0, title: 'Andra', starts: 7, tables: [{ id: 'id-1', name: 'Bord 1' }] })
  const steps = stepsOfCopy(old, 'new', meeting, newId)
  const items = ofKind(steps, 'item.put')
  assert.deepEqual(items.map(({ title, position, session: of }) => [title, position, of]), [['i1', 1000, 'new'], ['i2', 2000, 'new']])
  const [first, second, votes] = ofKind(steps, 'round.put')
  assert.deepEqual([first.item, first.base, first.session, first.scope], [items[0].id, 0, 'new', undefined])
  assert.equal(second.scope, first.id)
  assert.deepEqual([votes.item, votes.ballot.choices[0].text, votes.ballot.choices[0].word], [undefined, 'Närhet', 'närhet'])
  assert.notEqual(votes.ballot.choices[0].id, 'c')
  assert.deepEqual(ofKind(steps, 'words.put').map((list) => list.rounds), [[first.id, second.id]])
  assert.ok(!JSON.stringify(steps).includes('revealed'))
})
