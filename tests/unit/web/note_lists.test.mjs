// A round's notes as who leads the day sees them: which, how many, in which order.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { Arrivals, countsBy, countsOf, filtered, isOutside, notesOf } = await page('note_lists')

const note = (id, seq, more = {}) => ({ kind: 'note', id, seq, round: 'r', text: `Text ${id}`, ...more })
const idsOf = (notes) => notes.map(({ id }) => id)
const notes = [
  note('a', 1),
  note('b', 2, { hidden: true, reason: 'x' }),
  note('c', 3, { group_size: 4, table: 't1' }),
  note('d', 4, { late: true }),
  note('e', 5, { late: true, admitted: true }),
  note('f', 6, { group_size: 2, table: 't2', hidden: true }),
]

test('late ones that were not let in are outside, and counted apart', () => {
  assert.deepEqual(idsOf(notes.filter(isOutside)), ['d'])
  assert.deepEqual(countsOf(notes), { notes: 3, hidden: 2, outside: 1, late: 2, fromGroups: 1, tables: 1, isApart: true })
  assert.deepEqual(idsOf(notesOf([...notes, note('z', 9, { round: 'other' }), note('y', 9, { removed: true })], 'r')), idsOf(notes))
})

test('filters show hidden, late, groups or a table', () => {
  const shown = (filter, search = '') => idsOf(filtered(notes, filter, search))
  assert.deepEqual(shown('all'), ['a', 'b', 'c', 'e', 'f'])
  assert.deepEqual(shown('hidden'), ['b', 'f'])
  assert.deepEqual(shown('late'), ['d', 'e'])
  assert.deepEqual(shown('groups'), ['c', 'f'])
  assert.deepEqual(shown('of t1'), ['c'])
})

test('search knows no case, but keeps å, ä and ö apart from a and o', () => {
  const few = [note('a', 1, { text: 'Närhet' }), note('b', 2, { text: 'narhet' }), note('c', 3, { text: 'NA\u0308RHET', name: 'Kim' })]
  assert.deepEqual(idsOf(filtered(few, 'all', ' närh ')), ['a', 'c'])
  assert.deepEqual(idsOf(filtered(few, 'all', 'kim')), ['c'], 'a name is found too')
  assert.deepEqual(idsOf(filtered(few, 'all', '')), ['a', 'b', 'c'])
})

test('the order of arrival stays when notes are changed or shown', () => {
  const arrivals = new Arrivals()
  assert.deepEqual(idsOf(arrivals.sorted([note('b', 2), note('a', 1)])), ['a', 'b'])
  const later = [note('a', 7), note('c', 6), note('b', 2)]
  assert.deepEqual(idsOf(arrivals.sorted(later)), ['a', 'b', 'c'], 'a was changed behind the arrival of c')
  assert.deepEqual(idsOf(arrivals.sorted([note('b', 9), note('c', 9)])), ['b', 'c'])
})

test('a page that comes after the reveal tells no order of writing, and puts new ones last', () => {
  const wrote = [note('c', 9, { turn: 0 }), note('a', 9, { turn: 1 }), note('b', 9, { turn: 0 })]
  const arrivals = new Arrivals()
  const first = idsOf(arrivals.sorted(wrote))
  assert.deepEqual(first, idsOf(new Arrivals().sorted([...wrote].reverse())), 'the same however they were sent')
  assert.deepEqual(idsOf(arrivals.sorted([note('0', 12, { turn: 0 }), ...wrote])), [...first, '0'])
})

test('people are counted by a list, those who said nothing apart', () => {
  const list = [{ id: 'k', name: 'Kommun' }, { id: 'g', name: 'Region' }, { id: 'h', name: 'Högskola' }]
  const people = [{ level: 'k' }, { level: 'h' }, { level: 'k' }, {}, { level: 'gone' }]
  const { rows, rest } = countsBy(people, list, ({ level }) => level)
  assert.deepEqual(rows, [{ id: 'k', name: 'Kommun', count: 2 }, { id: 'h', name: 'Högskola', count: 1 }])
  assert.equal(rest, 2)
})
