// The first time into a meeting.
import assert from 'node:assert/strict'
import test from 'node:test'
import { joined, Sockets, Time } from './support/fakes.mjs'
import { page } from './support/pages.mjs'

const { joinOnce } = await page('joining')
const secrets = { token: 't', author_secret: 'a' }

function begin(way) {
  const sockets = new Sockets()
  const told = []
  const time = new Time()
  const end = joinOnce(way, secrets, {
    url: 'ws://x/ws', openSocket: sockets.open, timers: time,
    joined: (result) => told.push(result), refused: (reason) => told.push(reason), changed: ({ state }) => told.push(state),
  })
  return { sockets, told, time, end }
}

test('it lasts until the meeting is known, and what stands there', async () => {
  const { sockets, told } = begin({ code: '1234567890' })
  await sockets.last.welcome()
  assert.deepEqual(sockets.last.take.call({ sent: sockets.last.sent.map((one) => ({ ...one, answered: false })) }, 'join').params, {
    code: '1234567890', token: 't', author_secret: 'a',
  })
  assert.deepEqual(told, ['connecting', 'joined'])
  await sockets.last.sync({ epoch: 'e1', full: true, seq: 2, entities: [{ kind: 'session', id: 's', seq: 1, title: 'Dag', state: 'live' }] })
  assert.deepEqual([told[2].process, told[2].session, told[2].snapshot.shared.length], [joined.process, joined.session, 1])
  assert.deepEqual([sockets.last.isClosed, told.length], [true, 3])
})

test('a refusal is told once, and nothing is tried again', async () => {
  const { sockets, told, time } = begin({ secret: 'x' })
  sockets.last.onopen({})
  await sockets.last.refuse('join', 'joining_closed')
  await time.pass(120_000)
  assert.deepEqual([told, sockets.all.length], [['connecting', 'joining_closed'], 1])
})

test('without a network it waits, and goes on when there is one; who leaves hears no more', async () => {
  const { sockets, told, time, end } = begin({ code: '1234567890' })
  await sockets.last.drop(1006)
  assert.deepEqual(told, ['connecting', 'offline'])
  await time.pass(1_000)
  assert.equal(sockets.all.length, 2)
  end()
  await time.pass(60_000)
  assert.deepEqual([told, sockets.all.length], [['connecting', 'offline', 'connecting'], 2])
})
