// What a browser would give: time that moves when told to, sockets, tabs that agree.
import { page } from './pages.mjs'

const { MemoryStorage } = await page('outbox_storage')

// Lets everything that waits for promises go on.
export async function settle() {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve))
}

export class Time {
  constructor(now = 1_000_000) {
    this.at = now
    this.timers = []
  }

  now() {
    return this.at
  }

  after(milliseconds, call) {
    const timer = { at: this.at + milliseconds, call }
    this.timers.push(timer)
    return () => (this.timers = this.timers.filter((other) => other !== timer))
  }

  // Moves on, and calls what is due on the way, in order.
  async pass(milliseconds) {
    const end = this.at + milliseconds
    for (;;) {
      const [next] = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
      if (!next) break
      this.timers = this.timers.filter((other) => other !== next)
      this.at = Math.max(this.at, next.at)
      next.call()
      await settle()
    }
    this.at = end
    await settle()
  }
}

// The server's end of the sockets that a page opens.
export class Sockets {
  constructor() {
    this.all = []
    this.open = (url, subprotocol) => {
      const socket = new FakeSocket(url, subprotocol)
      this.all.push(socket)
      return socket
    }
  }

  get last() {
    return this.all.at(-1)
  }
}

class FakeSocket {
  constructor(url, subprotocol) {
    Object.assign(this, { url, subprotocol, sent: [], isClosed: false })
  }

  send(text) {
    this.sent.push(JSON.parse(text))
  }

  close() {
    this.isClosed = true
  }

  say(message) {
    this.onmessage?.({ data: JSON.stringify({ jsonrpc: '2.0', ...message }) })
    return settle()
  }

  sync(params) {
    return this.say({ method: 'sync', params: { entities: [], gone: [], ...params } })
  }

  // Answers the oldest request of a method that has no answer yet.
  answer(method, result) {
    return this.say({ id: this.take(method).id, result })
  }

  refuse(method, reason, more = {}) {
    return this.say({ id: this.take(method).id, error: { code: -32000, message: reason, data: { reason, ...more } } })
  }

  take(method) {
    const request = this.sent.find((one) => one.method === method && !one.answered)
    if (!request) throw new Error(`no ${method} was sent`)
    request.answered = true
    return request
  }

  // It opens, and join is answered.
  async welcome(more = {}) {
    this.onopen?.({})
    await settle()
    return this.answer('join', { ...joined, ...more })
  }

  async drop(code) {
    this.onclose?.({ code })
    await settle()
  }
}

export const joined = {
  participant: 'p', session: 's', process: 'x', epoch: 'e1', seq: 1, time: 1_000_000, build: 'b1', own: [],
}

// Where commands go: they are answered one by one, as the test says.
export class FakeLink {
  constructor() {
    this.requests = []
  }

  request(method, params) {
    return new Promise((resolve, reject) => this.requests.push({ method, params, resolve, reject }))
  }

  get texts() {
    return this.requests.map(({ params }) => params.text)
  }
}

// Tabs of one device: what one posts reaches the others, and one of them leads.
export class Device {
  constructor() {
    this.storage = new MemoryStorage()
    this.listeners = []
    this.queue = []
  }

  tab() {
    const own = new Set()
    const places = []
    let isThere = true
    this.listeners.push(own)
    return {
      areHeard: true,
      // It is closed without a word.
      vanish: () => {
        isThere = false
        this.listeners = this.listeners.filter((calls) => calls !== own)
        for (const place of places) this.leave(place)
      },
      post: (message) => {
        if (!isThere) return
        for (const calls of this.listeners) if (calls !== own) for (const call of calls) call(structuredClone(message))
      },
      listen: (call) => {
        own.add(call)
        return () => own.delete(call)
      },
      lead: (_name, call) => {
        const place = { call }
        places.push(place)
        this.queue.push(place)
        if (this.queue[0] === place) call()
        return () => this.leave(place)
      },
    }
  }

  leave(place) {
    const led = this.queue[0] === place
    this.queue = this.queue.filter((other) => other !== place)
    if (led) this.queue[0]?.call()
  }
}
