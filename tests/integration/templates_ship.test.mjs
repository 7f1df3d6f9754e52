// Every template that is shipped, in each language, is taken whole by the server, and read back as it was: what the programme
// says, what is asked, what stays between hosts, and copies of it without what was answered.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import test from 'node:test'
import { page } from '../unit/web/support/pages.mjs'
import { Client, secret, uuid } from './support/client.mjs'
import { firstAdministrator, putNote } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'

const { readTemplate } = await page('template_check')
const { roundsOfSession, wordsIn } = await page('template')
const { templateOf } = await page('template_of')
const { profileOf, seatSteps, stepsOf } = await page('template_steps')
const { copyOfSession, stepsOfCopy } = await page('copy_session')
const { bodyOf, readBody } = await page('template_file')

const folder = new URL('../../schema/templates/', import.meta.url)
const names = readdirSync(folder).filter((name) => name !== 'template.schema.json')
const templateIn = (name) => readTemplate(readFileSync(new URL(name, folder), 'utf8')).template
const STARTS = Date.parse('2026-10-01T11:00:00Z')

async function attend(server, cookie, process) {
  const host = await Client.open(server, { cookie })
  await host.attend({ as: 'host', ...(process ? { process } : {}) })
  return host
}

// A new process of it: what was sent, and a host who sees it.
async function apply(server, cookie, template, language) {
  const wishes = { title: 'Vårt arbete', language, zone: 'Europe/Stockholm', starts: STARTS, tableName: (n) => `Bord ${n}`, newId: uuid }
  const process = uuid()
  const profile = profileOf(template, wishes)
  const house = await attend(server, cookie)
  await house.command('process.add', { id: process, profile })
  await house.close()
  const host = await attend(server, cookie, process)
  const { sessions, steps } = stepsOf(template, wishes)
  const sent = [...seatSteps(template, profile, wishes), ...steps]
  for (const { method, params } of sent) await host.command(method, params)
  await host.until((store) => sessions.every((id) => store.find('session', id)) && store.all('item').length === sent.filter(({ method }) => method === 'item.put').length, 'the programme')
  await host.settle()
  return { process, profile, sessions, sent, host }
}

// As a page that copies it sees it.
function meetingOf({ host, sessions, process }) {
  const { store } = host
  return {
    profile: store.find('process', process).profile,
    sessions: sessions.map((id) => store.find('session', id)),
    items: store.all('item'),
    rounds: store.all('round'),
    words: store.all('words'),
    seats: store.all('seat'),
    boards: store.all('board'),
    themes: store.all('theme'),
  }
}

const isLeftOut = (value) => value === 0 || value === '' || value === false || (Array.isArray(value) && value.length === 0)

// What was sent stands there, member by member; what the server adds is its own.
function standsThere(store, { method, params }) {
  const kind = method.split('.')[0]
  const { base: _, ...wanted } = params
  const entity = store.find(kind, params.id)
  assert.ok(entity, `${method} ${params.title ?? params.question}`)
  for (const [name, value] of Object.entries(wanted)) {
    if (isLeftOut(value)) continue
    if (name === 'scope' && value === params.id) continue
    if (name === 'rounds') assert.deepEqual([...entity.rounds].sort(), [...value].sort())
    else if (typeof value === 'object' && !Array.isArray(value)) for (const [part, one] of Object.entries(value)) isLeftOut(one) || assert.deepEqual(entity[name][part], one, `${method} ${name} ${part}`)
    else assert.deepEqual(entity[name], value, `${method} ${name}`)
  }
}

test('every template becomes a process, in each language, and a template again', async (t) => {
  const server = await startServer(t)
  const cookie = await firstAdministrator(server)
  for (const name of names)
    for (const language of ['sv', 'en']) {
      const template = templateIn(name)
      const made = await apply(server, cookie, template, language)
      for (const step of made.sent) standsThere(made.host.store, step)
      const profile = { asks_name: true, asks_consent: true, asks_organisation: false, roles: [], levels: [], ...made.host.store.find('process', made.process).profile }
      for (const [member, value] of Object.entries(made.profile)) assert.deepEqual(profile[member], value, `${name} ${member}`)
      const meeting = meetingOf(made)
      assert.deepEqual(meeting.sessions.map(({ number }) => number), made.sessions.map((_, i) => i + 1))
      const again = templateOf(meeting, { name: 'Igen', about: '' })
      const asked = (one) => one.sessions.map((session) => [session.day ?? 0, roundsOfSession(session).map(({ key, form, question, homework = false }) => [key, form, wordsIn(question, language), homework])])
      assert.deepEqual(asked(again), asked(template), name)
      const lines = (one) => one.sessions.map(({ items }) => items.map(({ title, minutes, cue, about }) => [wordsIn(title, language), minutes, cue && wordsIn(cue, language), about && wordsIn(about, language)]))
      assert.deepEqual(lines(again), lines(template), name)
      await made.host.close()
    }
})

test('what is for those who lead stays with them', async (t) => {
  const server = await startServer(t)
  const made = await apply(server, await firstAdministrator(server), templateIn('lpu.json'), 'sv')
  const [session] = made.sessions
  const way = await made.host.command('joining.put', { session, open: true })
  const person = await Client.open(server)
  await person.join({ secret: way.secret })
  await person.until((store) => store.all('item').length > 0 && !store.more, 'the programme')
  assert.ok(made.host.store.all('item').some(({ cue }) => cue))
  assert.ok(person.store.all('item').every((item) => item.cue === undefined))
  assert.ok(person.received.every((text) => !text.includes('Börja i tid, också om någon saknas')))
  await person.close()
  await made.host.close()
})

test('a session that is copied asks the same by the same keys, and nobody has answered it', async (t) => {
  const server = await startServer(t)
  const made = await apply(server, await firstAdministrator(server), templateIn('lpu.json'), 'sv')
  const { host } = made
  const [first] = made.sessions
  const way = await host.command('joining.put', { session: first, open: true })
  await host.command('session.run', { id: first, state: 'live' })
  const situations = host.store.all('round').find(({ key, session }) => key === 'situations' && session === first)
  await host.command('round.open', { id: situations.id })
  const person = await Client.open(server)
  await person.join({ secret: way.secret, token: secret() })
  await putNote(person, situations.id, 'Ett tillfälle i tisdags')
  await host.until((store) => store.notes(situations.id).length === 1, 'the answer')
  const board = uuid()
  await host.command('board.put', { id: board, base: 0, title: 'Situationer', rounds: [situations.id], hands: 'all', shown: true })
  await host.command('theme.put', { id: uuid(), base: 0, board, title: 'Övergångar', definition: 'Från en huvudman till en annan', position: 1000 })
  await host.until((store) => store.all('theme').length === 1, 'its theme')

  const old = host.store.find('session', first)
  const id = uuid()
  await host.command('session.put', copyOfSession(old, { id, base: 0, title: 'Ny grupp', starts: 0 }, uuid))
  for (const { method, params } of stepsOfCopy(old, id, meetingOf(made), uuid)) await host.command(method, params)
  await host.settle()
  const roundsIn = (session) => host.store.all('round').filter((round) => round.session === session)
  const keys = (session) => roundsIn(session).flatMap(({ key, scale, ballot }) => [key, ...[...(scale?.statements ?? []), ...(ballot?.choices ?? [])].map((one) => one.key)]).sort()
  assert.deepEqual(keys(id), keys(first))
  assert.ok(roundsIn(id).every((round) => round.state === 'planned' && !host.store.notes(round.id).length && roundsIn(first).every((other) => other.id !== round.id)))
  assert.equal(host.store.find('session', id).minutes, 120)
  const cues = (session) => host.store.all('item').filter((item) => item.session === session).map(({ cue }) => cue).sort()
  assert.deepEqual(cues(id), cues(first))
  const [copied] = host.store.all('board').filter((one) => one.id !== board)
  assert.deepEqual([copied.title, copied.hands, copied.shown ?? false, host.store.find('round', copied.rounds[0]).session], ['Situationer', 'hosts', false, id])
  const [theme] = host.store.all('theme').filter((one) => one.board === copied.id)
  assert.deepEqual([theme.title, theme.definition, theme.key], ['Övergångar', 'Från en huvudman till en annan', 'overgangar'])
  await person.close()
  await host.close()
})

test('a house keeps the largest of them, and gives it back whole', async (t) => {
  const server = await startServer(t)
  const house = await attend(server, await firstAdministrator(server))
  const lpu = templateIn('lpu.json')
  const id = uuid()
  await house.command('template.put', { id, title: 'Vårt LPU', body: await bodyOf(lpu) })
  const { templates } = await house.request('template.list', {})
  assert.deepEqual(templates.map(({ title }) => title), ['Vårt LPU'])
  const { body } = await house.request('template.get', { id })
  assert.deepEqual((await readBody(body)).template, lpu)
  await house.close()
})
