// The follow-up day, led over the protocol: a room of 78 with a phone each, three hosts' pages, a big screen and one in each group's
// room. What is sent, and acknowledged, goes into a ledger.
import assert from 'node:assert/strict'
import { Chance } from './chance.mjs'
import { uuid } from './client.mjs'
import { FollowupLedger } from './followup_ledger.mjs'
import { Guest, Screen } from './followup_people.mjs'
import { ballotPapers, groupNames, levels, organisations, people, roles, subGoals, wish } from './followup_script.mjs'
import { Meeting } from './meeting.mjs'
import { addPicture, fetchPicture } from './pictures.mjs'

const HOSTS = 3
const named = (names) => names.map((name) => ({ id: uuid(), name }))
const texts = (store, round) => store.notes(round).map(({ text }) => text).sort()
const least = (counts) => Math.min(...counts)
const most = (counts) => Math.max(...counts)

export class FollowupDay {
  constructor(server) {
    Object.assign(this, { server, chance: new Chance(), ledger: new FollowupLedger(), places: new Map(), ballots: [], written: 0 })
    console.log(`SEED=${this.chance.seed}`)
    this.guests = people.map((_, number) => new Guest(number, this))
  }

  static async open(server) {
    const day = new FollowupDay(server)
    const profile = { roles: named(roles), levels: named(levels), organisations: organisations.map((one) => ({ id: uuid(), ...one })) }
    day.profile = profile
    day.meeting = await Meeting.open(server, { about: { title: 'Uppföljning', ...profile }, session: { title: 'Uppföljningsdagen' } })
    await day.setUp()
    return day
  }

  get host() {
    return this.hosts[0]
  }

  get session() {
    return this.meeting.session
  }

  get screens() {
    return [...this.hosts, this.bigScreen, ...this.groupScreens]
  }

  async setUp() {
    const { meeting } = this
    this.grouping = { id: uuid(), session: this.session, title: 'Delmålsgrupper', groups: named(groupNames) }
    for (const [i, group] of this.grouping.groups.entries()) group.link = `https://example.org/rum/${i + 1}`
    await meeting.host.command('grouping.put', { base: 0, ...this.grouping })
    const rounds = { visibility: 'group', grouping: this.grouping.id, scope: uuid(), notes: { supports: true }, open: false }
    this.rounds = []
    for (const { key, question } of subGoals) this.rounds.push(await meeting.addNotes({ key, question, ...rounds }))
    await meeting.host.close()
    await this.openScreens()
  }

  async openScreens() {
    const { server, meeting, session } = this
    const host = () => new Screen(server, { as: 'host', process: meeting.process }, meeting.cookie)
    this.hosts = await Promise.all(Array.from({ length: HOSTS }, () => host().come()))
    meeting.host = this.host
    const display = async (group) => {
      const { token } = await this.host.command('display.add', { session, ...(group ? { group: { grouping: this.grouping.id, group } } : {}) })
      return new Screen(server, { as: 'display', token }).come()
    }
    this.bigScreen = await display()
    this.groupScreens = []
    for (const { id } of this.grouping.groups) this.groupScreens.push(await display(id))
  }

  // ---- who stands where ----

  members(group) {
    return this.guests.filter((guest) => this.places.get(guest) === group)
  }

  async deal() {
    const { id } = this.grouping
    await this.host.command('grouping.deal', { id, base: this.host.store.find('grouping', id).seq, method: 'balanced' })
    await this.host.settle()
    this.readPlaces()
  }

  // As the hosts see it; each phone is to say the same of its owner.
  readPlaces() {
    const placings = this.host.store.all('placing')
    for (const guest of this.guests) {
      const placing = placings.find(({ participant }) => participant === guest.device?.participant)
      if (placing) this.places.set(guest, placing.group)
    }
  }

  sizes() {
    return this.grouping.groups.map(({ id }) => this.members(id).length)
  }

  // As large as each other, and of each role and level as many, but for one.
  checkBalance() {
    assert.ok(most(this.sizes()) - least(this.sizes()) <= 1, 'groups of a size')
    for (const trait of ['role', 'level']) {
      for (const value of new Set(people.map((person) => person[trait]))) {
        const counts = this.grouping.groups.map(({ id }) => this.members(id).filter(({ number }) => people[number][trait] === value).length)
        assert.ok(most(counts) - least(counts) <= (trait === 'role' ? 1 : 2), `${trait} ${value}: ${counts}`)
      }
    }
  }

  // Who comes when all the others have a group already gets a place where fewest are.
  async comeLate(guest) {
    const smallest = least(this.sizes())
    const before = new Map(this.grouping.groups.map(({ id }) => [id, this.members(id).length]))
    await guest.come()
    assert.equal(before.get(guest.group), smallest, 'in the smallest group')
    this.places.set(guest, guest.group)
  }

  async moveTo(guest, group) {
    await this.host.settle()
    const { seq: base } = this.host.store.all('placing').find(({ participant }) => participant === guest.participant)
    await this.host.command('group.place', { grouping: this.grouping.id, participant: guest.participant, group, base })
    await guest.device.settle()
    assert.equal(guest.group, group)
    this.places.set(guest, group)
  }

  // ---- sub-goals ----

  stage(screen, more = {}) {
    return this.host.command('session.stage', { id: this.session, screen, ...more })
  }

  async open(round) {
    await this.host.command('round.open', { id: round })
    await this.stage('round', { round })
  }

  // Four of the five sub-goals have an answer of each person.
  writers(k) {
    return this.guests.filter(({ number, device }) => device && number % 5 !== k)
  }

  async write(guest, round) {
    const [id, text] = [uuid(), wish(this.written++)]
    const group = this.places.get(guest)
    await guest.command('note.put', { id, round, rev: 1, text })
    this.ledger.notes.set(id, { round, text, by: guest.number, group, supporters: new Set(), standing: true })
    return id
  }

  async change(guest, id) {
    const note = this.ledger.notes.get(id)
    note.text = wish(this.written++)
    await guest.command('note.put', { id, round: note.round, rev: 2, text: note.text })
  }

  async takeAway(guest, id) {
    await guest.command('note.remove', { id, rev: 2 })
    this.ledger.notes.get(id).standing = false
  }

  async writeAll(k, guests = this.writers(k)) {
    await Promise.all(guests.map((guest) => this.write(guest, this.rounds[k])))
  }

  // Each sees the wall of the group they stand in, on the phone and in the room; the big screen none.
  async checkWalls(round) {
    await this.settle()
    for (const [i, { id }] of this.grouping.groups.entries()) {
      const wall = this.ledger.wall(round, id)
      for (const { store } of [this.groupScreens[i], ...this.members(id)]) assert.deepEqual(texts(store, round), wall)
    }
    assert.deepEqual(texts(this.bigScreen.store, round), [])
  }

  async callBack() {
    const until = Date.now() + 60_000
    await this.host.command('session.say', { id: this.session, text: 'Vi ses i plenum', until, back: true })
    const isTold = ({ store }) => store.find('session', this.session).said?.until === until
    for (const screen of this.groupScreens) await screen.client.until(() => isTold(screen), 'the call')
  }

  // All see what every group wrote, and each wall is presented by itself; people support what others wrote.
  async plenum(round) {
    await this.callBack()
    await this.host.command('round.reveal', { id: round })
    await this.stage('walls', { round })
    for (const { id } of this.grouping.groups) await this.stage('walls', { round, group: id })
    await this.host.command('session.say', { id: this.session, text: '' })
    await this.supportAll(round)
    await this.host.command('round.close', { id: round, grace: 0 })
    await this.settle()
    const all = this.ledger.of(round)
    for (const { store } of [...this.here(), ...this.screens]) {
      assert.deepEqual(texts(store, round), all.map(({ text }) => text).sort())
      for (const { id, group, supporters } of all) {
        const note = store.find('note', id)
        assert.deepEqual([note.group, note.supports ?? 0], [group, supporters.size], note.text)
      }
    }
  }

  async supportAll(round) {
    await Promise.all(this.here().map(async (guest) => {
      const note = this.chance.pick(this.ledger.of(round).filter(({ by }) => by !== guest.number))
      await guest.support(round, note.id)
      note.supporters.add(guest.number)
    }))
  }

  // ---- pictures ----

  async draw(bytes, caption, more = {}) {
    const { id, width, height } = await addPicture({ ...this.meeting, host: this.host }, bytes, { caption, drawn: true, ...more })
    this.ledger.pictures.push({ id, caption, width, height })
    await this.stage('picture', { picture: id })
  }

  // With everybody, and the same for whoever fetches it.
  async checkPictures() {
    for (const { id, caption } of this.ledger.pictures) {
      for (const { store } of [...this.here(), ...this.screens]) assert.equal(store.find('picture', id)?.caption, caption)
      const answers = await Promise.all([this.bigScreen, this.groupScreens[0], this.host].map(({ attended }) => fetchPicture(this.server, this.meeting.process, id, attended.ticket)))
      for (const { status, body } of answers) assert.deepEqual([status, body.equals(answers[0].body)], [200, true])
    }
  }

  // ---- priorities ----

  async vote(choices, { question, budget, cut, result, ...pass }) {
    const passOf = this.ballots.at(-1)?.id
    const settings = { choices, budget, cap: 1, cut, result, ...(passOf ? { pass_of: passOf } : {}) }
    const id = await this.meeting.addRound({ form: 'ballot', question, ballot: settings })
    this.ballots.push({ id, choices })
    await this.stage('round', { round: id })
    const papers = ballotPapers({ budget, ...pass })
    await Promise.all(this.guests.map(async (guest) => {
      for (const place of papers[guest.number]) {
        await guest.command('vote.put', { round: id, choice: choices[place].id, rev: 1, votes: 1 })
        this.ledger.votes.push({ round: id, choice: choices[place].id, by: guest.number })
      }
    }))
    await this.host.command('round.close', { id, grace: 0 })
    await this.settle()
    return this.host.store.find('tally', id)
  }

  // ---- all of them ----

  here() {
    return this.guests.filter(({ device }) => device?.online)
  }

  // Until every screen shows what the server says that it shows; participants and displays of one group see the same.
  async settle() {
    const phones = await Promise.all(this.here().map(async (guest) => [this.places.get(guest), (await guest.device.settle()).digest]))
    const rooms = await Promise.all(this.groupScreens.map(async (screen, i) => [this.grouping.groups[i].id, (await screen.settle()).digest]))
    for (const screen of [...this.hosts, this.bigScreen]) await screen.settle()
    return { phones, rooms }
  }

  // The server is killed, and everybody comes again by themselves.
  async killServer() {
    await this.server.kill()
    await this.server.start()
    await Promise.all(this.screens.map((screen) => screen.come()))
    this.meeting.host = this.host
  }

  async close() {
    await Promise.all(this.guests.map(({ device }) => device?.finish().catch(() => {})))
    for (const { client } of this.screens ?? []) client.drop()
  }
}
