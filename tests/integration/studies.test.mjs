// Studies that ask people for consent: what they are told, what they answer, and what comes of it.
import test from 'node:test'
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { Client, secret, uuid } from './support/client.mjs'
import { Meeting, addAccount, putNote, putVote, refusal } from './support/meeting.mjs'
import { notesOf, rowsOf } from './support/record.mjs'
import { startServer } from './support/server.mjs'
import { events, storePath } from './support/store_file.mjs'
import { download, lines, parseLines, writtenLines } from './support/transcript.mjs'

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

// Four people: two say yes to the first study, one of them to the second too, a third to the process's own question.
async function holdMeeting(t) {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const studies = [await putStudy(meeting), await putStudy(meeting, { title: 'En annan studie' })]
  const round = await meeting.addNotes()
  const ballot = await meeting.addBallot(['ja', 'nej'])
  const people = await meeting.people(4)
  await answer(people[0], studies[0])
  await answer(people[1], studies[0])
  await answer(people[1], studies[1])
  await people[2].command('participant.consent', { rev: 1, consent: true })
  for (const [i, person] of people.entries()) {
    await putNote(person, round, `Lapp ${i}`)
    await putVote(person, ballot.id, ballot.choices[0].id, 1)
  }
  return { server, meeting, studies, round, ballot, people }
}

const textsOf = (record) => notesOf(record).map(({ text }) => text).sort()

test('a study\'s material is what was said under a yes to it, and its totals add up to the documentation\'s', async (t) => {
  const { server, meeting, studies } = await holdMeeting(t)
  const documentation = await lines(meeting)
  await meeting.close()
  const record = (study) => writtenLines(server.data, meeting.process, 'research', ...(study ? ['--study', study.id] : []))
  const first = await record(studies[0])
  assert.deepEqual(textsOf(first), ['Lapp 0', 'Lapp 1'])
  assert.equal(first[0].study, studies[0].id)
  assert.deepEqual(rowsOf(first, 'studies').map(({ study, version, text }) => [study, version, text]), [[studies[0].id, 1, studies[0].text]])
  assert.deepEqual(textsOf(await record(studies[1])), ['Lapp 1'])
  assert.deepEqual(textsOf(await record()), ['Lapp 2'])
  const totals = (rows) => rowsOf(rows, 'totals').map(({ included, withheld, ...of }) => ({ ...of, sum: included + withheld }))
  assert.deepEqual(totals(first), totals(documentation))
  const notes = rowsOf(first, 'totals').find(({ what }) => what === 'notes')
  assert.deepEqual([notes.total, notes.included, notes.withheld], [4, 2, 2])
  assert.equal(rowsOf(first, 'votes').length, 2)
})

test('reading a study\'s material is a grant of its own', async (t) => {
  const { meeting, studies } = await holdMeeting(t)
  const { server, cookie, process } = meeting
  const reader = await addAccount(server, cookie, 'Forskaren', 'researcher')
  const house = await Client.open(server, { cookie })
  await house.attend({ as: 'host' })
  const grant = (params) => house.command('grant.put', { account: reader.id, role: 'researcher', ...params })
  const ask = async (options, who = reader.cookie) => (await download({ ...meeting, cookie: who }, { view: 'research', ...options })).status
  assert.equal(await ask({}), 200, 'a researcher of the house reads what the process asked for')
  assert.equal(await ask({ study: studies[0].id }), 403, 'but no study')
  await grant({ granted: false })
  await grant({ process, study: studies[0].id })
  assert.equal(await refusal(grant({ study: studies[0].id })), 'bad_params', 'a study is in a process')
  assert.equal(await refusal(house.command('grant.put', { account: reader.id, role: 'facilitator', process, study: studies[0].id })), 'bad_params')
  const answered = await download({ ...meeting, cookie: reader.cookie }, { view: 'research', study: studies[0].id })
  assert.deepEqual(textsOf(parseLines(answered.text)), ['Lapp 0', 'Lapp 1'])
  assert.equal(await ask({ study: studies[1].id }), 403)
  assert.equal(await ask({}), 403)
  assert.equal(await ask({ view: 'documentation' }), 403)
  assert.equal(await ask({ view: 'documentation', study: studies[0].id }), 400)
  assert.equal(await ask({ study: studies[0].id }, cookie), 403, 'nor do hosts read it')
  const list = await Client.open(server, { cookie: reader.cookie })
  await list.attend({ as: 'host' })
  const { processes } = await list.request('house.list', {})
  assert.deepEqual(processes.map(({ process: id, roles, studies: of }) => [id, roles, of]), [[process, [], [studies[0].id]]])
  const { accounts } = await house.request('house.accounts', {})
  assert.deepEqual(accounts.find(({ account }) => account === reader.id).grants, [{ role: 'researcher', process, study: studies[0].id }])
  await grant({ process, study: studies[0].id, granted: false })
  assert.equal(await ask({ study: studies[0].id }), 403)
  await list.close()
  await house.close()
  await meeting.close()
})

test('an item of the programme names the studies that it is about', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const study = await putStudy(meeting)
  const item = { id: uuid(), base: 0, session: meeting.session, form: 'research', title: 'Om forskningen', studies: [study.id] }
  assert.equal(await refusal(meeting.host.command('item.put', { ...item, form: 'talk' })), 'wrong_form')
  assert.equal(await refusal(meeting.host.command('item.put', { ...item, studies: [uuid()] })), 'unknown_study')
  await meeting.host.command('item.put', item)
  const person = await meeting.person()
  const seen = await person.until((store) => store.find('item', item.id))
  assert.deepEqual([seen.form, seen.studies], ['research', [study.id]])
  await meeting.close()
})
