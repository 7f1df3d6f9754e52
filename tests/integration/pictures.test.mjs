// Pictures: seen by whom, fetched, taken away for good, moved.
import test from 'node:test'
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { Client, uuid } from './support/client.mjs'
import { ask, cookieOf, post } from './support/http.mjs'
import { Meeting, password, profile, refusal } from './support/meeting.mjs'
import { addPicture, fetchPicture, pngOf, soon, upload } from './support/pictures.mjs'
import { makeFolder, runProgram, Server, startServer } from './support/server.mjs'
import { change, storePath } from './support/store_file.mjs'

const photograph = pngOf(600, 400, { grain: true, comment: 'GPS 61.0 N 14.5 E' })
const drawing = pngOf(300, 200)

// Pieces of a file, so many that some lie whole on a page of the store.
const pieces = (bytes) => Array.from({ length: 40 }, (_, i) => bytes.subarray(Math.floor((i * (bytes.length - 32)) / 40)).subarray(0, 32))
const isHeld = (server, bytes) => pieces(bytes).some((piece) => server.holding(piece).length > 0)

async function openDisplay(meeting) {
  const display = await Client.open(meeting.server)
  const { token } = await meeting.host.command('display.add', { session: meeting.session })
  const { ticket } = await display.attend({ as: 'display', token })
  return { display, ticket }
}

test('a photograph is stripped, shown to all at once, and fetched by who is shown it', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const [person] = await meeting.people(1)
  const { display, ticket: displayTicket } = await openDisplay(meeting)
  const picture = await addPicture(meeting, photograph, { caption: 'Barnens stad', drawn: false })
  assert.deepEqual([picture.type, picture.width, picture.height], ['jpeg', 600, 400])
  for (const client of [person, display, meeting.host]) {
    const seen = await client.until((store) => store.find('picture', picture.id), 'the picture')
    assert.equal(seen.caption, 'Barnens stad')
    assert.ok(Math.abs(seen.at - Date.now()) < 60_000, 'it says when it came')
    assert.equal(seen.blob, client === meeting.host ? picture.blob : undefined)
  }

  const fetched = await fetchPicture(server, meeting.process, picture.id, person.joined.ticket)
  assert.equal(fetched.status, 200)
  assert.equal(fetched.body.length, picture.size)
  assert.equal(fetched.body.subarray(0, 3).toString('hex'), 'ffd8ff')
  assert.ok(!fetched.body.includes('GPS'))
  assert.deepEqual(server.holding('GPS 61.0 N'), [], 'nor does the store know where it was taken')
  const headers = {
    'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'content-disposition': 'inline; filename="bild.jpg"',
    'cache-control': 'private, max-age=86400, immutable', 'cross-origin-resource-policy': 'same-origin',
  }
  for (const [name, value] of Object.entries(headers)) assert.equal(fetched.headers[name], value)
  assert.match(fetched.headers['content-security-policy'], /^default-src 'none'; .*; sandbox$/)

  const small = await fetchPicture(server, meeting.process, picture.id, displayTicket, { small: true })
  assert.equal(small.status, 200)
  assert.ok(small.body.length < fetched.body.length)
  const head = await fetchPicture(server, meeting.process, picture.id, meeting.host.attended.ticket, { method: 'HEAD' })
  assert.deepEqual([head.status, head.headers['content-length'], head.body.length], [200, String(picture.size), 0])

  const other = await meeting.addSession({ title: 'Andra tillfället' })
  const elsewhere = await Client.open(server)
  const { secret } = await meeting.openJoining(other)
  const stranger = await elsewhere.join({ secret, token: '0'.repeat(32), author_secret: '0'.repeat(32) })
  const wrong = [undefined, stranger.ticket, 'f'.repeat(32), person.token, `${person.joined.ticket}0`]
  for (const ticket of wrong) assert.equal((await fetchPicture(server, meeting.process, picture.id, ticket)).status, 404)
  assert.equal((await fetchPicture(server, uuid(), picture.id, person.joined.ticket)).status, 404)
  assert.equal((await fetchPicture(server, meeting.process, uuid(), person.joined.ticket)).status, 404)
  assert.equal((await fetchPicture(server, meeting.process, `${picture.id}/..`, person.joined.ticket)).status, 404)
  const ticket = person.joined.ticket
  await person.close()
  await soon(async () => (await fetchPicture(server, meeting.process, picture.id, ticket)).status === 404, 'the ticket ends')
  for (const client of [display, elsewhere]) await client.close()
  await meeting.close()
})

test("a picture of a round is its hosts' until its answers are shown", async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const round = await meeting.addNotes({ visibility: 'own' })
  const [person] = await meeting.people(1)
  const picture = await addPicture(meeting, drawing, { round, drawn: true })
  assert.equal(picture.type, 'png')
  await meeting.host.until((store) => store.find('picture', picture.id), 'the picture')
  const fetched = (client, ticket) => fetchPicture(server, meeting.process, picture.id, ticket).then(({ status }) => status)
  assert.equal(await fetched(person, person.joined.ticket), 404)
  assert.equal(await fetched(meeting.host, meeting.host.attended.ticket), 200)
  assert.equal(await refusal(meeting.host.command('session.stage', { id: meeting.session, screen: 'picture', picture: picture.id })), 'hidden')
  await meeting.host.command('round.reveal', { id: round, revealed: true })
  await person.until((store) => store.find('picture', picture.id), 'the picture')
  assert.equal(await fetched(person, person.joined.ticket), 200)
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'picture', picture: picture.id })
  await meeting.host.command('round.reveal', { id: round, revealed: false })
  await person.until((store) => !store.find('picture', picture.id), 'it goes')
  assert.equal(await fetched(person, person.joined.ticket), 404)
  await meeting.settleAll()
  await meeting.close()
})

test('a room may look at once', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const [person] = await meeting.people(1)
  const picture = await addPicture(meeting, photograph)
  await person.until((store) => store.find('picture', picture.id), 'the picture')
  const looks = Array.from({ length: 100 }, () => fetchPicture(server, meeting.process, picture.id, person.joined.ticket))
  for (const { status, body } of await Promise.all(looks)) assert.deepEqual([status, body.length], [200, picture.size])
  await meeting.close()
})

test('what is taken away, or never shown, is erased from the store', async (t) => {
  const server = await startServer(t, { limits: { file_grace: 1000 } })
  const meeting = await Meeting.open(server)
  const [person] = await meeting.people(1)
  const { ticket } = person.joined
  const kept = await addPicture(meeting, drawing)
  const picture = await addPicture(meeting, photograph, { caption: 'Vem ritade draken' })
  await upload(server, meeting.process, pngOf(500, 300, { grain: true }), { cookie: meeting.cookie })
  await person.until((store) => store.find('picture', picture.id), 'the picture')
  const { body } = await fetchPicture(server, meeting.process, picture.id, ticket)
  const small = await fetchPicture(server, meeting.process, picture.id, ticket, { small: true })
  assert.ok(isHeld(server, body) && isHeld(server, small.body), 'it is looked for in the right way')
  const seq = (id) => meeting.host.store.find('picture', id).seq
  const { id, size, ...members } = picture
  await meeting.host.until((store) => store.find('picture', id), 'the picture')
  const { seq: base } = await meeting.host.command('picture.put', { id, base: seq(id), ...members, removed: true })
  await person.until((store) => !store.find('picture', id), 'it goes')
  assert.equal((await fetchPicture(server, meeting.process, id, ticket)).status, 404, 'at once')
  await soon(() => server.holding('Vem ritade draken').length === 0, 'its caption goes at once')
  await new Promise((resolve) => setTimeout(resolve, 1500))
  await meeting.host.command('picture.put', { id, base, ...members, removed: false })
  await person.until((store) => store.find('picture', id), 'it can be undone while the session goes on')
  assert.deepEqual((await fetchPicture(server, meeting.process, id, ticket)).body, body)
  await meeting.host.command('picture.put', { id, base: seq(id), ...members, removed: true })
  await meeting.host.command('session.run', { id: meeting.session, state: 'ended' })
  await soon(() => !isHeld(server, body) && !isHeld(server, small.body), 'every byte of it goes')
  assert.equal(await refusal(meeting.host.command('picture.put', { id, base: base + 1000, ...members })), 'unknown_blob')
  assert.equal((await fetchPicture(server, meeting.process, kept.id, ticket)).status, 200)
  await server.settled()
  await meeting.close()
  await server.stop()
  const checked = await runProgram(['check', '--data', server.data])
  assert.equal(checked.status, 0, checked.stdout.toString())
})

test('pictures outlive a restart and a move', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const picture = await addPicture(meeting, photograph, { caption: 'Vägen' })
  const before = await fetchPicture(server, meeting.process, picture.id, meeting.host.attended.ticket)
  assert.equal(before.status, 200)
  await server.kill()
  await server.start()
  await meeting.attendAgain()
  const after = await fetchPicture(server, meeting.process, picture.id, meeting.host.attended.ticket)
  assert.deepEqual(after.body, before.body)
  const record = await ask(server, `/transcript/${meeting.process}/${meeting.session}?format=csv`, { headers: { Cookie: meeting.cookie } })
  assert.equal(record.status, 200, record.text)
  assert.ok(record.body.includes('pictures/001.jpg') && record.body.includes('pictures.csv'), 'the documentation has its file')
  const { id: _, size: __, ...members } = picture
  await meeting.host.command('picture.put', { id: uuid(), base: 0, ...members }, 'its bytes are known still')
  await meeting.close()
  await server.stop()

  const check = () => runProgram(['check', '--data', server.data])
  assert.equal((await check()).status, 0)
  const file = join(server.data, 'process.zip')
  assert.equal((await runProgram(['archive', meeting.process, '--data', server.data, '--out', file])).status, 0)
  const other = new Server({ data: makeFolder() })
  t.after(async () => {
    await other.stop()
    other.removeData()
  })
  assert.equal((await runProgram(['import', file, '--data', other.data])).status, 0)
  await other.start()
  const cookie = cookieOf(await post(other, '/invite', { token: await other.invite(), name: 'Annan', password }))
  const host = await Client.open(other, { cookie })
  const { ticket } = await host.attend({ as: 'host', process: meeting.process })
  assert.deepEqual((await fetchPicture(other, meeting.process, picture.id, ticket)).body, before.body)
  await host.close()
  change(storePath(server), "update blob set bytes = zeroblob(9) where type = 'image/jpeg'")
  const wrong = await check()
  assert.equal(wrong.status, 1)
  assert.match(wrong.stdout.toString(), new RegExp(`picture ${picture.id} lacks a file`))
})

test('a rehearsal is erased with its pictures', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const { cookie } = meeting
  const house = await Client.open(server, { cookie })
  await house.attend({ as: 'host' })
  const rehearsal = new Meeting(server, cookie)
  await house.command('process.add', { id: rehearsal.process, profile: profile(), rehearsal: true })
  await rehearsal.attend()
  rehearsal.session = await rehearsal.addSession()
  const picture = await addPicture(rehearsal, photograph)
  const { body } = await fetchPicture(server, rehearsal.process, picture.id, rehearsal.host.attended.ticket)
  assert.ok(isHeld(server, body))
  await house.command('process.remove', { process: rehearsal.process })
  assert.equal(isHeld(server, body), false)
  assert.equal((await upload(server, rehearsal.process, drawing, { cookie })).json().reason, 'unknown_process')
  await house.close()
  await meeting.close()
})
