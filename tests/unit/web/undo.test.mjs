// Taking back, on the page of who leads: what is remembered, while answers are under way and when they never come.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import test, { beforeEach } from 'node:test'
import { settle } from './support/fakes.mjs'
import { buildModules, load, web } from './support/modules.mjs'

const element = () => ({ setAttribute() {}, append() {}, textContent: '' })
globalThis.document = { documentElement: element(), body: element(), createElement: element, addEventListener() {}, visibilityState: 'visible' }
const host = join(web, 'src/host')
const folder = await buildModules({ undo: join(host, 'undo.ts'), agenda: join(host, 'agenda.ts'), refusals: join(host, 'refusals.ts'), store: join(web, 'src/shared/store.ts') })
const { forgetUndoables, isTakingBack, lastDone, remember, takeBackLast, undoSaid } = await load(folder, 'undo')
const { addItem, removeItem } = await load(folder, 'agenda')
const { refusals, sayRefused } = await load(folder, 'refusals')
const { Store } = await load(folder, 'store')

beforeEach(forgetUndoables)

const never = () => new Promise(() => {})
const stale = { reason: 'stale', message: 'Somebody was there before.' }

test('where the answer never comes, the next page can take back all the same', async () => {
  remember({ done: 'a', takeBack: never })
  void takeBackLast()
  assert.equal(isTakingBack.value, true)
  forgetUndoables()
  assert.equal(isTakingBack.value, false)
  let isTaken = false
  remember({ done: 'b', takeBack: async () => (isTaken = true) })
  await takeBackLast()
  assert.equal(isTaken, true)
})

test('an answer of the page that was left says nothing on the next one, and ends nothing there', async () => {
  let answer
  remember({ done: 'a', takeBack: () => new Promise((resolve) => (answer = resolve)), leaves: () => 'something is left' })
  const before = takeBackLast()
  forgetUndoables()
  remember({ done: 'b', takeBack: never })
  void takeBackLast()
  answer(true)
  await before
  assert.equal(undoSaid.value, '')
  assert.equal(isTakingBack.value, true)
})

test('what was refused before is not said any more once something else is done, nor on the next page', () => {
  sayRefused(stale)
  remember({ done: 'a', takeBack: never })
  assert.deepEqual(refusals.value, [])
  sayRefused(stale)
  forgetUndoables()
  assert.deepEqual(refusals.value, [])
})

const film = { kind: 'item', id: 'film', seq: 3, session: 's', form: 'break', title: 'Film', position: 10 }

// A page whose commands are all taken, and whose store hears of them only when the test says so.
function opened(entities = []) {
  const store = new Store((draw) => draw())
  store.sync({ epoch: 'e', full: true, seq: 3, entities, gone: [] })
  let seq = 3
  const put = (method, params) => {
    const { base: _, ...entity } = params
    if (!params.removed) store.putShared({ kind: method.split('.')[0], ...entity, seq: seq + 1 })
    return { command: 'c', answer: Promise.resolve({ arrived: true, result: { seq: ++seq } }) }
  }
  const hear = (frame) => store.sync({ epoch: 'e', entities: [], gone: [], ...frame })
  return { live: { session: { store, outbox: { put, dismiss() {} } } }, store, hear }
}

test('what was removed can be taken back as soon as it is seen to be gone, and has not lapsed before', async () => {
  const { live, hear } = opened([film])
  await removeItem(live, film)
  assert.equal(lastDone().is, 'coming')
  await takeBackLast()
  hear({ seq: 4, gone: [{ kind: 'item', id: 'film' }] })
  assert.equal(lastDone().is, 'ready')
})

test('what was added is taken away only as it was added', async (t) => {
  const changes = {
    'another title': (item) => ({ ...item, seq: 5, title: 'En annan film' }),
    'a text': (item) => ({ ...item, seq: 5, about: 'Vi ser den tillsammans.' }),
    'another form': (item) => ({ ...item, seq: 5, form: 'talk' }),
    'a question': (item) => ({ kind: 'round', id: 'r', seq: 5, session: 's', item: item.id, form: 'notes', question: 'Vad såg du?' }),
  }
  for (const [what, change] of Object.entries(changes))
    await t.test(what, async () => {
      forgetUndoables()
      const { live, store, hear } = opened()
      const { id } = await addItem(live, 's', 'break', 'Film')
      hear({ seq: 4 })
      assert.equal(lastDone().is, 'ready')
      hear({ seq: 5, entities: [{ ...store.find('item', id), seq: 5, minutes: 45, position: 20 }] })
      assert.equal(lastDone().is, 'ready', 'its place and its minutes may change')
      hear({ seq: 5, entities: [change(store.find('item', id))] })
      assert.equal(lastDone().is, 'lapsed')
    })
})

test('a check-out comes with its questions, which go with it, unless somebody has changed one', async () => {
  const { live, store, hear } = opened()
  const { id } = await addItem(live, 's', 'checkout', 'Utcheckning')
  hear({ seq: 6 })
  const rounds = () => store.all('round')
  assert.deepEqual(rounds().map(({ key, form, item }) => [key, form, item]), [['evaluation', 'scale', id], ['evaluation-note', 'notes', id]])
  assert.deepEqual(rounds()[0].scale.statements.map(({ key }) => key), ['evaluation-say', 'evaluation-forward', 'evaluation-time'])
  assert.equal(lastDone().is, 'ready')
  hear({ seq: 7, entities: [{ ...rounds()[1], seq: 7, question: 'Vad tar ni med er?' }] })
  assert.equal(lastDone().is, 'lapsed')
})

test('an item that is taken away again is gone from the page before the next thing is taken back', async () => {
  const { live, store, hear } = opened()
  const { id } = await addItem(live, 's', 'break', 'Film')
  hear({ seq: 4 })
  const taken = takeBackLast()
  await settle()
  assert.equal(isTakingBack.value, true)
  hear({ seq: 5, gone: [{ kind: 'item', id }] })
  await taken
  assert.equal(isTakingBack.value, false)
  assert.equal(store.find('item', id), undefined)
})
