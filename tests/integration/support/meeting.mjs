// What an organiser sets up: an administrator, a process, its sessions and rounds, and people who join.
import assert from 'node:assert/strict'
import { Client, secret, uuid } from './client.mjs'
import { cookieOf, post } from './http.mjs'

export const password = 'korrekt häst batteri'

// Uses up the one-time link of an empty store: the first administrator's cookie.
export async function firstAdministrator(server, name = 'Ordförande') {
  const answer = await post(server, '/invite', { token: await server.invite(), name, password })
  assert.ok(answer.status < 300, `POST /invite: ${answer.status} ${answer.text}`)
  const cookie = cookieOf(answer)
  assert.ok(cookie, 'a cookie is set')
  return cookie
}

export async function logIn(server, name = 'Ordförande') {
  const answer = await post(server, '/login', { name, password })
  assert.ok(answer.status < 300, `POST /login: ${answer.status} ${answer.text}`)
  return cookieOf(answer)
}

// Another account of the house, logged in: { id, cookie }.
export async function addAccount(server, cookie, name, role) {
  const house = await Client.open(server, { cookie })
  await house.attend({ as: 'host' })
  const id = uuid()
  const { secret: token } = await house.command('account.add', { id, name, role })
  await house.close()
  return { id, cookie: cookieOf(await post(server, '/invite', { token, password })) }
}

export function profile(more = {}) {
  return { title: 'God och nära vård', language: 'sv', zone: 'Europe/Stockholm', ...more }
}

// A process with a live session, and a host who attends it.
export class Meeting {
  constructor(server, cookie) {
    this.server = server
    this.cookie = cookie
    this.process = uuid()
    this.clients = []
  }

  static async open(server, { cookie, about, session } = {}) {
    const meeting = new Meeting(server, cookie ?? (await firstAdministrator(server)))
    await meeting.addProcess(about)
    await meeting.attend()
    meeting.session = await meeting.addSession(session)
    meeting.link = await meeting.openJoining(meeting.session)
    return meeting
  }

  async addProcess(about) {
    const house = await Client.open(this.server, { cookie: this.cookie })
    await house.attend({ as: 'host' })
    await house.command('process.add', { id: this.process, profile: profile(about) })
    await house.close()
  }

  async attend() {
    this.host = await Client.open(this.server, { cookie: this.cookie })
    this.account = (await this.host.attend({ as: 'host', process: this.process })).account
    await this.host.until((store) => store.find('process', this.process), 'the process')
    return this.host
  }

  // The host comes again, after the server went away.
  async attendAgain() {
    const { store } = this.host
    this.host = await Client.open(this.server, { cookie: this.cookie, store })
    await this.host.attend({ as: 'host', process: this.process, seq: store.seq, epoch: store.epoch })
    return this.host
  }

  async addSession({ title = 'Första tillfället', tables = [], live = true } = {}) {
    const id = uuid()
    await this.host.command('session.put', { id, base: 0, title, tables })
    if (live) await this.host.command('session.run', { id, state: 'live' })
    return id
  }

  // { code, secret }
  async openJoining(session, more = {}) {
    return this.host.command('joining.put', { session, ...more })
  }

  async addNotes(more = {}) {
    return this.addRound({ form: 'notes', question: 'Vad vill du uppnå?', notes: {}, ...more })
  }

  async addBallot(texts, { budget = 5, cap = 0, result = 'open', ...more } = {}) {
    const choices = texts.map((text) => ({ id: uuid(), text }))
    const id = await this.addRound({
      form: 'ballot',
      question: 'Vilka är viktigast?',
      ballot: { choices, budget, cap, result },
      ...more,
    })
    return { id, choices }
  }

  async addRound({ open = true, deadline, ...params }) {
    const id = uuid()
    const round = { id, base: 0, session: this.session, visibility: 'all', authorship: 'anonymous', ...params }
    await this.host.command('round.put', round)
    if (open) await this.host.command('round.open', { id, ...(deadline ? { deadline } : {}) })
    return id
  }

  // Ends a round at once.
  async closeRound(id) {
    await this.host.command('round.close', { id, grace: 0 })
    await this.host.until((store) => store.find('round', id)?.state === 'closed', 'the round is closed')
  }

  // Somebody joins by the link: a client with its token, author_secret and participant.
  async person(more = {}, options) {
    const client = await Client.open(this.server, options)
    client.token = more.token ?? secret()
    client.authorSecret = more.author_secret ?? secret()
    const joined = await client.join({ secret: this.link.secret, token: client.token, author_secret: client.authorSecret, ...more })
    client.participant = joined.participant
    client.joined = joined
    await client.until((store) => store.syncs > 0 && !store.more, 'the first sync')
    this.clients.push(client)
    return client
  }

  async people(count, more) {
    const clients = []
    for (let i = 0; i < count; i++) clients.push(await this.person(more))
    return clients
  }

  async settleAll(clients = this.clients) {
    for (const client of clients) await client.settle()
  }

  async close() {
    for (const client of [this.host, ...this.clients]) await client.close()
  }
}

export function putNote(client, round, text, more = {}) {
  return client.command('note.put', { id: uuid(), round, rev: 1, text, ...more })
}

export function putVote(client, round, choice, votes, rev = 1, more = {}) {
  return client.command('vote.put', { round, choice, rev, votes, ...more })
}

// The reason with which a request is refused.
export async function refusal(promise) {
  try {
    await promise
  } catch (error) {
    if (error.reason) return error.reason
    throw error
  }
  assert.fail('it was not refused')
}
