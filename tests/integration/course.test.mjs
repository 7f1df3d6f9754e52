// How a session was led, as the record tells it: marks, what the big screen showed, what was done, how it was worded.
import test from 'node:test'
import assert from 'node:assert/strict'
import { uuid } from './support/client.mjs'
import { Meeting, refusal } from './support/meeting.mjs'
import { rowsOf } from './support/record.mjs'
import { startServer } from './support/server.mjs'
import { lines, writtenLines } from './support/transcript.mjs'

test('what was marked, shown, done and asked stands in the record, and nobody behind it', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { host, session } = meeting
  const mark = uuid()
  const { entity } = await host.command('mark.put', { id: mark, base: 0, session, title: 'Ljudinspelning startad' })
  assert.ok(entity.at > 0, "at the server's time")
  const people = await meeting.people(12)
  assert.equal(people[0].store.find('mark', mark), undefined, 'hosts alone')
  assert.equal(await refusal(people[0].command('mark.put', { id: uuid(), base: 0, session, title: 'Jag' })), 'denied')
  const round = await meeting.addNotes({ question: 'Vad är viktigt?' })
  await host.command('session.stage', { id: session, screen: 'round', round })
  await meeting.closeRound(round)

  const record = await lines(meeting)
  const [marked] = rowsOf(record, 'marks')
  assert.deepEqual([marked.title, marked.offset, marked.session], ['Ljudinspelning startad', '00:00', session])
  const [shown] = rowsOf(record, 'stages')
  assert.deepEqual([shown.screen, shown.round], ['round', round])
  assert.match(shown.offset, /^\d\d+:\d\d$/)
  const told = rowsOf(record, 'rounds').find((row) => row.round === round)
  assert.deepEqual([told.present_opened, told.present_closed], [12, 12])
  assert.match(told.opened_offset, /^\d\d+:\d\d$/)
  const done = rowsOf(record, 'actions').map(({ action }) => action)
  assert.deepEqual(done.filter((action) => action !== 'time_up').slice(0, 3), ['begin', 'open', 'close'])
  assert.deepEqual(rowsOf(record, 'wordings').map(({ version, question }) => [version, question]), [[1, 'Vad är viktigt?']])
  for (const row of rowsOf(record, 'actions')) assert.ok(!('account' in row) && !('name' in row))

  await host.command('mark.put', { id: mark, base: entity.seq, session, title: 'Ljudinspelning startad', removed: true })
  const research = await writtenLines(meeting.server.data, meeting.process, 'research')
  assert.deepEqual(rowsOf(research, 'marks'), [])
  assert.equal(rowsOf(research, 'stages').length, 1)
  await meeting.close()
})

test('a note says what it was written with where its round knows its people, and nowhere else', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const people = await meeting.people(6)
  const linked = await meeting.addNotes({ authorship: 'linked' })
  const anonymous = await meeting.addNotes()
  const put = (person, round, more) => person.command('note.put', { id: uuid(), round, rev: 1, text: 'tillit', ...more })
  for (const [i, person] of people.entries()) await put(person, linked, { language: i === 0 ? 'en' : 'sv' })
  assert.equal(await refusal(put(people[0], anonymous, { language: 'en' })), 'wrong_form')
  assert.equal(await refusal(put(people[0], anonymous, { shared: true })), 'wrong_form')
  await put(people[0], anonymous)
  const notes = rowsOf(await lines(meeting), 'notes')
  const inLinked = notes.filter((note) => note.round === linked)
  assert.deepEqual([...new Set(inLinked.map(({ language }) => language))], [null], 'one alone would be without')
  assert.deepEqual([...new Set(inLinked.map(({ means, sight, edits }) => [means, sight, edits].join()))], ['phone,all,0'])
  const [bare] = notes.filter((note) => note.round === anonymous)
  assert.deepEqual([bare.means, bare.language], [null, null])
  await meeting.close()
})

test('of fewer than twelve the record does not say how many were present', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  await meeting.people(11)
  const round = await meeting.addNotes()
  await meeting.closeRound(round)
  const told = rowsOf(await lines(meeting), 'rounds').find((row) => row.round === round)
  assert.deepEqual([told.present_opened, told.present_closed], [null, null])
  await meeting.close()
})
