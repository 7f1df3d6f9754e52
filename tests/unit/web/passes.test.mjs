// Ballots in passes: the line, a tie across it, and how a choice stands against an earlier ballot.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { compared, cutOf, earlierThan, lastAbove, passOf, questionOfPass, sameAs } = await page('passes')
const { resultRows } = await page('ballot_result')

const choicesOf = (...texts) => texts.map((text) => ({ id: `id-${text}`, text }))
const ballot = (id, texts, votes, more = {}) => {
  const { cut, pass_of, opened = 1, state = 'closed', choices = choicesOf(...texts) } = more
  const round = { id, kind: 'round', seq: 1, session: 's', form: 'ballot', question: '?', state, opened, ballot: { choices, budget: 5, result: 'hidden', cut, pass_of } }
  const tally = { voters: 5, votes: 9, choices: choices.map((choice, i) => ({ id: choice.id, votes: votes[i], voters: votes[i] })) }
  return { round, rows: resultRows(round, tally), choices }
}

test('the line stands below the last that is chosen', () => {
  const { round, rows } = ballot('a', ['a', 'b', 'c', 'd'], [1, 7, 5, 3], { cut: 2 })
  const cut = cutOf(round, rows)
  assert.deepEqual(cut.chosen, ['id-b', 'id-c'])
  assert.deepEqual([cut.tied, cut.room, lastAbove(rows, cut)], [[], 0, 'id-c'])
})

test('a tie across the line chooses none of those who are in it', () => {
  const { round, rows } = ballot('a', ['a', 'b', 'c', 'd'], [3, 7, 3, 1], { cut: 2 })
  const cut = cutOf(round, rows)
  assert.deepEqual([cut.chosen, cut.tied, cut.room], [['id-b'], ['id-a', 'id-c'], 1])
  assert.equal(lastAbove(rows, cut), 'id-c', 'the tied ones stand above it')
})

test('nothing is cut while it is open, nor without a cut, and no line is below all', () => {
  const open = ballot('a', ['a', 'b'], [1, 2], { cut: 1, state: 'open' })
  assert.equal(cutOf(open.round, open.rows), undefined)
  const whole = ballot('a', ['a', 'b'], [1, 2])
  assert.equal(cutOf(whole.round, whole.rows), undefined)
  const all = ballot('a', ['a', 'b'], [1, 2], { cut: 5 })
  assert.equal(lastAbove(all.rows, cutOf(all.round, all.rows)), undefined)
})

test('choices are the same by key, by what they were made of, and else by their text', () => {
  assert.ok(sameAs({ id: '1', text: 'x', key: 'k' }, { id: '2', text: 'y', key: 'k' }))
  assert.ok(!sameAs({ id: '1', text: 'x', key: 'k' }, { id: '2', text: 'x', key: 'l' }))
  assert.ok(sameAs({ id: '1', text: 'x', theme: 't' }, { id: '2', text: 'renamed', theme: 't' }))
  assert.ok(sameAs({ id: '1', text: ' Närhet' }, { id: '2', text: 'närhet' }))
})

test('places are compared among those that are in both', () => {
  const before = ballot('a', ['a', 'b', 'c', 'd'], [9, 7, 5, 3])
  const now = ballot('b', ['b', 'd', 'e'], [2, 8, 4], { opened: 2 })
  const rows = compared(now, before)
  const said = rows.map(({ text, change, by, before: old }) => [text, change, by, old?.place])
  assert.deepEqual(said, [['d', 'up', 1, 4], ['e', 'new', 0, undefined], ['b', 'down', 1, 2], ['a', 'gone', 0, 1], ['c', 'gone', 0, 3]])
  const [kept] = compared(ballot('b', ['a', 'b'], [3, 2]), ballot('a', ['a', 'b', 'c'], [3, 2, 9]))
  assert.equal(kept.change, 'same')
})

test('the earlier pass goes before other ballots with choices in common', () => {
  const first = ballot('first', ['a', 'b', 'c'], [3, 2, 1], { opened: 1 }).round
  const other = ballot('other', ['a', 'b'], [3, 2], { opened: 2 }).round
  const strange = ballot('strange', ['x', 'y'], [3, 2], { opened: 3 }).round
  const last = ballot('last', ['a', 'b'], [3, 2], { opened: 4, pass_of: 'first' }).round
  const all = [last, strange, other, first]
  assert.deepEqual(earlierThan(last, all).map(({ id }) => id), ['first', 'other'])
  assert.deepEqual(earlierThan(first, all), [])
  assert.deepEqual([passOf(first, all), passOf(last, all), passOf(last, [last])], [1, 2, 1])
})

test('a next pass is called so, once', () => {
  const behind = (n) => `– omgång ${n}`
  assert.equal(questionOfPass('Vad först?', 2, behind), 'Vad först? – omgång 2')
  assert.equal(questionOfPass('Vad först? – omgång 2', 3, behind), 'Vad först? – omgång 3')
})
