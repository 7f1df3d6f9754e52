// One's own notes over a session, and as text; and what one reads while more comes.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { canChange, fatesOf, roundsInOrder } = await page('my_notes')
const { asText, fileName } = await page('my_text')
const { reading, seenNotes } = await page('arriving')

const note = (id, more = {}) => ({ kind: 'note', id, seq: 5, round: 'r', text: id, rev: 1, ...more })

test('what is said of a note, the most important first', () => {
  const says = (known, more = {}) => fatesOf({ removed: false, state: 'arrived', known, refused: undefined, ...more })
  const refused = { command: 'c', because: { reason: 'closed', message: '' } }
  assert.deepEqual(says({}), ['arrived'])
  assert.deepEqual(says({ hidden: true, late: true, admitted: true }), ['hidden', 'late_in'])
  assert.deepEqual(says({ late: true }), ['late_waiting'])
  assert.deepEqual(says({}, { removed: true, state: 'sending' }), ['removed', 'sending'])
  assert.deepEqual(says({ late: true }, { state: 'saved' }), ['late_waiting', 'saved'])
  assert.deepEqual(says(undefined, { state: 'refused', refused }), ['refused'])
  assert.deepEqual(says({}, { refused }), ['refused'])
})

test('a note can be changed while its round takes answers, and a late one until it is let in', () => {
  const can = (known, state) => canChange({ known }, { state })
  assert.deepEqual([can({}, 'closing'), can(undefined, 'open'), can({}, 'closed'), can({ late: true }, 'closed')], [true, true, false, true])
  assert.equal(can({ late: true, admitted: true }, 'closed'), false)
})

test('rounds stand as the programme has them, the others behind by when they opened', () => {
  const item = (id, position) => ({ kind: 'item', id, seq: 1, session: 's', form: 'round', title: id, position })
  const round = (id, more) => ({ id, session: 's', ...more })
  const rounds = [round('x', { opened: 9 }), round('b', { item: 'two' }), round('a', { item: 'one' }), round('y', { opened: 3 }), round('z', { session: 't' })]
  assert.deepEqual(roundsInOrder(rounds, [item('two', 2), item('one', 1)], 's').map(({ id }) => id), ['a', 'b', 'y', 'x'])
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

test('what somebody wrote in a group that they have left is not on the wall of the group where they are now', () => {
  const notes = [note('here', { group: 'g1' }), note('left', { group: 'g2' }), note('paper')]
  const ids = (round, here) => seenNotes(notes, { id: 'r', visibility: 'group', ...round }, here).map(({ id }) => id)
  assert.deepEqual([ids({}, 'g1'), ids({}, undefined), ids({ revealed: true }, 'g1').sort()], [['here', 'paper'], ['here', 'left', 'paper'], ['here', 'left', 'paper']])
})

test("one's own note is no news: it stands first at once", () => {
  const all = [{ id: 'new' }, { id: 'mine' }, { id: 'a' }]
  const { shown, fresh } = reading(all, ['a'], new Set(['mine', 'gone']))
  assert.deepEqual([shown, fresh].map((some) => some.map(({ id }) => id)), [['mine', 'a'], ['new']])
})
