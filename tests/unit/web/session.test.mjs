// The whole, without a browser: what is written reaches the server whatever becomes of the connection.
import assert from 'node:assert/strict'
import test from 'node:test'
import { Sockets, Time, settle } from './support/fakes.mjs'
import { page } from './support/pages.mjs'

const { Session } = await page('session')
const { MemoryStorage } = await page('outbox_storage')

async function make(more = {}) {
  const time = new Time()
  const sockets = new Sockets()
  const session = await Session.open({
    url: 'ws://host/ws', openSocket: sockets.open, scope: 'meeting', storage: new MemoryStorage(), timers: time, random: () => 1,
    introduce: () => ({ method: 'join', params: { token: 't', author_secret: 'a' } }),
    frame: (call) => queueMicrotask(call), ...more,
  })
  session.start()
  return { time, sockets, session }
}

const note = { id: 'n', round: 'r', rev: 1, text: 'Närhet' }

test('a note that was sent before the connection broke is sent again, and its answer is mine', async () => {
  const { time, sockets, session } = await make()
  await sockets.last.welcome()
  session.outbox.put('note.put', note)
  const { params } = sockets.last.take('note.put')
  await sockets.last.drop(1012)
  assert.equal(session.outbox.stateOf('note n'), 'saved')
  await time.pass(2000)
  await sockets.last.welcome()
  assert.deepEqual(sockets.last.sent.find(({ method }) => method === 'note.put').params, params)
  await sockets.last.answer('note.put', { seq: 9, entity: { kind: 'note', ...note, seq: 9 } })
  assert.equal(session.store.mine('note', 'n').text, 'Närhet')
  assert.equal(session.outbox.stateOf('note n'), 'arrived')
})

test('nothing is sent before join is answered', async () => {
  const { sockets, session } = await make()
  session.outbox.put('note.put', note)
  sockets.last.onopen({})
  await settle()
  assert.deepEqual(sockets.last.sent.map(({ method }) => method), ['join'])
  await sockets.last.answer('join', { epoch: 'e1', seq: 1, time: 0, build: 'b1', own: [] })
  assert.deepEqual(sockets.last.sent.map(({ method }) => method), ['join', 'note.put'])
})

test("a host's replies bring what everybody sees", async () => {
  const { sockets, session } = await make({ introduce: () => ({ method: 'attend', params: { as: 'host', process: 'x' } }) })
  sockets.last.onopen({})
  await settle()
  await sockets.last.answer('attend', { process: 'x', epoch: 'e1', seq: 1, time: 0, build: 'b1' })
  session.outbox.put('note.hide', { id: 'n' })
  await sockets.last.answer('note.hide', { seq: 9, entity: { kind: 'note', id: 'n', seq: 9, round: 'r', hidden: true } })
  assert.equal(session.store.shared('note', 'n').hidden, true)
  assert.equal(session.store.mine('note', 'n'), undefined)
})

test('when the server can store again, what waited is sent at once', async () => {
  const { sockets, session } = await make()
  await sockets.last.welcome()
  await sockets.last.sync({ epoch: 'e1', seq: 1, now: { read_only: true } })
  session.outbox.put('note.put', note)
  await sockets.last.refuse('note.put', 'read_only')
  await sockets.last.sync({ epoch: 'e1', seq: 1, now: {} })
  assert.equal(sockets.last.sent.filter(({ method }) => method === 'note.put').length, 2)
})

test('an older page reloads once, and not before its outbox is empty', async () => {
  let reloads = 0
  const { time, sockets, session } = await make({ reload: () => reloads++ })
  await sockets.last.welcome({ build: 'b1' })
  session.outbox.put('note.put', note)
  await sockets.last.drop(1012)
  await time.pass(2000)
  await sockets.last.welcome({ build: 'b2' })
  assert.equal(reloads, 0)
  await sockets.last.answer('note.put', { seq: 9 })
  assert.equal(reloads, 1)
  await sockets.last.drop(1012)
  await time.pass(2000)
  await sockets.last.welcome({ build: 'b2' })
  assert.equal(reloads, 1)
})

test('a page that knows its build reloads at the first server that is of another', async () => {
  let reloads = 0
  const { sockets } = await make({ build: 'b0', reload: () => reloads++ })
  await sockets.last.welcome({ build: 'b1' })
  assert.equal(reloads, 1)
})

test('what was left unsent when the page was closed is there when it comes again', async () => {
  const storage = new MemoryStorage()
  const before = await make({ storage })
  before.session.outbox.put('note.put', note)
  await settle()
  before.session.close()
  const { sockets } = await make({ storage })
  await sockets.last.welcome()
  assert.equal(sockets.last.take('note.put').params.text, 'Närhet')
})
