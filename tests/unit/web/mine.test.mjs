// One's own notes, consent and text, as they stand on a device; and what one reads while more comes.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { canChange, myNotes, roundsInOrder, statesOf } = await page('my_notes')
const { myConsent } = await page('my_consent')
const { asText, fileName } = await page('my_text')
const { reading, seenNotes } = await page('arriving')

const note = (id, more = {}) => ({ kind: 'note', id, seq: 5, round: 'r', text: id, rev: 1, ...more })
const sent = (method, params, state = 'saved', more = {}) => ({ command: `${method} ${params.rev}`, method, params, state, isStored: true, ...more })
const put = (id, rev, text, state, more) => sent('note.put', { id, round: 'r', rev, text }, state, more)
const remove = (id, rev, removed, state) => sent('note.remove', { id, rev, removed }, state)
const refused = { refused: { reason: 'closed', message: '' } }

test('a note is what was said of it last, wherever it is', () => {
  const notes = myNotes([note('a', { seq: 7 }), note('b')], [put('a', 2, 'ändrad', 'sending'), put('c', 1, 'ny'), remove('b', 2, true)])
  assert.deepEqual(notes.map(({ id, text, way, removed, rev }) => [id, text, way, removed, rev]), [
    ['b', 'b', 'saved', true, 2], ['a', 'ändrad', 'sending', false, 2], ['c', 'ny', 'saved', false, 1]])
})

test('what was refused keeps its text and says so', () => {
  const [changed] = myNotes([note('a')], [put('a', 2, 'för sent', 'refused', refused)])
  assert.deepEqual([changed.text, changed.way, changed.refused.reason], ['för sent', 'refused', 'closed'])
  const [kept] = myNotes([note('a')], [{ ...remove('a', 2, true, 'refused'), ...refused }])
  assert.deepEqual([kept.removed, kept.way, kept.rev], [false, 'refused', 2])
})

test('a command that the server has overtaken says nothing more', () => {
  const [one] = myNotes([note('a', { rev: 3, text: 'nyast' })], [put('a', 2, 'äldre')])
  assert.deepEqual([one.text, one.way], ['nyast', 'arrived'])
})

test('what is said of a note, the most important first', () => {
  const says = (more, commands = []) => statesOf(myNotes([note('a', more)], commands)[0])
  assert.deepEqual(says({}), ['arrived'])
  assert.deepEqual(says({ hidden: true, late: true, admitted: true }), ['hidden', 'late_in'])
  assert.deepEqual(says({ late: true }), ['late_waiting'])
  assert.deepEqual(says({}, [remove('a', 2, true, 'sending')]), ['removed', 'sending'])
  assert.deepEqual(says({ late: true }, [put('a', 2, 'x')]), ['late_waiting', 'saved'])
})

test('a note can be changed while its round takes answers, and a late one until it is let in', () => {
  assert.equal(canChange({ late: false, admitted: false }, { state: 'closing' }), true)
  assert.equal(canChange({ late: false, admitted: false }, { state: 'closed' }), false)
  assert.equal(canChange({ late: true, admitted: false }, { state: 'closed' }), true)
  assert.equal(canChange({ late: true, admitted: true }, { state: 'closed' }), false)
})

test('rounds stand as the programme has them, the others behind by when they opened', () => {
  const item = (id, position) => ({ kind: 'item', id, seq: 1, session: 's', form: 'round', title: id, position })
  const round = (id, more) => ({ id, session: 's', ...more })
  const rounds = [round('x', { opened: 9 }), round('b', { item: 'two' }), round('a', { item: 'one' }), round('y', { opened: 3 }), round('z', { session: 't' })]
  assert.deepEqual(roundsInOrder(rounds, [item('two', 2), item('one', 1)], 's').map(({ id }) => id), ['a', 'b', 'y', 'x'])
})

test('consent is no until it is said, and its rev goes above all that one says of oneself', () => {
  assert.deepEqual(myConsent(undefined, []), { consent: false, nextRev: 1, way: 'arrived' })
  const me = { kind: 'participant', id: 'p', seq: 1, rev: 4, consent: true }
  const commands = [sent('participant.put', { rev: 5 }, 'sending'), sent('participant.consent', { rev: 6, consent: false })]
  assert.deepEqual(myConsent(me, commands), { consent: false, nextRev: 7, way: 'saved' })
  assert.deepEqual(myConsent(me, [sent('participant.consent', { rev: 5, consent: false }, 'refused')]), { consent: true, nextRev: 6, way: 'refused' })
})

test('all as text, and a file name that every system takes', () => {
  const answers = [{ question: 'Vad?', lines: [{ text: 'ett\ntvå', said: '' }, { text: 'trygghet', said: '2 röster' }] }]
  assert.equal(asText('Dag', 'fredag', answers), 'Dag\nfredag\n\nVad?\n- ett\n  två\n- trygghet (2 röster)\n')
  assert.equal(asText('Dag', '', []), 'Dag\n')
  assert.equal(fileName('A/B: "nu"?', 'mina svar'), 'A B nu mina svar.txt')
})

test('what is read keeps its place, what is new waits, and what is gone goes', () => {
  const { shown, fresh } = reading([{ id: 'new' }, { id: 'b' }, { id: 'a' }], ['a', 'gone', 'b'])
  assert.deepEqual([shown.map(({ id }) => id), fresh.map(({ id }) => id)], [['a', 'b'], ['new']])
})

test('a table reads its own notes before the room does; where everybody waits, nobody reads', () => {
  const notes = [note('a'), note('hidden', { hidden: true }), note('late', { late: true }), note('other', { round: 'q' })]
  const round = (visibility, more = {}) => ({ id: 'r', visibility, ...more })
  const ids = (of) => seenNotes(notes, of).map(({ id }) => id)
  assert.deepEqual([ids(round('group')), ids(round('all')), ids(round('own')), ids(round('own', { revealed: true }))], [['a'], ['a'], [], ['a']])
})
