// A scale: how people stand to each statement, and one's own answers before the server has said anything.
import test from 'node:test'
import assert from 'node:assert/strict'
import { page } from './support/pages.mjs'

const { askedBefore, meanOf, meansBefore, myAnswers, nextAnswer, scaleRows, stepsOf, whyUntold } = await page('scale')
const { showsResult } = await page('stage_of')
const { promiseOf } = await page('promise')
const { keyOf } = await page('outbox_key')

const round = {
  kind: 'round', id: 'r', seq: 1, session: 's', form: 'scale', question: 'Hur är det?', visibility: 'all', authorship: 'anonymous', state: 'open',
  scale: { statements: [{ id: 'a', text: 'Vi har tid' }, { id: 'b', text: 'Vi vet vem' }], steps: 4, low: 'inte alls', high: 'helt', result: 'hidden' },
}
const put = (statement, value, rev, more = {}) => ({ command: `${statement}${rev}`, method: 'answer.put', params: { round: 'r', statement, value, rev }, state: 'waiting', isStored: true, ...more })

test('each statement has its spread and mean, or that too few have answered', () => {
  const tally = { kind: 'scale_tally', id: 'r', seq: 2, answered: 6, statements: [{ id: 'a', answered: 6, counts: [1, 0, 2, 3] }, { id: 'b', answered: 2 }] }
  const [a, b] = scaleRows(round, tally)
  assert.deepEqual([a.answered, a.counts, a.mean], [6, [1, 0, 2, 3], 19 / 6])
  assert.deepEqual([b.answered, b.counts, b.mean], [2, undefined, undefined])
  assert.deepEqual(scaleRows(round, undefined).map(({ text, answered }) => [text, answered]), [['Vi har tid', 0], ['Vi vet vem', 0]])
  assert.equal(meanOf([0, 0]), undefined)
  assert.deepEqual(stepsOf(round), [1, 2, 3, 4])
})

test('while it goes on, the counts tell of some, or come once more have answered', () => {
  const tally = { kind: 'scale_tally', id: 'r', seq: 2, answered: 12, statements: [{ id: 'a', answered: 12, counts: [1, 0, 2, 2] }, { id: 'b', answered: 6 }] }
  const [a, b] = scaleRows(round, tally)
  assert.deepEqual([a.answered, a.told, a.mean], [12, 5, 3])
  assert.deepEqual([b.told, whyUntold(b), whyUntold({ ...b, answered: 4 })], [0, 'not_yet', 'too_few'])
})

test('a scale with a key is laid beside the last time that it was asked', () => {
  const scale = (keys, steps = 4) => ({ ...round.scale, steps, statements: keys.map((key) => ({ id: `${key} now`, text: key, key })) })
  const asked = (id, session, more = {}) => ({ ...round, id, session, key: 'evaluation', scale: scale(['say', 'time']), ...more })
  const sessions = ['one', 'two', 'three'].map((id, i) => ({ id, number: i + 1 }))
  const [first, second, third] = sessions.map(({ id }) => asked(id, id))
  assert.equal(askedBefore(third, [third, first, second], sessions), second)
  assert.equal(askedBefore(third, [third, first, { ...second, removed: true }], sessions), first)
  assert.equal(askedBefore(third, [asked('x', 'two', { scale: scale(['say'], 5) }), asked('y', 'two', { key: 'other' })], sessions), undefined)
  assert.equal(askedBefore({ ...third, key: undefined }, [asked('z', 'one', { key: undefined })], sessions), undefined)
  const tally = { statements: [{ id: 'say then', answered: 6, counts: [0, 0, 0, 6] }, { id: 'time then', answered: 3 }] }
  const before = asked('b', 'two', { scale: { ...scale([]), statements: [{ id: 'say then', text: 's', key: 'say' }, { id: 'time then', text: 't', key: 'time' }] } })
  assert.deepEqual([...meansBefore(third, before, tally)], [['say now', 4]])
})

test('what was pressed holds at once; what was refused does not', () => {
  const known = { kind: 'answers', id: 'r', seq: 3, statements: [{ id: 'a', value: 2, rev: 5 }] }
  const mine = myAnswers(round, known, [put('a', 3, 6), put('b', 4, 1, { state: 'refused', refused: { reason: 'closed' } }), put('a', 1, 9, { params: { round: 'other', statement: 'a', value: 1, rev: 9 } })])
  assert.equal(mine.on('a'), 3)
  assert.equal(mine.on('b'), 0)
  assert.deepEqual(nextAnswer('r', 'a', 0, mine), { round: 'r', statement: 'a', rev: 7, value: 0 })
  assert.deepEqual([mine.waiting.length, mine.refused.length], [1, 1])
})

test('the result is seen at the end, or at once where it is open, and the promise says so', () => {
  const states = (result) => ['planned', 'open', 'closing', 'closed'].map((state) => showsResult({ ...round, state, scale: { ...round.scale, result } }))
  assert.deepEqual(states('hidden'), [false, false, false, true])
  assert.deepEqual(states('open'), [false, true, true, true])
  assert.deepEqual(promiseOf(round), ['promise_answers_hidden', 'promise_answer_anonymous'])
  assert.deepEqual(promiseOf({ ...round, state: 'closed' }), ['promise_answer_anonymous'])
})

test('each statement has its own line at the door, so that an answer that arrives does not stand for another', () => {
  const of = (statement, round = 'r') => keyOf('answer.put', { round, statement, rev: 1, value: 2 })
  assert.notEqual(of('a'), of('b'))
  assert.notEqual(of('a'), of('a', 'other'))
  assert.equal(of('a'), of('a'))
})
