// The simulated participants of a rehearsal: who they are, what they do, and that they come, pause and go as they are told.
import test from 'node:test'
import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildModules, load, web } from './support/modules.mjs'
import { joined, settle, Time } from './support/fakes.mjs'

const sources = join(web, 'src/shared/rehearsal')
const names = readdirSync(sources).filter((name) => name.endsWith('.ts')).map((name) => name.slice(0, -3))
const folder = await buildModules(Object.fromEntries(names.map((name) => [`rehearsal-${name}`, join(sources, `${name}.ts`)])))
const module = (name) => load(folder, `rehearsal-${name}`)

const { Tempo } = await module('tempo')
const { natureOf, saidBy, chanceFor, COMING } = await module('nature')
const { Phrases } = await module('phrases')
const { actsIn, hasAnswered } = await module('answering')
const { Crowd } = await module('crowd')

const seed = 'ett frö'
const id = (n) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const named = (...all) => all.map((name, i) => ({ id: id(100 + i), name }))
const everybody = Array.from({ length: 60 }, (_, i) => i)
const profile = { title: 'Nära vård', language: 'sv', zone: 'Europe/Stockholm', roles: named('Chef', 'Förtroendevald'), asks_name: true }
const where = { session: id(1), profile, tables: named('Bord 1', 'Bord 2'), seats: [{ id: id(9), title: 'Ordförande', role: id(101) }] }
const base = { kind: 'round', id: id(2), seq: 5, session: id(1), question: 'Vad vill du uppnå?', state: 'open', opened: 7, visibility: 'own', authorship: 'anonymous' }

test('time of theirs goes faster, and stands still', async () => {
  const time = new Time()
  const tempo = new Tempo(time)
  const calls = []
  tempo.after(1000, () => calls.push('a'))
  const cancel = tempo.after(1000, () => calls.push('never'))
  cancel()
  tempo.after(3000, () => calls.push('b'))
  await time.pass(500)
  tempo.setSpeed(0)
  await time.pass(60_000)
  assert.deepEqual(calls, [])
  tempo.setSpeed(5)
  await time.pass(100)
  assert.deepEqual(calls, ['a'])
  await time.pass(399)
  assert.deepEqual(calls, ['a'])
  await time.pass(1)
  assert.deepEqual(calls, ['a', 'b'])
  tempo.setSpeed(0)
  tempo.after(0, () => calls.push('c'))
  await time.pass(10)
  assert.deepEqual(calls, ['a', 'b'])
  tempo.setSpeed(1)
  await time.pass(0)
  assert.deepEqual(calls, ['a', 'b', 'c'])
})

test('people are the same by the same seed, and differ among themselves', () => {
  const thirty = everybody.slice(0, 30).map((n) => natureOf(seed, n))
  assert.deepEqual(thirty, everybody.slice(0, 30).map((n) => natureOf(seed, n)))
  assert.notDeepEqual(thirty.map(({ arrives }) => arrives), everybody.slice(0, 30).map((n) => natureOf('ett annat', n).arrives))
  assert.equal(thirty.filter(({ losesNetwork }) => losesNetwork).length, 2)
  const late = thirty.filter(({ arrives }) => arrives > COMING)
  assert.ok(late.length > 0 && late.length < 6)
  for (const kind of ['edits', 'removes', 'isSlow']) assert.ok(thirty.some((nature) => nature[kind]), kind)
})

test('they say what they are asked, and nobody sits on a seat that is taken', () => {
  const phrases = new Phrases('sv')
  const said = everybody.map((n) => saidBy(seed, n, where, phrases))
  assert.deepEqual(said, everybody.map((n) => saidBy(seed, n, where, phrases)))
  const names = said.map(({ name }) => name).filter(Boolean)
  assert.ok(names.length > 30 && names.length < 60)
  assert.equal(new Set(names).size, names.length)
  assert.equal(said.filter(({ seat }) => seat).length, 1)
  assert.equal(said[0].role, id(101), 'as the seat says')
  assert.ok(new Set(said.map(({ role }) => role)).size >= 3, 'and some leave it out')
  assert.equal(said.filter(({ table }) => table === id(100)).length, 30)
  const unasked = saidBy(seed, 4, { ...where, seats: [], tables: [], profile: { ...profile, asks_name: false, roles: [] } }, phrases)
  assert.deepEqual(unasked, {})
})

const mannerOf = (n, round, more = {}) => {
  let next = n * 1000
  const newId = () => id(next++)
  return { nature: natureOf(seed, n), chance: chanceFor(seed, n, round.id), phrases: new Phrases('sv'), spread: 60_000, today: '2026-02-10', newId, ...more }
}

// What a person sends in a round, in order, as if nothing else happened.
const emptyStore = { mine: () => undefined, allMine: () => [], all: () => [] }
function sentIn(round, n, store = emptyStore) {
  const commands = []
  for (const act of actsIn(round, mannerOf(n, round))) {
    const says = act.says?.({ store, commands })
    if (says) commands.push({ command: id(commands.length), state: 'saved', ...says })
  }
  return commands
}

test('notes are written over the whole time, some changed and some taken back', () => {
  const round = { ...base, form: 'notes', notes: {} }
  const sent = everybody.flatMap((n) => sentIn(round, n))
  assert.deepEqual(sent, everybody.flatMap((n) => sentIn(round, n)), 'the same each time')
  const first = sent.filter(({ method, params }) => method === 'note.put' && params.rev === 1)
  assert.ok(first.length >= 60 && first.length <= 180)
  for (const { params } of first) assert.ok(params.text.length > 0 && params.text.length <= 300 && !params.text.includes('{'))
  assert.ok(sent.some(({ params }) => params.rev === 2 && params.text))
  assert.ok(sent.some(({ method }) => method === 'note.remove'))
  const words = first.map(({ params }) => params.text.toLowerCase())
  assert.ok(words.filter((text) => /trygg/.test(text)).length >= 5, 'many use the same words')
  assert.ok(new Set(words).size > first.length / 2, 'and most say something of their own')
  const moments = everybody.flatMap((n) => actsIn(round, mannerOf(n, round)).map(({ at }) => at)).sort((a, b) => a - b)
  assert.ok(moments[0] < 15_000 && moments.at(-1) > 50_000)
})

test('in groups they choose first where they are to, and write once they stand in one', () => {
  const round = { ...base, form: 'notes', notes: {}, visibility: 'group', grouping: id(60) }
  const grouping = { id: id(60), choice: true, most: 1, groups: [{ id: id(61), name: 'A', count: 1 }, { id: id(62), name: 'B', count: 0 }] }
  const desk = (place) => ({ store: { ...emptyStore, find: () => grouping, mine: (kind) => (kind === 'place' ? place : undefined) }, commands: [] })
  const acts = actsIn(round, mannerOf(4, round))
  const said = acts.flatMap(({ says }) => says?.(desk(undefined)) ?? [])
  assert.deepEqual(said, [{ method: 'group.choose', params: { grouping: id(60), group: id(62), rev: 1 } }], 'the one that has room, and no note')
  assert.ok(acts.findIndex(({ says }) => says?.(desk(undefined))) < acts.findIndex(({ says }) => says?.(desk({ group: id(61), rev: 1 }))?.method === 'note.put'))
  const placed = acts.flatMap(({ says }) => says?.(desk({ group: id(61), rev: 1 })) ?? [])
  assert.ok(placed.length > 0 && placed.every(({ method }) => method === 'note.put'))
  grouping.choice = false
  assert.deepEqual(acts.flatMap(({ says }) => says?.(desk(undefined)) ?? []), [], 'who is dealt to no group waits')
})

test('a round with fields gets words, one a line, and no more notes than may be', () => {
  const round = { ...base, form: 'notes', notes: { fields: 3, cap: 1 } }
  for (const n of everybody) {
    const sent = sentIn(round, n)
    assert.equal(sent.filter(({ params }) => params.rev === 1).length, 1)
    for (const { params } of sent) if (params.text) assert.ok(params.text.split('\n').length <= 3)
  }
})

test('what others have written is supported, as far as it is seen', () => {
  const round = { ...base, form: 'notes', notes: { supports: true }, visibility: 'all' }
  const notes = [1, 2, 3].map((n) => ({ kind: 'note', id: id(50 + n), round: round.id, hidden: n === 3 }))
  const store = { ...emptyStore, all: () => notes }
  const supported = everybody.flatMap((n) => sentIn(round, n, store)).filter(({ method }) => method === 'note.support')
  assert.ok(supported.length > 30)
  assert.ok(supported.every(({ params }) => params.note !== id(53) && params.rev === 1))
  assert.equal(everybody.flatMap((n) => sentIn({ ...round, visibility: 'own' }, n, store)).filter(({ method }) => method === 'note.support').length, 0)
})

test('votes keep within budget and cap at every moment, and some choices are liked better', () => {
  const choices = named('Närhet', 'Tillit', 'Mod', 'Helhet', 'Enkelhet')
  const round = { ...base, form: 'ballot', ballot: { choices: choices.map(({ id: one, name }) => ({ id: one, text: name })), budget: 5, cap: 2, result: 'open' } }
  const sums = new Map()
  for (const n of everybody) {
    const laid = new Map()
    for (const { method, params } of sentIn(round, n)) {
      assert.equal(method, 'vote.put')
      laid.set(params.choice, params.votes)
      assert.ok(params.votes >= 0 && params.votes <= 2)
      assert.ok([...laid.values()].reduce((a, b) => a + b, 0) <= 5)
    }
    for (const [choice, votes] of laid) sums.set(choice, (sums.get(choice) ?? 0) + votes)
  }
  const sorted = [...sums.values()].sort((a, b) => b - a)
  assert.ok(sorted[0] > sorted.at(-1) * 1.3)
  const large = { ...round, ballot: { ...round.ballot, budget: 1000, cap: 0 } }
  assert.ok(sentIn(large, 0).reduce((sum, { params }) => sum + params.votes, 0) <= 1000)
})

test('stands on statements are steps of the scale, and diaries are of the last days', () => {
  const statements = named('Vi möts', 'Vi provar').map(({ id: one, name }) => ({ id: one, text: name }))
  const scale = { ...base, form: 'scale', scale: { statements, steps: 4, result: 'hidden' } }
  const stands = everybody.flatMap((n) => sentIn(scale, n))
  assert.ok(stands.length > 100)
  assert.ok(stands.every(({ method, params }) => method === 'answer.put' && params.value >= 1 && params.value <= 4))
  assert.ok(new Set(stands.map(({ params }) => params.value)).size > 1)
  const diary = everybody.flatMap((n) => sentIn({ ...base, form: 'diary' }, n))
  assert.ok(diary.every(({ params }) => params.day > '2026-02-03' && params.day <= '2026-02-10' && params.text && params.tags))
  assert.equal(new Set(diary.map(({ params }) => params.about)).size, 3)
})

test('who has answered before is seen by what is their own', () => {
  const of = (kind) => ({ store: { ...emptyStore, allMine: (asked) => (asked === kind ? [{ round: id(2) }] : []), mine: (asked) => (asked === kind ? {} : undefined) }, commands: [] })
  for (const [form, kind] of [['notes', 'note'], ['diary', 'diary'], ['ballot', 'votes'], ['scale', 'answers']]) {
    assert.equal(hasAnswered({ ...base, form }, of(kind)), true, form)
    assert.equal(hasAnswered({ ...base, form }, of('participant')), false, form)
  }
  assert.equal(hasAnswered({ ...base, form: 'notes' }, { store: emptyStore, commands: [{ params: { round: id(2) } }] }), true)
})

// A server that takes what it gets, and knows people by their token.
class FakeServer {
  constructor() {
    this.sockets = []
    this.sent = []
    this.own = new Map()
    this.isOpen = true
    this.entities = []
    this.seq = 10
  }

  open = () => {
    const socket = { isClosed: false, send: (text) => this.hear(socket, JSON.parse(text)), close: () => (socket.isClosed = true) }
    this.sockets.push(socket)
    setImmediate(() => socket.onopen?.({}))
    return socket
  }

  get live() {
    return this.sockets.filter(({ isClosed, token }) => !isClosed && token)
  }

  say(socket, message) {
    setImmediate(() => socket.onmessage?.({ data: JSON.stringify({ jsonrpc: '2.0', ...message }) }))
  }

  hear(socket, { id: request, method, params }) {
    this.sent.push({ method, params, token: params.token ?? socket.token })
    if (method !== 'join') return this.say(socket, { id: request, result: { seq: ++this.seq } })
    if (!this.isOpen) return this.say(socket, { id: request, error: { code: -32000, message: 'closed', data: { reason: 'joining_closed' } } })
    socket.token = params.token
    this.say(socket, { id: request, result: { ...joined, time: this.time ?? joined.time, own: this.own.get(params.token) ?? [] } })
    this.say(socket, { method: 'sync', params: { epoch: 'e1', full: true, entities: this.entities, gone: [], seq: this.seq } })
  }

  tellAll(...entities) {
    this.entities = entities
    this.seq++
    for (const socket of this.live) this.say(socket, { method: 'sync', params: { epoch: 'e1', entities, gone: [], seq: this.seq } })
    return settle()
  }

  of(method) {
    return this.sent.filter((one) => one.method === method)
  }
}

const identities = everybody.map((n) => ({ token: `token ${n}`, author_secret: `author ${n}`, slip: `slip ${n}` }))

async function open(count = 30, { now, zone = profile.zone, ...more } = {}) {
  const time = new Time(now)
  const server = Object.assign(new FakeServer(), more)
  const reports = []
  const there = { ...where, profile: { ...profile, zone } }
  const options = { seed, where: there, url: 'ws://x/ws', openSocket: server.open, timers: time, pace: 'calm', tell: (report) => reports.push(report) }
  const crowd = new Crowd(options)
  crowd.call(identities, count)
  // (Each moment gives what waits for promises its turn.)
  const pass = async (milliseconds) => {
    for (let left = milliseconds; left > 0; left -= 500) {
      await time.pass(Math.min(500, left))
      await settle()
    }
  }
  return { time, server, crowd, reports, pass }
}

test('they come one after the other, each as somebody of their own, by a way in of their own', async () => {
  const { server, crowd, reports, pass } = await open()
  await pass(2_000)
  assert.ok(server.live.length > 0 && server.live.length < 15)
  await pass(20_000)
  assert.ok(server.live.length >= 26)
  assert.ok(server.live.length < 30, 'some are late')
  await pass(100_000)
  assert.equal(server.live.length, 30)
  assert.deepEqual(reports.at(-1), { here: 30, of: 30, refused: undefined })
  const joins = server.of('join').map(({ params }) => params)
  assert.equal(new Set(joins.map(({ token }) => token)).size, 30)
  assert.ok(joins.filter(({ way }) => way).every(({ token, way, session }) => way === token.replace('token', 'slip') && session === id(1)))
  const agreed = server.of('participant.consent').length
  assert.ok(agreed > 10 && agreed < 30)
  crowd.end()
  await pass(1_000)
  assert.equal(server.live.length, 0)
  assert.deepEqual(reports.at(-1), { here: 0, of: 0, refused: undefined })
})

test('two lose their wifi, and come back as the same without a way in', async () => {
  const { server, pass } = await open()
  await pass(120_000)
  const again = server.of('join').filter(({ params }) => !params.way)
  assert.deepEqual(again.map(({ token }) => token).sort(), ['token 3', 'token 8'])
})

test('they answer what is opened, at the pace that is set, and wait while they are paused', async () => {
  const { server, crowd, pass } = await open()
  await pass(100_000)
  const round = { ...base, form: 'notes', notes: {} }
  await server.tellAll({ ...round, state: 'planned', opened: 0 })
  await pass(30_000)
  assert.equal(server.of('note.put').length, 0)
  await server.tellAll(round)
  await pass(10_000)
  const early = server.of('note.put').length
  crowd.pause(true)
  await pass(60_000)
  assert.equal(server.of('note.put').length, early)
  crowd.pause(false)
  crowd.setPace('quick')
  await pass(30_000)
  assert.ok(server.of('note.put').length >= 30)
  assert.ok(server.of('writing').length >= 30)
  assert.equal(new Set(server.of('note.put').map(({ token }) => token)).size, 30, 'all of them, at four times the pace')
})

test('most hurry when it is about to close', async () => {
  const { time, server, pass } = await open()
  await pass(100_000)
  const round = { ...base, form: 'notes', notes: {} }
  await server.tellAll(round)
  await pass(10_000)
  const before = new Set(server.of('note.put').map(({ token }) => token)).size
  await server.tellAll({ ...round, state: 'closing', deadline: time.now() + 20_000 })
  await pass(20_000)
  const after = new Set(server.of('note.put').map(({ token }) => token)).size
  assert.ok(before < 12 && after > before + 10 && after < 30, `${before} ${after}`)
  const ids = server.of('note.put').filter(({ params }) => params.rev === 1).map(({ params }) => params.id)
  assert.equal(new Set(ids).size, ids.length, 'each note once')
})

test('what has closed is answered no more, but for who is too late', async () => {
  const { server, pass } = await open()
  await pass(100_000)
  const round = { ...base, form: 'notes', notes: {} }
  await server.tellAll(round)
  await pass(15_000)
  await server.tellAll({ ...round, state: 'closed' })
  const before = server.of('note.put').length
  await pass(200_000)
  const late = server.of('note.put').slice(before)
  assert.ok(late.length > 0 && late.length <= 2)
  assert.ok(late.every(({ token }) => ['token 10', 'token 25'].includes(token)))
})

test('more are called, and some sent home; called again they are the same, and answer nothing twice', async () => {
  const { server, crowd, pass } = await open(5)
  await pass(30_000)
  assert.equal(server.live.length, 5)
  crowd.call(identities, 12)
  await pass(60_000) // (who lost the wifi is back)
  assert.equal(server.live.length, 12)
  crowd.call(identities, 5)
  await pass(1_000)
  assert.equal(server.live.length, 5)
  const round = { ...base, form: 'notes', notes: {} }
  await server.tellAll(round)
  await pass(200_000)
  const before = server.of('note.put').length
  for (const { token, params } of server.of('note.put')) server.own.set(token, [{ kind: 'note', seq: 20, ...params }])
  crowd.end()
  crowd.call(identities, 5)
  await pass(200_000)
  assert.equal(server.live.length, 5)
  assert.equal(server.of('note.put').length, before)
  assert.equal(new Set(server.of('join').map(({ token }) => token)).size, 12)
})

const board = { kind: 'board', id: id(70), seq: 6, title: 'Det vi vill', rounds: [id(2)], hands: 'all', revealed: true, notes: 9, unsorted: 9 }
const themes = named('Närhet', 'Trygghet', 'Mod').map(({ id: one, name }, i) => ({ kind: 'theme', id: one, seq: 6, board: id(70), title: name, position: i }))
const wall = [
  { kind: 'session', id: id(1), seq: 6, title: 'Dagen', state: 'live' },
  { ...base, form: 'notes', notes: {}, state: 'closed', revealed: true },
  ...Array.from({ length: 9 }, (_, i) => ({ kind: 'note', id: id(80 + i), seq: 6, round: id(2), text: i === 0 ? 'Mer trygghet' : `Tanke ${i}` })),
  ...themes,
]

test('where all sort, some do: one note at a time, each in an order of their own, until none is left for them', async () => {
  const { server, pass } = await open(12)
  await pass(100_000)
  await server.tellAll(...wall, { ...board, hands: 'hosts', shown: true })
  await pass(60_000)
  await server.tellAll(...wall, { ...board, revealed: false, notes: 0, unsorted: 0 })
  await pass(60_000)
  assert.equal(server.of('note.sort').length, 0, 'not where hosts sort, nor before all may see the notes')
  await server.tellAll(...wall, board)
  await pass(6_000)
  assert.equal(server.of('note.sort').length, 0, 'calmly')
  await pass(600_000)
  const sorts = server.of('note.sort')
  const people = new Set(sorts.map(({ token }) => token))
  assert.equal(people.size, 8, 'some of them')
  assert.equal(sorts.length, 8 * 9, 'nobody any note twice, though nobody else does it here')
  assert.ok(new Set([...people].map((one) => sorts.find(({ token }) => token === one).params.note)).size > 3, 'not all at the same end')
  const of = (note) => new Set(sorts.filter(({ params }) => params.note === note).map(({ params }) => params.to))
  assert.deepEqual([...of(id(80))], [themes[1].id], 'where it belongs')
  assert.ok(Array.from({ length: 9 }, (_, i) => of(id(80 + i))).every(({ size }) => size === 1))
})

test('they stop when all is sorted, when the facilitator sorts again, and when it is over', async () => {
  for (const end of [{ ...board, unsorted: 0 }, { ...board, hands: 'hosts', shown: true }, { ...wall[0], state: 'ended' }]) {
    const { server, pass } = await open(12)
    await pass(100_000)
    await server.tellAll(...wall, board)
    const count = () => server.of('note.sort').length
    for (let tries = 0; tries < 10 && count() === 0; tries++) await pass(5_000)
    assert.ok(count() > 0)
    await server.tellAll(end)
    await pass(1_000) // (what is on its way arrives)
    const before = count()
    await pass(100_000)
    assert.equal(count(), before)
  }
})

test('their days are those of where the meeting is', async () => {
  const now = Date.UTC(2026, 1, 10, 3)
  const { server, pass } = await open(30, { now, time: now, zone: 'America/Los_Angeles' })
  await pass(100_000)
  await server.tellAll({ ...base, form: 'diary' })
  await pass(200_000)
  const days = server.of('diary.put').map(({ params }) => params.day)
  assert.ok(days.includes('2026-02-09') && days.every((day) => day <= '2026-02-09'), days.join())
})

test('where the door is closed they say so, and ask again', async () => {
  const { server, reports, pass } = await open(5, { isOpen: false })
  await pass(30_000)
  assert.equal(reports.at(-1).refused, 'joining_closed')
  assert.equal(reports.at(-1).here, 0)
  server.isOpen = true
  await pass(80_000)
  assert.deepEqual(reports.at(-1), { here: 5, of: 5, refused: undefined })
})
