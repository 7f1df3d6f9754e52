// What is due goes on after a restart, although nobody comes.
import test from 'node:test'
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { Meeting, putNote } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'
import { events, storePath } from './support/store_file.mjs'

test('a round whose deadline passed while the server was down is ended, and its removed texts are gone', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const round = await meeting.addNotes()
  const person = await meeting.person()
  const { entity } = await putNote(person, round, 'Ångrade ord')
  await person.command('note.remove', { id: entity.id, rev: 2 })
  await putNote(person, round, 'Bestående ord')
  await meeting.host.command('round.close', { id: round, grace: 1000 })
  await server.kill()
  const holds = (text) => server.holding(Buffer.from(text)).length > 0
  assert.ok(holds('Ångrade ord'), 'it could be undone until the round ended')
  await sleep(1200)
  await server.start()
  for (let tries = 0; tries < 50 && holds('Ångrade ord'); tries++) await sleep(100)
  assert.ok(!holds('Ångrade ord'))
  assert.ok(holds('Bestående ord'))
  await server.stop()
  const kinds = events(storePath(server), meeting.process).map(({ kind }) => kind)
  assert.equal(kinds.filter((kind) => kind === 'round.end').length, 1)
})
