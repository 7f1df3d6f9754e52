// Coming again: after a drop, from any seq, from another epoch, after the process left memory.
import test from 'node:test'
import assert from 'node:assert/strict'
import { uuid } from './support/client.mjs'
import { ask } from './support/http.mjs'
import { Meeting, putNote } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'
import { Store } from './support/store.mjs'

// What a device keeps when its connection is gone.
function keep({ token, authorSecret, store }) {
  const kept = new Store()
  Object.assign(kept, { shared: new Map(store.shared), own: new Map(store.own), seq: store.seq, epoch: store.epoch })
  return { token, authorSecret, store: kept }
}

function comeAgain(meeting, { token, authorSecret, store }) {
  return meeting.person({ token, author_secret: authorSecret, seq: store.seq, ...(store.epoch ? { epoch: store.epoch } : {}) }, { store })
}

function saidFull(client) {
  return client.received.some((message) => message.includes('"full":true'))
}

test('a reveal reaches clients at any seq', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const round = await meeting.addNotes({ visibility: 'own' })
  const person = await meeting.person()
  const kept = [keep(await meeting.person())]
  for (let i = 0; i < 8; i++) {
    await putNote(person, round, `lapp ${i}`)
    kept.push(keep(await meeting.person()))
  }
  await meeting.host.command('round.reveal', { id: round })
  kept.push(keep(await meeting.person()))
  const digests = new Set()
  for (const device of kept) {
    const client = await comeAgain(meeting, device)
    digests.add((await client.settle()).digest)
    assert.equal(client.store.notes(round).length, 8)
    assert.ok(!saidFull(client), 'it gets what changed, not all')
  }
  assert.equal(digests.size, 1)
  await meeting.close()
})

test('what went away while nobody looked is gone when they look again', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const round = await meeting.addNotes()
  const person = await meeting.person()
  const { entity } = await putNote(person, round, 'Försvinner')
  const away = await meeting.person()
  await away.settle()
  const device = keep(away)
  await away.drop()
  await person.command('note.remove', { id: entity.id, rev: 2 })
  await putNote(person, round, 'Ny')
  const again = await comeAgain(meeting, device)
  await again.settle()
  assert.deepEqual(again.store.notes(round).map(({ text }) => text), ['Ny'])
  await meeting.close()
})

test('an unknown epoch, or a seq from the future, begins anew', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const round = await meeting.addNotes()
  const person = await meeting.person()
  await putNote(person, round, 'Finns')
  for (const change of [{ epoch: uuid() }, { seq: 1_000_000 }, { epoch: uuid(), seq: 0 }]) {
    const device = keep(person)
    device.store.shared.set('note x', { kind: 'note', id: 'x', seq: 1 })
    Object.assign(device.store, change)
    const again = await comeAgain(meeting, device)
    await again.settle()
    assert.ok(saidFull(again), JSON.stringify(change))
    assert.equal(again.store.shared.has('note x'), false)
  }
  await meeting.close()
})

test('a process that left memory is there again for who comes', async (t) => {
  const server = await startServer(t, { limits: { idle: 1000 } })
  const meeting = await Meeting.open(server)
  const round = await meeting.addNotes()
  const person = await meeting.person()
  await putNote(person, round, 'Väntar')
  await person.settle()
  const device = keep(person)
  await meeting.close()
  const isAway = async () => /^samskap_processes_live 0$/m.test((await ask(server, '/metrics')).text)
  for (let tries = 0; tries < 100 && !(await isAway()); tries++) await new Promise((resolve) => setTimeout(resolve, 100))
  assert.ok(await isAway(), 'it has left memory')
  const again = await comeAgain(meeting, device)
  await putNote(again, round, 'Tillbaka')
  await again.settle()
  assert.equal(again.store.notes(round).length, 2)
  await again.close()
})

test("one person's devices tell each other", async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const round = await meeting.addNotes({ visibility: 'own' })
  const { id, choices } = await meeting.addBallot(['ja', 'nej'], { result: 'hidden' })
  const phone = await meeting.person()
  const laptop = await meeting.person({ token: phone.token, author_secret: phone.authorSecret })
  const { entity } = await putNote(phone, round, 'Från telefonen')
  await laptop.until((store) => store.findOwn('note', entity.id)?.text === 'Från telefonen')
  await laptop.command('note.put', { id: entity.id, round, rev: 2, text: 'Från datorn' })
  await phone.until((store) => store.findOwn('note', entity.id)?.text === 'Från datorn')
  await laptop.command('vote.put', { round: id, choice: choices[0].id, rev: 1, votes: 2 })
  await phone.until((store) => store.findOwn('votes', id)?.choices?.[0].votes === 2)
  await meeting.settleAll()
  await meeting.close()
})

test('who is there is told to the host, and to participants from twelve on', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const people = await meeting.people(11)
  await meeting.host.until((store) => store.now?.present === 11, 'eleven are present')
  assert.ok(people.every(({ store }) => store.now?.present === undefined))
  const { code, secret } = meeting.link
  assert.deepEqual(meeting.host.store.now.sessions, [{ session: meeting.session, present: 11, code, secret }])
  const twelfth = await meeting.person()
  for (const client of [...people, twelfth]) await client.until((store) => store.now?.present === 12, 'twelve are present')
  assert.ok(people.every(({ received }) => !received.some((message) => message.includes(meeting.link.secret))))
  const round = await meeting.addNotes()
  await twelfth.request('writing', { round })
  await meeting.host.until((store) => store.now?.writing?.[0]?.count === 1, 'one is writing')
  await twelfth.drop()
  await meeting.host.until((store) => store.now?.present === 11, 'one has left')
  await meeting.close()
})

test('when the server stops, it asks its clients to come again', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const person = await meeting.person()
  await server.stop()
  assert.equal(await person.closed, 1012)
  await server.start()
  const again = await comeAgain(meeting, keep(person))
  await again.settle()
  assert.ok(!saidFull(again), 'the epoch is the same')
  await again.close()
})
