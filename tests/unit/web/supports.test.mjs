// Support for what others wrote: what is mine before the server has said anything, how many that makes, and in which order.
import test from 'node:test'
import assert from 'node:assert/strict'
import { page } from './support/pages.mjs'

const { bySupport, CalmOrder, hasSupports, mySupports, nextSupport, supportsOf } = await page('supports')
const { keyOf } = await page('outbox_key')
const { roundPut, settingsOf } = await page('round_settings')

const put = (note, on, rev, more = {}) => ({ command: `${note}${rev}`, method: 'note.support', params: { note, on, rev }, state: 'waiting', isStored: true, ...more })
const known = { kind: 'supports', id: 'r', seq: 9, notes: ['a'], rev: 4 }
const inRound = new Set(['a', 'b', 'c'])
const idsOf = (notes) => notes.map(({ id }) => id)

test('what was pressed holds at once, what was refused does not, and another round is none of it', () => {
  const mine = mySupports(known, inRound, [put('a', false, 5), put('b', true, 6), put('c', true, 7, { state: 'refused' }), put('z', true, 8)])
  assert.deepEqual(['a', 'b', 'c', 'z'].map((id) => mine.on(id)), [0, 1, 0, 0])
  assert.deepEqual([mine.waiting.length, mine.refused.length], [2, 1])
})

test('each rev is above all that the server may have seen of it', () => {
  const mine = mySupports(known, inRound, [put('b', true, 9)])
  assert.deepEqual(nextSupport('b', false, mine), { note: 'b', rev: 10, on: false })
  assert.deepEqual(nextSupport('c', true, mine), { note: 'c', rev: 5, on: true }, 'one that was never supported, or not any more')
  assert.deepEqual(nextSupport('c', true, mySupports(undefined, inRound, [])), { note: 'c', rev: 1, on: true })
})

test('the figure has mine in it once, as it stands here', () => {
  const figure = (id, supports, commands) => supportsOf({ id, supports }, known, mySupports(known, inRound, commands))
  assert.equal(figure('a', 7, []), 7)
  assert.equal(figure('a', 7, [put('a', false, 5)]), 6)
  assert.equal(figure('b', 7, [put('b', true, 5)]), 8)
  assert.equal(figure('b', undefined, []), 0)
})

test('those that most support stand first, and change places only with a turn', () => {
  const notes = [{ id: 'a', supports: 1 }, { id: 'b' }, { id: 'c', supports: 5 }, { id: 'd', supports: 1 }]
  assert.deepEqual(idsOf(bySupport(notes)), ['c', 'a', 'd', 'b'])
  const order = new CalmOrder()
  assert.deepEqual(idsOf(order.sorted(notes, 1)), ['c', 'a', 'd', 'b'])
  const later = [{ id: 'b', supports: 9 }, { id: 'e', supports: 7 }, { id: 'a', supports: 1 }, { id: 'c', supports: 5 }]
  assert.deepEqual(idsOf(order.sorted(later, 1)), ['c', 'a', 'b', 'e'])
  assert.deepEqual(idsOf(order.sorted(later, 2)), ['b', 'e', 'c', 'a'])
})

test('supports of several notes go at once, those of one after the other', () => {
  assert.notEqual(keyOf('note.support', { note: 'a', rev: 1 }), keyOf('note.support', { note: 'b', rev: 2 }))
  assert.equal(keyOf('note.support', { note: 'a', rev: 1 }), keyOf('note.support', { note: 'a', rev: 2 }))
})

test('a round of notes has them where its settings say so', () => {
  const round = { kind: 'round', id: 'r', seq: 1, session: 's', form: 'notes', question: 'Frågor?', visibility: 'all', authorship: 'anonymous', state: 'planned' }
  const withThem = { ...round, homework: true, notes: { fields: 0, cap: 0, supports: true } }
  assert.deepEqual([hasSupports(round), hasSupports(withThem)], [false, true])
  const again = roundPut({ id: 'r', base: 1, session: 's', form: 'notes' }, settingsOf(withThem))
  assert.deepEqual([again.notes, again.homework], [withThem.notes, true])
  assert.ok(!('homework' in roundPut({ id: 'r', base: 1, session: 's', form: 'notes' }, { ...settingsOf(withThem), homework: false })))
})
