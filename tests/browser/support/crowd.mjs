// The participants that have no page in the test: each a phone that speaks the protocol, and comes again when the server
// went away.
import { uuid } from '../../integration/support/client.mjs'
import { Chance } from '../../integration/support/chance.mjs'
import { Device } from '../../integration/support/device.mjs'

const steady = { drops: 0, twice: 0.1, late: 0 }

export class Crowd {
  constructor(server, link, count) {
    this.chance = new Chance()
    console.log(`SEED=${this.chance.seed}`)
    this.devices = Array.from({ length: count }, () => new Device(server, link, this.chance, steady))
  }

  // Everybody puts up a note; gives [{ device, id, text }].
  async write(round, textOf) {
    const notes = this.devices.map((device, i) => ({ device, id: uuid(), text: textOf(i) }))
    const answers = await Promise.all(notes.map(({ device, id, text }) => device.command('note.put', { id, round, rev: 1, text })))
    const refused = answers.find(({ reason }) => reason)
    if (refused) throw new Error(`a note was refused: ${refused.reason}`)
    return notes
  }

  // Everybody lays their whole budget, one vote after the other; gives the sums by choice.
  async vote(round, { choices, budget }) {
    const sums = new Map(choices.map(({ id }) => [id, 0]))
    const voting = this.devices.map(async (device) => {
      const mine = new Map()
      for (let left = budget; left > 0; left--) {
        const { id } = this.chance.pick(choices)
        const cell = mine.get(id) ?? { votes: 0 }
        mine.set(id, cell)
        const { reason } = await device.command('vote.put', { round, choice: id, rev: ++cell.votes, votes: cell.votes })
        if (reason) throw new Error(`a vote was refused: ${reason}`)
        sums.set(id, sums.get(id) + 1)
      }
    })
    await Promise.all(voting)
    return sums
  }

  async close() {
    for (const device of this.devices) await device.finish().catch(() => {})
  }
}
