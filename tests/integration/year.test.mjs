// A steering group's year: seventeen meetings, one every third week by the calendar, with homework between them. The server has no
// clock that can be moved, so the meetings follow upon each other: each is planned for its day, its homework has its end at noon of
// the day before the next one, and that end is then brought forward. Seats change hands; what is carried on is opened and closed.
import test from 'node:test'
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { page } from '../unit/web/support/pages.mjs'
import { Client, secret, uuid } from './support/client.mjs'
import { firstAdministrator, putNote, putVote } from './support/meeting.mjs'
import { notesOf, rowsOf } from './support/record.mjs'
import { startServer } from './support/server.mjs'
import { atHour, noonBefore, openFromTemplate, zone } from './support/template_process.mjs'
import { lines } from './support/transcript.mjs'
import { choice, holders, questions, stands, views } from './support/year_script.mjs'

const { copyOfSession, stepsOfCopy } = await page('copy_session')

const WEEKS = 3
const FRAME = 32 * 1024
const OPEN_FOR = 3 // meetings, until an entry is closed

class Year {
  constructor(server, opened) {
    Object.assign(this, opened, { server, members: new Map(), entries: [], notes: [], votes: [], answers: [], sizes: [] })
    this.starts = this.host.store.find('session', this.sessions[0]).starts
  }

  static async open(server) {
    const cookie = await firstAdministrator(server)
    const year = new Year(server, await openFromTemplate(server, cookie, { template: 'steering-group', title: 'Styrgruppen' }))
    await year.host.settle()
    year.seats = new Map(year.host.store.all('seat').map(({ id, title }) => [title, id]))
    return year
  }

  get host() {
    return this.meeting.host
  }

  sessionOf(number) {
    return this.sessions[number - 1]
  }

  round(number, key) {
    return this.host.store.all('round').find((round) => round.key === key && round.session === this.sessionOf(number))
  }

  // The next meeting, as a copy of the last one: at the same hour on the wall clock, also where summer time begins between.
  async plan(number) {
    if (number === 1) return
    const { store } = this.host
    const old = store.find('session', this.sessionOf(number - 1))
    const id = uuid()
    const put = { id, base: 0, title: `Möte ${number}`, starts: atHour(this.starts, (number - 1) * 7 * WEEKS, '13:00') }
    await this.host.command('session.put', copyOfSession(old, put, uuid))
    const [sessions, items, rounds, words, seats, materials] = ['session', 'item', 'round', 'words', 'seat', 'material'].map((kind) => store.all(kind))
    const all = { profile: this.profile, sessions, items, rounds, words, seats, materials }
    for (const { method, params } of stepsOfCopy(old, id, all, uuid)) await this.host.command(method, params)
    this.sessions.push(id)
    await this.host.settle()
  }

  // Who holds each seat by now; a new person there is a new participant, and who held it before comes no more.
  async seat(number) {
    for (const [title, turns] of Object.entries(holders)) {
      const turn = turns.findLast(([from]) => from <= number)
      if (turn[0] !== number) continue
      const seat = this.seats.get(title)
      const from = this.host.store.find('session', this.sessionOf(number)).starts
      for (const { id, seq, kind: _, ...before } of this.host.store.all('holding').filter((one) => one.seat === seat && !one.until))
        await this.host.command('holding.put', { ...before, id, base: seq, until: from })
      await this.host.command('holding.put', { id: uuid(), base: 0, seat, name: turn[1], from })
      await this.members.get(title)?.client?.close()
      this.members.set(title, { name: turn[1], seat, token: secret(), authorSecret: secret() })
    }
  }

  async begin(number) {
    const session = this.sessionOf(number)
    await this.host.command('session.run', { id: session, state: 'live' })
    const link = await this.host.command('joining.put', { session })
    for (const member of this.members.values()) {
      const { name, seat, token, authorSecret, participant } = member
      await member.client?.close()
      member.client = await Client.open(this.server)
      const way = participant ? { session } : { secret: link.secret }
      const joined = await member.client.join({ ...way, token, author_secret: authorSecret, name, seat })
      member.participant ??= joined.participant
      assert.equal(joined.participant, member.participant)
      await member.client.until((store) => store.syncs > 0 && !store.more, 'all of it')
    }
    this.sizes[number] = Math.max(...[...this.members.values()].map(({ client }) => this.sizeOf(client)))
  }

  // What somebody was sent until they saw all of it; no frame was too large.
  sizeOf({ received }) {
    const sizes = received.map((text) => Buffer.byteLength(text))
    assert.ok(Math.max(...sizes) <= FRAME)
    return sizes.reduce((all, one) => all + one)
  }

  async write(number, key) {
    const { id, session, authorship } = this.round(number, key)
    await Promise.all([...this.members].map(async ([title, { client, name }]) => {
      const text = `${views[key](title, questions[number - 1])} (${number})`
      await putNote(client, id, text)
      this.notes.push({ round: id, session, text, name: authorship === 'named' ? name : null })
    }))
  }

  async stand(number) {
    const { id, ballot } = this.round(number, 'stand')
    await this.host.command('round.open', { id })
    await Promise.all([...this.members.values()].map(async ({ client }, place) => {
      const one = ballot.choices[choice(number, place)]
      await putVote(client, id, one.id, 1)
      this.votes.push([number, one.key])
    }))
    await this.meeting.closeRound(id)
  }

  async evaluate(number) {
    const { id, scale } = this.round(number, 'evaluation')
    await this.host.command('round.open', { id })
    await Promise.all([...this.members.values()].map(async ({ client }, place) => {
      for (const [i, value] of stands(number, place).entries()) {
        await client.command('answer.put', { round: id, statement: scale.statements[i].id, rev: 1, value })
        this.answers.push([number, scale.statements[i].key, value])
      }
    }))
    await this.meeting.closeRound(id)
  }

  // One question and one step are opened, and those of three meetings ago are closed with a word.
  async carry(number) {
    const session = this.sessionOf(number)
    for (const [form, text] of [['question', `Vem äger ${questions[number - 1]}?`], ['step', `Skriva ihop läget för ${questions[number - 1]}`]]) {
      const whose = form === 'step' ? { seat: this.seats.get('Kommun 1') } : {}
      const entry = { id: uuid(), form, text, state: 'open', session, position: number * 10, ...whose }
      const { seq } = await this.host.command('entry.put', { ...entry, base: 0 })
      this.entries.push({ number, entry, seq })
    }
    for (const one of this.entries.filter(({ number: opened }) => opened === number - OPEN_FOR)) {
      Object.assign(one.entry, { state: 'closed', word: `Klart till möte ${number}` })
      one.seq = (await this.host.command('entry.put', { ...one.entry, base: one.seq })).seq
    }
  }

  async hold(number) {
    const asked = async (key) => {
      await this.host.command('round.open', { id: this.round(number, key).id })
      await this.write(number, key)
      await this.meeting.closeRound(this.round(number, key).id)
    }
    await asked('today')
    await this.host.command('round.reveal', { id: this.round(number, 'today').id })
    await this.stand(number)
    const { id, starts } = this.host.store.find('session', this.sessionOf(number))
    const deadline = noonBefore(atHour(starts, 7 * WEEKS, '13:00'))
    await this.host.command('round.open', { id: this.round(number, 'homework').id, deadline })
    await this.evaluate(number)
    await asked('evaluation-note')
    await this.carry(number)
    await this.host.command('session.run', { id, state: 'ended' })
  }

  // At home, and until its end, which the server keeps by itself; every sixth time it is down then.
  async doHomework(number) {
    await this.write(number, 'homework')
    const { id } = this.round(number, 'homework')
    const isDown = number % 6 === 0
    if (isDown) for (const member of this.members.values()) await member.client.settle()
    await this.host.command('round.deadline', { id, deadline: Date.now() + (isDown ? 1000 : 150) })
    if (isDown) {
      await this.server.kill()
      await sleep(1100)
      await this.server.start()
      await this.meeting.attendAgain()
    }
    await this.host.until((store) => store.find('round', id).state === 'closed', 'it ended')
  }

  async restart() {
    await this.server.settled() // (words that are looked up)
    const { digest } = await this.host.settle()
    for (const { client } of this.members.values()) await client.close()
    await this.host.close()
    await this.server.stop()
    await this.server.start()
    await this.meeting.attendAgain()
    assert.equal((await this.host.settle()).digest, digest, 'a restart changes nothing')
  }

  // ---- what the year came to ----

  checkCalendar() {
    const hour = new Intl.DateTimeFormat('sv', { timeZone: zone, timeStyle: 'short' })
    const starts = this.sessions.map((id) => this.host.store.find('session', id).starts)
    assert.deepEqual([...new Set(starts.map((time) => hour.format(time)))], ['13:00'])
    assert.equal(Math.round((starts.at(-1) - starts[0]) / 86_400_000), 16 * 7 * WEEKS)
  }

  // All that is asked has the same keys in all meetings, and ids of its own.
  checkKeys() {
    const rounds = this.host.store.all('round')
    const parts = (round) => [round, ...(round.ballot?.choices ?? []), ...(round.scale?.statements ?? [])]
    const keysOf = (id) => rounds.filter(({ session }) => session === id).flatMap(parts).map(({ key }) => key).sort().join()
    assert.equal(new Set(this.sessions.map(keysOf)).size, 1)
    const ids = rounds.flatMap(parts).map(({ id }) => id)
    assert.equal(new Set(ids).size, ids.length)
  }

  checkPeople() {
    const turns = Object.values(holders).flat()
    assert.equal(this.host.store.all('holding').length, turns.length)
    assert.equal(this.host.store.all('holding').filter(({ until }) => !until).length, Object.keys(holders).length)
    assert.equal(this.host.store.all('participant').length, turns.length, 'a new person on a seat is a new participant')
  }

  // What people are sent when they come grows with what there is to see, and not faster; what is stored of a meeting, not at all.
  checkSizes(before) {
    const each = this.sizes[2] - this.sizes[1]
    assert.ok(this.sizes[17] <= this.sizes[1] + 16 * 1.5 * each, `${this.sizes[17]} bytes at the end of the year`)
    const growth = before.slice(1).map((seq, i) => seq - before[i])
    assert.ok(Math.max(...growth.slice(3)) <= 1.25 * growth[3], `${growth} events`)
  }

  async checkRecord() {
    const record = await lines(this.meeting)
    const plain = ({ round, session, text, name }) => JSON.stringify([round, session, text, name])
    assert.deepEqual(notesOf(record).map(plain).sort(), this.notes.map(plain).sort())
    const numbers = new Map(this.sessions.map((id, i) => [id, i + 1]))
    const numberOf = new Map(rowsOf(record, 'rounds').map(({ round, session }) => [round, numbers.get(session)]))
    // Laid side by side by their keys: what was voted and answered, meeting by meeting.
    const keyed = (table, id) => rowsOf(record, table).map((row) => [row[id], row.key])
    const keys = new Map([...keyed('choices', 'choice'), ...keyed('statements', 'statement')])
    for (const { round, choice: id, votes } of rowsOf(record, 'votes'))
      assert.equal(votes, this.votes.filter(([number, key]) => number === numberOf.get(round) && key === keys.get(id)).length)
    const answers = rowsOf(record, 'answers').flatMap(({ round, statement, step, persons }) => Array(persons).fill([numberOf.get(round), keys.get(statement), step]))
    assert.deepEqual(answers.map(String).sort(), this.answers.map(String).sort())
    const line = ({ text, state, word }) => `${text} ${state} ${word ?? ''}`
    assert.deepEqual(rowsOf(record, 'entries').map(line).sort(), this.entries.map(({ entry }) => line(entry)).sort())
  }
}

test('a year of meetings and homework: by the calendar, from hand to hand, and all of it on record', async (t) => {
  const year = await Year.open(await startServer(t))
  const seqs = []
  for (let number = 1; number <= questions.length; number++) {
    await year.plan(number)
    await year.seat(number)
    await year.begin(number)
    await year.hold(number)
    await year.doHomework(number)
    if (number % 4 === 0) await year.restart()
    seqs.push(year.host.store.seq)
  }
  year.checkCalendar()
  year.checkKeys()
  year.checkPeople()
  year.checkSizes(seqs)
  await year.checkRecord()
  const open = year.host.store.all('entry').filter(({ state }) => state === 'open')
  assert.equal(open.length, 2 * OPEN_FOR, 'what was opened in the last meetings')
  await year.restart()
  await year.host.close()
})
