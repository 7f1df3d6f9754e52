// A client over a WebSocket. All that it sends and receives is held against schema/, but for what is sent raw.
import { randomBytes, randomUUID } from 'node:crypto'
import { WebSocket } from './packages.mjs'
import { check, isDefined } from './schemas.mjs'
import { Store } from './store.mjs'

const PATIENCE = 20_000

export class Refusal extends Error {
  constructor(error, { method, asked }) {
    super(`${method}: ${error.data?.reason} (${error.message})`, { cause: asked })
    this.code = error.code
    this.reason = error.data?.reason
    this.seq = error.data?.seq
  }
}

export function secret() {
  return randomBytes(16).toString('hex')
}

export const uuid = randomUUID

export class Client {
  constructor(server, { cookie, origin = server.url, store = new Store(), localAddress } = {}) {
    this.server = server
    this.store = store
    this.received = [] // texts of all messages
    this.pending = new Map()
    this.watchers = new Set()
    this.nextId = 1
    const headers = cookie ? { Cookie: cookie } : {}
    this.socket = new WebSocket(`${server.url.replace('http', 'ws')}/ws`, 'samskap.v1', {
      origin,
      headers,
      perMessageDeflate: false,
      localAddress,
      ca: server.certificate,
    })
    this.opened = new Promise((resolve, reject) => {
      this.socket.on('open', resolve)
      this.socket.on('error', reject)
    })
    this.opened.catch(() => {})
    this.closed = new Promise((resolve) => this.socket.on('close', (code) => this.#close(code, resolve)))
    this.socket.on('message', (data) => this.#take(data.toString()))
  }

  static async open(server, options) {
    const client = new Client(server, options)
    await client.opened
    return client
  }

  #close(code, resolve) {
    this.closeCode = code
    for (const { reject } of this.pending.values()) reject(new Error(`the connection was closed (${code})`))
    this.pending.clear()
    this.#wake()
    resolve(code)
  }

  #take(text) {
    try {
      this.#read(text)
    } catch (error) {
      this.fault ??= error // said by whoever asks next
    }
    this.#wake()
  }

  #read(text) {
    this.received.push(text)
    const message = JSON.parse(text)
    if (message.method !== undefined) {
      checkNotification(message)
      if (message.method === 'sync') this.store.sync(message.params)
      else for (const entity of message.params.entities) this.store.putOwn(entity)
      return
    }
    check('response', message)
    const request = this.pending.get(message.id)
    if (!request) {
      this.stray = message
      return
    }
    this.pending.delete(message.id)
    if (message.error) request.reject(new Refusal(message.error, request))
    else request.resolve(this.#result(request.method, message.result))
  }

  #result(method, result) {
    check(isDefined(`result.${method}`) ? `result.${method}` : 'result.command', result)
    for (const entity of [...(result.own ?? []), ...(result.entity ? [result.entity] : [])]) {
      check(`sent.${entity.kind}`, entity)
      this.store.putOwn(entity)
    }
    return result
  }

  #wake() {
    for (const watcher of this.watchers) watcher()
  }

  sendRaw(data, options) {
    this.socket.send(data, options)
  }

  // The next answer that belongs to no request: what sendRaw brings.
  async strayAnswer() {
    await this.until(() => this.stray, 'an answer')
    const stray = this.stray
    this.stray = undefined
    return stray
  }

  request(method, params = {}, { checked = true } = {}) {
    if (this.fault) throw this.fault
    if (checked) check(`command.${method}`, params)
    const message = { jsonrpc: '2.0', id: this.nextId++, method, params }
    if (checked) check('request', message)
    const asked = new Error('asked here')
    return new Promise((resolve, reject) => {
      if (this.socket.readyState !== WebSocket.OPEN) {
        reject(new Error('not connected'))
        return
      }
      this.pending.set(message.id, { resolve, reject, method, asked })
      this.socket.send(JSON.stringify(message))
    })
  }

  // A request with a command id of its own.
  command(method, params = {}, options) {
    return this.request(method, { command: uuid(), ...params }, options)
  }

  join(params) {
    return this.request('join', {
      token: secret(),
      author_secret: secret(),
      seq: this.store.seq,
      ...(this.store.epoch ? { epoch: this.store.epoch } : {}),
      ...params,
    })
  }

  async attend(params) {
    this.attended = await this.request('attend', params)
    return this.attended
  }

  // Waits until what is asked for holds, and gives it; it may look at anything that messages change.
  until(predicate, what = String(predicate)) {
    return new Promise((resolve, reject) => {
      const finish = (settle, value) => {
        clearTimeout(timer)
        this.watchers.delete(watcher)
        settle(value)
      }
      const watcher = () => {
        if (this.fault) return finish(reject, this.fault)
        const value = predicate(this.store)
        if (value) finish(resolve, value)
      }
      const timer = setTimeout(() => finish(reject, new Error(`waited in vain for: ${what}`)), PATIENCE)
      this.watchers.add(watcher)
      watcher()
    })
  }

  // Until the store is what the server says this client sees.
  async settle() {
    let told
    for (let tries = 0; tries < 50; tries++) {
      told = await this.request('digest')
      if (this.store.digest() === told.digest) return told
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`the store differs from what the server says, at seq ${this.store.seq} of ${told.seq}`)
  }

  async close() {
    this.socket.close()
    return this.closed
  }

  // Goes away without a word.
  drop() {
    this.socket.terminate()
    return this.closed
  }
}

function checkNotification(message) {
  check('notification', message)
  for (const entity of message.params?.entities ?? []) check(`sent.${entity.kind}`, entity)
}
