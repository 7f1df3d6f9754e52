// Raised hands: what so many people can have voted, and what is sent.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { capOf, choicesOf, faultOf, handsOf, leastPeople, recounted, sameHands, votesIn, withVotes } = await page('hands')
const { peopleOf, shareOf } = await page('meeting')

const ballot = { budget: 3, cap: 2 }

test('what is known and what is sent are the same, but for choices without a hand', () => {
  const hands = handsOf({ people: 4, choices: [{ id: 'a', votes: 3 }, { id: 'b', votes: 0 }] })
  assert.deepEqual(choicesOf(hands), [{ id: 'a', votes: 3 }])
  assert.ok(sameHands(hands, { people: 4, votes: { b: 0, a: 3 } }))
  assert.ok(!sameHands(hands, { people: 5, votes: { a: 3 } }))
  assert.ok(!sameHands(hands, withVotes(hands, 'b', 1)))
  assert.deepEqual(handsOf(undefined), { people: 0, votes: {} })
})

test('a figure that goes back to nothing leaves nothing', () => {
  const one = withVotes({ people: 1, votes: {} }, 'a', 1)
  assert.deepEqual(withVotes(one, 'a', 0), { people: 1, votes: {} })
})

test('two who count at once leave each other what they counted', () => {
  const from = { people: 4, votes: { a: 2, b: 1 } }
  const mine = { people: 4, votes: { a: 3 } }
  assert.deepEqual(recounted(from, mine, { people: 6, votes: { a: 2, b: 1, c: 5 } }), { people: 6, votes: { a: 3, c: 5 } })
  assert.deepEqual(recounted(from, { ...from, people: 5 }, { people: 6, votes: {} }), { people: 5, votes: {} })
  assert.deepEqual(recounted(from, from, { people: 1, votes: { c: 1 } }), { people: 1, votes: { c: 1 } })
})

test('too many votes are told from too many on one choice, and how many people it takes', () => {
  assert.equal(faultOf(ballot, { people: 2, votes: { a: 4, b: 2 } }), undefined)
  assert.equal(faultOf(ballot, { people: 2, votes: { a: 4, b: 3 } }), 'over_budget')
  assert.equal(faultOf(ballot, { people: 2, votes: { a: 5 } }), 'over_cap')
  assert.equal(leastPeople(ballot, { people: 2, votes: { a: 5 } }), 3)
  assert.equal(leastPeople(ballot, { people: 2, votes: { a: 4, b: 3 } }), 3)
  assert.equal(leastPeople(ballot, { people: 0, votes: {} }), 0)
  assert.equal(votesIn({ people: 9, votes: { a: 4, b: 3 } }), 7)
  assert.deepEqual([capOf({ budget: 3, cap: 0 }), capOf({ budget: 3, cap: 9 }), capOf(ballot)], [3, 3, 2])
})

test('answers are counted of those who joined and those for whom they were entered', () => {
  assert.equal(peopleOf({ answered: 14, entered: 3 }, 12), 15)
  assert.equal(peopleOf({ answered: 14 }, 20), 20)
  assert.equal(peopleOf({ answered: 14, entered: 3 }, undefined), 14)
})

test('where only those without a phone have answered, some have', () => {
  assert.deepEqual([shareOf({}), shareOf({ entered: 1 }), shareOf({ entered: 1, share: 'most' })], ['none', 'some', 'most'])
})
