// Who observes a session: sees what hangs on the wall, and writes down what nobody else reads.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Client, uuid } from './support/client.mjs'
import { addAccount, Meeting, putNote, refusal } from './support/meeting.mjs'
import { rowsOf } from './support/record.mjs'
import { startServer } from './support/server.mjs'
import { lines, writtenLines } from './support/transcript.mjs'

async function observe(meeting, cookie) {
  const client = await Client.open(meeting.server, { cookie })
  const { process, session } = meeting
  await client.attend({ as: 'researcher', process, session })
  return client
}

test('an observer sees what displays see, and writes field notes that are nobody else\'s', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { host, session, server } = meeting
  const { cookie } = await addAccount(server, meeting.cookie, 'Forskare', 'researcher')
  const facilitator = await addAccount(server, meeting.cookie, 'Processledare', 'facilitator')
  await assert.rejects(observe(meeting, facilitator.cookie), /denied/, 'hosts have it not by being hosts')
  const observer = await observe(meeting, cookie)
  const second = await observe(meeting, cookie)
  const round = await meeting.addNotes({ visibility: 'own' })
  await host.command('session.stage', { id: session, screen: 'round', round })
  const person = await meeting.person()
  await putNote(person, round, 'Bara jag ser')
  await host.until((store) => store.all('note').length === 1, 'the note')
  await observer.until((store) => store.find('session', session)?.stage?.round === round, 'the stage')
  assert.equal(observer.store.all('note').length, 0, 'what is hidden from the room')
  assert.equal(observer.store.all('participant').length, 0)

  const id = uuid()
  const text = 'Alla tittar ner i telefonen'
  const { entity } = await observer.command('field_note.put', { id, base: 0, session, text })
  assert.ok(entity.at > 0)
  await second.until((store) => store.findOwn('field_note', id)?.text === text, "the observer's other page")
  assert.equal(await refusal(host.command('field_note.put', { id: uuid(), base: 0, session, text })), 'denied')
  assert.equal(await refusal(observer.command('mark.put', { id: uuid(), base: 0, session, title: 'Paus' })), 'denied')
  assert.equal(await refusal(observer.command('round.reveal', { id: round })), 'denied')
  for (const client of [host, person]) assert.ok(!client.received.some((message) => message.includes(text)))
  const { own } = await (await observe(meeting, cookie)).attended
  assert.deepEqual(own.map((note) => [note.id, note.text, note.at]), [[id, text, entity.at]])

  assert.ok(!JSON.stringify(await lines(meeting)).includes(text), 'not in the documentation')
  const [row] = rowsOf(await writtenLines(server.data, meeting.process, 'research'), 'field_notes')
  assert.deepEqual([row.text, row.observer, row.session], [text, 'O1', session])
  assert.match(row.offset, /^\d\d+:\d\d$/)
  await observer.command('field_note.put', { id, base: entity.seq, session, text, removed: true })
  assert.deepEqual(rowsOf(await writtenLines(server.data, meeting.process, 'research'), 'field_notes'), [])
  await meeting.close()
})
