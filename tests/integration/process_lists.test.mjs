// What is carried on from meeting to meeting: lists, underlag, homework; what is on, and who steers it.
import test from 'node:test'
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, uuid } from './support/client.mjs'
import { cookieOf, post } from './support/http.mjs'
import { Meeting, password, putNote, refusal } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'

async function openDisplay(meeting, session = meeting.session) {
  const { token } = await meeting.host.command('display.add', { session })
  const display = await Client.open(meeting.server)
  await display.attend({ as: 'display', token })
  await display.until((store) => store.syncs > 0 && !store.more, 'the first sync')
  return display
}

// Another facilitator, who attends the same process.
async function secondHost(meeting) {
  const house = await Client.open(meeting.server, { cookie: meeting.cookie })
  await house.attend({ as: 'host' })
  const account = uuid()
  const { secret: token } = await house.command('account.add', { id: account, name: 'Robin', role: 'facilitator' })
  const cookie = cookieOf(await post(meeting.server, '/invite', { token, password }))
  await house.close()
  const client = await Client.open(meeting.server, { cookie })
  const attended = await client.attend({ as: 'host', process: meeting.process })
  assert.equal(attended.account, account)
  await client.until((store) => store.find('process', meeting.process), 'the process')
  client.account = account
  return client
}

const step = (more = {}) => ({ id: uuid(), base: 0, form: 'step', text: 'Bjud in kommunen', state: 'open', owner: 'Kim', ...more })

test('entries are with all, in every session, and what is removed of them is nowhere', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const { host } = meeting
  const person = await meeting.person()
  const display = await openDisplay(meeting, await meeting.addSession({ title: 'Andra tillfället', live: false }))
  const entry = step({ session: meeting.session, until: 1893456000000, text: 'Hemliga ord från början' })
  const { entity, seq } = await host.command('entry.put', entry)
  assert.equal(entity.text, entry.text)
  for (const client of [host, display, person])
    assert.equal((await client.until((store) => store.find('entry', entry.id), 'the entry')).owner, 'Kim')
  assert.equal(await refusal(person.command('entry.put', step())), 'denied')
  assert.equal(await refusal(host.command('entry.put', { ...entry, state: 'closed' })), 'stale')

  const closed = { ...entry, base: seq, text: 'Bestående ord', state: 'closed', word: 'De kom båda två' }
  await host.command('entry.put', closed)
  await person.until((store) => store.find('entry', entry.id).word === closed.word, 'its closing word')
  const gone = step({ text: 'Ångrade ord' })
  const put = await host.command('entry.put', gone)
  await person.until((store) => store.find('entry', gone.id), 'the other')
  const removed = await host.command('entry.put', { ...gone, base: put.seq, removed: true })
  assert.equal(removed.entity.removed, true)
  for (const client of [host, display, person]) await client.until((store) => !store.find('entry', gone.id), 'it is gone')
  const holds = (text) => server.holding(Buffer.from(text)).length > 0
  for (let tries = 0; tries < 50 && (holds('Ångrade ord') || holds('Hemliga ord')); tries++) await sleep(100)
  assert.ok(!holds('Ångrade ord') && !holds('Hemliga ord'), 'what was removed or superseded is emptied in the journal')
  assert.ok(holds('Bestående ord'))
  for (const client of [host, display, person]) await client.settle()

  await server.kill()
  await server.start()
  const again = await meeting.attendAgain()
  assert.equal((await again.until((store) => store.find('entry', entry.id), 'the entry')).state, 'closed')
  await again.command('entry.put', { ...gone, base: again.store.seq })
  assert.equal((await again.until((store) => store.find('entry', gone.id), 'it is back')).text, 'Ångrade ord')
  await again.close()
})

test('a name that another took the place of is nowhere in the store', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const { host } = meeting
  const person = await meeting.person({ name: 'Kvastskaft' })
  const seat = uuid()
  const holding = { id: uuid(), base: 0, seat, name: 'Dammsugare' }
  await host.command('seat.put', { id: seat, base: 0, title: 'Enhetschef' })
  const { seq } = await host.command('holding.put', holding)
  const holds = (text) => server.holding(Buffer.from(text)).length > 0
  assert.ok(holds('Kvastskaft') && holds('Dammsugare'))
  const { rev } = person.store.findOwn('participant', person.participant)
  await person.command('participant.put', { rev: rev + 1, name: 'Robin' })
  await host.command('holding.put', { ...holding, base: seq, name: 'Skurhink' })
  for (let tries = 0; tries < 50 && (holds('Kvastskaft') || holds('Dammsugare')); tries++) await sleep(100)
  assert.ok(!holds('Kvastskaft') && !holds('Dammsugare'))
  assert.ok(holds('Robin') && holds('Skurhink'))
  await meeting.settleAll([host, person])
  await meeting.close()
})

test('a session that nobody has been to is taken away, and put back', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { host } = meeting
  const person = await meeting.person()
  const id = await meeting.addSession({ title: 'Av misstag', live: false })
  const last = await meeting.addSession({ title: 'Tredje', live: false })
  const way = await meeting.openJoining(id)
  const display = await openDisplay(meeting, id)
  await meeting.addNotes({ session: id, open: false })
  await host.until((store) => store.find('session', last)?.number === 3, 'three sessions')
  const { seq: base } = host.store.find('session', id)
  const put = (removed, seen) => host.command('session.put', { id, base: seen, title: 'Av misstag', removed })
  const { entity, seq } = await put(true, base)
  assert.equal(entity.removed, true)
  for (const client of [host, person, display]) await client.until((store) => !store.find('session', id), 'it is gone')
  await person.until((store) => store.find('session', last).number === 2, 'the next one comes in its place')
  assert.equal(await refusal(meeting.person({ secret: way.secret })), 'wrong_code')
  assert.equal(await refusal(host.command('joining.put', { session: id })), 'unknown_session')
  assert.equal(await refusal(host.command('session.run', { id, state: 'live' })), 'unknown_session')
  await put(false, seq)
  await person.until((store) => store.find('session', id) && store.find('session', last).number === 3, 'it is back')
  await meeting.person({ secret: way.secret })
  assert.equal(await refusal(put(true, host.store.seq)), 'has_answers')
  await meeting.settleAll([host, person, display])
  await display.close()
  await meeting.close()
})

test('a process that nobody has joined is removed for good', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server, { about: { title: 'Gjord av misstag' } })
  const { host, process } = meeting
  await host.command('entry.put', step({ text: 'Ord som ingen behöver' }))
  await server.settled()
  const holds = (text) => server.holding(Buffer.from(text)).length > 0
  assert.ok(holds('Gjord av misstag') && holds('Ord som ingen behöver'))
  const closed = host.closed
  host.command('process.remove', { process }).catch(() => {})
  assert.equal(await closed, 4004, 'who is in it is told so, be it who removed it')
  assert.ok(!holds('Gjord av misstag') && !holds('Ord som ingen behöver'))
  const house = await Client.open(server, { cookie: meeting.cookie })
  await house.attend({ as: 'host' })
  assert.deepEqual((await house.request('house.list')).processes, [])
  assert.equal(await refusal(house.command('process.remove', { process })), 'unknown_process')
  await house.close()
})

test('underlag leads to the web, and nowhere else', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { host, session } = meeting
  const person = await meeting.person()
  const material = { id: uuid(), base: 0, session, title: 'Rapporten', url: 'http://example.org/rapport.pdf' }
  for (const url of ['javascript:alert(1)', 'data:text/html,hej', 'file:///etc/passwd', 'https://a b', '/rapport.pdf'])
    assert.equal(await refusal(host.command('material.put', { ...material, url })), 'bad_fields', url)
  const tooLong = { ...material, url: `https://example.org/${'a'.repeat(981)}` }
  assert.equal(await refusal(host.command('material.put', tooLong, { checked: false })), 'bad_params')
  const { seq } = await host.command('material.put', { ...material, url: tooLong.url.slice(0, 1000) })
  await host.command('material.put', { ...material, base: seq })
  await person.until((store) => store.find('material', material.id)?.url === material.url, 'the link')
  const call = { id: session, base: host.store.find('session', session).seq, title: 'Första tillfället', minutes: 120, place: 'Biblioteket' }
  assert.equal(await refusal(host.command('session.put', { ...call, link: 'http://example.org' })), 'bad_fields')
  await host.command('session.put', { ...call, link: 'https://example.org/samtal' })
  await person.until((store) => store.find('session', session).link === 'https://example.org/samtal', 'the link of the call')
  await meeting.settleAll([host, person])
  await meeting.close()
})

test('a cue reaches those who lead, and nobody else', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const { host, session } = meeting
  const person = await meeting.person()
  const display = await openDisplay(meeting)
  const cue = 'Låt Robin tala först'
  const item = { id: uuid(), base: 0, session, form: 'lecture', title: 'Forskning om tillit', cue }
  const { entity, seq } = await host.command('item.put', item)
  assert.equal(entity.cue, cue)
  await host.command('session.stage', { id: session, screen: 'item', item: item.id })
  await host.command('item.put', { ...item, base: seq, cue: `${cue}, två gånger`, summary: 'Tillit växer av möten' })
  const newcomer = await meeting.person()
  for (const client of [person, newcomer, display]) {
    await client.until((store) => store.find('item', item.id)?.summary, 'the summary')
    await client.settle()
    assert.ok(!client.received.some((text) => text.includes('Robin') || text.includes('cue')), 'in no frame and no answer')
  }
  await host.settle()
  assert.equal(host.store.find('item', item.id).cue, `${cue}, två gånger`)
  await display.close()
  await meeting.close()
})

test('items know when they were on, and nothing of what was taken back', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { host, session } = meeting
  const person = await meeting.person()
  const items = [uuid(), uuid()]
  for (const id of items) await host.command('item.put', { id, base: 0, session, form: 'talk', title: 'Samtal' })
  const show = (item, more = {}) => host.command('session.stage', { id: session, screen: 'item', item, ...more })
  const seen = (n, predicate) => person.until((store) => predicate(store.find('item', items[n]) ?? {}), `item ${n}`)
  await show(items[0])
  await seen(0, ({ started, ended }) => started > 0 && ended === undefined)
  await show(items[1])
  await seen(0, ({ ended }) => ended > 0)
  await show(items[0], { undone: true })
  await seen(0, ({ started, ended }) => started > 0 && ended === undefined)
  await seen(1, ({ started }) => started === undefined)
  await host.command('session.run', { id: session, state: 'ended' })
  await seen(0, ({ ended }) => ended > 0)
  await person.settle()
  await meeting.close()
})

test('a note in the spotlight is one that all may read, and is gone with its hiding', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { host, session } = meeting
  const person = await meeting.person()
  const display = await openDisplay(meeting)
  const round = await meeting.addNotes({ visibility: 'own' })
  const { entity: note } = await putNote(person, round, 'Ensam är inte stark')
  const spotlight = { id: session, screen: 'note', note: note.id }
  assert.equal(await refusal(host.command('session.stage', spotlight)), 'hidden')
  await host.command('round.reveal', { id: round })
  await host.command('session.stage', spotlight)
  const stage = await display.until((store) => store.find('session', session).stage, 'the stage')
  assert.deepEqual(stage, { screen: 'note', note: note.id })
  assert.equal(display.store.find('note', note.id).text, 'Ensam är inte stark')
  await host.command('note.hide', { id: note.id, reason: 'Om en person' })
  await display.until((store) => !store.find('note', note.id), 'the screen finds no note')
  await host.command('session.stage', { id: session, screen: 'entries', entries: 'question' })
  assert.equal(await refusal(host.command('session.stage', { id: session, screen: 'entries' })), 'wrong_form')
  for (const screen of ['blank', 'since']) await host.command('session.stage', { id: session, screen })
  await display.until((store) => store.find('session', session).stage.screen === 'since', 'since last time')
  await display.close()
  await meeting.close()
})

test('who steers what is shown is one of several, and it is handed over', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { host, session } = meeting
  const other = await secondHost(meeting)
  const person = await meeting.person()
  const join = { id: session, screen: 'join' }
  await other.command('session.stage', join)
  await host.command('session.steer', { id: session, account: meeting.account, name: 'Ordförande' })
  await other.until((store) => store.find('session', session).steered_by === meeting.account, 'who steers')
  assert.equal(await refusal(other.command('session.stage', join)), 'not_steering')
  assert.equal(await refusal(other.command('session.steer', { id: session })), 'not_steering')
  await host.command('session.steer', { id: session, account: other.account, name: 'Robin' })
  await other.command('session.stage', join)
  assert.equal(await refusal(host.command('session.stage', join)), 'not_steering')
  await other.command('session.steer', { id: session })
  await host.command('session.stage', join)
  await host.until((store) => store.find('session', session).steered_by === undefined, 'nobody steers')
  await person.settle()
  assert.ok(!person.received.some((text) => text.includes('steered')), 'participants are not told')
  assert.equal(await refusal(person.command('session.steer', { id: session })), 'denied')
  await other.close()
  await meeting.close()
})

test('homework is open before its session and after, and ends although the server was down', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const { host } = meeting
  const next = await meeting.addSession({ title: 'Nästa tillfälle', live: false })
  const way = await meeting.openJoining(next)
  const here = await meeting.person()
  const there = await meeting.person({ secret: way.secret })
  const round = await meeting.addNotes({ session: next, homework: true, key: 'hemlaxa-1', deadline: Date.now() + 3000 })
  const plain = await meeting.addNotes({ session: next, open: false })
  assert.equal(await refusal(host.command('round.open', { id: plain })), 'wrong_state')
  const seen = await there.until((store) => store.find('round', round), 'the homework')
  assert.equal(seen.homework, true)
  assert.equal(seen.key, 'hemlaxa-1')
  assert.equal(await refusal(putNote(here, round, 'Jag är på ett annat tillfälle')), 'unknown_round')
  await here.settle()
  assert.equal(here.store.find('round', round), undefined)
  await putNote(there, round, 'Jag frågade grannen')
  const own = await meeting.addNotes({ homework: true, authorship: 'linked' })
  await host.command('session.run', { id: meeting.session, state: 'ended' })
  await putNote(here, own, 'Efter mötet')

  await server.kill()
  await sleep(3200)
  await server.start()
  const isEnded = () => server.holding(Buffer.from('round.end')).length > 0
  for (let tries = 0; tries < 100 && !isEnded(); tries++) await sleep(100)
  assert.ok(isEnded(), 'although nobody came')
  const again = await meeting.attendAgain()
  await again.until((store) => store.find('round', round)?.state === 'closed', 'its time is over')
  assert.equal(again.store.find('round', own).state, 'open')
  await again.close()
  await server.stop()
})

test('homework that is shown is there to be read in the next meeting, and answered by those of its own', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { host } = meeting
  const own = await meeting.addNotes({ homework: true, visibility: 'own' })
  const plain = await meeting.addNotes({ visibility: 'all' })
  const here = await meeting.person()
  const { entity: note } = await putNote(here, own, 'Jag frågade grannen')
  const next = await meeting.addSession({ title: 'Nästa tillfälle' })
  const there = await meeting.person({ secret: (await meeting.openJoining(next)).secret })
  const display = await openDisplay(meeting, next)
  const shown = { id: next, screen: 'round', round: own }
  assert.equal(await refusal(host.command('session.stage', shown)), 'unknown_round')
  assert.equal(there.store.find('round', own), undefined)

  await host.command('round.reveal', { id: own })
  await host.command('session.stage', shown)
  await host.command('session.stage', { id: next, screen: 'note', note: note.id })
  for (const client of [there, display]) assert.equal((await client.until((store) => store.find('note', note.id), 'its answers')).text, note.text)
  assert.equal(await refusal(putNote(there, own, 'Jag var inte med')), 'unknown_round')
  assert.equal(await refusal(host.command('session.stage', { ...shown, round: plain })), 'unknown_round', 'what is no homework stays where it is')
  const late = await openDisplay(meeting, next)
  assert.ok(late.store.find('note', note.id))
  await host.command('round.reveal', { id: own, revealed: false })
  for (const client of [there, display, late]) await client.until((store) => !store.find('note', note.id), 'they are hidden again')
  await host.command('round.reveal', { id: own })
  for (const client of [here, there, display, late, host]) await client.settle()

  await meeting.server.kill()
  await meeting.server.start()
  const again = await openDisplay({ server: meeting.server, host: await meeting.attendAgain() }, next)
  assert.ok(again.store.find('note', note.id), 'also after a restart')
  await again.close()
})
