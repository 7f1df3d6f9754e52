// Those who come to the follow-up day, each with a phone on a bad network, and the screens that stand in the rooms.
import { Client } from './client.mjs'
import { Device } from './device.mjs'
import { Store } from './store.mjs'
import { people } from './followup_script.mjs'

const TRIES = 150
const network = { drops: 0.01, twice: 0.1, late: 0.02 }

export class Guest {
  constructor(number, day) {
    Object.assign(this, { number, day, supported: new Map() })
  }

  async come() {
    const { server, meeting, chance, profile } = this.day
    const { role, level, organisation, consent } = people[this.number]
    const said = { role: profile.roles[role].id, level: profile.levels[level].id, organisation: profile.organisations[organisation].id }
    const arrival = { secret: meeting.link.secret, ...said }
    this.device = new Device(server, undefined, chance, { ...network, arrival })
    await this.device.settle()
    if (consent !== undefined) await this.command('participant.consent', { rev: this.own('participant').rev + 1, consent })
  }

  get participant() {
    return this.device.participant
  }

  get store() {
    return this.device.store
  }

  own(kind, id = this.participant) {
    return this.store.findOwn(kind, id)
  }

  // Where the phone says that its owner stands.
  get group() {
    return this.own('place', this.day.grouping.id)?.group
  }

  // What became of it must be that it is stored.
  async command(method, params) {
    const answer = await this.device.command(method, params)
    if (answer.reason) throw new Error(`${this.number}: ${method} was refused: ${answer.reason}`)
    return answer
  }

  async support(round, note) {
    const rev = (this.supported.get(round) ?? 0) + 1
    this.supported.set(round, rev)
    await this.command('note.support', { note, rev })
  }
}

// A host's or a display's page, which comes again where it was after the server went away.
export class Screen {
  constructor(server, attendance, cookie) {
    Object.assign(this, { server, attendance, cookie, store: new Store() })
  }

  async come() {
    const { server, attendance, cookie, store } = this
    this.client = await Client.open(server, { cookie, store })
    const known = store.epoch ? { seq: store.seq, epoch: store.epoch } : {}
    this.attended = await this.client.attend({ ...attendance, ...known })
    await this.client.until(() => store.syncs > 0 && !store.more, 'what it shows')
    return this
  }

  command(method, params) {
    return this.client.command(method, params)
  }

  // Until it shows what the server says that it shows. A room of so many asks with patience.
  async settle() {
    for (let tries = 0; tries < TRIES; tries++) {
      const told = await this.client.request('digest').catch(({ reason }) => ({ reason }))
      if (told.digest === this.store.digest()) return told
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`a screen differs from what the server says, at seq ${this.store.seq}`)
  }
}
