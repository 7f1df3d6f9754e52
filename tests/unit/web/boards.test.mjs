// Boards: what stands where, which commands a move is, and that nothing jumps for what others do.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { SteadyPlaces, SteadyThemes, boardsOf, firstBoard, isAsMoved, isStanding, notesOn, placesOf, placesWith, queueOf, rowKey, rowOf, sectionsOf, stepsFor, themeNamed, themesOf } = await page('boards')

const { isSortedHere } = await page('board_sight')

const note = (id, more = {}) => ({ kind: 'note', id, seq: 1, round: 'r', text: id, ...more })
const theme = (id, position, more = {}) => ({ kind: 'theme', id, seq: 1, board: 'b', title: id, position, ...more })
const ids = (things) => things.map(({ id }) => id)

test('boards over the rounds that are asked for, those of the one that is looked at first', () => {
  const board = (id, rounds, more = {}) => ({ kind: 'board', id, seq: 1, title: id, hands: 'hosts', rounds, ...more })
  const boards = [board('a', ['r1']), board('c', ['r2']), board('d', ['r9']), board('e', ['r1'], { removed: true })]
  assert.deepEqual(ids(boardsOf(boards, new Set(['r1', 'r2']))), ['a', 'c'])
  assert.deepEqual(ids(boardsOf(boards, new Set(['r1', 'r2']), 'r2')), ['c', 'a'])
  const first = (...looked) => firstBoard(boardsOf(boards, new Set(['r1', 'r2']), ...looked), ...looked)?.id
  assert.deepEqual([first(), first('r2'), first('r7')], ['a', 'c', undefined], 'a question that is on no board has none yet')
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
  const now = new Map([['1', ['b']], ['2', ['a']], ['3', ['a']]])
  steady.take(new Map([['1', ['a']]]), own(), false, 0)
  const busy = steady.take(now, own('3'), true, 1)
  assert.deepEqual([busy.get('1'), busy.get('2'), busy.get('3'), steady.waiting, steady.moved], [['a'], undefined, ['a'], 2, 0])
  const then = steady.take(now, own(), false, 2)
  assert.deepEqual([then.get('1'), then.get('2'), steady.waiting, steady.moved], [['b'], ['a'], 0, 2])
  assert.equal(steady.take(now, own(), false, 3), then, 'nothing new')
})

test('what others moved is told for a while, however often the page is drawn anew, and each note once', () => {
  const steady = new SteadyPlaces()
  const take = (places, at) => steady.take(new Map(Object.entries(places)), () => false, false, at)
  take({}, 0)
  take({ 1: ['a'] }, 1_000)
  take({ 1: ['a'] }, 2_000)
  assert.equal(steady.moved, 1)
  take({ 1: ['b'], 2: ['a'] }, 3_000)
  assert.equal(steady.moved, 2)
  take({ 1: ['b'], 2: ['a'] }, 22_999)
  assert.equal(steady.moved, 2)
  take({ 1: ['b'], 2: ['a'] }, 23_000)
  assert.equal(steady.moved, 0)
})

test('themes turn only when they may; what is new stands last until then, and what is gone goes', () => {
  const steady = new SteadyThemes()
  const take = (names, mayTurn) => ids(steady.take(names.map((name) => theme(name, 1)), mayTurn))
  assert.deepEqual(take(['a', 'b', 'c'], true), ['a', 'b', 'c'])
  assert.deepEqual(take(['d', 'c', 'a'], false), ['a', 'c', 'd'])
  assert.deepEqual(take(['d', 'c', 'a'], true), ['d', 'c', 'a'])
})

test('a row stands where its note is on the board and in its theme, or in none', () => {
  const [notes, themes] = [new Set(['1', '2', '3']), new Set(['a'])]
  const places = new Map([['1', ['a']], ['2', ['gone']], ['9', ['a']]])
  const stands = (theme, note) => isStanding({ theme, note }, notes, themes, places)
  assert.deepEqual([stands('a', '1'), stands(undefined, '2'), stands(undefined, '3')], [true, true, true])
  assert.deepEqual([stands(undefined, '1'), stands('a', '2'), stands('gone', '2'), stands('a', '9')], [false, false, false, false])
})

test('what is on its way counts as done, in its order, on its own board', () => {
  const sorts = [{ board: 'b', note: '1', from: 'a', to: 'c' }, { board: 'b', note: '2', to: 'a' }, { board: 'b', note: '2', from: 'a' }, { board: 'z', note: '1', to: 'y' }]
  const now = placesWith(new Map([['1', ['a', 'x']]]), sorts, 'b')
  assert.deepEqual([now.get('1'), now.get('2')], [['x', 'c'], []])
  assert.equal(themeNamed([theme('a', 1, { title: 'En väg in' })], ' en VÄG in ').id, 'a')
  assert.equal(themeNamed([theme('a', 1, { title: 'En väg in' })], 'En vag in'), undefined)
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
