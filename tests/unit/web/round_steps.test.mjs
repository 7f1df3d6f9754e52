// What the one who leads does with questions, and how long it can be taken back.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import test, { beforeEach } from 'node:test'
import { buildModules, load, web } from './support/modules.mjs'

const element = () => ({ setAttribute() {}, append() {}, textContent: '' })
globalThis.document = { documentElement: element(), body: element(), createElement: element, addEventListener() {}, visibilityState: 'visible' }
const host = join(web, 'src/host')
const folder = await buildModules({ undo: join(host, 'undo.ts'), round_steps: join(host, 'run/round_steps.ts'), store: join(web, 'src/shared/store.ts') })
const { forgetUndoables, lastDone, takeBackLast, undoSaid } = await load(folder, 'undo')
const { closeRound, openRound, openTogether } = await load(folder, 'round_steps')
const { Store } = await load(folder, 'store')

beforeEach(forgetUndoables)

const session = { kind: 'session', id: 's', seq: 1, state: 'live', stage: { screen: 'item', item: 'i' } }
const round = (id, more = {}) => ({
  kind: 'round', id, seq: 1, session: 's', item: 'i', form: 'notes', question: `Question ${id}`, visibility: 'own', authorship: 'anonymous', state: 'planned', ...more,
})
const item = { kind: 'item', id: 'i', seq: 1, session: 's', form: 'checkout', title: 'Check-out', position: 1 }
const entry = (...rounds) => ({ id: 'i', item, title: item.title, rounds })

// A page whose server takes everything but what `refuse` names, and tells of it at once.
function opened(entities, refuse = () => undefined) {
  const store = new Store((draw) => draw())
  store.sync({ epoch: 'e', full: true, seq: 1, entities, gone: [] })
  const sent = []
  const changed = {
    'round.open': (params, seq) => ({ state: params.undone ? 'planned' : 'open', opened: params.undone ? 0 : seq }),
    'round.close': () => ({ state: 'closed' }),
    'session.stage': ({ id: _, undone: __, ...stage }) => ({ stage }),
    'session.run': ({ state }) => ({ state }),
  }
  const put = (method, params) => {
    sent.push([method, params])
    const refused = refuse(method, params)
    if (refused) return { command: 'c', answer: Promise.resolve({ arrived: false, refused: { reason: refused, message: '' } }) }
    const seq = store.seq + 1
    const before = store.shared(method.split('.')[0], params.id)
    store.sync({ epoch: 'e', seq, entities: [{ ...before, seq, ...changed[method](params, seq) }], gone: [] })
    return { command: 'c', answer: Promise.resolve({ arrived: true, result: { seq } }) }
  }
  const live = { session: { store, outbox: { put, dismiss() {} }, clock: { now: () => 1_000_000 } }, now: {}, find: (kind, id) => store.shared(kind, id) }
  return { live, store, sent, put, states: () => store.all('round').map(({ state }) => state) }
}

test('a closing can be taken back while the meeting goes on, and no more once it has ended', async () => {
  const { live, put } = opened([session, item, round('a', { state: 'open', opened: 1 })])
  await closeRound(live, live.find('round', 'a'), 0)
  assert.equal(lastDone().is, 'ready')
  put('session.run', { id: 's', state: 'ended' })
  assert.equal(lastDone().is, 'lapsed')
  await takeBackLast()
  assert.match(undoSaid.value, /Tillfället är avslutat/)
  assert.equal(live.find('round', 'a').state, 'closed')
})

test('what is done at home can be opened again, also when its meeting has ended', async () => {
  const { live } = opened([{ ...session, state: 'ended' }, item, round('a', { homework: true, state: 'open', opened: 1 })])
  await closeRound(live, live.find('round', 'a'), 0)
  assert.equal(lastDone().is, 'ready')
})

test('questions that are opened together are one thing to take back, and the first of them is on', async () => {
  const rounds = [round('a', { form: 'scale' }), round('b')]
  const { live, sent, states } = opened([session, item, ...rounds])
  assert.equal(await openTogether(live, entry(...rounds), rounds, 5), true)
  assert.deepEqual(sent.map(([method, { id, deadline }]) => [method, id, deadline]), [
    ['round.open', 'a', 1_300_000], ['round.open', 'b', 1_300_000], ['session.stage', 's', undefined],
  ])
  assert.deepEqual(live.find('session', 's').stage, { screen: 'item', item: 'i', round: 'a' })
  assert.deepEqual(states(), ['open', 'open'])
  assert.equal(lastDone().is, 'ready')
  await takeBackLast()
  assert.deepEqual(states(), ['planned', 'planned'])
  assert.deepEqual(live.find('session', 's').stage, { screen: 'item', item: 'i' })
})

test('of several, what somebody has answered is closed with what came, and said', async () => {
  const rounds = [round('a'), round('b')]
  const refuse = (method, { id, undone }) => (method === 'round.open' && undone && id === 'b' ? 'has_answers' : undefined)
  const { live, states } = opened([session, item, ...rounds, { kind: 'note', id: 'n', seq: 1, round: 'b', session: 's', text: 'Ja' }], refuse)
  await openTogether(live, entry(...rounds), rounds, undefined)
  await takeBackLast()
  assert.deepEqual(states(), ['planned', 'closed'])
  assert.match(undoSaid.value, /Svar hann komma/)
})

test('where the second is refused, the first can be taken back; where the first is, nothing is done', async () => {
  const rounds = [round('a'), round('b')]
  const refusing = (which) => opened([session, item, ...rounds], (method, { id }) => (method === 'round.open' && id === which ? 'wrong_state' : undefined))
  const second = refusing('b')
  assert.equal(await openTogether(second.live, entry(...rounds), rounds, undefined), true)
  assert.deepEqual(second.states(), ['open', 'planned'])
  assert.match(lastDone().one.done, /^Frågan är öppen/)
  forgetUndoables()
  const first = refusing('a')
  assert.equal(await openRound(first.live, entry(...rounds), rounds[0], undefined), false)
  assert.equal(lastDone().is, 'none')
})
