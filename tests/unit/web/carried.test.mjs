import test from 'node:test'
import assert from 'node:assert/strict'
import { page } from './support/pages.mjs'

const { listOf, sinceLast, stands } = await page('carried')

const entry = (id, form, more = {}) => ({ kind: 'entry', id, seq: 1, form, state: 'open', text: id, ...more })
const session = (id, number) => ({ kind: 'session', id, seq: 1, title: id, state: 'planned', number })
const round = (id, of, more = {}) => ({ kind: 'round', id, seq: 1, session: of, form: 'notes', question: id, state: 'closed', opened: 5, ...more })
const words = (id, rounds, more = {}) => ({ kind: 'words', id, seq: 1, title: id, rounds, shown: true, words: [{ word: 'mod', label: 'mod', persons: 2 }], ...more })
const nothing = { sessions: [], entries: [], rounds: [], words: [], boards: [], themes: [] }

test('a list stands by place, then id, without what was taken out of it', () => {
  const entries = [entry('c', 'step', { position: 1 }), entry('b', 'step', { position: 2 }), entry('a', 'step', { position: 2 }), entry('x', 'gap'), entry('y', 'step', { removed: true })]
  assert.deepEqual(listOf(entries, 'step').map(({ id }) => id), ['c', 'a', 'b'])
})

test('what is closed with a word stands no more', () => {
  assert.ok(stands(entry('a', 'message', { state: 'answered' })))
  assert.ok(!stands(entry('a', 'message', { state: 'closed' })))
})

test('a meeting begins with what is open, list by list, and not with what is known', () => {
  const entries = [entry('k', 'known'), entry('t', 'trial'), entry('q', 'question'), entry('done', 'question', { state: 'closed' })]
  const { lists } = sinceLast({ ...nothing, session: session('s2', 2), entries })
  assert.deepEqual(lists.map(({ form, entries }) => [form, entries.map(({ id }) => id)]), [['question', ['q']], ['trial', ['t']]])
})

test("its homework is its own rounds' that were opened", () => {
  const rounds = [round('h', 's2', { homework: true }), round('not yet', 's2', { homework: true, opened: 0 }), round('other', 's1', { homework: true }), round('q', 's2')]
  assert.deepEqual(sinceLast({ ...nothing, session: session('s2', 2), rounds }).homework.map(({ id }) => id), ['h'])
})

test('what the homework of the last meeting came to is read once it is shown', () => {
  const sessions = [session('s1', 1), session('s2', 2), session('s3', 3), session('s4', 4)]
  const shown = { homework: true, revealed: true }
  const rounds = [round('old', 's1', shown), round('h', 's2', shown), round('not shown', 's2', { homework: true }), round('asked', 's2', { revealed: true }), round('own', 's3', shown), round('later', 's4', shown)]
  assert.deepEqual(sinceLast({ ...nothing, sessions, session: sessions[2], rounds }).done.map(({ id }) => id), ['h'])
  assert.deepEqual(sinceLast({ ...nothing, sessions, session: sessions[0], rounds }).done, [])
})

test('the words are those of another meeting that were worked with last, and that the room may see', () => {
  const rounds = [round('r1', 's1', { revealed: true }), round('r2', 's2'), round('mine', 's3')]
  const lists = [words('w0', ['unknown here']), words('w1', ['r1'], { seq: 7 }), words('hidden', ['r1'], { seq: 9, shown: false }),
    words('not revealed', ['r2'], { seq: 9 }), words('empty', ['r1'], { seq: 9, words: [] }), words('own', ['mine'], { seq: 9 })]
  const since = (lists) => sinceLast({ ...nothing, session: session('s3', 3), rounds, words: lists }).words?.id
  assert.equal(since(lists), 'w1')
  assert.equal(since(lists.slice(0, 1)), 'w0')
  assert.equal(since([]), undefined)
})

test('the themes are those that the notes of another meeting came to last, and that have notes', () => {
  const board = (id, rounds, more = {}) => ({ kind: 'board', id, seq: 1, title: id, rounds, hands: 'hosts', shown: true, revealed: true, ...more })
  const theme = (id, of, notes, more = {}) => ({ kind: 'theme', id, seq: 1, board: of, title: id, notes, position: 1, ...more })
  const rounds = [round('mine', 's3')]
  const boards = [board('old', ['r0']), board('last', ['r1'], { seq: 7 }), board('own', ['mine', 'r1'], { seq: 9 }), board('hidden', ['r1'], { seq: 9, shown: false }),
    board('not revealed', ['r2'], { seq: 9, revealed: false }), board('empty', ['r1'], { seq: 9 })]
  const themes = [theme('t0', 'old', 1), theme('few', 'last', 2), theme('many', 'last', 5), theme('none', 'last', 0), theme('gone', 'last', 8, { removed: true }),
    ...['own', 'hidden', 'not revealed'].map((of) => theme(`${of}'s`, of, 9)), theme('waits', 'empty', 0)]
  const since = (boards) => sinceLast({ ...nothing, session: session('s3', 3), rounds, boards, themes }).themes.map(({ id }) => id)
  assert.deepEqual(since(boards), ['many', 'few'])
  assert.deepEqual(since(boards.slice(0, 1)), ['t0'])
  assert.deepEqual(since([]), [])
})
