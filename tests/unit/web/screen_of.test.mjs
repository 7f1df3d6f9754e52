// What is on for a participant.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { heldRound, questionNumber, screenOf } = await page('screen_of')
const session = (more = {}) => ({ kind: 'session', id: 's', seq: 1, title: 'Dag', state: 'live', ...more })
const item = (id, position, more = {}) => ({ kind: 'item', id, seq: 1, session: 's', form: 'lecture', title: id, position, ...more })
const round = (id, state, opened = 0, more = {}) => ({ kind: 'round', id, seq: 1, session: 's', form: 'notes', question: id, state, opened, ...more })

function on(one, { items = [], rounds = [], lists = [] } = {}) {
  const screen = screenOf({ session: one, items, rounds, lists })
  return screen.round?.id ?? screen.list ?? screen.item?.id ?? screen.on
}

test('what people may answer goes before all else', () => {
  const rounds = [round('first', 'open', 1), round('second', 'closing', 2), round('next', 'planned')]
  assert.equal(on(session(), { rounds }), 'second')
  assert.equal(on(session({ stage: { screen: 'round', round: 'first' } }), { rounds }), 'first')
  assert.equal(on(session({ state: 'ended' }), { rounds }), 'second')
  assert.equal(on(session(), { rounds: [round('elsewhere', 'open', 1, { session: 't' })] }), 'waiting')
})

test('homework stands beside what is on, until the meeting comes to it', () => {
  const homework = round('home', 'open', 2, { homework: true, item: 'group work' })
  const stage = (more) => session({ stage: { screen: 'item', ...more } })
  const items = [item('lecture', 1), item('group work', 2, { form: 'round' })]
  for (const state of ['planned', 'ended']) assert.equal(on(session({ state, stage: { screen: 'round', round: 'home' } }), { rounds: [homework] }), state)
  assert.equal(on(session(), { rounds: [homework] }), 'waiting')
  assert.equal(on(session(), { rounds: [round('first', 'open', 1), homework] }), 'first')
  assert.equal(on(session({ stage: { screen: 'round', round: 'home' } }), { rounds: [round('first', 'open', 1), homework] }), 'home')
  assert.equal(on(stage({ item: 'lecture' }), { items, rounds: [homework] }), 'lecture')
  assert.equal(on(stage({ item: 'group work' }), { items, rounds: [homework] }), 'home')
})

test('a lecture is what is on once its questions are closed, a question its answers', () => {
  const items = [item('lecture', 1), item('end', 2, { form: 'checkout' }), item('group work', 3, { form: 'round' })]
  for (const [id, shown] of [['lecture', 'lecture'], ['end', 'end'], ['group work', 'q']])
    assert.equal(on(session({ stage: { screen: 'item', item: id } }), { items, rounds: [round('q', 'closed', 1, { item: id })] }), shown)
  const asking = session({ stage: { screen: 'item', item: 'lecture' } })
  assert.equal(on(asking, { items, rounds: [round('q', 'open', 1, { item: 'lecture' })] }), 'q')
})

test('else what the facilitator shows', () => {
  const items = [item('lecture', 1), item('group work', 2, { form: 'round' }), item('gone', 3, { removed: true })]
  const closed = round('q', 'closed', 1, { item: 'group work' })
  assert.equal(on(session({ stage: { screen: 'item', item: 'lecture' } }), { items, rounds: [closed] }), 'lecture')
  assert.equal(on(session({ stage: { screen: 'item', item: 'group work' } }), { items, rounds: [closed] }), 'q')
  assert.equal(on(session({ stage: { screen: 'item', item: 'group work' } }), { items, rounds: [round('q', 'planned', 0, { item: 'group work' })] }), 'group work')
  assert.equal(on(session({ stage: { screen: 'round', round: 'q' } }), { rounds: [closed] }), 'q')
  assert.equal(on(session({ stage: { screen: 'words', list: 'w', item: 'lecture' } }), { items, lists: [{ id: 'w' }] }), 'w')
  assert.equal(on(session({ stage: { screen: 'words', list: 'w', item: 'lecture' } }), { items }), 'lecture')
  assert.equal(on(session({ stage: { screen: 'join', item: 'lecture' } }), { items }), 'lecture')
  assert.equal(on(session({ stage: { screen: 'item', item: 'gone' } }), { items }), 'waiting')
})

test('before and after, and where nobody says anything', () => {
  assert.equal(on(session({ state: 'planned' })), 'planned')
  assert.equal(on(session({ state: 'planned', stage: { screen: 'join', item: 'a' } }), { items: [item('a', 1)] }), 'planned')
  assert.equal(on(session({ state: 'ended', stage: { screen: 'item', item: 'a' } }), { items: [item('a', 1)] }), 'ended')
  assert.equal(on(session()), 'waiting')
  assert.equal(on(session(), { rounds: [round('a', 'closed', 1), round('b', 'closed', 2)] }), 'b')
})

test('questions are numbered as the programme has them, ballots apart', () => {
  const items = [item('one', 1), item('two', 2), item('three', 3)]
  const rounds = [round('late', 'open', 1, { item: 'three' }), round('vote', 'open', 2, { item: 'one', form: 'ballot' }), round('early', 'open', 3, { item: 'two' })]
  assert.deepEqual(rounds.map((one) => questionNumber(one, rounds, items)), [2, 0, 1])
})

test('a round in which somebody writes is not taken away', () => {
  const a = round('a', 'open', 1)
  const b = { on: 'round', round: round('b', 'open', 2) }
  assert.equal(heldRound(a, b, true), a)
  assert.equal(heldRound(a, { on: 'ended' }, true), a)
  assert.equal(heldRound(a, b, false), undefined)
  assert.equal(heldRound(a, { on: 'round', round: a }, true), undefined)
  assert.equal(heldRound(undefined, b, true), undefined)
  const vote = (state) => round('vote', state, 1, { form: 'ballot' })
  assert.equal(heldRound(vote('closing'), b, true)?.id, 'vote')
  assert.equal(heldRound(vote('closed'), b, true), undefined, 'a vote that has ended takes nothing more')
})
