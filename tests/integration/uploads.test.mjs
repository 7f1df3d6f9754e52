// Uploading pictures: what is taken, of whom, how many at once, and what becomes of it where the server cannot.
import test from 'node:test'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { connect } from 'node:net'
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Client, uuid } from './support/client.mjs'
import { cookieOf, post } from './support/http.mjs'
import { Meeting, logIn, password, refusal } from './support/meeting.mjs'
import { pngOf, soon, upload } from './support/pictures.mjs'
import { makeFolder, startServer } from './support/server.mjs'

const photograph = pngOf(600, 400, { grain: true })
const drawing = pngOf(300, 200)
const most = 5 * 1024 * 1024

// A facilitator of the house: their cookie.
async function addFacilitator(server, cookie, name, role = 'facilitator') {
  const house = await Client.open(server, { cookie })
  await house.attend({ as: 'host' })
  const { secret: token } = await house.command('account.add', { id: uuid(), name, role })
  await house.close()
  return cookieOf(await post(server, '/invite', { token, password }))
}

test('what is no picture, too large, or from anybody else is refused', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const { cookie, process } = meeting
  const refused = async (bytes, options, status, reason) => {
    const answer = await upload(server, process, bytes, { cookie, ...options })
    assert.deepEqual([answer.status, answer.json().reason], [status, reason], answer.text)
    assert.ok(answer.json().message.length > 10, 'in a sentence')
  }
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
  const others = [svg, Buffer.from('GIF89a\x01\0\x01\0'), Buffer.from('II*\0'), Buffer.from('<!doctype html><script>1</script>'), drawing.subarray(0, drawing.length / 2)]
  for (const bytes of others) await refused(bytes, {}, 415, 'bad_picture')
  const largest = Buffer.concat([drawing, Buffer.alloc(most - drawing.length)])
  assert.equal((await upload(server, process, largest, { cookie })).status, 200)
  await refused(Buffer.concat([largest, Buffer.alloc(1)]), {}, 413, 'too_large')
  await refused(drawing, { headers: { Origin: 'https://example.org' } }, 403, 'denied')
  await refused(drawing, { headers: { 'Content-Type': 'text/plain' } }, 415, 'bad_request')
  await refused(drawing, { cookie: '' }, 403, 'denied')
  await refused(drawing, { cookie: await addFacilitator(server, cookie, 'Forskare', 'researcher') }, 403, 'denied')
  assert.equal((await upload(server, uuid(), drawing, { cookie })).json().reason, 'unknown_process')
  assert.equal((await upload(server, 'x', drawing, { cookie })).status, 404)
  assert.equal(await refusal(meeting.host.command('picture.put', {
    id: uuid(), base: 0, session: meeting.session, blob: 'a'.repeat(64), small: 'b'.repeat(64), type: 'png', width: 1, height: 1 })), 'unknown_blob')
  const [person] = await meeting.people(1)
  const { blob, small } = (await upload(server, process, drawing, { cookie })).json()
  const put = { id: uuid(), base: 0, session: meeting.session, blob, small, type: 'png', width: 300, height: 200 }
  assert.equal(await refusal(person.command('picture.put', put)), 'denied')
  await meeting.close()
})

const headOf = (server, process, cookie, length) =>
  [`POST /picture/${process} HTTP/1.1`, `Host: ${new URL(server.url).host}`, `Origin: ${server.url}`, `Cookie: ${cookie}`,
    'Content-Type: image/png', `Content-Length: ${length}`, '', ''].join('\r\n')

// Sends the head of an upload and a little of its body.
async function beginUpload(server, process, cookie) {
  const socket = connect(server.port, '127.0.0.1')
  socket.on('error', () => {})
  socket.write(`${headOf(server, process, cookie, 1_000_000)}begin`)
  await new Promise((resolve) => setTimeout(resolve, 100))
  return socket
}

test('two uploads at once a facilitator, four in all, and a place is free when one goes', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const [robin, kim] = [await addFacilitator(server, meeting.cookie, 'Robin'), await addFacilitator(server, meeting.cookie, 'Kim')]
  const status = async (cookie) => (await upload(server, meeting.process, drawing, { cookie })).status
  const begun = [await beginUpload(server, meeting.process, meeting.cookie), await beginUpload(server, meeting.process, meeting.cookie)]
  assert.equal(await status(meeting.cookie), 429)
  assert.equal(await status(robin), 200)
  begun.push(await beginUpload(server, meeting.process, robin), await beginUpload(server, meeting.process, robin))
  assert.equal(await status(kim), 429)
  begun[0].destroy()
  await soon(async () => (await status(kim)) === 200, 'the place is free')
  for (const socket of begun) socket.destroy()
  await soon(async () => (await status(meeting.cookie)) === 200, 'and the others')
  await meeting.close()
})

test('a server without the program says so', async (t) => {
  const server = await startServer(t, { env: { SAMSKAP_PICTURE_MAKER: '/nonexistent/samskap-picture' } })
  const meeting = await Meeting.open(server)
  const answer = await upload(server, meeting.process, drawing, { cookie: meeting.cookie })
  assert.deepEqual([answer.status, answer.json().reason], [503, 'no_pictures'])
  await meeting.close()
})

// A program that takes what it is given, and a while, and fails.
function slowMaker(t, seconds) {
  const maker = join(makeFolder(), 'maker')
  writeFileSync(maker, `#!/bin/sh\ncat >/dev/null; sleep ${seconds}; exit 1\n`, { mode: 0o700 })
  t.after(() => rmSync(dirname(maker), { recursive: true }))
  return { SAMSKAP_PICTURE_MAKER: maker }
}

test('what is sent behind an upload keeps nobody busy', async (t) => {
  const server = await startServer(t, { env: slowMaker(t, 3) })
  const meeting = await Meeting.open(server)
  const worked = () => readFileSync(`/proc/${server.child.pid}/stat`, 'latin1').split(') ')[1].split(' ').slice(11, 13).reduce((sum, ticks) => sum + Number(ticks), 0)
  const socket = connect(server.port, '127.0.0.1')
  let answer = ''
  socket.on('error', () => {}).on('data', (bytes) => (answer += bytes))
  socket.write(headOf(server, meeting.process, meeting.cookie, drawing.length))
  socket.write(Buffer.concat([drawing, Buffer.alloc(500_000)]))
  await new Promise((resolve) => setTimeout(resolve, 500))
  const before = worked()
  await new Promise((resolve) => setTimeout(resolve, 1500))
  assert.ok(worked() - before < 20, `${worked() - before} hundredths of a second`)
  await soon(() => answer.includes('bad_picture'), 'and the upload has its answer')
  socket.destroy()
  await meeting.close()
})

test('a server that is told to stop waits for nothing but the picture in hand', async (t) => {
  const server = await startServer(t, { env: slowMaker(t, 1) })
  const meeting = await Meeting.open(server)
  const sent = [upload(server, meeting.process, drawing, meeting), upload(server, meeting.process, drawing, meeting)]
  const ends = Promise.allSettled(sent)
  await new Promise((resolve) => setTimeout(resolve, 300))
  await meeting.close()
  await server.stop()
  for (const { status, value } of await ends) if (status === 'fulfilled') assert.notEqual(value.status, 200)
})

test('on a full disk an upload is not stored yet, and is stored when sent again', async (t) => {
  const server = await startServer(t, { wrap: ['bash', '-c', 'trap "" XFSZ; exec "$@"', 'bash'] })
  const meeting = await Meeting.open(server)
  const limit = (size) => assert.equal(spawnSync('prlimit', ['--pid', String(server.child.pid), `--fsize=${size}:unlimited`]).status, 0)
  const send = async (bytes) => {
    const answer = await upload(server, meeting.process, bytes, { cookie: meeting.cookie })
    return answer.status === 200 ? 'stored' : answer.json().reason
  }
  limit(Math.max(...server.files().map(({ path }) => statSync(path).size)) + 65536)
  const told = []
  for (let i = 0; i < 6 && !told.includes('not_stored'); i++) told.push(await send(pngOf(400 + i, 300, { grain: true })))
  assert.ok(told.includes('not_stored'), told.join())
  assert.equal(await send(drawing), 'read_only')
  limit('unlimited')
  await soon(async () => (await send(photograph)) === 'stored', 'it is stored')
  await meeting.close()
  assert.ok(await logIn(server))
})
