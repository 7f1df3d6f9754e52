// One past each limit: a clear refusal, and nothing is lost.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Client, secret, uuid } from './support/client.mjs'
import { Meeting, putNote, putVote, refusal } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'

const unhurried = { commands_per_second: 100_000, commands_burst: 100_000 }

async function withPerson(t, { limits, about } = {}) {
  const meeting = await Meeting.open(await startServer(t, { limits }), { about })
  const round = await meeting.addNotes()
  return { meeting, round, person: await meeting.person() }
}

// A request as text, with the member text as it is given.
function noteText(round, text, more = {}) {
  const params = { command: uuid(), id: uuid(), round, rev: 1, text, ...more }
  return JSON.stringify({ jsonrpc: '2.0', id: 77, method: 'note.put', params })
}

async function answerTo(client, message) {
  client.sendRaw(message)
  return client.strayAnswer()
}

test('texts: one code point too many, and characters that may not stand there', async (t) => {
  const { meeting, round, person } = await withPerson(t)
  const put = (text) => person.command('note.put', { id: uuid(), round, rev: 1, text }, { checked: false })
  const long = '👩'.repeat(1000)
  assert.equal((await put(long)).entity.text, long, '1 000 code points fit')
  assert.equal(await refusal(put(`${long}a`)), 'bad_params')
  assert.equal((await put('e\u0301'.repeat(1000))).entity.text, 'é'.repeat(1000), 'counted after NFC')
  assert.equal((await put('rad ett\r\nrad två')).entity.text, 'rad ett\nrad två')
  assert.equal((await put(' blank \u200d👩\u200d👧 ')).entity.text, ' blank \u200d👩\u200d👧 ', 'nothing is trimmed')
  assert.equal((await answerTo(person, noteText(round, 'a\u0000b'))).error.data.reason, 'bad_json')
  for (const bad of ['\u0007', '\u001b', '\u007f', '\u0085', '\u202e', '\u2066', '\r'])
    assert.equal(await refusal(put(`a${bad}b`)), 'bad_params', JSON.stringify(bad))
  assert.equal(person.store.notes(round).filter((note) => note.text.includes('ab')).length, 0)
  await meeting.settleAll()
  await meeting.close()
})

test('parameters: unknown ones, missing ones, the wrong kind, and those of the server', async (t) => {
  const { meeting, round, person } = await withPerson(t)
  const good = { command: uuid(), id: uuid(), round, rev: 1, text: 'Bra' }
  const wrong = [
    { ...good, colour: 'red' },
    { ...good, text: 7 },
    { ...good, rev: 0 },
    { ...good, rev: 1.5 },
    { ...good, rev: '1' },
    { ...good, id: 'not-an-id' },
    { ...good, id: good.id.toUpperCase() },
    { ...good, id: '00000000-0000-0000-0000-000000000000' },
    { ...good, command: undefined },
    { ...good, round: undefined },
    { ...good, group_size: 101 },
    { ...good, consent: true },
    { ...good, late: true },
    { ...good, role: uuid() },
    { ...good, organisation_type: 'region' },
  ]
  for (const params of wrong)
    assert.equal(await refusal(person.request('note.put', params, { checked: false })), 'bad_params', JSON.stringify(params))
  assert.ok((await person.request('note.put', good)).seq > 0, 'a refused command id may succeed later')
  await meeting.close()
})

test('messages: what is not JSON-RPC with named parameters', async (t) => {
  const { meeting, round, person } = await withPerson(t)
  const command = `"command":"${uuid()}"`
  const cases = [
    ['{"jsonrpc":"2.0","id":1,"method":"digest","params":{}', -32700, 'bad_json'],
    ['', -32700, 'bad_json'],
    ['"text"', -32700, undefined],
    ['[{"jsonrpc":"2.0","id":1,"method":"digest","params":{}}]', -32600, 'bad_request'],
    ['[]', -32600, 'bad_request'],
    ['{"jsonrpc":"1.0","id":1,"method":"digest","params":{}}', -32600, 'bad_request'],
    ['{"jsonrpc":"2.0","id":1,"method":"digest","params":[]}', undefined, undefined],
    ['{"jsonrpc":"2.0","id":1,"method":"no.such","params":{}}', -32601, 'unknown_method'],
    [`{"jsonrpc":"2.0","id":1,"id":2,"method":"digest","params":{}}`, -32700, 'bad_json'],
    [noteText(round, 'x').replace('"rev":1', '"rev":1,"rev":2'), -32700, 'bad_json'],
    [noteText(round, 'x').replace('"text":"x"', '"text":"\\ud800"'), -32700, 'bad_json'],
    [`{"jsonrpc":"2.0","id":1,"method":"note.put","params":{${command},"a":${'['.repeat(9)}${']'.repeat(9)}}}`, -32700, 'bad_json'],
  ]
  for (const [message, code, reason] of cases) {
    const { error } = await answerTo(person, message)
    assert.ok(error, message)
    if (code) assert.equal(error.code, code, message)
    if (reason) assert.equal(error.data.reason, reason, message)
  }
  assert.ok((await putNote(person, round, 'Går ännu')).seq > 0, 'the connection stands')
  await meeting.close()
})

test('a frame of 32 KiB is read, one byte more closes the connection', async (t) => {
  const { meeting, round, person } = await withPerson(t)
  const pad = (size) => {
    const message = noteText(round, 'Nästan för stor')
    return message.slice(0, -1) + ' '.repeat(size - Buffer.byteLength(message)) + '}'
  }
  const { result } = await answerTo(person, pad(32768))
  assert.ok(result.seq > 0)
  person.sendRaw(pad(32769))
  assert.equal(await person.closed, 1009)
  const other = await meeting.person()
  assert.equal(other.store.notes(round).length, 1)
  await meeting.close()
})

test('a connection that does not join is closed', async (t) => {
  const server = await startServer(t, { limits: { join_timeout: 300 } })
  const client = await Client.open(server)
  assert.ok((await client.closed) >= 1000)
  const other = await Client.open(server)
  other.sendRaw('{"jsonrpc":"2.0","id":1,"method":"digest","params":{}}')
  assert.ok((await other.closed) >= 1000, 'also one that says something else')
})

test('commands: sixty at once, then as many as come with time; repeats are free', async (t) => {
  const { meeting, round, person } = await withPerson(t, { limits: { commands_per_second: 5, commands_burst: 60 } })
  const commands = Array.from({ length: 80 }, (_, i) => ({ command: uuid(), id: uuid(), round, rev: 1, text: `lapp ${i}` }))
  const send = (params) =>
    person.request('note.put', params).then(
      ({ seq }) => seq,
      (error) => error.reason,
    )
  const answers = await Promise.all(commands.map(send))
  const refused = commands.filter((_, i) => answers[i] === 'too_often')
  assert.ok(refused.length > 0 && refused.length <= 20, `${refused.length} of 80 were refused`)
  assert.equal(answers.filter(Number.isInteger).length, 80 - refused.length)
  const taken = commands.find((_, i) => Number.isInteger(answers[i]))
  for (let i = 0; i < 100; i++) assert.ok(Number.isInteger(await send(taken)), 'repeats are free')
  let left = refused
  while (left.length > 0) {
    await new Promise((resolve) => setTimeout(resolve, 250))
    const again = await Promise.all(left.map(send))
    left = left.filter((_, i) => again[i] === 'too_often')
  }
  const other = await meeting.person()
  assert.equal(other.store.notes(round).length, 80)
  await meeting.close()
})

test('a person writes 300 notes in a session and no more', async (t) => {
  const { meeting, round, person } = await withPerson(t, { limits: unhurried })
  const second = await meeting.addNotes({ question: 'Och mer?' })
  await Promise.all(Array.from({ length: 300 }, (_, i) => putNote(person, round, `lapp ${i}`)))
  const reasons = [await refusal(putNote(person, round, 'en till'))]
  assert.deepEqual(reasons, ['too_many_notes'])
  await meeting.host.until((store) => store.notes(round).length === 300)
  const other = await meeting.person()
  await putNote(other, second, 'min egen')
  await meeting.settleAll()
  await meeting.close()
})

test('a person fills 2 MiB of a session and no more', async (t) => {
  const { meeting, round, person } = await withPerson(t, { limits: unhurried })
  const id = uuid()
  const text = '👩'.repeat(1000)
  let taken = 0
  let reason
  for (let rev = 1; !reason && rev < 1000; rev++)
    await person.command('note.put', { id, round, rev, text }).then(
      () => taken++,
      (error) => (reason = error.reason),
    )
  assert.equal(reason, 'too_many_bytes')
  assert.ok(taken * 4000 < 2 ** 21 && taken * 4500 > 2 ** 21, `${taken} times 4 000 bytes and a little`)
  const other = await meeting.person()
  assert.equal(other.store.notes(round)[0].text, text)
  await putNote(other, round, 'Jag får plats')
  await meeting.settleAll()
  await meeting.close()
})

test('a fifth connection of one participant takes the place of the oldest', async (t) => {
  const { meeting, round, person } = await withPerson(t)
  const same = { token: person.token, author_secret: person.authorSecret }
  const hands = [person]
  for (let i = 0; i < 4; i++) hands.push(await meeting.person(same))
  assert.ok((await person.closed) >= 1000)
  for (const hand of hands.slice(1)) await putNote(hand, round, 'Lapp')
  await meeting.close()
})

test('wrong codes make their address wait; links, who comes back and other addresses do not', async (t) => {
  const server = await startServer(t, { limits: { wrong_codes_per_address: 3 } })
  const meeting = await Meeting.open(server)
  const known = await meeting.person()
  const guesser = await Client.open(server)
  for (let i = 0; i < 3; i++) assert.equal(await refusal(guesser.join({ code: `100000000${i}` })), 'wrong_code')
  const fourth = guesser.join({ code: '1000000009' }).then(
    () => 'joined',
    (error) => error.reason ?? 'closed',
  )
  const waited = await Promise.race([fourth, new Promise((resolve) => setTimeout(resolve, 1000, 'waits'))])
  assert.ok(['waits', 'too_often'].includes(waited), waited)
  assert.ok((await meeting.person()).participant, 'the link is exempt')
  const again = await Client.open(server)
  await again.join({ session: meeting.session, token: known.token, author_secret: known.authorSecret })
  await again.close()
  const elsewhere = await Client.open(server, { localAddress: '127.0.0.2' })
  assert.equal((await elsewhere.join({ code: meeting.link.code })).session, meeting.session)
  await elsewhere.close()
  await guesser.drop()
  await fourth
  await meeting.close()
})

test('a reader that stalls holds nobody up, and gets the state when it reads again', async (t) => {
  const { meeting, round, person } = await withPerson(t, { limits: unhurried })
  const stalled = await meeting.person()
  stalled.socket.pause()
  const writers = [person, ...(await meeting.people(5))].map((client) => ({ client, ids: Array.from({ length: 50 }, () => uuid()) }))
  const revs = 16
  const filler = 'å'.repeat(900)
  for (let rev = 1; rev <= revs; rev++)
    await Promise.all(
      writers.flatMap(({ client, ids }) =>
        ids.map((id) => client.command('note.put', { id, round, rev, text: `${rev} ${filler}` })),
      ),
    )
  const other = await meeting.person()
  assert.equal(other.store.notes(round).length, 300)
  await putNote(other, round, 'Sist')
  await person.until((store) => store.notes(round).some((note) => note.text === 'Sist'))
  stalled.socket.resume()
  await stalled.until((store) => store.notes(round).some((note) => note.text === 'Sist'))
  await meeting.settleAll()
  const bytes = stalled.received.reduce((sum, text) => sum + text.length, 0)
  const all = revs * 300 * filler.length
  assert.ok(bytes < all, `it was sent states (${bytes} characters), not every change (${all})`)
  await meeting.close()
})

test('who asks for what is not theirs is refused', async (t) => {
  const { meeting, round, person } = await withPerson(t)
  const { id, choices } = await meeting.addBallot(['ja', 'nej'])
  assert.equal(await refusal(person.command('round.close', { id: round })), 'denied')
  assert.equal(await refusal(person.command('joining.put', { session: meeting.session })), 'denied')
  assert.equal(await refusal(person.command('process.add', { id: uuid(), profile: { title: 'x', language: 'sv', zone: 'UTC' } })), 'denied')
  assert.equal(await refusal(putNote(meeting.host, round, 'x')), 'denied')
  assert.equal(await refusal(putNote(person, uuid(), 'x')), 'unknown_round')
  assert.equal(await refusal(putNote(person, id, 'x')), 'wrong_form')
  assert.equal(await refusal(putVote(person, round, choices[0].id, 1)), 'wrong_form')
  assert.equal(await refusal(putVote(person, id, uuid(), 1)), 'unknown_choice')
  const planned = await meeting.addNotes({ open: false })
  assert.equal(await refusal(putNote(person, planned, 'x')), 'not_open')
  const nobody = await Client.open(meeting.server)
  assert.equal(await refusal(nobody.attend({ as: 'host', process: meeting.process })), 'denied')
  assert.equal(await refusal(nobody.join({ secret: secret() })), 'wrong_code')
  await nobody.close()
  await meeting.close()
})
