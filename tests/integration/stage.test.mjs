// What is live, and what the big screen shows, is one thing that all pages see.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Client, uuid } from './support/client.mjs'
import { Meeting, refusal } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'

test('the stage is with hosts, displays and participants, and survives a restart', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const { host, session } = meeting
  const person = await meeting.person()
  const { token } = await host.command('display.add', { session })
  const display = await Client.open(server)
  await display.attend({ as: 'display', token })
  assert.equal(person.store.find('session', session).stage, undefined, 'absent until it is set')

  const item = uuid()
  await host.command('item.put', { id: item, base: 0, session, form: 'round', title: 'Gruppsamtal' })
  const round = await meeting.addNotes({ item })
  assert.equal(await refusal(host.command('session.stage', { id: session, screen: 'round' })), 'wrong_form')
  assert.equal(await refusal(host.command('session.stage', { id: session, screen: 'words', list: uuid() })), 'unknown_list')
  assert.equal(await refusal(person.command('session.stage', { id: session, screen: 'join' })), 'denied')
  const stage = { screen: 'round', item, round }
  const { entity } = await host.command('session.stage', { id: session, ...stage })
  assert.deepEqual(entity.stage, stage)
  for (const client of [host, display, person])
    assert.deepEqual(await client.until((store) => store.find('session', session).stage, 'the stage'), stage)

  for (const client of [display, person]) await client.close()
  await server.kill()
  await server.start()
  const fresh = await meeting.attend()
  assert.deepEqual(await fresh.until((store) => store.find('session', session)?.stage, 'the stage'), stage)
  await meeting.host.close()
})
