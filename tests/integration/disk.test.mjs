// A disk that is full: nothing is acknowledged that is not stored, and the server says so and recovers.
import test from 'node:test'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { uuid } from './support/client.mjs'
import { ask } from './support/http.mjs'
import { Meeting } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'

// The limit stands in for a full disk, which sends no signal.
const unsignalled = ['bash', '-c', 'trap "" XFSZ; exec "$@"', 'bash']
const unhurried = { commands_per_second: 100_000, commands_burst: 100_000 }

function limitFiles(server, size) {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(server.child.pid), `--fsize=${size}:unlimited`], { encoding: 'utf8' })
  assert.equal(status, 0, stderr)
}

async function ready(server, wanted) {
  for (let tries = 0; tries < 200; tries++) {
    const { status } = await ask(server, '/readyz')
    if (status === wanted) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  assert.fail(`/readyz never said ${wanted}`)
}

test('when nothing can be written, nothing is acknowledged, and later all is stored', async (t) => {
  const server = await startServer(t, { limits: unhurried, wrap: unsignalled })
  const meeting = await Meeting.open(server)
  const round = await meeting.addNotes()
  const people = await meeting.people(2)
  const [person] = people
  const put = (params) =>
    person.request('note.put', params).then(
      ({ seq }) => seq,
      (error) => error.reason ?? error.message,
    )
  const largest = Math.max(...server.files().map(({ path }) => statSync(path).size))
  limitFiles(server, largest + 65536)

  const notes = Array.from({ length: 200 }, (_, i) => ({ command: uuid(), id: uuid(), round, rev: 1, text: `${i} ${'ö'.repeat(900)}` }))
  const answers = []
  for (const note of notes) answers.push(await put(note))
  assert.ok(answers.some(Number.isInteger), 'some were stored before the disk was full')
  const refused = answers.filter((answer) => !Number.isInteger(answer))
  assert.ok(refused.length > 0, 'some were not')
  for (const reason of refused) assert.ok(['not_stored', 'read_only'].includes(reason), String(reason))
  await ready(server, 503)
  assert.equal((await ask(server, '/healthz')).status, 200, 'it lives')
  const seen = new Set(people[1].store.notes(round).map(({ id }) => id))
  for (const [i, note] of notes.entries())
    if (!Number.isInteger(answers[i])) assert.ok(!seen.has(note.id), 'nothing is shown that is not stored')

  limitFiles(server, 'unlimited')
  let left = notes.filter((_, i) => !Number.isInteger(answers[i]))
  for (let tries = 0; left.length > 0 && tries < 100; tries++) {
    const again = []
    for (const note of left) again.push(await put(note))
    left = left.filter((_, i) => !Number.isInteger(again[i]))
    if (left.length > 0) await new Promise((resolve) => setTimeout(resolve, 200))
  }
  assert.equal(left.length, 0, 'all are stored in the end')
  await ready(server, 200)
  await people[1].until((store) => store.notes(round).length === notes.length)
  await meeting.settleAll()
  await meeting.close()
})
