// The scripted LPU, made of the shipped template and led over the protocol. What is sent, and acknowledged, goes into a ledger.
import assert from 'node:assert/strict'
import { Chance } from './chance.mjs'
import { Client, uuid } from './client.mjs'
import { LpuLedger } from './lpu_ledger.mjs'
import { hasDevice, PaperPerson, Person, present } from './lpu_people.mjs'
import { LpuRounds } from './lpu_rounds.mjs'
import { challenge, entries, lecture, meetings, people, steps } from './lpu_script.mjs'
import { noonBefore, openFromTemplate } from './template_process.mjs'

const put = { item: ['id', 'session', 'form', 'title', 'about', 'minutes', 'position', 'cue'], words: ['id', 'title', 'rounds'] } // what is said again

export class Lpu extends LpuRounds {
  constructor(server, cookie) {
    super()
    Object.assign(this, { server, cookie, chance: new Chance(), ledger: new LpuLedger(), seats: new Map(), entries: new Map() })
    console.log(`SEED=${this.chance.seed}`)
    this.persons = new Map(Object.keys(people).map((name) => [name, hasDevice(name) ? new Person(name, this) : new PaperPerson(this)]))
  }

  get host() {
    return this.meeting.host
  }

  get process() {
    return this.meeting.process
  }

  // A new process of the template; who sits where is written by hand.
  static async open(server, cookie, { title = 'Hem på fredag' } = {}) {
    const lpu = new Lpu(server, cookie)
    Object.assign(lpu, await openFromTemplate(server, cookie, { template: 'lpu', title, profile: { challenge } }))
    await lpu.seatEverybody()
    await lpu.host.settle()
    return lpu
  }

  async seatEverybody() {
    for (const title of ['Läkare', 'Handläggare']) await this.host.command('seat.put', { id: uuid(), base: 0, title, position: 20_000 })
    await this.host.until((store) => store.all('seat').length === 14, 'fourteen seats')
    for (const { id, title } of this.host.store.all('seat')) this.seats.set(title, id)
    for (const [name, { seat, deputy = false }] of Object.entries(people))
      await this.host.command('holding.put', { id: uuid(), base: 0, seat: this.seats.get(seat), name, deputy, from: Date.now() })
  }

  person(name) {
    return this.persons.get(name)
  }

  sessionOf(number) {
    return this.sessions[number - 1]
  }

  itemsOf(number) {
    const items = this.host.store.all('item').filter(({ session }) => session === this.sessionOf(number))
    return items.sort((a, b) => a.position - b.position)
  }

  round(number, key) {
    return this.host.store.all('round').find((round) => round.session === this.sessionOf(number) && round.key === key)
  }

  // What stands is put again, with something changed.
  async change(kind, id, changes) {
    const entity = this.host.store.find(kind, id)
    const said = Object.fromEntries(put[kind].filter((member) => member in entity).map((member) => [member, entity[member]]))
    const { seq } = await this.host.command(`${kind}.put`, { ...said, base: entity.seq, ...changes })
    await this.host.until((store) => store.seq >= seq, 'the change')
  }

  async stage(number, screen, more = {}) {
    await (this.steering ?? this.host).command('session.stage', { id: this.sessionOf(number), screen, ...more })
  }

  // The meeting begins and all of that day come.
  async begin(number, but) {
    await this.host.command('session.run', { id: this.sessionOf(number), state: 'live' })
    await this.stage(number, 'item', { item: this.itemsOf(number)[0].id })
    await this.openDoor(number)
    if (number > 1) await this.readHomework(number - 1)
    await this.gather(number, but)
  }

  async openDoor(number) {
    this.meeting.session = this.sessionOf(number)
    this.meeting.link = await this.meeting.openJoining(this.meeting.session)
  }

  // Those of that day who have phones come, on all but the first day by the session alone; some may have pages of their own.
  async gather(number, { but = [] } = {}) {
    const session = this.sessionOf(number)
    for (const name of present(number).filter(hasDevice)) {
      if (but.includes(name)) continue
      const person = this.person(name)
      await person.come(person.participant ? { session } : { secret: this.meeting.link.secret })
      this.ledger.checkOwnSteps(name, person.device.store)
      if (people[name].sharesWith) person.device.goOffline()
    }
    this.ledger.joined.set(session, present(number).filter(hasDevice).length)
  }

  // Through the programme. instead: what is done for a round by its key, or behind an item by its title.
  async hold(number, { instead = {}, behind = {} } = {}) {
    for (const item of this.itemsOf(number)) {
      await this.stage(number, 'item', { item: item.id })
      for (const round of this.host.store.all('round').filter((one) => one.item === item.id && one.form !== 'diary')) {
        await this.stage(number, 'round', { item: item.id, round: round.id })
        if (round.homework) await this.giveHomework(number, round)
        else if (meetings[number - 1][round.key]) await (instead[round.key] ?? (() => this.ask(number, round.key)))(round)
      }
      await behind[item.title]?.(item)
    }
  }

  // Open until noon of the day before the next meeting, where the group lives.
  async giveHomework(number, round) {
    const { starts } = this.host.store.find('session', this.sessionOf(Math.min(number + 1, 5)))
    await this.host.command('round.open', { id: round.id, deadline: noonBefore(starts) })
  }

  async carry(number) {
    for (const [, name, { of, seat, ...more }] of entries.filter(([when]) => when === number)) {
      const before = this.entries.get(name)
      const id = before?.id ?? uuid()
      const from = of ? { note: this.made[of[0]][of[1]].id } : {}
      const { shared: _, ...said } = before ?? { session: this.sessionOf(number) }
      const put = { ...said, ...more, ...from, ...(seat ? { seat: this.seats.get(seat) } : {}), id }
      const { seq } = await this.host.command('entry.put', { ...put, base: before?.base ?? 0 })
      this.entries.set(name, { ...put, base: seq })
    }
  }

  async takeSteps(number) {
    for (const [, name, text, { removed, ...more }] of steps.filter(([when]) => when === number)) {
      const id = uuid()
      const put = { id, session: this.sessionOf(number), text, ...more }
      await this.together([name], async () => {
        await this.person(name).command('step.put', { ...put, rev: 1 })
        if (removed) await this.person(name).command('step.put', { ...put, rev: 2, removed })
      })
      if (!removed) this.ledger.step(id, { session: put.session, text, by: name, ...more })
    }
  }

  async end(number) {
    await this.carry(number)
    await this.takeSteps(number)
    await this.host.command('session.run', { id: this.sessionOf(number), state: 'ended' })
  }

  // Between the meetings, on the phones.
  async doHomework(number) {
    const { key } = this.homeworkOf(number)
    await this.answer(number, key)
    return this.round(number, key)
  }

  // What it came to, if it was given, is shown to all, also where they are in the next meeting.
  async readHomework(number) {
    const { id, state } = this.homeworkOf(number)
    if (state === 'planned') return
    if (state !== 'closed') await this.meeting.closeRound(id)
    await this.host.command('round.reveal', { id })
    await this.stage(number + 1, 'round', { round: id })
  }

  homeworkOf(number) {
    return this.host.store.all('round').find((round) => round.homework && round.form !== 'diary' && round.session === this.sessionOf(number))
  }

  // All who are there see the same, which is what the server says they see.
  async checkScreens(number) {
    const here = present(number).map((name) => this.person(name).device).filter((device) => device?.online)
    const digests = new Set()
    for (const device of here) {
      device.calmDown()
      digests.add((await device.settle()).digest)
    }
    assert.equal(digests.size, 1, 'all see the same')
    const shown = this.ledger.standing().filter(({ round, session }) => this.isWith(number, round, session) && this.isShown(round))
    const [{ store }] = here
    assert.deepEqual(store.all('note').filter(({ text }) => text).map(({ text }) => text).sort(), shown.map(({ text }) => text).sort())
    await this.host.settle()
    this.ledger.checkShared(this.host.store)
    for (const { id, entered = 0 } of this.host.store.all('round').filter((round) => round.form === 'notes'))
      assert.equal(entered, this.ledger.onPaper(id), 'persons without a device')
  }

  // Of that meeting, or homework of another that was shown.
  isWith(number, round, session) {
    return session === this.sessionOf(number) || this.host.store.find('round', round).homework === true
  }

  isShown(round) {
    const { visibility, revealed } = this.host.store.find('round', round)
    return visibility === 'all' || revealed === true
  }

  async addLecture(number) {
    const { id, session, title } = this.itemsOf(number).find(({ form }) => form === 'lecture')
    await this.host.command('material.put', { id: uuid(), base: 0, session, item: id, ...lecture.material })
    await this.change('item', id, { summary: lecture.summary })
    return title
  }

  async leave() {
    for (const [name, person] of this.persons) if (hasDevice(name)) await person.leave()
  }

  // The host comes again, after the server went away.
  async attendAgain() {
    await this.meeting.attendAgain()
    await this.host.until((store) => store.syncs > 0 && !store.more, 'all of it')
  }

  async display(number) {
    const { token } = await this.host.command('display.add', { session: this.sessionOf(number) })
    const client = await Client.open(this.server)
    await client.attend({ as: 'display', token })
    await client.until((store) => store.syncs > 0 && !store.more, 'the first sync')
    return client
  }

  async close() {
    await this.leave().catch(() => {})
    this.host.drop()
  }
}
