// Moving and keeping: archive, import, backup, check.
import test from 'node:test'
import assert from 'node:assert/strict'
import { openSync, closeSync, writeSync, statSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Meeting, logIn, putNote, putVote, refusal } from './support/meeting.mjs'
import { makeFolder, runProgram, Server, startServer } from './support/server.mjs'
import { change, query, storePath } from './support/store_file.mjs'

async function holdMeeting(t) {
  const meeting = await Meeting.open(await startServer(t))
  const round = await meeting.addNotes()
  const ballot = await meeting.addBallot(['ja', 'nej'], { budget: 2 })
  for (const person of await meeting.people(3)) {
    const { entity } = await putNote(person, round, 'Något att minnas')
    await putVote(person, ballot.id, ballot.choices[1].id, 2)
    assert.equal(await refusal(putVote(person, ballot.id, ballot.choices[0].id, 1)), 'over_budget')
    await person.command('note.remove', { id: entity.id, rev: 2 })
    await putNote(person, round, 'Något att minnas')
  }
  await meeting.closeRound(round)
  await meeting.close()
  return meeting
}

// The state digest that `samskap check` prints for a process.
async function digestOf(data, process) {
  const { status, stdout, stderr } = await runProgram(['check', '--data', data])
  assert.equal(status, 0, `${stdout}${stderr}`)
  const line = stdout.toString().split('\n').find((one) => one.includes(process))
  assert.ok(line, stdout.toString())
  return line.match(/\b[0-9a-f]{64}\b/)[0]
}

test('an archive brings the same state into another store', async (t) => {
  const meeting = await holdMeeting(t)
  await meeting.server.stop()
  const file = join(meeting.server.data, 'process.zip')
  const archived = await runProgram(['archive', meeting.process, '--data', meeting.server.data, '--out', file])
  assert.equal(archived.status, 0, archived.stderr)

  const other = new Server({ data: makeFolder() })
  t.after(() => other.removeData())
  const imported = await runProgram(['import', file, '--data', other.data])
  assert.equal(imported.status, 0, imported.stderr)
  assert.equal(await digestOf(other.data, meeting.process), await digestOf(meeting.server.data, meeting.process))
  const count = (server) => query(storePath(server), `select count(*) as n from event where process = '${meeting.process}'`)[0].n
  assert.equal(count(other), count(meeting.server), 'void events too')

  const second = join(other.data, 'again.zip')
  const repeated = await runProgram(['archive', meeting.process, '--data', other.data, '--out', second])
  assert.equal(repeated.status, 0, repeated.stderr)
  assert.deepEqual(readFileSync(second), readFileSync(file), 'what was imported archives to the same bytes')

  const again = await runProgram(['import', file, '--data', other.data])
  assert.notEqual(again.status, 0, 'a process that is there already is not imported over')
})

test('an import that broke off is taken up again', async (t) => {
  const meeting = await holdMeeting(t)
  await meeting.server.stop()
  const file = join(meeting.server.data, 'process.zip')
  await runProgram(['archive', meeting.process, '--data', meeting.server.data, '--out', file])
  const other = new Server({ data: makeFolder() })
  t.after(() => other.removeData())
  const whole = await runProgram(['import', file, '--data', other.data])
  assert.equal(whole.status, 0, whole.stderr)
  // As it would stand when it had been cut off after its third event.
  change(storePath(other), `delete from event where process <> '${meeting.process}' or seq > 3`)
  change(storePath(other), `delete from process where id <> '${meeting.process}'`)
  change(storePath(other), `update process set head = 3`)
  const resumed = await runProgram(['import', file, '--data', other.data])
  assert.equal(resumed.status, 0, resumed.stderr)
  assert.equal(await digestOf(other.data, meeting.process), await digestOf(meeting.server.data, meeting.process))
})

test('a damaged archive is refused and leaves nothing behind', async (t) => {
  const meeting = await holdMeeting(t)
  await meeting.server.stop()
  const file = join(meeting.server.data, 'process.zip')
  await runProgram(['archive', meeting.process, '--data', meeting.server.data, '--out', file])
  const bytes = readFileSync(file)
  const middle = Math.floor(bytes.length / 2)
  const damaged = [bytes.subarray(0, middle), Buffer.from(bytes), Buffer.from('no archive'), Buffer.alloc(0)]
  damaged[1][middle] ^= 0xff
  for (const [i, content] of damaged.entries()) {
    const other = new Server({ data: makeFolder() })
    t.after(() => other.removeData())
    writeFileSync(file, content)
    const { status, stderr } = await runProgram(['import', file, '--data', other.data])
    assert.notEqual(status, 0, `case ${i}`)
    assert.ok(stderr.length > 0, 'it says why')
    const { stdout } = await runProgram(['check', '--data', other.data])
    assert.ok(!stdout.includes(meeting.process), `case ${i}: nothing is left behind`)
  }
})

test('a backup of a running server can be started from', async (t) => {
  const meeting = await holdMeeting(t)
  const copy = new Server({ data: makeFolder() })
  t.after(() => copy.removeData())
  const file = join(copy.data, storePath(meeting.server).split('/').at(-1))
  await meeting.server.settled()
  const { status, stderr } = await runProgram(['backup', file, '--data', meeting.server.data])
  assert.equal(status, 0, stderr)
  await meeting.server.stop()
  assert.equal(await digestOf(copy.data, meeting.process), await digestOf(meeting.server.data, meeting.process))
  await copy.start()
  const other = new Meeting(copy, await logIn(copy))
  other.process = meeting.process
  await other.attend()
  assert.equal(other.host.store.all('note').length, 3)
  await other.host.close()
  await copy.stop()
})

test('check says where a store is damaged', async (t) => {
  const meeting = await holdMeeting(t)
  await meeting.server.stop()
  assert.match(await digestOf(meeting.server.data, meeting.process), /^[0-9a-f]{64}$/)
  const path = storePath(meeting.server)
  const file = openSync(path, 'r+')
  for (let at = 4096; at < statSync(path).size; at += 4096) writeSync(file, Buffer.alloc(64, 0x5a), 0, 64, at)
  closeSync(file)
  const { status, stdout, stderr } = await runProgram(['check', '--data', meeting.server.data])
  assert.notEqual(status, 0)
  assert.ok(`${stdout}${stderr}`.length > 0)
})

test('the data folder belongs to one server at a time', async (t) => {
  const server = await startServer(t)
  const second = await runProgram(['serve', '--listen', '127.0.0.1:0', '--data', server.data])
  assert.notEqual(second.status, 0)
  assert.ok(second.stderr.length > 0)
})
