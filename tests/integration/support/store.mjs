// What a client knows: entities as sync brings them, and beside them what is its own.
import { createHash } from 'node:crypto'

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.keys(value).sort().map((name) => [name, sorted(value[name])]))
}

export class Store {
  constructor() {
    this.shared = new Map()
    this.own = new Map()
    this.seq = 0
    this.epoch = undefined
    this.now = undefined
    this.syncs = 0
    this.more = false
  }

  sync({ epoch, seq, full = false, more = false, entities = [], gone = [], now }) {
    if (full) this.shared.clear()
    for (const entity of entities) this.shared.set(`${entity.kind} ${entity.id}`, entity)
    for (const { kind, id } of gone) this.shared.delete(`${kind} ${id}`)
    this.seq = seq
    this.epoch = epoch
    this.more = more
    if (now !== undefined) this.now = now
    this.syncs++
  }

  putOwn(entity) {
    this.own.set(`${entity.kind} ${entity.id}`, entity)
  }

  // What hosts are told of a session: who is there, and the way in.
  nowIn(session) {
    return this.now?.sessions?.find((row) => row.session === session)
  }

  find(kind, id) {
    return this.shared.get(`${kind} ${id}`)
  }

  findOwn(kind, id) {
    return this.own.get(`${kind} ${id}`)
  }

  all(kind) {
    return [...this.shared.values()].filter((entity) => entity.kind === kind)
  }

  allOwn(kind) {
    return [...this.own.values()].filter((entity) => entity.kind === kind)
  }

  notes(round) {
    return this.all('note').filter((note) => note.round === round)
  }

  // SHA-256 over the entities by kind and id, one a line: ["kind","id",{members by name, without seq}].
  digest() {
    const hash = createHash('sha256')
    for (const key of [...this.shared.keys()].sort()) {
      const { kind, id, seq, ...members } = this.shared.get(key)
      hash.update(`${JSON.stringify([kind, id, sorted(members)])}\n`)
    }
    return hash.digest('hex')
  }
}
