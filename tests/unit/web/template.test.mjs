// Templates as they are kept, what a new process becomes by them, and a session that is made after another.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import test from 'node:test'
import { page } from './support/pages.mjs'

const require = createRequire(new URL('../../../web/package.json', import.meta.url))
const Ajv = require('ajv/dist/2020').default
const { bearsRounds } = await page('meeting')
const { contentsOf, minutesOf, roundsOfSession, templateOfFile } = await page('template')
const { profileOf, seatSteps, stepsOf } = await page('template_steps')
const { readyRounds } = await page('ready_rounds')
const { readTemplate } = await page('template_check')
const { faultsOf } = await page('schema_check')
const { templateOf } = await page('template_of')
const { bodyOf, fileName, fileOf, readBody } = await page('template_file')
const { copyOfSession, stepsOfCopy } = await page('copy_session')

const folder = new URL('../../../schema/templates/', import.meta.url)
const text = (name) => readFileSync(new URL(name, folder), 'utf8')
const read = (name) => JSON.parse(text(name))
const schema = read('template.schema.json')
const isTemplate = new Ajv({ allowUnionTypes: true }).compile(schema)
const names = readdirSync(folder).filter((name) => name !== 'template.schema.json')
const template = (name) => templateOfFile(read(name))
const counting = () => {
  let n = 0
  return () => `id-${++n}`
}
const wishes = (more = {}) => ({
  title: 'Vår dag', language: 'sv', zone: 'Europe/Stockholm', starts: 1000, tableName: (n) => `Bord ${n}`, newId: counting(), ...more,
})
const ofKind = (steps, method) => steps.filter((step) => step.method === method).map(({ params }) => params)

// Every text of a template, by where it stands: objects whose members are languages.
function texts(value, at = '') {
  if (typeof value !== 'object' || value === null) return []
  const own = Object.keys(value).some((key) => key === 'sv' || key === 'en') ? [{ at, words: value }] : []
  return [...own, ...Object.entries(value).flatMap(([key, member]) => texts(member, `${at}/${key}`))]
}

test('every template that is shipped is one, by its schema and by the page', () => {
  assert.equal(names.length, 8)
  for (const name of names) {
    assert.ok(isTemplate(read(name)), `${name}: ${JSON.stringify(isTemplate.errors)}`)
    assert.deepEqual(readTemplate(text(name)).faults, undefined, name)
    for (const { at, words } of texts(read(name)))
      for (const language of ['sv', 'en']) assert.ok(words[language]?.trim(), `${name}${at}: ${language}`)
    for (const { items } of template(name).sessions)
      for (const { form, round, rounds } of items) assert.ok(!(round || rounds) || bearsRounds(form), `${name}: only an item of such a form asks`)
    if (name === 'empty.json') continue
    for (const { items } of template(name).sessions) {
      const checkout = items.filter(({ form }) => form === 'checkout').at(-1)
      assert.deepEqual(checkout.rounds.map(({ key, form }) => [key, form]), [['evaluation', 'scale'], ['evaluation-note', 'notes']], `${name}: each meeting ends with a minute about it`)
      for (const { rounds } of items.filter(({ form }) => form === 'lecture')) assert.deepEqual(rounds, readyRounds('lecture'), `${name}: who listens can ask`)
      assert.deepEqual(items.filter(({ title, form }) => title.sv === 'Sedan sist' && form !== 'since'), [], `${name}: looking back is an item of its own`)
    }
  }
})

test('what is shipped is written for those who lead: minutes add up, and what is not a pause has a cue', () => {
  for (const name of names) {
    if (name === 'empty.json') continue
    for (const { minutes, items, title } of template(name).sessions) {
      const sum = items.reduce((all, item) => all + item.minutes, 0)
      assert.equal(sum, minutes, `${name} ${title?.sv}`)
      const silent = items.filter(({ form, cue }) => form !== 'break' && !cue)
      assert.deepEqual(silent.map((item) => item.title.sv), [], name)
    }
  }
  const lpu = contentsOf(template('lpu.json'))
  assert.deepEqual([lpu.sessions, lpu.minutes], [5, 600])
  assert.deepEqual(template('lpu.json').sessions.map(({ day = 0 }) => day), [0, 21, 42, 63, 84])
})

test('a meeting is as long as its programme, and where there is none as it was planned', () => {
  const items = [{ minutes: 120 }, { minutes: 60 }]
  assert.equal(minutesOf({ items, minutes: 120 }), 180)
  assert.equal(minutesOf({ items: [], minutes: 120 }), 120)
  assert.equal(minutesOf({ items: [] }), 0)
})

test('what is asked again has the same key and the same words', () => {
  const asked = new Map()
  for (const name of names)
    for (const session of template(name).sessions)
      for (const { key, form, question, scale } of roundsOfSession(session)) {
        const one = JSON.stringify([form, question, scale])
        const before = asked.get(`${name} ${key}`)
        if (before) assert.equal(one, before, `${name}: ${key}`)
        asked.set(`${name} ${key}`, one)
      }
  const days = ['inspiration-day-managers.json', 'inspiration-day-elected.json']
  assert.equal(asked.get(`${days[0]} aim`), asked.get(`${days[1]} aim`), 'managers and elected members are asked the same')
})

test('an inspiration day becomes a session with tables, its programme in order, its questions and a list of words', () => {
  const { session, steps } = stepsOf(template('inspiration-day-managers.json'), wishes())
  const [put] = ofKind(steps, 'session.put')
  assert.deepEqual([put.id, put.title, put.starts, put.base, put.minutes], [session, 'Vår dag', 1000, 0, 180])
  assert.deepEqual(put.tables.map(({ name }) => name), ['Bord 1', 'Bord 2', 'Bord 3', 'Bord 4', 'Bord 5', 'Bord 6'])
  const items = ofKind(steps, 'item.put')
  assert.deepEqual(items.map(({ position }) => position), items.map((_, i) => (i + 1) * 1000))
  assert.equal(items[0].title, 'Incheckning')
  assert.match(items[0].cue, /^Ha koden på storbilden/)
  const rounds = ofKind(steps, 'round.put')
  assert.deepEqual(rounds.map(({ question, key }) => [question, key]), [
    ['Vad vill du fråga föreläsaren?', 'questions'], ['Vad vill ni uppnå tillsammans?', 'aim'], ['Vad är ert nästa steg?', 'step'], ['Hur var dagen för dig?', 'evaluation'], ['Vad ska vi göra annorlunda nästa gång?', 'evaluation-note'],
  ])
  assert.ok(rounds.every((round) => items.some(({ id }) => id === round.item) && round.session === session && round.authorship === 'anonymous'))
  assert.deepEqual(ofKind(steps, 'words.put').map((list) => list.rounds), [[rounds[1].id]])
  const ids = steps.map(({ params }) => params.id)
  assert.equal(new Set(ids).size, ids.length)
})

test('an LPU becomes five sessions, three weeks apart at the same hour of the clock on the wall', () => {
  const starts = Date.parse('2026-10-01T11:00:00Z') // 13.00 in Stockholm, before the clocks go back
  const { sessions, steps } = stepsOf(template('lpu.json'), wishes({ starts, title: 'Vårt LPU' }))
  const puts = ofKind(steps, 'session.put')
  assert.deepEqual(puts.map(({ id }) => id), sessions)
  assert.deepEqual(puts.map((put) => new Date(put.starts).toISOString()), [
    '2026-10-01T11:00:00.000Z', '2026-10-22T11:00:00.000Z', '2026-11-12T12:00:00.000Z', '2026-12-03T12:00:00.000Z', '2026-12-24T12:00:00.000Z',
  ])
  assert.ok(stepsOf(template('lpu.json'), wishes({ starts: 0 })).steps.every(({ method, params }) => method !== 'session.put' || params.starts === 0))
  const rounds = ofKind(steps, 'round.put')
  const evaluations = rounds.filter(({ key }) => key === 'evaluation')
  assert.equal(evaluations.length, 5)
  assert.deepEqual(evaluations.map(({ scale }) => scale.statements.map(({ key }) => key)), Array(5).fill(['evaluation-say', 'evaluation-forward', 'evaluation-time']))
  assert.equal(new Set(evaluations.flatMap(({ scale }) => scale.statements.map(({ id }) => id))).size, 15)
  assert.equal(rounds.filter(({ homework, form }) => homework && form === 'notes').length, 4)
  assert.deepEqual(rounds.filter(({ form }) => form === 'diary').map(({ homework, visibility, position }) => [homework, visibility, position]), [[true, 'own', 1]], 'behind the homework')
  const lists = ofKind(steps, 'words.put')
  const over = lists.at(-1).rounds.map((id) => rounds.find((round) => round.id === id))
  assert.deepEqual(over.map(({ key, session }) => [key, sessions.indexOf(session)]), [['situations', 0], ['picture', 2]])
})

test('seats name the roles of the profile that they go with', () => {
  const all = wishes()
  const lpu = template('lpu.json')
  const profile = profileOf(lpu, all)
  const seats = seatSteps(lpu, profile, all).map(({ params }) => params)
  assert.equal(seats.length, lpu.seats.length)
  const named = (of, id) => of.find((one) => one.id === id)?.name
  assert.deepEqual([named(profile.roles, seats.at(-1).role), named(profile.levels, seats.at(-1).level)], ['Forskare', 'Högskola'])
  assert.deepEqual(seats.map(({ position }) => position), seats.map((_, i) => (i + 1) * 1000))
  assert.match(profile.challenge, /med våra egna ord/)
})

test('what names another comes behind it', () => {
  const { steps } = stepsOf(template('lpu.json'), wishes())
  const at = (id) => steps.findIndex(({ params }) => params.id === id)
  steps.forEach(({ params }, i) => {
    for (const other of [params.session, params.item, ...(params.rounds ?? [])]) if (other) assert.ok(at(other) < i)
  })
})

test('a process is in the language that is wished for', () => {
  const profile = profileOf(template('inspiration-day-managers.json'), wishes({ language: 'en' }))
  assert.deepEqual([profile.title, profile.language, profile.session_word], ['Vår dag', 'en', 'day'])
  assert.ok(profile.roles.some(({ name }) => name === 'Elected member'))
  const empty = profileOf(template('empty.json'), wishes())
  assert.deepEqual([empty.roles, empty.session_word], [[], undefined])
})

test('rounds that are counted together share a scope, and a ballot has its choices', () => {
  const round = (key, more) => ({ form: 'round', title: { sv: key, en: key }, minutes: 5, round: { key, form: 'notes', question: { sv: key, en: key }, visibility: 'own', authorship: 'anonymous', ...more } })
  const ballot = { choices: [{ sv: 'Närhet', en: 'Closeness' }], budget: 3, result: 'hidden' }
  // (in the form of a single session, as the first ones had it)
  const file = { name: { sv: 'Ett' }, about: { sv: '' }, roles: [], levels: [], tables: 0, words: [], items: [round('a', { scope: 'x' }), round('b', { scope: 'x' }), round('c', { form: 'ballot', ballot })] }
  const { template: single } = readTemplate(JSON.stringify(file))
  const [a, b, c] = ofKind(stepsOf(single, wishes()).steps, 'round.put')
  assert.deepEqual([a.scope, b.scope, c.scope], [a.id, a.id, undefined])
  assert.deepEqual(c.ballot.choices.map(({ text }) => text), ['Närhet'])
  assert.deepEqual([a.notes, c.notes, a.ballot], [{}, undefined, undefined])
})

test('a session made after another has its programme, questions and lists, and nothing of what was answered', () => {
  const old = { kind: 'session', id: 'old', seq: 9, title: 'Första', state: 'ended', joined: 31, tables: [{ id: 't', name: 'Bord 1' }] }
  const item = (id, position, more = {}) => ({ kind: 'item', id, seq: 1, session: 'old', form: 'round', title: id, minutes: 20, position, ...more })
  const round = (id, more = {}) => ({ kind: 'round', id, seq: 5, session: 'old', item: 'i1', form: 'notes', question: id, visibility: 'all', authorship: 'anonymous', state: 'closed', revealed: true, opened: 5, notes: { fields: 0, cap: 2 }, scope: id, ...more })
  const material = (id, more = {}) => ({ kind: 'material', id, seq: 3, title: id, url: 'https://example.org/', ...more })
  const ballot = { choices: [{ id: 'c', text: 'Närhet', word: 'närhet', theme: 't' }], budget: 5, cut: 1, pass_of: 'p', result: 'hidden' }
  const meeting = {
    profile: { title: 'Process', language: 'sv', zone: 'Europe/Stockholm' },
    sessions: [old],
    items: [item('i2', 2000), item('i1', 1000), item('gone', 1500, { removed: true }), item('other', 1, { session: 'another' })],
    rounds: [round('r1', { key: 'first' }), round('r2', { scope: 'r1' }), round('v', { form: 'ballot', notes: undefined, ballot, item: undefined })],
    words: [{ title: 'Ord', rounds: ['r1', 'r2'] }, { title: 'Alla ord', rounds: ['r1', 'elsewhere'] }],
    materials: [
      material('m2', { session: 'old', position: 2 }), material('m1', { session: 'old', position: 1, about: 'Läs först' }), material('of-item', { item: 'i2' }),
      material('of-gone', { session: 'old', item: 'gone', position: 3 }), material('all'), material('other', { session: 'another' }), material('away', { session: 'old', removed: true }),
    ],
  }
  const newId = counting()
  const session = copyOfSession(old, { id: 'new', base: 0, title: 'Andra', starts: 7 }, newId)
  assert.deepEqual(session, { id: 'new', base: 0, title: 'Andra', starts: 7, tables: [{ id: 'id-1', name: 'Bord 1' }] })
  const steps = stepsOfCopy(old, 'new', meeting, newId)
  const items = ofKind(steps, 'item.put')
  assert.deepEqual(items.map(({ title, position, session: of }) => [title, position, of]), [['i1', 1000, 'new'], ['i2', 2000, 'new']])
  const [first, second, votes] = ofKind(steps, 'round.put')
  assert.deepEqual([first.item, first.base, first.session, first.scope], [items[0].id, 0, 'new', first.id])
  assert.equal(second.scope, first.id)
  assert.deepEqual([first.key, second.key, votes.key], ['first', 'r2', 'v'], 'keys stay, and those that had none get one of what is asked')
  assert.deepEqual([votes.item, votes.ballot.choices[0].text, votes.ballot.choices[0].word], [undefined, 'Närhet', 'närhet'])
  assert.notEqual(votes.ballot.choices[0].id, 'c')
  assert.deepEqual([votes.ballot.cut, votes.ballot.pass_of, votes.ballot.choices[0].theme], [1, undefined, undefined], 'the pass before is not copied, nor its themes')
  assert.deepEqual(ofKind(steps, 'words.put').map((list) => list.rounds), [[first.id, second.id]])
  assert.ok(!JSON.stringify(steps).includes('revealed'))
  const given = ofKind(steps, 'material.put')
  assert.deepEqual(given.map(({ title, session: of, item: at, about }) => [title, of, at, about]), [
    ['of-item', 'new', items[1].id, undefined], ['m1', 'new', undefined, 'Läs först'], ['m2', 'new', undefined, undefined], ['of-gone', 'new', undefined, undefined],
  ], 'what is of the session and its items, and nothing of the process or of another session')
})

test('a template takes material and organisers along, and nobody who holds a seat', () => {
  const file = {
    ...template('steering-group.json'), organisers: { sv: 'Regionen och högskolan' }, materials: [{ title: { sv: 'Målbilden' }, url: 'https://example.org/mal', about: { sv: 'Två sidor' } }],
  }
  file.sessions = file.sessions.map((session, i) => (i > 0 ? session : { ...session, materials: [{ title: { sv: 'Förra gången' }, url: 'http://example.org/' }], items: session.items.map((item, n) => (n > 0 ? item : { ...item, materials: [{ title: { sv: 'Film' }, url: 'https://example.org/film' }] })) }))
  assert.ok(isTemplate(file), JSON.stringify(isTemplate.errors))
  const made = applied(file)
  assert.equal(made.profile.organisers, 'Regionen och högskolan')
  assert.deepEqual(made.materials.map(({ title, session, item }) => [title, session === made.sessions[0].id, item !== undefined]), [['Målbilden', false, false], ['Film', true, true], ['Förra gången', true, false]])
  const once = templateOf({ ...made, holdings: [{ name: 'Robin' }] }, { name: 'Ny', about: 'Om' })
  assert.deepEqual(once.organisers, { sv: 'Regionen och högskolan' })
  assert.deepEqual([once.materials, once.sessions[0].materials, once.sessions[0].items[0].materials], [file.materials, file.sessions[0].materials, file.sessions[0].items[0].materials])
  assert.deepEqual(readTemplate(fileOf(once)).template, once)
  assert.ok(!JSON.stringify(once).includes('Robin'))
  for (const url of ['javascript:alert(1)', 'https://', 'https:///x', 'http://a b', 'ftp://example.org', `https://example.org/${'a'.repeat(990)}`]) {
    const faults = readTemplate(fileOf({ ...once, materials: [{ title: { sv: 'x' }, url }] })).faults
    assert.deepEqual(faults?.map(({ path }) => path.join('/')), ['materials/0/url'], url)
  }
})

test('groups go along into a template and a copy, and nobody who stands in them nor where they met', () => {
  const file = { ...template('steering-group.json') }
  const groupings = [{ key: 'mixed', title: { sv: 'Blandat' }, groups: [{ sv: 'Grupp 1' }, { sv: 'Grupp 2' }], choice: true, most: 6 }]
  const [first] = file.sessions
  const asked = first.items.find(({ round }) => round?.form === 'notes')
  const grouped = { ...asked, round: { ...asked.round, visibility: 'group', grouping: 'mixed' } }
  file.sessions = [{ ...first, groupings, items: first.items.map((item) => (item === asked ? grouped : item)) }]
  assert.deepEqual(readTemplate(fileOf(file)).faults, undefined)
  assert.ok(isTemplate(file), JSON.stringify(isTemplate.errors))
  const made = applied(file)
  const [grouping] = made.groupings
  assert.deepEqual([grouping.session, grouping.title, grouping.groups.map(({ name }) => name), grouping.choice, grouping.most], [made.sessions[0].id, 'Blandat', ['Grupp 1', 'Grupp 2'], true, 6])
  assert.equal(made.rounds.filter((round) => round.grouping === grouping.id).length, 1)
  const linked = { ...grouping, groups: grouping.groups.map((group) => ({ ...group, link: 'https://teams.example.org', count: 4 })) }
  const unused = { ...grouping, id: 'unused' }
  const once = templateOf({ ...made, groupings: [unused, linked] }, { name: 'Ny', about: 'Om' })
  assert.deepEqual(once.sessions[0].groupings.map(({ title, groups, choice, most }) => ({ title, groups, choice, most })), [{ title: { sv: 'Blandat' }, groups: [{ sv: 'Grupp 1' }, { sv: 'Grupp 2' }], choice: true, most: 6 }])
  const named = once.sessions[0].items.flatMap(({ rounds = [] }) => rounds).filter(({ grouping: key }) => key !== undefined)
  assert.deepEqual(named.map(({ grouping: key }) => key), [once.sessions[0].groupings[0].key])
  const wrong = (change) => readTemplate(fileOf({ ...file, sessions: [change(file.sessions[0])] })).faults?.map(({ wrong: what }) => what)
  assert.deepEqual(wrong((session) => ({ ...session, groupings: [] })), ['not_there'])
  assert.deepEqual(wrong((session) => ({ ...session, groupings: [...groupings, ...groupings] })), ['twice'])
  assert.deepEqual(wrong((session) => ({ ...session, items: session.items.map((item) => (item === grouped ? { ...item, round: { ...item.round, visibility: 'all' } } : item)) })), ['settings'])
})

// One template with one thing changed: each value left out, of another kind, too long, with a member too many.
function mutants(value) {
  if (Array.isArray(value)) return [[...value, 7], ...value.flatMap((one, i) => mutants(one).map((other) => value.with?.(i, other) ?? [...value.slice(0, i), other, ...value.slice(i + 1)]))]
  if (typeof value === 'string') return [7, '', 'å'.repeat(201), '👩'.repeat(200), 'é'.repeat(2001), 'ÅÄÖ']
  if (typeof value === 'number') return ['7', -1, 1.5, 1441, 101]
  if (typeof value === 'boolean') return ['ja']
  const members = Object.keys(value)
  const without = members.map((name) => Object.fromEntries(Object.entries(value).filter(([other]) => other !== name)))
  const changed = members.flatMap((name) => mutants(value[name]).map((other) => ({ ...value, [name]: other })))
  return [null, [], {}, { ...value, toString: 'x' }, ...without, ...changed]
}

test("the page's reader of schemas says what a validator of all of JSON Schema says", () => {
  const small = { ...read('steering-group.json'), about: { sv: 'x' } }
  const [session] = small.sessions
  small.sessions = [{ ...session, items: session.items.filter(({ round }) => round).slice(0, 3), table_names: [{ sv: 'Bord' }], time: '09:30', day: 3 }]
  small.organisations = [{ key: 'a', sv: 'A', type: { sv: 'kommun' } }]
  const all = mutants(small)
  assert.ok(all.length > 500)
  let refused = 0
  for (const one of all) {
    const faults = faultsOf(schema, one)
    assert.equal(faults.length === 0, isTemplate(one), `${JSON.stringify(faults)} ${JSON.stringify(isTemplate.errors)}`)
    refused += faults.length > 0 ? 1 : 0
  }
  assert.ok(refused > 300 && refused < all.length)
})

test('what is wrong with a file is said with its place', () => {
  const faults = (change) => {
    const file = read('inspiration-day-elected.json')
    change(file)
    return readTemplate(JSON.stringify(file)).faults?.map(({ path, wrong }) => `${path.join('/')} ${wrong}`)
  }
  const items = (file) => file.sessions[0].items
  assert.deepEqual(readTemplate('{"name":').faults, [{ path: [], wrong: 'not_json' }])
  assert.deepEqual(faults((file) => delete items(file)[3].title), ['sessions/0/items/3/title missing'])
  assert.deepEqual(faults((file) => (items(file)[3].minutes = '40')), ['sessions/0/items/3/minutes type'])
  assert.deepEqual(faults((file) => (items(file)[5].round.key = 'aim')), ['sessions/0/items/5/round/key twice', 'sessions/0/words/1/rounds/0 not_there'])
  assert.deepEqual(faults((file) => file.sessions[0].words[0].rounds.push('gone')), ['sessions/0/words/0/rounds/1 not_there'])
  assert.deepEqual(faults((file) => file.words.push({ title: { sv: 'Alla' }, rounds: ['aim', '1/aim', '2/aim'] })), ['words/0/rounds/2 not_there'])
  assert.deepEqual(faults((file) => (items(file)[3].round.form = 'ballot')), ['sessions/0/items/3/round/notes settings', 'sessions/0/items/3/round/ballot missing'])
  assert.deepEqual(faults((file) => (file.items = [])), ['sessions both'])
  assert.deepEqual(faults((file) => delete file.sessions), ['sessions neither'])
  assert.deepEqual(faults((file) => (file.seats = [{ title: { sv: 'A' }, role: 'nobody' }])), ['seats/0/role not_there'])
  assert.deepEqual(faults((file) => file.roles.push({ key: 'manager', sv: 'Chef igen' })), ['roles/5 twice'])
  assert.deepEqual(faults((file) => (file.levels[0] = { key: 'x' })), ['levels/0 no_text'])
  assert.equal(faults((file) => (file.sessions = Array(60).fill({ tables: -1, items: [], words: [] }))).length, 20, 'not all at once')
  assert.equal(faults(() => {}), undefined)
})

// What a server would hold, once the steps were taken.
function applied(file, language = 'sv') {
  const all = wishes({ language, title: 'Vårt arbete', starts: Date.parse('2026-03-02T08:00:00Z') })
  const profile = profileOf(file, all)
  const { steps } = stepsOf(file, all)
  let seq = 1
  const entities = (method) => ofKind(steps, method).map((params) => ({ ...params, seq: ++seq }))
  const seats = seatSteps(file, profile, all).map(({ params }) => params)
  return { profile, sessions: entities('session.put'), items: entities('item.put'), rounds: entities('round.put'), words: entities('words.put'), materials: entities('material.put'), groupings: entities('grouping.put'), seats }
}

// In one language, and with what is said by leaving it out.
function only(value, language) {
  if (Array.isArray(value)) return value.map((one) => only(one, language))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([key]) => key !== (language === 'sv' ? 'en' : 'sv'))
  return Object.fromEntries(entries.map(([key, member]) => [key, only(member, language)]))
}

test('a template that is made, and a template made of that, are the same', () => {
  for (const name of names)
    for (const language of ['sv', 'en']) {
      const file = template(name)
      const once = templateOf(applied(file, language), { name: file.name[language], about: file.about[language] })
      assert.deepEqual(readTemplate(fileOf(once)).template, once, `${name}: it is a template`)
      const twice = templateOf(applied(once, language), { name: file.name[language], about: file.about[language] })
      assert.deepEqual(twice, once, name)
      const asked = (one) => one.sessions.map((session) => roundsOfSession(session).map(({ key, question, scale, homework, notes }) => [key, question[language], homework, notes, only(scale, language)]))
      assert.deepEqual(asked(once), asked(file), name)
      assert.deepEqual(once.sessions.map(({ day }) => day), file.sessions.map(({ day }) => day))
      assert.deepEqual(once.words.map(({ rounds }) => rounds), file.words.map(({ rounds }) => rounds))
      const seated = ({ seats = [], roles }) => seats.map(({ title, role }) => [title[language], roles.find(({ key }) => key === role)?.[language]])
      assert.deepEqual(seated(once), seated(file))
    }
})

test('a house keeps also what is longer than a frame, packed, and nothing is lost', async () => {
  const lpu = template('lpu.json')
  const body = await bodyOf(lpu)
  assert.ok([...body].length <= 24_000 && JSON.parse(body).packed)
  assert.deepEqual((await readBody(body)).template, lpu)
  const short = template('retrospective.json')
  assert.deepEqual(JSON.parse(await bodyOf(short)), short)
  assert.deepEqual((await readBody(await bodyOf(short))).template, short)
  for (const wrong of ['{"packed":"%%%"}', '{"packed":"AAAA"}', 'null', '7']) assert.ok((await readBody(wrong)).faults.length > 0, wrong)
})

test('what unpacks to more than any template is let go of', async () => {
  const bomb = new Blob([new Uint8Array(3_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'))
  const packed = Buffer.from(await new Response(bomb).arrayBuffer()).toString('base64')
  assert.deepEqual((await readBody(JSON.stringify({ packed }))).faults, [{ path: [], wrong: 'not_json' }])
})

test('a file has a name that every system takes', () => {
  assert.equal(fileName({ name: { sv: 'Närhet & tillit: så gör vi?' } }, 'sv'), 'samskap-narhet-tillit-sa-gor-vi.json')
  assert.equal(fileName({ name: { en: '日本' } }, 'sv'), 'samskap-q.json')
})
