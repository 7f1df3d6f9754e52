// Kinds of rounds beside notes and ballots, and those without a device: scales, diaries, support, paper notes, raised hands.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Client, uuid } from './support/client.mjs'
import { Meeting, putNote, putVote, refusal } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'
import { writtenLines } from './support/transcript.mjs'

async function openDisplay(meeting) {
  const display = await Client.open(meeting.server)
  const { token } = await meeting.host.command('display.add', { session: meeting.session })
  await display.attend({ as: 'display', token })
  return display
}

const heardOf = (client, kind) => client.received.some((message) => message.includes(`"kind":"${kind}"`))

async function addScale(meeting, { result = 'open', ...more } = {}) {
  const statements = ['Vi möts över gränserna', 'Vi provar i liten skala'].map((text, i) => ({ id: uuid(), text, key: `delmal-${i + 1}` }))
  const scale = { statements, steps: 5, low: 'inte alls', high: 'helt', result }
  const id = await meeting.addRound({ form: 'scale', question: 'Hur går det för oss?', visibility: 'own', scale, ...more })
  return { id, statements }
}

const putAnswer = (client, round, statement, value, rev = 1) => client.command('answer.put', { round, statement, rev, value })

test('a scale says what many have answered, and withholds what a few have', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { id, statements } = await addScale(meeting)
  const people = await meeting.people(10)
  const [first, second] = statements
  for (const [i, person] of people.entries()) await putAnswer(person, id, first.id, 1 + (i % 2))
  const { entity } = await putAnswer(people[0], id, second.id, 5)
  assert.deepEqual(entity.statements.map(({ value, rev }) => [value, rev]), [[1, 1], [5, 1]])
  assert.equal(await refusal(putAnswer(people[0], id, second.id, 6, 2)), 'wrong_form')
  assert.equal(await refusal(putAnswer(people[0], id, uuid(), 1)), 'unknown_statement')
  assert.equal(await refusal(putAnswer(people[0], id, second.id, 4)), 'stale')
  for (const client of [meeting.host, people[4]]) {
    const tally = await client.until(
      (store) => store.find('scale_tally', id)?.statements?.[1].answered === 1 && store.find('scale_tally', id), 'the tally')
    assert.equal(tally.answered, 10)
    assert.equal(tally.statements[0].answered, 10)
    assert.deepEqual(tally.statements[0].counts, [3, 2, 0, 0, 0], 'the last five are held back')
    assert.equal(tally.statements[1].counts, undefined, 'one is few')
  }
  const again = await meeting.person({ token: people[0].token, author_secret: people[0].authorSecret })
  assert.equal(again.joined.own.find(({ kind }) => kind === 'answers').statements[1].value, 5)
  await meeting.closeRound(id)
  await people[4].until((store) => store.find('scale_tally', id).statements[0].counts.join() === '5,5,0,0,0', 'all of them')
  assert.equal(await refusal(putAnswer(people[1], id, second.id, 2)), 'closed')
  await meeting.settleAll()
  await meeting.close()
})

test("a scale's hidden result is in no payload until it is closed", async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { id, statements } = await addScale(meeting, { result: 'hidden' })
  const display = await openDisplay(meeting)
  const people = await meeting.people(5)
  for (const person of people) await putAnswer(person, id, statements[0].id, 4)
  for (const client of [...people, display]) {
    await client.settle()
    assert.ok(!heardOf(client, 'scale_tally'))
  }
  await meeting.host.settle()
  assert.equal(meeting.host.store.find('scale_tally', id).statements, undefined)
  await meeting.closeRound(id)
  for (const client of [...people, display])
    await client.until((store) => store.find('scale_tally', id)?.statements?.[0].counts?.[3] === 5, 'the result')
  await display.close()
  await meeting.close()
})

const putEntry = (client, round, more = {}) =>
  client.command('diary.put', { id: uuid(), round, rev: 1, about: 'observation', day: new Date().toISOString().slice(0, 10), text: 'Vi väntade', ...more })

test('a diary goes on in the next meeting, also for those who come there first', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const rounds = await Promise.all(
    ['linked', 'anonymous'].map((authorship) => meeting.addRound({ form: 'diary', question: authorship, visibility: 'own', authorship, homework: true })),
  )
  const session = uuid()
  await meeting.host.command('session.put', { id: session, base: 0, title: 'Nästa träff' })
  const { secret } = await meeting.openJoining(session)
  const person = await meeting.person({ secret })
  for (const round of rounds) {
    const id = uuid()
    await person.until((store) => store.find('round', round), 'the diary')
    await putEntry(person, round, { id })
    await meeting.host.until((store) => store.find('diary', id), 'the entry')
  }
  await meeting.close()
})

test('a diary is between its author and the organisers; the room sees its pattern once five have written', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { host } = meeting
  const round = await meeting.addRound({ form: 'diary', question: 'Vad lade du märke till?', visibility: 'own', authorship: 'linked' })
  const display = await openDisplay(meeting)
  const people = await meeting.people(6)
  const id = uuid()
  await putEntry(people[0], round, { id, tags: 'möte, tid' })
  assert.equal(await refusal(putEntry(people[0], round, { day: '2026-02-30' })), 'bad_time')
  assert.equal(await refusal(putEntry(people[0], round, { text: ' ' })), 'empty')
  assert.equal(await refusal(putEntry(people[1], round, { id, rev: 2 })), 'id_taken')
  await host.until((store) => store.find('diary', id)?.tags === 'möte, tid', 'the entry')
  const { seq } = await host.command('diary.answer', { id, text: 'Tack, vi tar upp det' })
  await people[0].until((store) => store.findOwn('diary', id)?.answer === 'Tack, vi tar upp det', 'the answer')
  assert.equal(await refusal(host.command('diary.answer', { id, base: seq - 1, text: 'Nej' })), 'stale')
  assert.equal(await refusal(people[0].command('diary.answer', { id, base: seq, text: 'Nej' })), 'denied')
  await host.command('round.reveal', { id: round })
  for (const person of people.slice(1, 4)) await putEntry(person, round, { about: 'action', tags: 'Möte' })
  await host.until((store) => store.find('diary_pattern', round)?.weeks?.[0].action === 3, 'the pattern')
  for (const client of [people[5], display]) {
    await client.settle()
    assert.ok(!heardOf(client, 'diary_pattern'), 'four are few')
  }
  await putEntry(people[4], round, { about: 'reflection', tags: 'möte,egna ord' })
  for (const client of [people[5], display]) {
    const pattern = await client.until((store) => store.find('diary_pattern', round), 'the pattern')
    assert.match(pattern.weeks[0].week, /^\d{4}-W\d\d$/)
    assert.deepEqual([pattern.weeks[0].observation, pattern.weeks[0].action, pattern.weeks[0].reflection], [1, 3, 1])
    assert.deepEqual(pattern.tags, [{ tag: 'möte', count: 5 }], 'what one alone wrote is not shown')
    assert.ok(!heardOf(client, 'diary'), 'no entry was sent')
  }
  await meeting.closeRound(round)
  assert.equal(await refusal(putEntry(people[0], round)), 'closed')
  await display.close()
  await meeting.settleAll()
  await meeting.close()
})

test('others support a question, and nobody learns who', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const round = await meeting.addNotes({ notes: { supports: true } })
  const [maj, ove, kim] = await meeting.people(3)
  const note = uuid()
  await putNote(maj, round, 'Vem betalar?', { id: note })
  const support = (client, rev, on = true) => client.command('note.support', { note, rev, on })
  const { entity } = await support(ove, 1)
  assert.deepEqual([entity.kind, entity.id, entity.notes, entity.rev], ['supports', round, [note], 1])
  await support(kim, 1)
  assert.equal(await refusal(support(maj, 1)), 'denied')
  assert.equal(await refusal(support(ove, 1, false)), 'stale')
  assert.equal(await refusal(ove.command('note.support', { note: uuid(), rev: 1 })), 'unknown_note')
  for (const client of [meeting.host, maj, ove]) await client.until((store) => store.find('note', note)?.supports === 2, 'the support')
  await support(kim, 2, false)
  await maj.until((store) => store.find('note', note).supports === 1, 'less support')
  for (const client of [meeting.host, maj]) assert.ok(!heardOf(client, 'supports'))
  await meeting.closeRound(round)
  assert.equal(await refusal(support(kim, 3)), 'closed')
  await meeting.settleAll()
  await meeting.close()
})

const enterNote = (host, round, person, text, more = {}) => host.command('note.enter', { id: uuid(), round, person, rev: 1, text, ...more })

test('paper notes and raised hands count, and stand in the documentation and not in research material', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { host } = meeting
  const round = await meeting.addNotes({ notes: { fields: 1 } })
  const { id: ballot, choices } = await meeting.addBallot(['Närhet', 'Trygghet'], { budget: 2, cap: 1 })
  const people = await meeting.people(2)
  for (const person of people) {
    await person.command('participant.consent', { rev: 1, consent: true })
    await putNote(person, round, 'trygghet')
    await putVote(person, ballot, choices[1].id, 1)
  }
  const [anna, bo] = [uuid(), uuid()]
  const { entity } = await enterNote(host, round, anna, 'trygghet')
  assert.equal(entity.entered, true)
  await enterNote(host, round, anna, 'närhet')
  await enterNote(host, round, bo, 'närhet')
  assert.equal(await refusal(enterNote(people[0], round, anna, 'närhet')), 'denied')
  await host.command('hands.put', { round: ballot, base: 0, people: 7, choices: [{ id: choices[0].id, votes: 6 }] })
  assert.equal(await refusal(host.command('hands.put', { round: ballot, base: 0, people: 1 })), 'stale')
  const tally = await people[0].until((store) => store.find('tally', ballot)?.hands === 7 && store.find('tally', ballot), 'the hands')
  assert.deepEqual([tally.voters, tally.votes, tally.choices[0].votes, tally.choices[0].hands], [9, 8, 6, 6])
  await people[0].settle()
  assert.ok(!heardOf(people[0], 'hands'))
  assert.ok(!people[0].received.some((message) => message.includes('"entered":true')), 'nobody is marked in an anonymous round')

  const list = uuid()
  await host.command('words.put', { id: list, base: 0, title: 'Värdeord', rounds: [round], shown: true })
  const persons = (store, word) => store.find('words', list)?.words?.find(({ label }) => label === word)?.persons
  await host.until((store) => persons(store, 'trygghet') === 3 && persons(store, 'närhet') === 2, 'words count persons')
  await meeting.closeRound(ballot)
  assert.equal(await refusal(host.command('hands.put', { round: ballot, base: tally.seq, people: 1 })), 'closed')
  await meeting.closeRound(round)
  await enterNote(host, round, bo, 'enkelhet')

  const record = (view) => writtenLines(meeting.server.data, meeting.process, view)
  const [documentation, research] = [await record('documentation'), await record('research')]
  const total = (rows, what, where) => rows.find((row) => row.table === 'totals' && row.what === what && row.round === where)
  for (const [what, where, all] of [['notes', round, 6], ['votes', ballot, 8], ['voters', ballot, 9]]) {
    assert.deepEqual([total(documentation, what, where).total, total(documentation, what, where).included], [all, all])
    assert.deepEqual([total(research, what, where).total, total(research, what, where).included], [all, 2])
  }
  assert.equal(documentation.filter(({ table }) => table === 'notes').length, 6)
  assert.equal(documentation.find((row) => row.table === 'votes' && row.text === 'Närhet').hands, 6)
  assert.equal(research.filter(({ table }) => table === 'notes').length, 2)
  await meeting.close()
})

test('all of it is there again when the server starts anew', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const { host } = meeting
  const notes = await meeting.addNotes({ notes: { supports: true } })
  const { id: scale, statements } = await addScale(meeting)
  const diary = await meeting.addRound({ form: 'diary', question: 'Vad lade du märke till?', visibility: 'own' })
  const { id: ballot, choices } = await meeting.addBallot(['Närhet', 'Trygghet'])
  const person = await meeting.person()
  const { entity } = await enterNote(host, notes, uuid(), 'Från papper')
  await person.until((store) => store.find('note', entity.id), 'the note')
  await person.command('note.support', { note: entity.id, rev: 1 })
  await putAnswer(person, scale, statements[0].id, 3)
  await putEntry(person, diary)
  const { seq } = await host.command('hands.put', { round: ballot, base: 0, people: 3, choices: [{ id: choices[1].id, votes: 2 }] })
  await host.until((store) => store.seq >= seq, 'all of it')
  const before = await host.settle()
  await server.stop()
  await server.start()
  await meeting.attendAgain()
  assert.equal((await meeting.host.settle()).digest, before.digest)
  const again = await meeting.person({ token: person.token, author_secret: person.authorSecret })
  assert.deepEqual([...new Set(again.joined.own.map(({ kind }) => kind))].sort(), ['answers', 'diary', 'participant', 'supports'])
  await again.close()
  await meeting.host.close()
})
