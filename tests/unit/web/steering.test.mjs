// Several who lead: who steers the big screen, who may change it, and how that passes on and back.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import test, { beforeEach } from 'node:test'
import { buildModules, load, web } from './support/modules.mjs'

const element = () => ({ setAttribute() {}, append() {}, textContent: '' })
globalThis.document = { documentElement: element(), body: element(), createElement: element, addEventListener() {}, visibilityState: 'visible' }
const host = join(web, 'src/host')
const folder = await buildModules({
  steering: join(web, 'src/shared/steering.ts'),
  steps: join(host, 'run/steer_steps.ts'),
  undo: join(host, 'undo.ts'),
  house: join(host, 'house.ts'),
  store: join(web, 'src/shared/store.ts'),
})
const { steeringOf } = await load(folder, 'steering')
const { endSteering, giveSteering, isSteeredByAnother, takeSteering } = await load(folder, 'steps')
const { forgetUndoables, lastDone, takeBackLast } = await load(folder, 'undo')
const { account } = await load(folder, 'house')
const { Store } = await load(folder, 'store')

const ada = { account: 'ada', name: 'Ada Ek' }
const bo = { account: 'bo', name: 'Bo Ask' }

beforeEach(() => {
  forgetUndoables()
  account.value = { id: 'ada', name: 'Ada Ek' }
})

test('who leads alone hears nothing of steering, and may change all', () => {
  const { isShared, mayStage, others } = steeringOf({}, 'ada', [ada])
  assert.deepEqual({ isShared, mayStage, others }, { isShared: false, mayStage: true, others: [] })
  assert.equal(steeringOf({}, 'ada', undefined).isShared, false, 'nobody tells who is here')
})

test('while nobody steers all may; whoever steers alone may', () => {
  const free = steeringOf({}, 'ada', [ada, bo])
  assert.equal(free.isShared, true)
  assert.deepEqual([free.state, free.mayStage, free.others], ['free', true, [bo]])
  const steered = { steered_by: 'ada', steered_name: 'Ada Ek' }
  assert.equal(steeringOf(steered, 'ada', [ada, bo]).mayStage, true)
  const theirs = steeringOf(steered, 'bo', [ada, bo])
  assert.deepEqual([theirs.state, theirs.mayStage, theirs.by], ['theirs', false, ada])
})

test('that who steers has left is known where it is told who is here', () => {
  const steered = { steered_by: 'bo', steered_name: 'Bo Ask' }
  assert.equal(steeringOf(steered, 'ada', [ada]).isHere, false)
  assert.equal(steeringOf(steered, 'ada', [ada, bo]).isHere, true)
  assert.equal(steeringOf(steered, 'ada', undefined).isHere, true, 'without contact nothing is said of it')
})

// A page whose store has the session as the last command made it.
function opened(steered = {}) {
  const store = new Store((draw) => draw())
  const session = { kind: 'session', id: 's', title: 'Möte', state: 'live', tables: [] }
  let seq = 1
  const show = ({ account: by, name }) =>
    store.sync({ epoch: 'e', seq, gone: [], entities: [{ ...session, seq, ...(by ? { steered_by: by, steered_name: name } : {}) }] })
  show(steered)
  const sent = []
  const put = (_method, params) => {
    seq++
    sent.push(params)
    show(params)
    return { command: 'c', answer: Promise.resolve({ arrived: true, result: { seq } }) }
  }
  const change = (params) => {
    seq++
    show(params)
  }
  return { live: { session: { store, outbox: { put, dismiss() {} } } }, sent, change }
}

test('what is taken goes back to who had it', async () => {
  const { live, sent } = opened(bo)
  assert.equal(isSteeredByAnother(live, 's'), true)
  await takeSteering(live, 's')
  assert.equal(isSteeredByAnother(live, 's'), false)
  await takeBackLast()
  assert.deepEqual(sent, [{ id: 's', ...ada }, { id: 's', ...bo }])
})

test('what was free is free again, what was given or let go comes back', async () => {
  const free = opened()
  await takeSteering(free.live, 's')
  await takeBackLast()
  assert.deepEqual(free.sent.at(-1), { id: 's' })
  const mine = opened(ada)
  await giveSteering(mine.live, 's', bo)
  await takeBackLast()
  await endSteering(mine.live, 's')
  await takeBackLast()
  assert.deepEqual(mine.sent, [{ id: 's', ...bo }, { id: 's', ...ada }, { id: 's' }, { id: 's', ...ada }])
})

test('what a colleague has taken meanwhile is left with them', async () => {
  const { live, change } = opened()
  await takeSteering(live, 's')
  assert.equal(lastDone().is, 'ready')
  change(bo)
  assert.equal(lastDone().is, 'lapsed')
})
