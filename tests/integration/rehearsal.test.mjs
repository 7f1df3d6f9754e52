// A rehearsal is wiped: from the store, from the house, and for all who are in it.
import test from 'node:test'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, uuid } from './support/client.mjs'
import { ask } from './support/http.mjs'
import { firstAdministrator, Meeting, profile, putNote, putVote, refusal } from './support/meeting.mjs'
import { runProgram, startServer } from './support/server.mjs'
import { change, events, query, storePath } from './support/store_file.mjs'

const REMOVED = 4004
const houseId = '686f7573-6500-4000-8000-73616d736b61' // the process under which the house is stored

async function openHouse(server, cookie) {
  const house = await Client.open(server, { cookie })
  await house.attend({ as: 'host' })
  return house
}

// A rehearsal with two rounds, people who have answered, and a big screen.
async function rehearse(server, { cookie, people = 3 } = {}) {
  const meeting = new Meeting(server, cookie ?? (await firstAdministrator(server)))
  meeting.house = await openHouse(server, meeting.cookie)
  await meeting.house.command('process.add', { id: meeting.process, profile: profile({ title: 'Hemlig prövning' }), rehearsal: true })
  await meeting.attend()
  meeting.session = await meeting.addSession({ title: 'Hemligt tillfälle' })
  meeting.link = await meeting.openJoining(meeting.session)
  const { seq } = meeting.host.store.find('process', meeting.process)
  await meeting.host.command('process.put', { base: seq, profile: profile({ title: 'Hemlig prövning igen' }) })
  const notes = await meeting.addNotes({ question: 'Hemlig fråga?' })
  const ballot = await meeting.addBallot(['Hemligt val', 'Hemligt annat'])
  const { token } = await meeting.host.command('display.add', { session: meeting.session })
  meeting.token = token
  meeting.screen = await Client.open(server)
  await meeting.screen.attend({ as: 'display', token })
  for (const person of await meeting.people(people, { name: 'Hemlig Person' })) {
    await putNote(person, notes, `Hemlig lapp ${uuid()}`)
    await putVote(person, ballot.id, ballot.choices[0].id, 2)
  }
  meeting.notes = notes
  return meeting
}

const holds = (server, text) => server.holding(Buffer.from(text)).length > 0

function everybody(meeting) {
  return [meeting.host, meeting.screen, ...meeting.clients]
}

async function listed(house) {
  return (await house.request('house.list')).processes
}

test('a rehearsal that is removed leaves no trace in the data folder, and nobody in it', async (t) => {
  const server = await startServer(t)
  const meeting = await rehearse(server)
  const { house, process, link, session } = meeting
  assert.equal((await listed(house))[0].rehearsal, true)
  for (const { store } of everybody(meeting)) assert.equal(store.find('process', process).rehearsal, true)
  const real = await Meeting.open(server, { cookie: meeting.cookie, about: { title: 'På riktigt' } })
  await real.person()
  assert.equal((await listed(house))[1].rehearsal, undefined)
  assert.equal(await refusal(house.command('process.remove', { process: real.process })), 'has_answers')
  await server.settled()
  assert.ok(holds(server, 'Hemlig'))

  const command = uuid()
  const closed = Promise.all(everybody(meeting).map((client) => client.closed))
  assert.deepEqual(await house.request('process.remove', { command, process }), { process })
  assert.ok(!holds(server, 'Heml'), 'with the answer it is gone')
  assert.ok(holds(server, 'På riktigt'))
  assert.deepEqual(await closed, everybody(meeting).map(() => REMOVED))

  assert.deepEqual(await house.request('process.remove', { command, process }), { process }, 'a repeat is answered alike')
  assert.equal(await refusal(house.command('process.remove', { process })), 'unknown_process')
  assert.equal(await refusal(house.command('process.add', { id: process, profile: profile() })), 'id_taken')
  assert.deepEqual((await listed(house)).map((row) => row.process), [real.process])
  const late = await Client.open(server)
  assert.equal(await refusal(late.join({ secret: link.secret })), 'wrong_code')
  assert.equal(await refusal(late.join({ code: link.code })), 'wrong_code')
  assert.equal(await refusal(late.join({ session, token: meeting.clients[0].token })), 'wrong_code')
  assert.equal(await refusal(late.attend({ as: 'display', token: meeting.token })), 'denied')
  const host = await Client.open(server, { cookie: meeting.cookie })
  assert.equal(await refusal(host.attend({ as: 'host', process })), 'unknown_process')
  const record = await ask(server, `/transcript/${process}`, { headers: { Cookie: meeting.cookie } })
  assert.equal(record.status >= 400, true)

  await server.stop()
  assert.ok(!holds(server, 'Heml'))
  const checked = await runProgram(['check', '--data', server.data])
  assert.equal(checked.status, 0, checked.stdout.toString())
  assert.ok(!checked.stdout.includes(process))
  const kinds = events(storePath(server), houseId).map(({ kind }) => kind)
  assert.ok(kinds.includes('process.remove'))
  const rows = query(storePath(server), `select * from event where process = '${process}' and (trim(body) <> '' or trim(actor) <> '')`)
  assert.deepEqual(rows, [])
  await server.start()
  const again = await openHouse(server, meeting.cookie)
  assert.deepEqual((await listed(again)).map((row) => row.process), [real.process])
  assert.equal(await refusal(again.command('process.add', { id: process, profile: profile() })), 'id_taken')
})

test('a rehearsal is not archived, and what is removed does not come back', async (t) => {
  const server = await startServer(t)
  const meeting = await rehearse(server)
  await server.stop()
  const out = `${server.data}/archive.zip`
  const archived = await runProgram(['archive', meeting.process, '--out', out, '--data', server.data])
  assert.notEqual(archived.status, 0)
  assert.match(archived.stderr, /rehearsal/)
  assert.ok(!server.files().some(({ path }) => path === out))

  // Another store has a process of the same id: it is not taken in where that id was spent.
  await server.start()
  const again = await openHouse(server, meeting.cookie)
  await again.command('process.remove', { process: meeting.process })
  await server.stop()
  const other = await startServer(t)
  const real = new Meeting(other, await firstAdministrator(other))
  real.process = meeting.process
  await real.addProcess()
  await other.stop()
  assert.equal((await runProgram(['archive', meeting.process, '--out', out, '--data', other.data])).status, 0)
  const imported = await runProgram(['import', out, '--data', server.data])
  assert.notEqual(imported.status, 0)
  assert.match(imported.stderr, /removed for good; nothing was changed/)
  assert.equal((await runProgram(['check', '--data', server.data])).status, 0)
})

test('a title that a killed server left is found by a check and emptied by a start', async (t) => {
  const server = await startServer(t)
  const meeting = await rehearse(server, { people: 1 })
  const { process } = meeting
  await meeting.house.command('process.remove', { process })
  await server.stop()
  const store = storePath(server)
  const put = (kind, body) =>
    change(store, `update event set redacted = 0, body = '${JSON.stringify(body)}' where process = '${houseId}' and kind = '${kind}'`)
  put('process.remove', { process })
  put('process.add', { process, title: 'Hemlig rest', rehearsal: true })
  const checked = await runProgram(['check', '--data', server.data])
  assert.notEqual(checked.status, 0)
  assert.match(checked.stdout.toString(), /holds the title of a process that was removed/)
  await server.start()
  for (let tries = 0; holds(server, 'Hemlig rest') && tries < 50; tries++) await sleep(100)
  assert.ok(!holds(server, 'Hemlig rest'))
  await server.stop()
  assert.equal((await runProgram(['check', '--data', server.data])).status, 0)
})

// Messages that are on their way at the same moment.
test('a removal in the middle of a storm of answers', async (t) => {
  const server = await startServer(t, { limits: { commands_per_second: 100_000, commands_burst: 100_000 } })
  const meeting = await rehearse(server, { people: 6 })
  const closed = Promise.all(everybody(meeting).map((client) => client.closed))
  const storm = meeting.clients.flatMap((person) =>
    Array.from({ length: 50 }, () => putNote(person, meeting.notes, `Hemlig storm ${uuid()}`).catch((error) => error)),
  )
  const record = ask(server, `/transcript/${meeting.process}`, { headers: { Cookie: meeting.cookie } })
  await meeting.house.command('process.remove', { process: meeting.process })
  assert.deepEqual(await closed, everybody(meeting).map(() => REMOVED))
  await Promise.all(storm)
  assert.ok([200, 403, 404].includes((await record).status), 'made in time, or refused; never a part')
  assert.ok(!holds(server, 'Heml'))
})

// The limit stands in for a full disk, which sends no signal.
const unsignalled = ['bash', '-c', 'trap "" XFSZ; exec "$@"', 'bash']

function limitFiles(server, size) {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(server.child.pid), `--fsize=${size}:unlimited`], { encoding: 'utf8' })
  assert.equal(status, 0, stderr)
}

test('on a full disk all is there still, and later it is gone', async (t) => {
  const server = await startServer(t, { wrap: unsignalled })
  const meeting = await rehearse(server)
  await server.settled()
  const wal = server.files().find(({ path }) => path.endsWith('-wal'))
  limitFiles(server, statSync(wal.path).size)
  const command = uuid()
  const { house, process } = meeting
  const remove = () => house.request('process.remove', { command, process })
  assert.equal(await refusal(remove()), 'not_stored')
  assert.equal((await listed(house)).length, 1)
  assert.ok(holds(server, 'Hemlig lapp'))
  assert.equal(meeting.clients[0].closeCode, undefined)
  limitFiles(server, 'unlimited')
  for (let tries = 0; (await listed(house)).length > 0 && tries < 50; tries++) {
    await remove().catch((error) => assert.equal(error.reason, 'not_stored'))
    await sleep(100)
  }
  assert.deepEqual(await listed(house), [])
  assert.ok(!holds(server, 'Heml'))
})

test('a server that is killed in the middle has removed all or nothing', async (t) => {
  const server = await startServer(t)
  const cookie = await firstAdministrator(server)
  for (const after of [0, 2, 5, 10]) {
    const meeting = await rehearse(server, { cookie })
    const answered = meeting.house.command('process.remove', { process: meeting.process }).then(
      () => true,
      () => false,
    )
    await sleep(after)
    await server.kill()
    const told = await answered
    await server.start()
    const house = await openHouse(server, cookie)
    const there = (await listed(house)).some((row) => row.process === meeting.process)
    assert.ok(!(told && there), 'what was answered is so')
    assert.equal(holds(server, 'Heml'), there)
    if (there) await house.command('process.remove', { process: meeting.process })
    assert.ok(!holds(server, 'Heml'))
    await house.close()
  }
  await server.stop()
  assert.equal((await runProgram(['check', '--data', server.data])).status, 0)
})
