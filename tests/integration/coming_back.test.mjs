// People over several sessions of a process: those who come back, by themselves or to another phone, those who come by a
// slip, where they sit, and what they mean to do next.
import test from 'node:test'
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { Client, secret, uuid } from './support/client.mjs'
import { Meeting, putNote, refusal } from './support/meeting.mjs'
import { makeFolder, runProgram, Server, startServer } from './support/server.mjs'
import { events, storePath } from './support/store_file.mjs'

function device() {
  return { token: secret(), author_secret: secret() }
}

// Somebody at a session, by what only the device says: { session, way? }.
async function come(meeting, way, { token, author_secret } = device()) {
  const client = await Client.open(meeting.server)
  client.token = token
  const joined = await client.join({ ...way, token, author_secret })
  client.participant = joined.participant
  await client.until((store) => store.syncs > 0 && !store.more, 'the first sync')
  meeting.clients.push(client)
  return client
}

const refused = (meeting, way, who) => refusal(come(meeting, way, who))

test('who has been to one session comes to the next by it alone', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const person = await meeting.person()
  const who = { token: person.token, author_secret: person.authorSecret }
  const session = await meeting.addSession({ title: 'Andra tillfället' })
  assert.equal(await refused(meeting, { session }, who), 'wrong_code', 'it has no way in yet')
  await meeting.openJoining(session)
  assert.equal(await refused(meeting, { session }), 'wrong_code', 'who is not known')
  const again = await come(meeting, { session }, who)
  assert.equal(again.participant, person.participant)
  assert.deepEqual(again.store.findOwn('participant', again.participant).sessions, [meeting.session, session])
  await meeting.openJoining(session, { open: false })
  assert.equal((await come(meeting, { session }, who)).participant, person.participant)
  const other = await meeting.person()
  assert.equal(await refused(meeting, { session }, { token: other.token, author_secret: other.authorSecret }), 'joining_closed')
  await meeting.close()
})

test('a return link moves somebody to another phone, with all but what is anonymous', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { session } = meeting
  const named = await meeting.addNotes({ authorship: 'named' })
  const anonymous = await meeting.addNotes()
  const person = await meeting.person({ name: 'Kim' })
  const { entity: signed } = await putNote(person, named, 'Mitt namn på det')
  const { entity: unsigned } = await putNote(person, anonymous, 'Utan namn')
  const way = secret()
  const made = await person.command('way.put', { secret: way })
  const phone = device()
  const moved = await come(meeting, { session, way }, phone)
  assert.equal(moved.participant, person.participant)
  const movedAt = (client) => client.store.findOwn('participant', person.participant).moved ?? 0
  await person.until(() => movedAt(person) > made.seq, 'the old phone is told that its link is used up')
  assert.equal(movedAt(moved), movedAt(person))
  assert.ok(moved.store.findOwn('note', signed.id), 'what is theirs by name came along')
  assert.ok(!moved.store.findOwn('note', unsigned.id), 'the new phone is another author there')
  assert.equal(await refused(meeting, { session, way }), 'wrong_code')
  assert.equal((await come(meeting, { session, way }, phone)).participant, person.participant, 'sent twice')
  await moved.command('note.put', { id: signed.id, round: named, rev: 2, text: 'Ändrat på nya telefonen' })
  await person.until((store) => store.findOwn('note', signed.id)?.rev === 2, 'the old phone is told')
  await meeting.close()
})

test('slips make people whom nobody can tell by their slip', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { session, host } = meeting
  const secrets = Array.from({ length: 100 }, secret)
  const made = await host.command('slips.put', { session, secrets })
  assert.deepEqual([made.entity.made, made.entity.used ?? 0], [100, 0])
  const people = []
  for (const way of secrets.slice(0, 3)) people.push(await come(meeting, { session, way }))
  assert.equal(new Set(people.map(({ participant }) => participant)).size, 3)
  await host.until((store) => store.find('slips', session)?.used === 3, 'three are used')
  assert.equal(await refused(meeting, { session, way: secrets[0] }), 'wrong_code')
  const more = { session, secrets: [...secrets, secret()] }
  assert.equal(await refusal(host.command('slips.put', more, { checked: false })), 'bad_params', 'a hundred at once')
  const [person] = people
  assert.ok(!person.received.some((text) => text.includes('"slips"')), 'participants are told nothing')
  await meeting.settleAll([...people, host])
  await meeting.close()
})

// A roster, a link, slips and steps, with undone, superseded and refused ones among them.
async function holdProcess(t) {
  const meeting = await Meeting.open(await startServer(t))
  const { host, session } = meeting
  const person = await meeting.person({ name: 'Kim' })
  const [seat, holding, step] = [uuid(), uuid(), uuid()]
  await host.command('seat.put', { id: seat, base: 0, title: 'Enhetschef', position: 1 })
  const { entity } = await host.command('holding.put', { id: holding, base: 0, seat, name: 'Robin Först' })
  await host.command('holding.put', { id: holding, base: entity.seq, seat, name: 'Robin Sedan', deputy: true })
  await person.command('participant.put', { rev: 2, name: 'Kim', seat, deputy: true })
  await person.command('step.put', { id: step, rev: 1, session, text: 'Ringer grannkommunen' })
  await person.command('step.put', { id: step, rev: 2, session, text: 'Mejlar grannkommunen', shared: true })
  const secrets = [secret(), secret(), secret()]
  await person.command('way.put', { secret: secrets[0] })
  await host.command('slips.put', { session, secrets: secrets.slice(1) })
  const phone = device()
  await come(meeting, { session, way: secrets[0] }, phone)
  const fresh = device()
  await come(meeting, { session, way: secrets[1] }, fresh)
  return { meeting, person, seat, holding, step, secrets: [...secrets, phone.token, fresh.token, person.token] }
}

test('where people sit, and what they mean to do, is seen by those whom it is for', async (t) => {
  const { meeting, person, seat, holding, step } = await holdProcess(t)
  const { host } = meeting
  const other = meeting.clients.at(-1)
  await other.until((store) => store.find('step', step), 'a step that is shared')
  assert.equal(other.store.find('step', step).name, 'Kim')
  assert.equal(other.store.find('seat', seat).title, 'Enhetschef')
  assert.equal(other.store.find('holding', holding), undefined)
  await host.until((store) => store.find('participant', person.participant)?.deputy, 'a deputy')
  assert.equal(host.store.find('holding', holding).name, 'Robin Sedan')
  assert.equal(await refusal(host.command('seat.put', { id: seat, base: host.store.find('seat', seat).seq, title: 'Bort', removed: true })), 'has_answers')
  await person.command('step.put', { id: step, rev: 3, text: 'Mejlar grannkommunen' })
  await other.until((store) => !store.find('step', step), 'it is theirs alone again')
  assert.equal(person.store.findOwn('step', step).text, 'Mejlar grannkommunen')
  await meeting.settleAll([host, person, other])
  await meeting.close()
})

test('the journal holds no secret, nor what was superseded, and moves as an archive', async (t) => {
  const { meeting, secrets } = await holdProcess(t)
  const { server, process } = meeting
  const kept = () => JSON.stringify(events(storePath(server), process))
  await meeting.close()
  for (let tries = 0; tries < 50 && /Robin Först|Ringer grannkommunen/.test(kept()); tries++)
    await new Promise((resolve) => setTimeout(resolve, 100))
  await server.stop()
  const journal = kept()
  for (const text of [...secrets, 'Robin Först', 'Ringer grannkommunen']) assert.ok(!journal.includes(text), text)
  assert.ok(journal.includes('Robin Sedan') && journal.includes('Mejlar grannkommunen'))

  const check = async (data) => {
    const { status, stdout, stderr } = await runProgram(['check', '--data', data])
    assert.equal(status, 0, stderr.toString())
    return stdout.toString().split('\n').find((line) => line.includes(process)).match(/\b[0-9a-f]{64}\b/)[0]
  }
  const file = join(server.data, 'process.zip')
  assert.equal((await runProgram(['archive', process, '--data', server.data, '--out', file])).status, 0)
  const other = new Server({ data: makeFolder() })
  t.after(() => other.removeData())
  const imported = await runProgram(['import', file, '--data', other.data])
  assert.equal(imported.status, 0, imported.stderr.toString())
  assert.equal(await check(other.data), await check(server.data))
})

test('after a restart everybody is who they were', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { server, session } = meeting
  const person = await meeting.person()
  const [way, later] = [secret(), secret()]
  const phone = device()
  await person.command('way.put', { secret: way })
  await come(meeting, { session, way }, phone)
  await person.command('way.put', { secret: later })
  await meeting.close()
  await server.stop()
  await server.start()
  assert.equal((await come(meeting, { session }, phone)).participant, person.participant)
  assert.equal(await refused(meeting, { session, way }), 'wrong_code', 'used up before')
  const again = await come(meeting, { session, way: later })
  assert.equal(again.participant, person.participant)
  for (const client of meeting.clients) await client.close()
})
