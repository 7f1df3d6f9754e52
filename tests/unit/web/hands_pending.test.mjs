// Raised hands that are being counted: what does not go together yet waits, wherever the page is looked at meanwhile.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { settle } from './support/fakes.mjs'
import { buildModules, load, web } from './support/modules.mjs'

const element = () => ({ setAttribute() {}, append() {}, textContent: '' })
globalThis.document = { documentElement: element(), body: element(), createElement: element, addEventListener() {}, visibilityState: 'visible' }
const leaving = []
globalThis.addEventListener = (name, call) => void (name === 'beforeunload' && leaving.push(call))
const folder = await buildModules({ pending: join(web, 'src/host/hands/pending.ts'), store: join(web, 'src/shared/store.ts'), hands: join(web, 'src/shared/hands.ts') })
const { count, countedOf, send } = await load(folder, 'pending')
const { Store } = await load(folder, 'store')
const { handsOf } = await load(folder, 'hands')

let rounds = 0
const ballot = () => ({ kind: 'round', id: `r${++rounds}`, seq: 1, session: 's', form: 'ballot', state: 'open', ballot: { choices: [{ id: 'a', text: 'A' }], budget: 2 } })

// A page whose server takes what it is sent once the test lets it.
function opened(round) {
  const store = new Store((draw) => draw())
  store.sync({ epoch: 'e', full: true, seq: 1, entities: [round], gone: [] })
  const sent = []
  const taken = (params) => {
    const seq = store.seq + 1
    store.sync({ epoch: 'e', seq, entities: [{ kind: 'hands', id: round.id, seq, people: params.people, choices: params.choices }], gone: [] })
    return seq
  }
  const put = (_, params) => {
    let settled
    const answer = new Promise((resolve) => (settled = resolve))
    sent.push({ params, take: () => settled({ arrived: true, result: { seq: taken(params) } }) })
    return { command: 'c', answer }
  }
  const live = { session: { store, outbox: { put, dismiss() {} } } }
  return { live, sent, taken, now: () => countedOf(round, handsOf(store.shared('hands', round.id))) }
}

const asksToStay = () => {
  let asked = false
  for (const call of leaving) call({ preventDefault: () => (asked = true) })
  return asked
}

test('what does not go together is kept, and asked about when the page is left, until it does', async () => {
  const round = ballot()
  const { live, sent, now } = opened(round)
  await count(live, round, { people: 0, votes: { a: 3 } })
  assert.deepEqual(sent, [], 'three votes of nobody')
  assert.deepEqual([now().hands, now().state], [{ people: 0, votes: { a: 3 } }, 'unsaved'], 'whoever looks again finds it')
  assert.ok(asksToStay())
  const saving = count(live, round, { people: 2, votes: { a: 3 } })
  assert.equal(now().state, 'saving')
  sent[0].take()
  await saving
  assert.deepEqual([now().hands, now().state], [{ people: 2, votes: { a: 3 } }, 'saved'])
  assert.ok(!asksToStay())
})

test('one is on its way at a time, also where two parts of the page send', async () => {
  const round = ballot()
  const { live, sent, now } = opened(round)
  const first = count(live, round, { people: 1, votes: {} })
  const second = count(live, round, { people: 2, votes: { a: 1 } })
  await send(live, round)
  assert.equal(sent.length, 1)
  sent[0].take()
  await settle()
  assert.deepEqual(sent.map(({ params }) => [params.base, params.people]), [[0, 1], [2, 2]])
  sent[1].take()
  await Promise.all([first, second])
  assert.deepEqual([now().hands, now().state], [{ people: 2, votes: { a: 1 } }, 'saved'])
})

test('what somebody else counts may make it go together', async () => {
  const round = ballot()
  const { live, sent, taken, now } = opened(round)
  await count(live, round, { people: 0, votes: { a: 1 } })
  taken({ people: 4, choices: [] })
  const saving = send(live, round)
  sent[0].take()
  await saving
  assert.deepEqual([now().hands, now().state], [{ people: 4, votes: { a: 1 } }, 'saved'])
})
