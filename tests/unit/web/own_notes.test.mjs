// My own notes as they stand on the device.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { myNotesIn, needsPaper, nextNoteRev, standingNotes } = await page('own_notes')
const known = (id, seq, more = {}) => ({ kind: 'note', id, seq, round: 'r', rev: 1, text: `text ${id}`, ...more })
const put = (id, rev, text, state = 'saved', more = {}) => ({
  command: `${id}${rev}`, method: 'note.put', params: { id, round: 'r', rev, text }, state, isStored: true, ...more,
})
const remove = (id, rev, removed, state = 'saved', more = {}) => ({
  command: `${id}${rev}`, method: 'note.remove', params: { id, rev, removed }, state, isStored: true, ...more,
})
const refused = (reason) => ({ refused: { reason, message: reason } })

const mine = (own, commands, turns = new Map()) => myNotesIn('r', own, commands, turns)

test('a note is mine from the moment it is put up, and says how far it has come', () => {
  const [note] = mine([], [put('a', 1, 'Närhet', 'sending')])
  assert.deepEqual([note.text, note.state, note.known], ['Närhet', 'sending', undefined])
  assert.equal(mine([known('a', 4)], [])[0].state, 'arrived')
  assert.deepEqual(mine([known('a', 4, { round: 'another' })], [{ ...put('b', 1, 'x'), params: { id: 'b', round: 'another', rev: 1, text: 'x' } }]), [])
})

test('what waits stands over what is known, and revs go on above both', () => {
  const commands = [put('a', 4, 'ny'), remove('a', 5, true)]
  const [note] = mine([known('a', 4, { rev: 3 })], commands)
  assert.deepEqual([note.text, note.removed, note.state], ['ny', true, 'saved'])
  assert.equal(nextNoteRev('a', { rev: 3 }, commands), 6)
  assert.equal(nextNoteRev('a', { rev: 8 }, commands), 9)
  assert.equal(nextNoteRev('b', undefined, commands), 1)
  assert.equal(mine([known('a', 4, { rev: 5, removed: true })], [remove('a', 6, false)])[0].removed, false)
})

test('a change that was refused leaves in sight what the others see, and keeps the text', () => {
  const [note] = mine([known('a', 4)], [put('a', 2, 'för sent', 'refused', refused('closed'))])
  assert.deepEqual([note.text, note.state, note.refused.text, note.refused.because.reason], ['text a', 'arrived', 'för sent', 'closed'])
  const [lost] = mine([], [put('b', 1, 'kom aldrig fram', 'refused', refused('over_note_cap'))])
  assert.deepEqual([lost.text, lost.state, lost.refused.because.reason], ['kom aldrig fram', 'refused', 'over_note_cap'])
  const [kept] = mine([known('a', 4)], [remove('a', 2, true, 'refused', refused('closed'))])
  assert.deepEqual([kept.removed, kept.refused.command, kept.refused.text], [false, 'a2', undefined])
})

test('a later try makes up for one that was refused', () => {
  const [note] = mine([known('a', 4)], [put('a', 2, 'ett', 'refused', refused('too_many')), put('a', 3, 'två', 'sending')])
  assert.deepEqual([note.text, note.state, note.refused], ['två', 'sending', undefined])
})

test('the latest stands first, and stays where it is when it is changed', () => {
  const turns = new Map()
  const ids = (...what) => mine(...what, turns).map(({ id }) => id)
  assert.deepEqual(ids([known('a', 1), known('b', 2)], []), ['b', 'a'])
  assert.deepEqual(ids([known('a', 9), known('b', 2)], [put('c', 1, 'ny')]), ['c', 'b', 'a'])
})

test('a cap counts what stands; what was emptied is nowhere', () => {
  const notes = mine([known('a', 1), known('b', 2, { removed: true }), known('c', 3, { redacted: true })], [
    put('d', 1, 'på väg'), put('e', 1, 'nekad', 'refused', refused('over_note_cap')),
  ])
  assert.deepEqual(standingNotes(notes).map(({ id }) => id).sort(), ['a', 'd'])
})

test('a change that was refused goes again on the note that stands, and only what stands nowhere on a new one', () => {
  const change = (reason, more = {}) => mine([known('a', 4, more)], [put('a', 2, 'ny', 'refused', refused(reason))])[0]
  for (const reason of ['stale', 'closed', 'too_many_bytes', 'bad_fields']) assert.equal(needsPaper(change(reason)), false, reason)
  for (const reason of ['id_taken', 'removed', 'redacted']) assert.equal(needsPaper(change(reason)), true, reason)
  assert.equal(needsPaper(change('stale', { removed: true })), true)
  assert.equal(needsPaper(mine([], [put('b', 1, 'aldrig framme', 'refused', refused('closed'))])[0]), true)
})
