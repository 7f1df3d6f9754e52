// Who comes to the meetings of the scripted LPU, with what: a phone of their own, a shared one, a new one, or paper and a hand.
import { Client, secret, uuid } from './client.mjs'
import { Device } from './device.mjs'
import { deputy, people } from './lpu_script.mjs'

const steady = { drops: 0.01, twice: 0.2, late: 0.05 }

export const hasDevice = (name) => !people[name].paper

export function comesTo(name, number) {
  if (name === deputy.name) return number >= deputy.from
  return name !== deputy.instead || number < deputy.from
}

export const present = (number) => Object.keys(people).filter((name) => comesTo(name, number))

export class Person {
  constructor(name, lpu) {
    Object.assign(this, { name, lpu, token: secret(), authorSecret: secret(), rev: 1 })
  }

  get says() {
    const { role, level, seat, deputy: isDeputy } = people[this.name]
    const { roles, levels } = this.lpu.profile
    const idOf = (of, name) => of.find((one) => one.name === name).id
    return {
      name: this.name,
      role: idOf(roles, role),
      level: idOf(levels, level),
      seat: this.lpu.seats.get(seat),
      ...(isDeputy ? { deputy: true } : {}),
    }
  }

  // The phone is there from now on: it joins, and comes again by itself. arrival: the link, or the session alone.
  async come(arrival) {
    const { server, chance } = this.lpu
    const who = { token: this.token, authorSecret: this.authorSecret, arrival: { ...arrival, ...this.says } }
    this.device = new Device(server, undefined, chance, { ...steady, ...who })
    await this.device.settle()
    this.participant ??= this.device.participant
    if (this.device.participant !== this.participant) throw new Error(`${this.name} is somebody else`)
    const { consent } = people[this.name]
    if (consent !== undefined && !this.hasConsented) await this.command('participant.consent', { rev: this.own.rev + 1, consent })
    this.hasConsented = true
  }

  get own() {
    return this.device.store.findOwn('participant', this.participant)
  }

  async leave() {
    await this.device?.finish()
    this.device = undefined
  }

  // What became of it must be that it is stored.
  async command(method, params) {
    const answer = await this.device.command(method, params)
    if (answer.reason) throw new Error(`${this.name}: ${method} was refused: ${answer.reason}`)
    return answer
  }

  // By a return link that the old phone made in a session: the new one is the same participant, and another author.
  async moveToAnotherPhone(session) {
    const way = secret()
    await this.command('way.put', { secret: way })
    await this.leave()
    Object.assign(this, { token: secret(), authorSecret: secret() })
    const client = await Client.open(this.lpu.server)
    const joined = await client.join({ session, way, token: this.token, author_secret: this.authorSecret })
    await client.close()
    return joined
  }
}

// Somebody without a device, in one round: each round is told of a new person, so that nothing leads from one to another.
export class PaperPerson {
  constructor(lpu) {
    this.lpu = lpu
    this.ids = new Map()
  }

  idIn(round) {
    if (!this.ids.has(round)) this.ids.set(round, uuid())
    return this.ids.get(round)
  }

  async write(round, id, text) {
    await this.lpu.host.command('note.enter', { id, round, person: this.idIn(round), rev: 1, text })
  }
}
