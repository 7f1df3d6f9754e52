// A participant's phone on a bad network: an outbox of commands that stay until they are answered, a connection that
// drops at random, commands sent twice, and old ones again, late.
import assert from 'node:assert/strict'
import { Client, secret, uuid } from './client.mjs'
import { Store } from './store.mjs'

const passing = new Set(['too_often', 'not_stored', 'read_only', 'loading'])
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

export class Device {
  // who: of somebody who has been here before, { token, authorSecret }; arrival: what they join with, if it is not the link
  constructor(server, link, chance, { drops = 0.05, twice = 0.3, late = 0.1, arrival = { secret: link?.secret }, ...who } = {}) {
    Object.assign(this, { server, chance, drops, twice, late, arrival })
    this.token = who.token ?? secret()
    this.authorSecret = who.authorSecret ?? secret()
    this.store = new Store()
    this.outbox = [] // { method, params, answered, resolve }
    this.answered = [] // { method, params, answer }
    this.online = true
    this.connections = 0
    this.running = this.#live()
    this.running.catch((error) => (this.failure = error))
  }

  // What became of a command at last: { seq } or { reason, seq }.
  command(method, params) {
    const item = { method, params: { command: uuid(), ...params } }
    return new Promise((resolve, reject) => {
      if (this.failure) reject(this.failure)
      item.resolve = resolve
      item.reject = reject
      this.outbox.push(item)
    })
  }

  goOffline() {
    this.online = false
    this.client?.drop()
  }

  goOnline() {
    this.online = true
  }

  // Calm: no more drops and repeats.
  calmDown() {
    this.drops = 0
    this.twice = 0
    this.late = 0
  }

  async finish() {
    this.finished = true
    this.client?.drop()
    await this.running
  }

  async #live() {
    try {
      while (!this.finished) {
        if (this.online) await this.#connection()
        await pause(10 + this.chance.below(40))
      }
    } catch (error) {
      for (const item of this.outbox) item.reject(error)
      throw error
    }
  }

  async #connection() {
    const client = new Client(this.server, { store: this.store })
    this.client = client
    try {
      await client.opened
      const joined = await client.join({ ...this.arrival, token: this.token, author_secret: this.authorSecret })
      assert.equal(joined.participant, this.participant ?? joined.participant, 'the same participant')
      this.participant = joined.participant
      this.connections++
      await this.#pump(client)
    } catch (error) {
      if (error.name === 'AssertionError' || (error.reason && !passing.has(error.reason))) throw error
    } finally {
      client.drop()
    }
  }

  async #pump(client) {
    let open = true
    client.closed.then(() => (open = false))
    while (open && this.online && !this.finished) {
      if (client.fault) throw client.fault
      const item = this.outbox[0]
      if (!item) {
        await pause(20)
        continue
      }
      this.#misbehave(client)
      const copies = this.chance.maybe(this.twice) ? 2 : 1
      const answers = await Promise.all(Array.from({ length: copies }, () => this.#ask(client, item)))
      const answer = answers.find((one) => one && !passing.has(one.reason))
      if (!answer) {
        await pause(100)
        continue
      }
      this.outbox.shift()
      this.answered.push({ ...item, answer })
      for (const other of answers) this.#compare(item, answer, other)
      item.resolve(answer)
    }
  }

  // Undefined: the connection went away before the answer.
  async #ask(client, { method, params }) {
    try {
      return { seq: (await client.request(method, params)).seq }
    } catch (error) {
      if (!error.reason) return undefined
      return { reason: error.reason, seq: error.seq }
    }
  }

  #misbehave(client) {
    if (this.chance.maybe(this.drops)) setTimeout(() => client.drop(), this.chance.below(10))
    if (this.answered.length > 0 && this.chance.maybe(this.late)) {
      const old = this.chance.pick(this.answered)
      this.#ask(client, old).then((again) => {
        try {
          this.#compare(old, old.answer, again)
        } catch (error) {
          client.fault ??= error
        }
      })
    }
  }

  // Every repeat is answered like the first, if what was answered stands in the journal.
  #compare({ method, params }, first, again) {
    if (!again || passing.has(again.reason) || first.seq === undefined) return
    assert.deepEqual(again, first, `${method} ${JSON.stringify(params)}`)
  }

  // Until the store is what the server says this person sees.
  async settle() {
    for (let tries = 0; tries < 200; tries++) {
      if (this.failure) throw this.failure
      try {
        return await this.client.settle()
      } catch (error) {
        if (error.name === 'AssertionError') throw error
        await pause(50)
      }
    }
    throw new Error('a device does not settle')
  }
}
