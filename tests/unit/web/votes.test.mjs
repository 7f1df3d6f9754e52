// One's own votes on a device.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { myVotes, nextVote, refusedVote, whyNoMore } = await page('votes')

const ballot = { choices: ['a', 'b', 'c'].map((id) => ({ id, text: id.toUpperCase() })), budget: 5, cap: 3, result: 'hidden' }
const round = { id: 'r', ballot }
const vote = (choice, rev, votes, state = 'saved', more = {}) => ({
  command: `${choice}${rev}`, method: 'vote.put', params: { round: 'r', choice, rev, votes, ...more }, state, isStored: true,
})
const known = { kind: 'votes', id: 'r', seq: 9, left: 3, choices: [{ id: 'a', votes: 2, rev: 4 }] }

test('what waits holds before what is known, and revs go above both', () => {
  const cast = myVotes(round, known, [vote('a', 5, 1), vote('b', 1, 3, 'sending'), vote('a', 6, 0)])
  assert.deepEqual(['a', 'b', 'c'].map(cast.on), [0, 3, 0])
  assert.equal(cast.left, 2)
  assert.deepEqual(nextVote('r', 'a', 1, cast), { round: 'r', choice: 'a', rev: 7, votes: 1 })
  assert.deepEqual(nextVote('r', 'c', 1, cast), { round: 'r', choice: 'c', rev: 1, votes: 1 })
  assert.deepEqual([cast.waiting.length, cast.refused.length], [3, 0])
})

test('a refused vote counts for nothing, and what is known is shown again', () => {
  const cast = myVotes(round, known, [vote('a', 5, 3, 'refused')])
  assert.deepEqual([cast.on('a'), cast.left, cast.refused.length], [2, 3, 1])
  assert.equal(cast.nextRev('a'), 6)
})

test('votes of other rounds and commands about other things are not mine here', () => {
  const cast = myVotes(round, undefined, [vote('a', 1, 2, 'saved', { round: 'other' }), { ...vote('b', 1, 1), method: 'note.put' }])
  assert.deepEqual([cast.on('a'), cast.on('b'), cast.left], [0, 0, 5])
})

test('budget and cap say why there is no vote more', () => {
  const cast = myVotes(round, undefined, [vote('a', 1, 3), vote('b', 1, 1)])
  assert.equal(whyNoMore(ballot, cast, 'a'), 'choice_is_full')
  assert.equal(whyNoMore(ballot, cast, 'b'), undefined)
  const spent = myVotes(round, undefined, [vote('a', 1, 3), vote('b', 1, 2)])
  assert.equal(whyNoMore(ballot, spent, 'c'), 'no_votes_left')
  assert.equal(whyNoMore({ ...ballot, cap: 0 }, myVotes(round, undefined, [vote('a', 1, 5)]), 'a'), 'choice_is_full')
})

test('refusals mean something to who voted', () => {
  for (const reason of ['over_budget', 'over_choice_cap', 'stale']) assert.equal(refusedVote(reason), 'vote_elsewhere')
  assert.equal(refusedVote('closed'), 'vote_too_late')
  assert.equal(refusedVote('not_open'), 'vote_not_open')
  assert.equal(refusedVote('unknown_choice'), 'vote_refused')
})
