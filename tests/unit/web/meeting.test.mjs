// In which order a meeting's things stand, and what of them the room sees.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const meeting = await page('meeting')
const { askedAt } = await page('asked_at')
const ids = (entities) => entities.map(({ id }) => id).join('')

test('a programme stands by position, and tells when each part begins', () => {
  const items = [
    { kind: 'item', id: 'b', session: 's', position: 20, minutes: 30 },
    { kind: 'item', id: 'a', session: 's', position: 10, minutes: 15 },
    { kind: 'item', id: 'x', session: 'other', position: 0 },
    { kind: 'item', id: 'c', session: 's', position: 20 },
  ]
  const programme = meeting.programmeOf(items, 's')
  assert.equal(ids(programme), 'abc')
  const hour = 3_600_000
  assert.deepEqual([...meeting.startsOf(programme, 9 * hour)], [['a', 9 * hour], ['b', 9.25 * hour], ['c', 9.75 * hour]])
  assert.equal(meeting.startsOf(programme, 0).size, 0)
})

test('the round that was opened last comes first, and closing ones are still open', () => {
  const rounds = [
    { id: 'a', state: 'closing', opened: 1 },
    { id: 'b', state: 'open', opened: 2 },
    { id: 'c', state: 'closed', opened: 3 },
    { id: 'd', state: 'planned' },
  ]
  assert.equal(ids(meeting.openRounds(rounds)), 'ba')
})

const note = (id, more = {}) => ({ kind: 'note', id, round: 'r', seq: 1, ...more })

test('what is revealed stands by turn, what is not as it came', () => {
  const notes = [note('a', { turn: 2, seq: 1 }), note('b', { turn: 1, seq: 3 }), note('c', { turn: 1, seq: 2 })]
  assert.equal(ids(meeting.notesInOrder(notes, true)), 'bca')
  assert.equal(ids(meeting.notesInOrder(notes, false)), 'acb')
})

test('the room sees nothing before its time, and nothing hidden, removed or late', () => {
  const notes = [
    note('a'), note('b', { hidden: true }), note('c', { late: true }), note('d', { late: true, admitted: true }),
    note('e', { removed: true }), note('f', { round: 'other' }),
  ]
  const round = { id: 'r', visibility: 'own' }
  assert.equal(ids(meeting.roomNotes(notes, round)), '')
  assert.equal(ids(meeting.roomNotes(notes, { ...round, revealed: true })), 'ad')
  assert.equal(ids(meeting.roomNotes(notes, { ...round, visibility: 'all' })), 'ad')
})

test('each device has its own order of choices, and keeps it', () => {
  const choices = Array.from({ length: 9 }, (_, i) => ({ id: `choice ${i}`, text: `${i}` }))
  const orders = Array.from({ length: 30 }, (_, i) => ids(meeting.shuffledChoices(choices, `device ${i}`)))
  assert.equal(ids(meeting.shuffledChoices(choices, 'device 3')), orders[3])
  assert.ok(new Set(orders).size > 25, 'they differ')
  const firsts = new Set(orders.map((order) => order.slice(0, 8)))
  assert.ok(firsts.size > 5, 'none stands first on all of them')
})

test('a code is read in threes, and papers are six', () => {
  assert.equal(meeting.spacedCode('1234567890'), '123 456 7890')
  const papers = new Set(Array.from({ length: 200 }, (_, i) => meeting.paperOf(`note ${i}`)))
  assert.deepEqual([...papers].sort(), [1, 2, 3, 4, 5, 6])
})

test('beside a check-out stands what was asked there, and neither homework nor a diary', () => {
  const at = (id, more = {}) => ({ id, session: 's', item: 'i', form: 'notes', opened: 1, ...more })
  const rounds = [at('a'), at('b', { homework: true }), at('c', { form: 'diary' }), at('d', { opened: 0 }), at('e', { item: 'j' }), at('f', { removed: true })]
  assert.equal(ids(askedAt(rounds, { id: 'i', session: 's', form: 'checkout' })), 'a')
  assert.equal(ids(askedAt(rounds, { id: 'i', session: 's', form: 'round' })), '')
})
