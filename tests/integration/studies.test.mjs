// Studies that ask people for consent: what they are told, what they answer, and what comes of it.
import test from 'node:test'
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { Client, secret, uuid } from './support/client.mjs'
import { Meeting, putNote, putVote, refusal } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'
import { events, storePath } from './support/store_file.mjs'

const sum = (text) => createHash('sha256').update(text).digest('hex')

async function putStudy(meeting, params = {}) {
  const study = { id: uuid(), title: 'Samtal om vård', investigator: 'Professorn', text: 'Får vi använda det du skriver?', ...params }
  await meeting.host.command('study.put', { base: 0, ...study })
  return study
}

const answer = (person, study, { rev = 1, version = 1, consent = true } = {}) =>
  person.command('participant.consent', { rev, consent, study: study.id, version })

test('everybody sees a study, with the version and the hash of its text', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const study = await putStudy(meeting)
  const person = await meeting.person()
  const seen = await person.until((store) => store.find('study', study.id))
  assert.deepEqual([seen.version ?? 1, seen.hash, seen.investigator], [1, sum(study.text), 'Professorn'])
  const text = 'Får vi använda det du skriver, och dina röster?'
  await meeting.host.command('study.put', { ...study, text, base: seen.seq })
  const changed = await person.until((store) => store.find('study', study.id)?.version === 2 && store.find('study', study.id))
  assert.equal(changed.hash, sum(text))
  assert.equal(await refusal(meeting.host.command('study.put', { ...study, hash: sum('annat'), base: changed.seq }, { checked: false })), 'bad_params')
  assert.equal(await refusal(person.command('study.put', { ...study, base: changed.seq })), 'denied')
  await meeting.close()
})

test('an answer is its giver\'s own, and asked for anew with a new version', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const study = await putStudy(meeting)
  const token = secret()
  const person = await meeting.person({ token })
  assert.equal(await refusal(answer(person, study, { version: 2 })), 'stale')
  assert.equal(await refusal(answer(person, { id: uuid() })), 'unknown_study')
  const { entity } = await answer(person, study)
  assert.deepEqual([entity.kind, entity.id, entity.consent, entity.version, entity.rev], ['consent', study.id, true, 1, 1])
  const again = await meeting.person({ token })
  assert.equal(again.store.findOwn('consent', study.id).consent, true)
  await answer(again, study, { rev: 2, consent: false })
  await person.until((store) => store.findOwn('consent', study.id).rev === 2, 'the other device is told')
  assert.ok(![...meeting.host.received, ...person.received.filter((text) => text.includes('"sync"'))].some((text) => text.includes('"consent"')))
  await meeting.close()
})

test('what is contributed carries the studies that its author had said yes to at that moment', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const [first, second] = [await putStudy(meeting), await putStudy(meeting)]
  const round = await meeting.addNotes()
  const ballot = await meeting.addBallot(['ja', 'nej'])
  const person = await meeting.person()
  await putNote(person, round, 'utan')
  await answer(person, first)
  await putNote(person, round, 'den ena')
  await answer(person, second)
  await putNote(person, round, 'båda')
  await putVote(person, ballot.id, ballot.choices[0].id, 1)
  await answer(person, first, { rev: 2, consent: false })
  await putNote(person, round, 'den andra')
  assert.equal(await refusal(person.command('note.put', { id: uuid(), round, rev: 1, text: 'x', consents: [] }, { checked: false })), 'bad_params')
  await meeting.close()
  await server.stop()
  const journal = events(storePath(server), meeting.process)
  const both = [first.id, second.id].sort().map((study) => ({ study, version: 1 }))
  const carried = journal.filter(({ kind }) => kind === 'note.put').map(({ body }) => body.consents)
  assert.deepEqual(carried, [undefined, [{ study: first.id, version: 1 }], both, [{ study: second.id, version: 1 }]])
  assert.deepEqual(journal.find(({ kind }) => kind === 'vote.put').body.consents, both)
})

test('a session of children asks nobody', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const study = await putStudy(meeting)
  const round = await meeting.addNotes()
  const person = await meeting.person()
  await answer(person, study)
  const { seq: base } = meeting.host.store.find('session', meeting.session)
  await meeting.host.command('session.put', { id: meeting.session, base, title: 'Klassen', under_fifteen: true })
  await person.until((store) => store.find('session', meeting.session).under_fifteen)
  assert.equal(await refusal(answer(person, study, { rev: 2 })), 'not_asked')
  assert.equal(await refusal(person.command('participant.consent', { rev: 1, consent: true })), 'not_asked')
  await putNote(person, round, 'från ett barn')
  await meeting.close()
  await server.stop()
  const note = events(storePath(server), meeting.process).find(({ kind }) => kind === 'note.put')
  assert.equal(note.body.consents, undefined)
})

test('the information about data is one, and everybody sees it', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const information = { id: uuid(), text: 'Så här gör vi med det du skriver', responsible: 'Kommunen', kept: 'Tio år', rights: 'Att få veta' }
  await meeting.host.command('information.put', { base: 0, ...information })
  assert.equal(await refusal(meeting.host.command('information.put', { base: 0, ...information, id: uuid() })), 'id_taken')
  const person = await meeting.person()
  const seen = await person.until((store) => store.find('information', information.id))
  assert.deepEqual([seen.responsible, seen.version, seen.hash], ['Kommunen', 1, sum(information.text)])
  await meeting.close()
})
