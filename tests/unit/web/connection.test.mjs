// The connection: it introduces itself, comes again, and knows when not to.
import assert from 'node:assert/strict'
import test from 'node:test'
import { Sockets, Time, settle } from './support/fakes.mjs'
import { page } from './support/pages.mjs'

const { Connection, isUnknown } = await page('connection')
const { ServerClock } = await page('clock')
const { Store } = await page('store')

function make() {
  const time = new Time()
  const sockets = new Sockets()
  const states = []
  const hints = { listen: (hint) => ((hints.say = hint), () => (hints.say = () => {})), say: () => {} }
  const store = new Store((call) => queueMicrotask(call))
  const clock = new ServerClock(time)
  const connection = new Connection({
    url: 'ws://host/ws', openSocket: sockets.open, store, timers: time, clock, hints, random: () => 1,
    introduce: () => ({ method: 'join', params: { code: '1234567890', token: 't', author_secret: 'a' } }),
    changed: ({ state, reason }) => states.push(reason ?? state),
  })
  return { time, sockets, states, hints, store, clock, connection }
}

async function makeJoined(more) {
  const made = make()
  made.connection.start()
  await made.sockets.last.welcome(more)
  return made
}

test('it joins over the subprotocol, learns the time, and takes what is its own', async () => {
  const own = [{ kind: 'note', id: 'a', seq: 1, round: 'r', rev: 1 }]
  const { sockets, states, store, clock } = await makeJoined({ time: 1_060_000, own })
  assert.deepEqual([sockets.last.url, sockets.last.subprotocol], ['ws://host/ws', 'samskap.v1'])
  assert.deepEqual(sockets.last.sent[0].params, { code: '1234567890', token: 't', author_secret: 'a' })
  assert.equal(clock.offset, 60_000)
  assert.equal(store.mine('note', 'a').rev, 1)
  assert.deepEqual(states, ['connecting', 'joined'])
})

test('it comes again with the seq and epoch of the last frame', async () => {
  const { sockets, states, store, time } = await makeJoined()
  await sockets.last.sync({ epoch: 'e1', seq: 41, full: true, now: { present: 20 } })
  await sockets.last.say({ method: 'own', params: { entities: [{ kind: 'note', id: 'b', seq: 41, round: 'r' }] } })
  assert.equal(store.mine('note', 'b').id, 'b')
  await sockets.last.drop(1006)
  assert.deepEqual(store.now, {}, 'who is there is not known any more')
  assert.deepEqual(states.slice(2), ['offline'])
  await time.pass(500)
  sockets.last.onopen({})
  await settle()
  const { seq, epoch } = sockets.last.sent[0].params
  assert.deepEqual([sockets.all.length, seq, epoch], [2, 41, 'e1'])
})

test('it waits longer after each failure, and short again after it was joined', async () => {
  const { sockets, time, connection } = make()
  connection.start()
  for (const wait of [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]) {
    const count = sockets.all.length
    await sockets.last.drop(1006)
    await time.pass(wait - 1)
    assert.equal(sockets.all.length, count)
    await time.pass(1)
    assert.equal(sockets.all.length, count + 1)
  }
  await sockets.last.welcome()
  await sockets.last.drop(1006)
  await time.pass(500)
  await sockets.last.welcome()
  assert.equal(connection.state.state, 'joined')
})

for (const [code, wait] of [[1012, 2000], [1011, 5000], [1013, 10_000], [1008, 2000], [4002, 500]])
  test(`after ${code} it comes again in ${wait} ms`, async () => {
    const { sockets, time } = await makeJoined()
    await sockets.last.drop(code)
    await time.pass(wait - 1)
    assert.equal(sockets.all.length, 1)
    await time.pass(1)
    assert.equal(sockets.all.length, 2)
  })

for (const [code, reason] of [[4001, 'replaced'], [4003, 'logged_out'], [4004, 'unknown_process']])
  test(`after ${code} it stops: ${reason}`, async () => {
    const { sockets, time, connection, hints } = await makeJoined()
    await sockets.last.drop(code)
    hints.say('online')
    await time.pass(600_000)
    assert.deepEqual([sockets.all.length, connection.state], [1, { state: 'stopped', reason }])
    connection.start()
    await sockets.last.welcome()
    assert.equal(connection.state.state, 'joined', 'until it is told to begin again')
  })

test('a refused join stops with the reason, and one that may pass is tried again', async () => {
  const { sockets, time, connection } = make()
  connection.start()
  sockets.last.onopen({})
  await settle()
  await sockets.last.refuse('join', 'loading')
  assert.equal(sockets.last.isClosed, true)
  await time.pass(500)
  sockets.last.onopen({})
  await settle()
  await sockets.last.refuse('join', 'wrong_code')
  await time.pass(600_000)
  assert.deepEqual([sockets.all.length, connection.state], [2, { state: 'stopped', reason: 'wrong_code' }])
})

test('read_only is told as long as it lasts', async () => {
  const { sockets, states } = await makeJoined()
  await sockets.last.sync({ epoch: 'e1', seq: 1, now: { read_only: true } })
  await sockets.last.sync({ epoch: 'e1', seq: 1, now: {} })
  assert.deepEqual(states.slice(2), ['read_only', 'joined'])
})

test('a network that is back ends the wait', async () => {
  const { sockets, hints } = await makeJoined()
  await sockets.last.drop(1013)
  hints.say('online')
  assert.equal(sockets.all.length, 2)
  hints.say('online')
  assert.equal(sockets.all.length, 2, 'one is enough')
})

test('silence is asked about; without an answer the connection is given up', async () => {
  const { sockets, time, connection } = await makeJoined()
  await time.pass(25_000)
  await sockets.last.answer('writing', {})
  await time.pass(24_000)
  assert.equal(sockets.last.sent.filter(({ method }) => method === 'writing').length, 1)
  await time.pass(11_000)
  assert.deepEqual([connection.state.state, sockets.last.isClosed], ['offline', true])
  const [dead] = sockets.all
  await dead.sync({ epoch: 'e9', seq: 99 })
  assert.equal(connection.state.state, 'offline', 'the dead are not listened to')
})

test('a device that wakes up asks at once', async () => {
  const { sockets, time, hints, connection } = await makeJoined()
  hints.say('visible')
  await time.pass(3000)
  assert.equal(connection.state.state, 'offline')
  await time.pass(500)
  assert.equal(sockets.all.length, 2)
})

test('a network that is said to be gone is asked for, and is no reason to try again', async () => {
  const { sockets, time, hints, connection } = await makeJoined()
  hints.say('offline')
  await sockets.last.answer('writing', {})
  await time.pass(4000)
  assert.equal(connection.state.state, 'joined', 'only said to be')
  hints.say('offline')
  await time.pass(3000)
  assert.equal(connection.state.state, 'offline')
  hints.say('offline')
  assert.equal(sockets.all.length, 1)
})

test('an opening that leads nowhere is given up', async () => {
  const { sockets, time, connection } = make()
  connection.start()
  await time.pass(15_500)
  assert.deepEqual([sockets.all.length, sockets.all[0].isClosed], [2, true])
})

test('answers find their requests; a lost connection fails them; the sixty-first waits', async () => {
  const { sockets, connection } = await makeJoined()
  const asked = Array.from({ length: 61 }, () => connection.request('digest', {}))
  const all = Promise.allSettled(asked)
  const requests = sockets.last.sent.filter(({ method }) => method === 'digest')
  assert.equal(requests.length, 60)
  await sockets.last.say({ id: requests[1].id, result: { seq: 2, digest: 'two' } })
  assert.deepEqual(await asked[1], { seq: 2, digest: 'two' })
  await sockets.last.say({ id: requests[1].id, result: { seq: 2, digest: 'again' } })
  assert.equal(sockets.last.sent.filter(({ method }) => method === 'digest').length, 61)
  await sockets.last.say({ id: requests[0].id, error: { code: -32000, message: 'No.', data: { reason: 'denied' } } })
  await assert.rejects(asked[0], { reason: 'denied' })
  await sockets.last.drop(1006)
  const ends = (await all).slice(2).map(({ reason }) => reason.message)
  assert.deepEqual(new Set(ends), new Set(['the connection was lost']))
  await assert.rejects(connection.request('digest', {}), /connection was lost/)
})

test('stop ends it quietly', async () => {
  const { sockets, time, connection, states } = await makeJoined()
  connection.stop()
  await time.pass(600_000)
  assert.deepEqual([sockets.all.length, sockets.last.isClosed, states.at(-1)], [1, true, 'offline'])
})

test('who is not known any more is told from trouble that passes', () => {
  for (const reason of ['wrong_code', 'denied', 'logged_out', 'unknown_session', 'unknown_process']) assert.equal(isUnknown(reason), true, reason)
  for (const reason of ['replaced', 'refused_process', 'bad_request', 'full', 'loading']) assert.equal(isUnknown(reason), false, reason)
})
