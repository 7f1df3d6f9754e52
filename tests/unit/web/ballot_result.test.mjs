// A ballot's result: places, ties, and an order that does not change while people vote.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { resultRows } = await page('ballot_result')

const choices = ['a', 'b', 'c', 'd'].map((id) => ({ id, text: id.toUpperCase() }))
const round = { form: 'ballot', state: 'closed', ballot: { choices, budget: 5, result: 'open' } }
const tally = { voters: 5, votes: 12, choices: [{ id: 'a', votes: 3, voters: 2 }, { id: 'b', votes: 6, voters: 4 }, { id: 'c', votes: 3, voters: 3 }] }

test('at the end by votes, equally many on the same place, in the ballot\'s order', () => {
  const rows = resultRows(round, tally)
  assert.deepEqual(rows.map(({ id, place, tied }) => [id, place, tied]), [['b', 1, false], ['a', 2, true], ['c', 2, true], ['d', 4, false]])
  assert.deepEqual(rows.map(({ votes, voters }) => [votes, voters]), [[6, 4], [3, 2], [3, 3], [0, 0]])
})

test('while people vote in the ballot\'s own order', () => {
  assert.deepEqual(resultRows({ ...round, state: 'open' }, tally).map(({ id }) => id), ['a', 'b', 'c', 'd'])
})

test('without a tally nobody has any votes', () => {
  assert.deepEqual(resultRows(round, undefined).map(({ votes, place }) => [votes, place]), choices.map(() => [0, 1]))
})
