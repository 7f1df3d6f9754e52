// Templates that the house keeps, and the phone as remote.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Client, uuid } from './support/client.mjs'
import { cookieOf, post } from './support/http.mjs'
import { firstAdministrator, Meeting, refusal } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'

async function openHouse(server, cookie) {
  const house = await Client.open(server, { cookie })
  await house.attend({ as: 'host' })
  return house
}

test('a template is kept as it came, over a restart too', async (t) => {
  const server = await startServer(t)
  const cookie = await firstAdministrator(server)
  let house = await openHouse(server, cookie)
  const id = uuid()
  const body = JSON.stringify({ title: 'LPU', sessions: [{ title: 'Första träffen', items: [] }] })
  const command = uuid()
  const params = { command, id, base: 0, title: 'LPU på fem träffar', body }
  const { seq } = await house.request('template.put', params)
  assert.deepEqual(await house.request('template.put', params), { seq }, 'a repeat counts once')
  assert.equal(await refusal(house.command('template.put', { id, title: 'En annans', body })), 'stale')
  await server.kill()
  await server.start()
  house = await openHouse(server, cookie)
  assert.deepEqual(await house.request('template.list'), { templates: [{ id, title: 'LPU på fem träffar', seq }], more: 0 })
  assert.deepEqual(await house.request('template.get', { id }), { id, title: 'LPU på fem träffar', body, seq })
  const removed = await house.command('template.put', { id, base: seq, title: 'LPU på fem träffar', removed: true })
  assert.deepEqual(await house.request('template.list'), { templates: [], more: 0 })
  assert.equal(await refusal(house.request('template.get', { id })), 'unknown_template')
  await house.command('template.put', { id, base: removed.seq, title: 'LPU', body })
  assert.equal((await house.request('template.get', { id })).body, body, 'and it can be undone')
})

test('what is no JSON object is no template', async (t) => {
  const server = await startServer(t)
  const house = await openHouse(server, await firstAdministrator(server))
  for (const body of ['', '[]', '{', 'null', '{"a":1,"a":2}', `{"a":${'['.repeat(16)}${']'.repeat(16)}}`]) {
    const reason = await refusal(house.command('template.put', { id: uuid(), title: 'Fel', body }))
    assert.equal(reason, body === '' ? 'empty' : 'bad_params', body)
  }
  const body = (letter, size) => `{"a":"${letter.repeat(size - 8)}"}`
  const long = house.command('template.put', { id: uuid(), title: 'En', body: body('a', 24_001) }, { checked: false })
  assert.equal(await refusal(long), 'bad_params')
  const id = uuid()
  await house.command('template.put', { id, title: 'Lång', body: body('å', 15_000) })
  assert.equal((await house.request('template.get', { id })).body, body('å', 15_000))
})

test('a phone is logged in as who shows it the secret, once', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const before = Date.now()
  const { secret, expires } = await meeting.host.request('remote.add')
  assert.ok(expires >= before + 9 * 60_000 && expires <= Date.now() + 11 * 60_000)
  assert.deepEqual(await meeting.host.request('remote.get', { secret }), { waits: true })
  const answer = await post(server, '/login', { secret })
  assert.equal(answer.status, 200)
  assert.deepEqual(await meeting.host.request('remote.get', { secret }), { waits: false })
  const cookie = cookieOf(answer)
  assert.notEqual(cookie, meeting.cookie)
  const phone = await Client.open(server, { cookie })
  await phone.attend({ as: 'host', process: meeting.process })
  const round = await meeting.addNotes({ open: false })
  await phone.command('round.open', { id: round })
  await meeting.host.until((store) => store.find('round', round)?.state === 'open', 'the round is open')
  assert.equal((await post(server, '/login', { secret })).status, 403, 'it was for once')
  const person = await meeting.person()
  assert.equal(await refusal(person.request('remote.add')), 'denied')
  assert.equal(await refusal(person.request('remote.get', { secret })), 'denied')
  assert.ok(server.holding(Buffer.from(secret)).length === 0, 'it stands in no file')
  assert.ok(!`${server.stdout}${server.stderr}`.includes(secret), 'nor in what the server says')
})

test('the secret ends with the log-in that made it, and with the server', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const first = await meeting.host.request('remote.add')
  const second = await meeting.host.request('remote.add')
  assert.equal((await post(server, '/login', { secret: first.secret })).status, 403, 'only the newest holds')
  await post(server, '/logout', {}, { Cookie: meeting.cookie })
  assert.equal((await post(server, '/login', { secret: second.secret })).status, 403)
})
