// What the data folder tells about who wrote what in anonymous rounds.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Client, uuid } from './support/client.mjs'
import { Meeting, putNote, putVote } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'
import { events, storePath } from './support/store_file.mjs'

const PEOPLE = 6

// Everybody writes in three rounds and votes in one, in an order that tells nothing.
async function holdMeeting(t) {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const people = await meeting.people(PEOPLE, { name: 'Anonym Deltagarsson' })
  const rounds = []
  for (const question of ['Första frågan', 'Andra frågan', 'Tredje frågan']) rounds.push(await meeting.addNotes({ question }))
  const ballot = await meeting.addBallot(['ja', 'nej'])
  const named = await meeting.addNotes({ question: 'Med namn', authorship: 'named' })
  for (const round of rounds) for (const person of people) await putNote(person, round, 'Ett svar')
  for (const person of people) await putVote(person, ballot.id, ballot.choices[0].id, 1)
  await putNote(people[0], named, 'Jag står för det')
  for (const round of rounds) await meeting.closeRound(round)
  await meeting.close()
  await server.stop()
  return { server, meeting, people, rounds: [...rounds, ballot.id], named }
}

test('the data folder does not link anonymous authors across rounds', async (t) => {
  const { server, meeting, people, rounds, named } = await holdMeeting(t)
  const journal = events(storePath(server), meeting.process)
  const written = journal.filter(({ kind }) => kind === 'note.put' || kind === 'vote.put')
  const scopesOf = new Map()
  for (const { actor, body } of written) {
    if (body.round === named) {
      assert.match(actor, /^participant:/, 'who writes under a name is known')
      continue
    }
    assert.match(actor, /^author:[0-9a-f]{32}$/)
    scopesOf.set(actor, (scopesOf.get(actor) ?? new Set()).add(body.round))
  }
  for (const [actor, scopes] of scopesOf) assert.equal(scopes.size, 1, `${actor} is in one round only`)
  for (const round of rounds) {
    const authors = new Set(written.filter(({ body }) => body.round === round).map(({ actor }) => actor))
    assert.equal(authors.size, PEOPLE, 'persons can be counted')
  }
  const participants = new Set(people.map(({ participant }) => participant.replaceAll('-', '')))
  for (const actor of scopesOf.keys()) assert.ok(!participants.has(actor.split(':')[1]), 'an author is no participant')
})

test('in anonymous rounds the time is the opening of the round', async (t) => {
  const { server, meeting, rounds } = await holdMeeting(t)
  const journal = events(storePath(server), meeting.process)
  for (const round of rounds) {
    const opening = journal.find(({ kind, body }) => kind === 'round.open' && body.id === round)
    const written = journal.filter(({ kind, body }) => /^(note|vote)\.put$/.test(kind) && body.round === round)
    assert.ok(written.length >= PEOPLE)
    for (const { at } of written) assert.equal(at, opening.at)
  }
})

test('who comes to lead behind the reveal is not told in which order people wrote', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const round = await meeting.addNotes({ question: '?' })
  const written = []
  for (const person of await meeting.people(8)) {
    for (const text of ['Först', 'Sedan']) written.push((await putNote(person, round, text)).entity.id)
  }
  await meeting.closeRound(round)
  await meeting.host.command('round.reveal', { id: round, revealed: true })
  const other = await Client.open(meeting.server, { cookie: meeting.cookie })
  await other.attend({ as: 'host', process: meeting.process })
  const notes = await other.until((store) => store.all('note').length === written.length && store.all('note'))
  const told = notes.map(({ id, turn, seq }) => ({ id, turn: turn ?? 0, seq }))
  assert.deepEqual(told.map(({ id }) => id), told.toSorted((a, b) => a.turn - b.turn || (a.id < b.id ? -1 : 1)).map(({ id }) => id))
  assert.equal(new Set(told.map(({ seq }) => seq)).size, 1, 'all changed when they were revealed')
  for (const note of notes) assert.ok(!('at' in note) && !('created_at' in note), 'and no note has a time')
  await other.close()
  await meeting.close()
})

test('tokens and author secrets stand in no byte of the data folder', async (t) => {
  const { server, people, meeting } = await holdMeeting(t)
  const cookie = meeting.cookie.split('=')[1]
  for (const secret of [...people.flatMap(({ token, authorSecret }) => [token, authorSecret]), cookie]) {
    assert.deepEqual(server.holding(Buffer.from(secret)), [])
    assert.deepEqual(server.holding(Buffer.from(secret, 'hex')), [])
  }
  assert.ok(server.holding(Buffer.from('Ett svar')).length > 0, 'the search finds what is there')
})

test('rounds that are counted together know their authors together, and only those', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const scope = uuid()
  const together = [
    await meeting.addNotes({ scope, open: false }),
    await meeting.addNotes({ scope, question: 'Och mer?', open: false }),
  ]
  for (const id of together) await meeting.host.command('round.open', { id })
  const alone = await meeting.addNotes({ question: 'För sig' })
  const people = await meeting.people(3)
  for (const round of [...together, alone]) for (const person of people) await putNote(person, round, 'Svar')
  assert.ok(together.every((id) => meeting.host.store.find('round', id).counted_together), 'the promise says so')
  await meeting.close()
  await server.stop()
  const written = events(storePath(server), meeting.process).filter(({ kind }) => kind === 'note.put')
  const authors = (round) => [...new Set(written.filter(({ body }) => body.round === round).map(({ actor }) => actor))].sort()
  assert.deepEqual(authors(together[0]), authors(together[1]))
  assert.equal(authors(alone).length, 3)
  assert.ok(!authors(alone).some((author) => authors(together[0]).includes(author)))
})

test('one device in two processes is not known by the same token', async (t) => {
  const server = await startServer(t)
  const first = await Meeting.open(server)
  const second = await Meeting.open(server, { cookie: first.cookie })
  const person = await first.person()
  const device = { token: person.token, author_secret: person.authorSecret }
  assert.notEqual((await second.person(device)).participant, person.participant)
  assert.equal((await first.person(device)).participant, person.participant, 'within one it is the same')
  await first.close()
  await second.close()
  await server.stop()
  const hashes = [first, second].map(({ process }) =>
    events(storePath(server), process).filter(({ kind }) => kind === 'participant.join').map(({ body }) => body.token_hash))
  assert.deepEqual(hashes.map((list) => list.length), [1, 1])
  assert.notEqual(hashes[0][0], hashes[1][0])
})
