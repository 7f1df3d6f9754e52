// From an empty store to people in a session.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Client, secret, uuid } from './support/client.mjs'
import { ask, cookieOf, post } from './support/http.mjs'
import { firstAdministrator, logIn, Meeting, password, profile, putNote, refusal } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'

test('the one-time link makes the first administrator, once', async (t) => {
  const server = await startServer(t)
  const token = await server.invite()
  const wrong = await post(server, '/invite', { token: secret(), name: 'Någon', password })
  assert.ok(wrong.status >= 400 && wrong.status < 500, `a made-up token: ${wrong.status}`)
  assert.equal(cookieOf(wrong), undefined)
  const short = await post(server, '/invite', { token, name: 'Någon', password: 'kort' })
  assert.ok(short.status >= 400 && short.status < 500, `a short password: ${short.status}`)
  assert.match(JSON.parse(short.text).message, /8 to 200 characters/)
  const nameless = await post(server, '/invite', { token, password })
  assert.match(JSON.parse(nameless.text).message, /name is needed/)

  const first = await post(server, '/invite', { token, name: 'Ordförande', password })
  assert.ok(first.status < 300, `${first.status} ${first.text}`)
  const flags = first.headers['set-cookie'][0]
  assert.match(flags, /HttpOnly/i)
  assert.match(flags, /SameSite=(Lax|Strict)/i)

  const again = await post(server, '/invite', { token, name: 'En till', password })
  assert.ok(again.status >= 400 && again.status < 500, `the link again: ${again.status}`)
  assert.match(JSON.parse(again.text).message, /link has been used/)
})

test('a host is known by the cookie, until logging out', async (t) => {
  const server = await startServer(t)
  await firstAdministrator(server)
  const wrong = await post(server, '/login', { name: 'Ordförande', password: 'något annat' })
  assert.ok(wrong.status >= 400 && wrong.status < 500)
  assert.match(JSON.parse(wrong.text).message, /name and password/)
  const cookie = await logIn(server)

  const stranger = await Client.open(server)
  assert.equal(await refusal(stranger.attend({ as: 'host' })), 'denied')
  await stranger.close()

  const host = await Client.open(server, { cookie })
  await host.attend({ as: 'host' })
  const id = uuid()
  await host.command('process.add', { id, profile: profile() })
  const list = await host.request('house.list')
  assert.ok(JSON.stringify(list).includes(id), 'the process is listed')
  await host.close()

  const out = await post(server, '/logout', {}, { Cookie: cookie })
  assert.ok(out.status < 300, `POST /logout: ${out.status}`)
  const gone = await Client.open(server, { cookie })
  assert.equal(await refusal(gone.attend({ as: 'host' })), 'denied')
  await gone.close()
})

test('accounts and what they may do are told, to administrators alone', async (t) => {
  const server = await startServer(t)
  const cookie = await firstAdministrator(server)
  const house = await Client.open(server, { cookie })
  await house.attend({ as: 'host' })
  const [first, second, account] = [uuid(), uuid(), uuid()]
  for (const id of [first, second]) await house.command('process.add', { id, profile: profile() })
  const { secret: token } = await house.command('account.add', { id: account, name: 'Forskare', role: 'researcher' })
  const answer = await post(server, '/invite', { token, password })
  await house.command('grant.put', { account, role: 'facilitator', process: second })

  const guest = await Client.open(server, { cookie: cookieOf(answer) })
  await guest.attend({ as: 'host' })
  const { administrator, may_add, processes } = await guest.request('house.list')
  assert.equal(administrator, undefined)
  assert.equal(may_add, undefined, 'a facilitator of one process makes no others')
  assert.deepEqual(processes.map(({ process, roles }) => [process, roles]), [
    [first, ['researcher']],
    [second, ['facilitator', 'researcher']],
  ])
  assert.equal(await refusal(guest.request('house.accounts')), 'denied')

  const { accounts, more } = await house.request('house.accounts')
  assert.equal(more, 0)
  assert.deepEqual(accounts.map(({ name }) => name), ['Ordförande', 'Forskare'])
  assert.deepEqual(accounts[1].grants, [{ role: 'researcher' }, { role: 'facilitator', process: second }])
  assert.ok((await house.request('house.list')).processes.every(({ roles }) => roles.includes('facilitator')))
  for (const client of [house, guest]) await client.close()
})

test('people join by code and by link, and come again as the same', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  assert.match(meeting.link.code, /^[1-9][0-9]{9}$/)
  assert.match(meeting.link.secret, /^[0-9a-f]{32}$/)

  const byCode = await Client.open(server)
  const token = secret()
  const author = secret()
  const first = await byCode.join({ code: meeting.link.code, token, author_secret: author, name: 'Maj' })
  assert.equal(first.session, meeting.session)
  assert.equal(first.process, meeting.process)
  assert.ok(Math.abs(first.time - Date.now()) < 60_000, "the server's time")
  assert.equal(await refusal(byCode.join({ code: meeting.link.code })), 'already_joined')

  const again = await Client.open(server)
  const second = await again.join({ code: meeting.link.code, token, author_secret: author })
  assert.equal(second.participant, first.participant)

  const byLink = await meeting.person()
  assert.notEqual(byLink.participant, first.participant)
  await meeting.host.until((store) => store.find('session', meeting.session)?.joined === 2, 'two have joined')

  const wrong = await Client.open(server)
  assert.equal(await refusal(wrong.join({ code: '1000000001' })), 'wrong_code')
  assert.equal(await refusal(wrong.join({ secret: secret() })), 'wrong_code')
  assert.equal(await refusal(wrong.request('digest')), 'not_joined')
  for (const client of [byCode, again, wrong]) await client.close()
  await meeting.close()
})

test('joining can be closed, and its code changed', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const known = await meeting.person()
  await meeting.openJoining(meeting.session, { open: false })
  const late = await Client.open(server)
  assert.equal(await refusal(late.join({ code: meeting.link.code })), 'joining_closed')
  const again = await meeting.person({ token: known.token, author_secret: known.authorSecret })
  assert.equal(again.participant, known.participant, 'who has joined may come again')

  const renewed = await meeting.openJoining(meeting.session, { renew: true })
  assert.notEqual(renewed.code, meeting.link.code)
  assert.notEqual(renewed.secret, meeting.link.secret)
  assert.equal(await refusal(late.join({ code: meeting.link.code })), 'wrong_code')
  assert.equal((await late.join({ code: renewed.code })).session, meeting.session)
  await late.close()
  await meeting.close()
})

test('what a process says about research is with those who join', async (t) => {
  const about = { research: 'Svaren används i en studie om samverkan.' }
  const meeting = await Meeting.open(await startServer(t), { about })
  const person = await meeting.person()
  const { profile: seen } = person.store.find('process', meeting.process)
  assert.equal(seen.research, about.research)
  assert.equal(seen.asks_consent, undefined, 'people are asked unless it says otherwise')
  const { host } = meeting
  const base = host.store.find('process', meeting.process).seq
  await host.command('process.put', { base, profile: { ...seen, research: undefined, asks_consent: false } })
  const changed = await person.until((store) => store.find('process', meeting.process).profile.asks_consent === false && store)
  assert.equal(changed.find('process', meeting.process).profile.research, undefined)
  await meeting.close()
})

test('who has joined comes back by the session alone, whatever became of the code', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const known = await meeting.person()
  await meeting.openJoining(meeting.session, { open: false, renew: true })
  const device = { session: meeting.session, token: known.token, author_secret: known.authorSecret }
  const again = await Client.open(meeting.server)
  assert.equal((await again.join(device)).participant, known.participant)
  const other = await Client.open(meeting.server)
  assert.equal(await refusal(other.join({ session: meeting.session })), 'wrong_code', 'an unknown device')
  const evening = await meeting.addSession({ title: 'Kvällen' })
  assert.equal(await refusal(other.join({ ...device, session: evening })), 'wrong_code', 'another session, without a way in')
  await meeting.openJoining(evening, { open: false })
  assert.equal(await refusal(other.join({ ...device, session: evening })), 'joining_closed', 'another session')
  assert.equal(await refusal(other.join({ ...device, session: uuid() })), 'wrong_code', 'no session')
  for (const client of [again, other]) await client.close()
  await meeting.close()
})

test('a display sees the session, and may do nothing', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const round = await meeting.addNotes({ visibility: 'all' })
  const hidden = await meeting.addNotes({ visibility: 'own', question: 'Vad är svårt?' })
  const display = await Client.open(server)
  assert.equal(await refusal(display.attend({ as: 'display', token: secret() })), 'denied')
  const { token } = await meeting.host.command('display.add', { session: meeting.session })
  await display.attend({ as: 'display', token })
  const person = await meeting.person()
  await putNote(person, round, 'Synlig lapp')
  await putNote(person, hidden, 'Osynlig lapp')
  await display.until((store) => store.notes(round)[0]?.text === 'Synlig lapp')
  assert.equal(await refusal(putNote(display, round, 'Nej')), 'denied')
  await display.settle()
  assert.ok(!display.received.join().includes('Osynlig'), 'no screen shows what is not revealed')
  await display.close()
  await meeting.close()
})

test('a display on another computer is paired by a code, and keeps its token', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const { code } = await meeting.host.command('display.add', { session: meeting.session })
  const display = await Client.open(server)
  assert.equal(await refusal(display.attend({ as: 'display', code: code === '10000000' ? '10000001' : '10000000' })), 'wrong_code')
  const { token, session } = await display.attend({ as: 'display', code })
  assert.equal(session, meeting.session)
  await display.until((store) => store.find('session', session), 'the session')
  const late = await Client.open(server)
  assert.equal(await refusal(late.attend({ as: 'display', code })), 'wrong_code', 'once')
  const again = await Client.open(server)
  assert.equal((await again.attend({ as: 'display', token })).token, undefined)
  const { code: another } = await meeting.host.command('display.add', { session: meeting.session })
  for (const client of [display, late, again]) await client.close()
  await meeting.close()
  await server.kill()
  await server.start()
  const after = await Client.open(server)
  assert.equal(await refusal(after.attend({ as: 'display', code: another })), 'wrong_code', 'not across a restart')
  assert.equal((await after.attend({ as: 'display', token })).session, session)
  await after.close()
})

test('the server says how it is', async (t) => {
  const server = await startServer(t)
  assert.equal((await ask(server, '/healthz')).status, 200)
  assert.equal((await ask(server, '/readyz')).status, 200)
})
