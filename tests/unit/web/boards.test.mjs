// Boards: what stands where, which commands a move is, and that nothing jumps for what others do.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { SteadyPlaces, boardsOf, isAsMoved, notesOn, placesOf, queueOf, rowKey, rowOf, sectionsOf, stepsFor, themesOf } = await page('boards')

const { isSortedHere } = await page('board_sight')

const note = (id, more = {}) => ({ kind: 'note', id, seq: 1, round: 'r', text: id, ...more })
const theme = (id, position, more = {}) => ({ kind: 'theme', id, seq: 1, board: 'b', title: id, position, ...more })
const ids = (things) => things.map(({ id }) => id)

test('boards over the rounds that are asked for, those of the one that is looked at first', () => {
  const board = (id, rounds, more = {}) => ({ kind: 'board', id, seq: 1, title: id, hands: 'hosts', rounds, ...more })
  const boards = [board('a', ['r1']), board('c', ['r2']), board('d', ['r9']), board('e', ['r1'], { removed: true })]
  assert.deepEqual(ids(boardsOf(boards, new Set(['r1', 'r2']))), ['a', 'c'])
  assert.deepEqual(ids(boardsOf(boards, new Set(['r1', 'r2']), 'r2')), ['c', 'a'])
})

test('themes stand by hand or by votes, and notes that are not on record are not there', () => {
  const themes = [theme('b', 20, { votes: 5 }), theme('a', 10, { votes: 1 }), theme('c', 30, { votes: 5 }), theme('x', 1, { removed: true }), theme('y', 1, { board: 'other' })]
  assert.deepEqual(ids(themesOf(themes, 'b')), ['a', 'b', 'c'])
  assert.deepEqual(ids(themesOf(themes, 'b', 'votes')), ['b', 'c', 'a'])
  const notes = [note('1'), note('2', { hidden: true }), note('3', { late: true }), note('4', { late: true, admitted: true }), note('5', { round: 'q' }), note('6', { removed: true })]
  assert.deepEqual(ids(notesOn(notes, { rounds: ['r'] })), ['1', '4'])
})

test('a note stands in each of its themes, and else with the unsorted', () => {
  const places = placesOf([{ board: 'b', note: '1', themes: ['a', 'c'] }, { board: 'b', note: '2', themes: ['gone'] }, { board: 'z', note: '3', themes: ['a'] }], 'b')
  const sections = sectionsOf([theme('a'), theme('c')], [note('1'), note('2'), note('3')], places)
  assert.deepEqual(sections.map(({ theme: one, notes }) => [one?.id, ids(notes)]), [[undefined, ['2', '3']], ['a', ['1']], ['c', ['1']]])
  assert.deepEqual(rowOf(rowKey({ theme: undefined, note: 'n' })), { theme: undefined, note: 'n' })
  assert.deepEqual(rowOf(rowKey({ theme: 't', note: 'n' })), { theme: 't', note: 'n' })
})

test('a move says where a note is no more and where it is, and its way back undoes just that', () => {
  const places = new Map([['1', ['a']], ['2', ['a', 'b']]])
  const [one] = stepsFor('B', [{ theme: 'a', note: '1' }], 'b', false, places)
  assert.deepEqual(one, { board: 'B', note: '1', from: 'a', to: 'b', back: { board: 'B', note: '1', from: 'b', to: 'a' } })
  const [there] = stepsFor('B', [{ theme: 'a', note: '2' }], 'b', false, places)
  assert.deepEqual(there, { board: 'B', note: '2', from: 'a', back: { board: 'B', note: '2', to: 'a' } }, 'it stays in b when that is taken back')
  const [also] = stepsFor('B', [{ theme: 'a', note: '1' }], 'b', true, places)
  assert.deepEqual(also, { board: 'B', note: '1', to: 'b', back: { board: 'B', note: '1', from: 'b' } })
  const [out] = stepsFor('B', [{ theme: 'a', note: '1' }], undefined, false, places)
  assert.deepEqual(out, { board: 'B', note: '1', from: 'a', back: { board: 'B', note: '1', to: 'a' } })
  assert.deepEqual(stepsFor('B', [{ theme: undefined, note: '9' }, { theme: 'b', note: '2' }], undefined, true, places), [], 'nothing to do')
  assert.ok(isAsMoved({ note: '1', to: 'a' }, places) && !isAsMoved({ note: '1', from: 'a' }, places))
})

test('what others move waits while somebody is busy, and one\'s own moves do not', () => {
  const steady = new SteadyPlaces()
  const own = (...notes) => (id) => notes.includes(id)
  steady.take(new Map([['1', ['a']]]), own(), false)
  const busy = steady.take(new Map([['1', ['b']], ['2', ['a']], ['3', ['a']]]), own('3'), true)
  assert.deepEqual([busy.get('1'), busy.get('2'), busy.get('3'), steady.waiting], [['a'], undefined, ['a'], 2])
  const then = steady.take(new Map([['1', ['b']], ['2', ['a']], ['3', ['a']]]), own(), false)
  assert.deepEqual([then.get('1'), then.get('2'), steady.waiting, steady.moved], [['b'], ['a'], 0, 2])
  assert.equal(steady.take(new Map([['1', ['b']], ['2', ['a']], ['3', ['a']]]), own(), false), then, 'nothing new')
})

test('what is left to sort stands in one\'s own order, what was put off last', () => {
  const weight = (id) => -Number(id)
  const notes = [note('1'), note('2'), note('3'), note('4')]
  assert.deepEqual(ids(queueOf(notes, new Map([['3', ['a']], ['2', []]]), ['4'], weight)), ['2', '1', '4'])
})

test('phones sort where the notes are', () => {
  const board = { rounds: ['r1', 'r2'], hands: 'all' }
  assert.ok(isSortedHere(board, [{ id: 'q' }, { id: 'r2' }]))
  assert.ok(!isSortedHere(board, [{ id: 'q' }]), 'of an earlier session')
  assert.ok(!isSortedHere({ ...board, hands: 'hosts' }, [{ id: 'r1' }]))
  assert.ok(!isSortedHere({ ...board, removed: true }, [{ id: 'r1' }]))
})
