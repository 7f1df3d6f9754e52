// What a process carries from meeting to meeting: its lists, material and seats, and how what was done there is taken back.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import test, { beforeEach } from 'node:test'
import { buildModules, load, web } from './support/modules.mjs'
import { page } from './support/pages.mjs'

const entries = await page('entries')
const { listOf } = await page('carried')
const { linkOf, hostOf } = await page('links')
const { holdingsOf, holdsNow, sittingAt } = await page('seats')
const { placeOf, hashOf } = await page('host_route')
const { Store } = await page('store')

const element = () => ({ setAttribute() {}, append() {}, textContent: '' })
globalThis.document = { documentElement: element(), body: element(), createElement: element, addEventListener() {}, visibilityState: 'visible' }
const host = join(web, 'src/host')
const folder = await buildModules({
  undo: join(host, 'undo.ts'),
  entry_steps: join(host, 'carry/entry_steps.ts'),
  entry_values: join(host, 'carry/entry_values.ts'),
  material_groups: join(host, 'carry/material_groups.ts'),
  material_values: join(host, 'carry/material_values.ts'),
})
const { forgetUndoables, lastDone, takeBackLast } = await load(folder, 'undo')
const { addEntry, moveEntry, removeEntry, setState } = await load(folder, 'entry_steps')
const { entryFrom, valuesOf } = await load(folder, 'entry_values')
const { materialGroups } = await load(folder, 'material_groups')
const material = await load(folder, 'material_values')

beforeEach(forgetUndoables)

const entry = (id, more = {}) => ({ kind: 'entry', id, seq: 1, form: 'question', state: 'open', text: `text of ${id}`, position: 0, ...more })
const ids = (list) => list.map(({ id }) => id).join('')

test('what is not closed is counted by list', () => {
  const all = [entry('a'), entry('b', { state: 'answered' }), entry('c', { state: 'closed' }), entry('d', { state: 'sent', form: 'message' })]
  assert.deepEqual(entries.openCounts(all), { question: 2, step: 0, gap: 0, known: 0, message: 1, trial: 0 })
})

test('what is shown is open, or says what is searched for, or was touched here', () => {
  const all = [entry('a'), entry('b', { state: 'closed' }), entry('c', { owner: 'Anna Åberg' })]
  const shown = (more) => ids(entries.shownOf(all, { isAll: false, search: '', held: new Set(), ...more }))
  assert.equal(shown({}), 'ac')
  assert.equal(shown({ isAll: true }), 'abc')
  assert.equal(shown({ search: ' åberg' }), 'c')
  assert.equal(shown({ search: 'åberg', held: new Set(['b']) }), 'bc')
})

test('a step among those that are shown leads past what is not', () => {
  const all = ['a', 'b', 'c', 'd'].map((id) => entry(id))
  const shown = [all[0], all[2], all[3]]
  assert.equal(entries.stepAmong(all, shown, 'a', 1), 2)
  assert.equal(entries.stepAmong(all, shown, 'c', -1), 0)
  assert.equal(entries.stepAmong(all, shown, 'a', -1), undefined)
  assert.equal(entries.stepAmong(all, shown, 'b', 1), undefined)
})

test('in another list a thing has come as far as things can there', () => {
  assert.equal(entries.stateIn('step', 'sent'), 'under_way')
  assert.equal(entries.stateIn('message', 'under_way'), 'open')
  assert.equal(entries.stateIn('known', 'closed'), 'closed')
  for (const form of entries.entryForms)
    for (const state of ['open', 'under_way', 'sent', 'answered', 'closed']) assert.ok(entries.statesOf(form).includes(entries.stateIn(form, state)))
})

test('a form of an entry keeps what it does not show, and the moment of a day that is the same', () => {
  const zone = 'Europe/Stockholm'
  const until = Date.parse('2026-03-12T12:00:00Z')
  const old = entry('a', { until, note: 'n', session: 's' })
  const values = valuesOf(old, zone)
  assert.equal(values.until, '2026-03-12')
  assert.deepEqual(entryFrom({ ...values, text: ' new ' }, old, zone).text, 'new')
  assert.equal(entryFrom(values, old, zone).until, until)
  assert.equal(entryFrom(values, old, zone).note, 'n')
  assert.equal(entryFrom({ ...values, until: '2026-03-13' }, old, zone).until, Date.parse('2026-03-13T22:59:00Z'))
  assert.equal(entryFrom({ ...values, until: '' }, old, zone).until, 0)
})

test('links are taken as people paste them, and nothing else is', () => {
  assert.equal(linkOf(' https://example.org/a?b#c '), 'https://example.org/a?b#c')
  assert.equal(linkOf('www.example.org/rapport'), 'https://www.example.org/rapport')
  assert.equal(linkOf('http://intranet/'), 'http://intranet/')
  for (const text of ['', 'ord', 'två ord.se', 'javascript:alert(1)', 'data:text/html,x', 'ftp://example.org', 'https://', 'https://user@example.org', 'a@b.se', `https://example.org/${'x'.repeat(1000)}`])
    assert.equal(linkOf(text), undefined, text)
  assert.equal(hostOf('https://www.example.org/a'), 'example.org')
  assert.equal(hostOf('no link'), '')
})

test('material is for all, or of a session, by the order of sessions', () => {
  const one = (id, more = {}) => ({ kind: 'material', id, seq: 1, title: id, url: 'https://example.org', ...more })
  const sessions = [{ kind: 'session', id: 's2', number: 2 }, { kind: 'session', id: 's1', number: 1 }]
  const groups = materialGroups([one('a', { session: 's2' }), one('b'), one('c', { session: 'gone' }), one('d', { session: 's1' })], sessions)
  assert.deepEqual(groups.map(({ session, materials }) => [session?.id, ids(materials)]), [[undefined, 'bc'], ['s1', 'd'], ['s2', 'a']])
})

test('material of an item is of its session too, and without a title it has that of its website', () => {
  const values = { title: ' ', url: 'example.org/x', about: '', place: 'i' }
  assert.deepEqual(material.materialFrom(values, [{ id: 'i', session: 's' }]), { title: 'example.org', url: 'https://example.org/x', about: '', item: 'i', session: 's' })
  assert.deepEqual(material.materialFrom({ ...values, place: 's' }, []).session, 's')
  assert.equal(material.isSound({ ...values, url: 'nej' }), false)
})

test('who holds a seat now is said by days that may be open at either end', () => {
  assert.ok(holdsNow({}, 50))
  assert.ok(holdsNow({ from: 50, until: 50 }, 50))
  assert.ok(!holdsNow({ from: 51 }, 50))
  assert.ok(!holdsNow({ until: 49 }, 50))
  const one = (id, more) => ({ kind: 'holding', id, seq: 1, seat: 's', ...more })
  assert.equal(ids(holdingsOf([one('d', { deputy: true }), one('b', { from: 2 }), one('a', { from: 1 }), one('x', { seat: 't' })], 's')), 'abd')
})

test('of those who have chosen a seat, who gave no name is counted', () => {
  const people = [{ seat: 's', name: 'Bo', deputy: true }, { seat: 's' }, { seat: 's', name: 'Anna' }, { seat: 't', name: 'Cia' }]
  assert.deepEqual(sittingAt(people, 's'), { named: [{ name: 'Anna', deputy: false }, { name: 'Bo', deputy: true }], unnamed: 1 })
})

test('each list has an address', () => {
  const place = { screen: 'process', process: 'p', tab: 'carry', list: 'step' }
  assert.equal(hashOf(place), '#/process/p/carry/step')
  assert.deepEqual(placeOf('#/process/p/carry/step'), place)
  assert.deepEqual(placeOf('#/process/p/carry'), { screen: 'process', process: 'p', tab: 'carry' })
})

// A page whose commands are all taken, and seen at once.
function opened(list = []) {
  const store = new Store((draw) => draw())
  store.sync({ epoch: 'e', full: true, seq: 3, entities: list, gone: [] })
  let seq = 3
  const sent = []
  const put = (method, params) => {
    const { base: _, removed, ...entity } = params
    sent.push(params)
    seq++
    const kind = method.split('.')[0]
    store.sync({ epoch: 'e', seq, entities: removed ? [] : [{ kind, ...entity, seq }], gone: removed ? [{ kind, id: params.id }] : [] })
    return { command: 'c', answer: Promise.resolve({ arrived: true, result: { seq } }) }
  }
  return { live: { session: { store, outbox: { put, dismiss() {} } } }, store, sent }
}

test('entries that are written fast stand in the order in which they were written, and are taken back one by one', async () => {
  const { live, store } = opened()
  await Promise.all(['one', 'two', 'three'].map((text) => addEntry(live, 'step', text)))
  const texts = () => listOf(store.all('entry'), 'step').map(({ text }) => text)
  assert.deepEqual(texts(), ['one', 'two', 'three'])
  await takeBackLast()
  assert.deepEqual(texts(), ['one', 'two'])
  await takeBackLast()
  await takeBackLast()
  assert.deepEqual(texts(), [])
})

test('a state that was set is set back with its word, and all else is said again each time', async () => {
  const { live, store, sent } = opened([entry('a', { state: 'closed', word: 'Nog', owner: 'Bo', note: 'n' })])
  assert.equal(await setState(live, store.find('entry', 'a'), 'open'), undefined)
  assert.equal(store.find('entry', 'a').word, undefined)
  assert.equal(sent[0].owner, 'Bo')
  assert.equal(sent[0].base, 1)
  await takeBackLast()
  const { state, word, note } = store.find('entry', 'a')
  assert.deepEqual({ state, word, note }, { state: 'closed', word: 'Nog', note: 'n' })
})

test('what somebody else has changed since is not taken back over their head', async () => {
  const { live, store } = opened([entry('a')])
  await setState(live, store.find('entry', 'a'), 'under_way')
  store.sync({ epoch: 'e', seq: 9, entities: [entry('a', { seq: 9, state: 'answered' })], gone: [] })
  assert.equal(lastDone().is, 'lapsed')
})

test('what was removed comes back as it was, where it was', async () => {
  const { live, store } = opened([entry('a', { position: 10, owner: 'Bo' }), entry('b', { position: 20 })])
  await removeEntry(live, store.find('entry', 'a'))
  assert.equal(store.find('entry', 'a'), undefined)
  await takeBackLast()
  const { position, owner, text } = store.find('entry', 'a')
  assert.deepEqual({ position, owner, text }, { position: 10, owner: 'Bo', text: 'text of a' })
})

test('what was moved is moved back, also where places had to be given anew', async () => {
  for (const positions of [[1000, 2000, 3000], [0, 0, 0]]) {
    forgetUndoables()
    const { live, store } = opened(['a', 'b', 'c'].map((id, i) => entry(id, { position: positions[i] })))
    const order = () => ids(listOf(store.all('entry'), 'question'))
    await moveEntry(live, store.find('entry', 'c'), 0)
    assert.equal(order(), 'cab')
    await takeBackLast()
    assert.equal(order(), 'abc')
  }
})
