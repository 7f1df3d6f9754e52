// Everybody sends everything, at random: the server answers each request, stands, and what it stored folds again to what
// it showed.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Chance } from './support/chance.mjs'
import { Client, uuid } from './support/client.mjs'
import { Generator } from './support/generate.mjs'
import { firstAdministrator, Meeting, putNote } from './support/meeting.mjs'
import { definition, namesOf } from './support/schemas.mjs'
import { runProgram, startServer } from './support/server.mjs'

const FRAME = 32_000 // bytes
const REQUESTS = 3000
// What a connection is opened with, and what would let the test run out of what it tests.
const apart = new Set(['join', 'attend', 'account.add', 'grant.put'])

async function prepare(t) {
  const server = await startServer(t, { limits: { commands_per_second: 100_000, commands_burst: 100_000 } })
  const cookie = await firstAdministrator(server)
  const tables = [{ id: uuid(), name: 'Bord 1' }]
  const roles = [{ id: uuid(), name: 'Chef' }]
  const meeting = await Meeting.open(server, { cookie, about: { roles }, session: { tables } })
  const item = uuid()
  await meeting.host.command('item.put', { id: item, base: 0, session: meeting.session, form: 'round', title: 'Frågor' })
  const rounds = [await meeting.addNotes({ item }), await meeting.addNotes({ visibility: 'group' })]
  const ballot = await meeting.addBallot(['ja', 'nej'])
  const statement = { id: uuid(), text: 'Vi möts' }
  const scale = await meeting.addRound({ form: 'scale', question: 'Hur går det?', scale: { statements: [statement], steps: 5, result: 'open' } })
  const diary = await meeting.addRound({ form: 'diary', question: 'Vad såg du?', visibility: 'own', authorship: 'linked', homework: true })
  const seat = uuid()
  await meeting.host.command('seat.put', { id: seat, base: 0, title: 'Enhetschef' })
  const grouping = uuid()
  const groups = [1, 2].map((n) => ({ id: uuid(), name: `Grupp ${n}` }))
  await meeting.host.command('grouping.put', { id: grouping, base: 0, session: meeting.session, title: 'Smågrupper', groups, choice: true })
  rounds.push(await meeting.addNotes({ visibility: 'group', grouping }))
  const list = uuid()
  await meeting.host.command('words.put', { id: list, base: 0, title: 'Ord', rounds, shown: true })
  const people = await meeting.people(4, { table: tables[0].id })
  const house = await Client.open(server, { cookie })
  await house.attend({ as: 'host' })
  const { token } = await meeting.host.command('display.add', { session: meeting.session })
  const display = await Client.open(server)
  await display.attend({ as: 'display', token })
  const all = [...rounds, ballot.id, scale, diary]
  const ids = {
    process: [meeting.process],
    session: [meeting.session],
    item: [item],
    round: all,
    rounds: all,
    list: [list],
    words: [list],
    note: [],
    table: [tables[0].id],
    role: [roles[0].id],
    choice: ballot.choices.map(({ id }) => id),
    statement: [statement.id],
    seat: [seat],
    grouping: [grouping],
    like: [grouping],
    group: groups.map(({ id }) => id),
    participant: people.map(({ participant }) => participant),
    ...Object.fromEntries(['holding', 'step', 'entry', 'material', 'diary'].map((kind) => [kind, []])),
  }
  for (const [i, person] of people.entries()) {
    const { entity } = await putNote(person, rounds[i % 2], `Början ${i}`)
    ids.note.push(entity.id)
  }
  return { server, meeting, ids, people, house, display }
}

const forPeople = /^(note.put|group.choose|note.remove|note.support|vote.put|answer.put|diary.put|step.put|way.put|participant|writing|digest|words.notes|words.page)/
const forHouse = /^(house|process.add)/

// Most often somebody who may.
function sender(chance, { meeting, people, house, display }, method) {
  const anybody = [...people, meeting.host, house, display]
  if (chance.maybe(0.1)) return chance.pick(anybody)
  if (forHouse.test(method)) return house
  return forPeople.test(method) ? chance.pick(people) : meeting.host
}

// What the sender should say to be heard: the right rev or base, most of the time.
function aim(chance, client, method, params) {
  if (chance.maybe(0.7) && 'base' in params) {
    const known = client.store.shared.values()
    const thing = [...known].find(({ id }) => id === (params.id ?? params.list ?? client.store.all('process')[0]?.id))
    params.base = thing?.seq ?? 0
  }
  if (chance.maybe(0.7) && 'rev' in params) params.rev = Date.now()
  if ('command' in params && chance.maybe(0.95)) params.command = uuid()
  if (/^(note|step|diary|entry|material|holding).put$/.test(method) && chance.maybe(0.7)) params.id = uuid()
  if (method === 'diary.put' && chance.maybe(0.7)) params.day = new Date().toISOString().slice(0, 10)
  return params
}

async function answerOf(promise) {
  try {
    await promise
    return 'taken'
  } catch (error) {
    if (error.reason) return error.reason
    throw error
  }
}

test('everything at random', async (t) => {
  const chance = new Chance()
  console.log(`SEED=${chance.seed}`)
  const room = await prepare(t)
  const { server, meeting, ids } = room
  const generator = new Generator(chance, ids)
  const methods = namesOf('command').filter((name) => !apart.has(name))
  const counted = new Map()
  for (let i = 0; i < REQUESTS; i += 20) {
    const batch = Array.from({ length: 20 }, () => {
      const method = chance.maybe(0.4) ? chance.pick(['note.put', 'vote.put', 'note.remove', 'round.open', 'round.put']) : chance.pick(methods)
      const client = sender(chance, room, method)
      const made = generator.params(method, definition(`command.${method}`))
      const params = aim(chance, client, method, made?.constructor === Object ? made : {})
      // A NUL in a text makes a message that has no id to be answered to.
      if (JSON.stringify(params).includes('\\u0000')) return Promise.resolve('bad_json')
      // (a page never sends what exceeds a frame, and is closed if it does)
      if (Buffer.byteLength(JSON.stringify(params)) > FRAME) return Promise.resolve('too_large')
      return answerOf(client.request(method, params, { checked: false })).then((answer) => {
        const known = ids[method.split('.')[0]]
        if (answer === 'taken' && known && typeof params.id === 'string' && !known.includes(params.id)) known.push(params.id)
        return answer
      })
    })
    for (const answer of await Promise.all(batch)) counted.set(answer, (counted.get(answer) ?? 0) + 1)
  }
  console.log([...counted].map(([reason, count]) => `${reason} ${count}`).join(', '))
  assert.ok(counted.get('taken') > REQUESTS / 50, 'some were taken')
  assert.ok(counted.get('bad_params') > 0 && counted.size > 15, 'many were refused, for many reasons')
  // What would end by itself while the server is away ends now: afterwards the host would rightly see another state.
  const runs = ({ state }) => state === 'open' || state === 'closing'
  for (const { id } of meeting.host.store.all('round').filter(runs)) {
    await answerOf(meeting.host.command('round.close', { id, grace: 0 })) // (its deadline may have come first)
  }
  await meeting.host.until((store) => !store.all('round').some(runs), 'no round runs')
  for (const client of [...room.people, meeting.host, room.display]) await client.settle()

  meeting.link = await meeting.openJoining(meeting.session) // it may have been changed, or closed
  const late = await meeting.person()
  await late.settle()
  await server.stop()
  const before = await runProgram(['check', '--data', server.data])
  assert.equal(before.status, 0, before.stderr)
  assert.match(before.stdout.toString(), new RegExp(`${meeting.process}.*[0-9a-f]{64}`))
  await server.start()
  const host = await Client.open(server, { cookie: meeting.cookie })
  await host.attend({ as: 'host', process: meeting.process })
  const again = await host.settle()
  assert.equal(again.digest, meeting.host.store.digest(), 'the host sees after a restart what was seen before')
  await host.close()
})
