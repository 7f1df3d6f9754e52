// The pages' own store, outbox and connection against the real server.
import test from 'node:test'
import assert from 'node:assert/strict'
import { secret, uuid } from './support/client.mjs'
import { Meeting } from './support/meeting.mjs'
import { WebSocket } from './support/packages.mjs'
import { startServer } from './support/server.mjs'
import { page } from '../unit/web/support/pages.mjs'

const { Session } = await page('session')
const { MemoryStorage } = await page('outbox_storage')
const { deviceTimers } = await page('clock')
const { digestOf } = await page('digest')
const { Lost } = await page('wire')

const PATIENCE = 30_000

async function until(predicate, what) {
  for (const start = Date.now(); Date.now() - start < PATIENCE; ) {
    const value = await predicate()
    if (value) return value
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  assert.fail(`waited in vain for: ${what}`)
}

async function openPage(t, server, introduction, storage = new MemoryStorage()) {
  const session = await Session.open({
    url: `${server.url.replace('http', 'ws')}/ws`,
    openSocket: (url, subprotocol) => new WebSocket(url, subprotocol, { origin: server.url, perMessageDeflate: false }),
    introduce: () => introduction,
    scope: 'meeting',
    storage,
    timers: deviceTimers,
  })
  t.after(() => session.close())
  session.start()
  return session
}

function join(meeting) {
  return { method: 'join', params: { secret: meeting.link.secret, token: secret(), author_secret: secret() } }
}

const isJoined = ({ connection }) => connection.state.state === 'joined'

// What the page holds is what the server says that it sees.
function settled(session) {
  return until(async () => {
    try {
      const { digest } = await session.connection.request('digest', {})
      return digest === (await digestOf(session.store.allShared()))
    } catch (error) {
      if (error instanceof Lost) return false
      throw error
    }
  }, 'the same digest')
}

test('what a page writes arrives once, in order, whatever becomes of server and page', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const round = await meeting.addNotes()
  const introduction = join(meeting)
  const storage = new MemoryStorage()
  const first = await openPage(t, server, introduction, storage)
  await until(() => isJoined(first), 'joined')
  const ids = Array.from({ length: 90 }, uuid)
  const put = (session, i) => session.outbox.put('note.put', { id: ids[i], round, rev: 1, text: `lapp ${i}` })
  for (let i = 0; i < 80; i++) put(first, i)
  await until(() => first.store.allMine('note').length > 10, 'some have arrived')
  await server.kill()
  for (let i = 80; i < 90; i++) put(first, i)
  first.outbox.put('note.put', { id: ids[89], round, rev: 2, text: 'lapp 89 igen' })
  await new Promise((resolve) => setImmediate(resolve))
  first.close()
  await server.start()

  const second = await openPage(t, server, introduction, storage)
  await until(() => second.outbox.isEmpty && isJoined(second), 'all have arrived')
  await settled(second)
  const texts = second.store.all('note').map(({ text }) => text).sort()
  assert.deepEqual(texts, [...Array.from({ length: 89 }, (_, i) => `lapp ${i}`), 'lapp 89 igen'].sort())
  assert.equal(second.store.allMine('note').length, 90)
  assert.deepEqual(second.outbox.commands(), [], 'nothing was refused')
  assert.equal(second.outbox.stateOf(`note ${ids[89]}`), 'arrived')

  const away = second.store.seq
  await server.stop()
  await until(() => !isJoined(second), 'the page notices')
  await server.start()
  await until(() => isJoined(second), 'it comes again by itself')
  await settled(second)
  assert.ok(second.store.seq >= away)
  await meeting.host.close()
})

test('a full view of many frames, and a final no', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const round = await meeting.addNotes()
  const writer = await openPage(t, meeting.server, join(meeting))
  await until(() => isJoined(writer), 'joined')
  for (let i = 0; i < 60; i++) writer.outbox.put('note.put', { id: uuid(), round, rev: 1, text: `${i} `.padEnd(1000, 'å') })
  await until(() => writer.outbox.isEmpty, 'all have arrived')
  const reader = await openPage(t, meeting.server, join(meeting))
  await until(() => reader.store.isWhole && reader.store.all('note').length === 60, 'all notes')
  await settled(reader)
  await settled(writer)
  assert.ok(Math.abs(reader.clock.offset) < PATIENCE, 'the clock of the same machine')

  const { answer } = reader.outbox.put('note.put', { id: writer.store.allMine('note')[0].id, round, rev: 9, text: 'en annans' })
  assert.equal((await answer).refused.reason, 'id_taken')
  assert.equal(reader.outbox.commands()[0].state, 'refused')
  await meeting.close()
})
