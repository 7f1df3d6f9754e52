// The time between two meetings: which session comes next, one's own steps, what is carried on, and how long is left.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { sessionsToCome } = await page('coming')
const { myStepsOf, putOf } = await page('my_steps')
const { carriedLists } = await page('carried')
const { materialsOf } = await page('materials')
const { timeLeft, dayAndTime } = await page('moments')

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const now = Date.UTC(2026, 2, 9, 16)

const session = (id, state, more = {}) => ({ kind: 'session', id, seq: 1, title: id, state, ...more })

test('what goes on comes first, then by day, then what has no day; what went by is not coming', () => {
  const sessions = [
    session('here', 'ended', { number: 1 }),
    session('someday', 'planned', { number: 2 }),
    session('april', 'planned', { number: 3, starts: now + 30 * DAY }),
    session('thursday', 'planned', { number: 4, starts: now + 3 * DAY }),
    session('live', 'live', { number: 5, starts: now + 9 * DAY }),
    session('ended', 'ended', { number: 6, starts: now + DAY }),
    session('never held', 'planned', { number: 7, starts: now - 2 * DAY }),
    session('late to begin', 'planned', { number: 8, starts: now - HOUR }),
  ]
  assert.deepEqual(sessionsToCome(sessions, 'here', now).map(({ id }) => id), ['live', 'late to begin', 'thursday', 'april', 'someday'])
  assert.deepEqual(sessionsToCome([session('here', 'live')], 'here', now), [])
})

const step = (id, more = {}) => ({ kind: 'step', id, seq: 1, rev: 1, text: id, session: 's1', ...more })
const said = (id, rev, more = {}, state = 'saved') => ({
  command: `${id} ${rev}`, method: 'step.put', params: { id, rev, text: id, ...more }, state, isStored: true,
  ...(state === 'refused' ? { refused: { reason: 'stale', message: '' } } : {}),
})
const sessions = [{ id: 's1', number: 1 }, { id: 's2', number: 2 }]

test('a step is as I said it last, also before the server knows', () => {
  const [known] = myStepsOf([step('ring', { rev: 3, until: 5, shared: true })], [], sessions)
  assert.deepEqual([known.text, known.until, known.shared, known.done, known.state, known.nextRev], ['ring', 5, true, false, 'arrived', 4])
  const [changed] = myStepsOf([step('ring', { rev: 3 })], [said('ring', 4, { text: 'Ring Moa', done: true }), said('ring', 5, { text: 'Ring Moa' }, 'sending')], sessions)
  assert.deepEqual([changed.text, changed.done, changed.state, changed.nextRev], ['Ring Moa', false, 'sending', 6])
  const [made] = myStepsOf([], [said('new', 1, { session: 's2' })], sessions)
  assert.deepEqual([made.text, made.state, made.isKnown], ['new', 'saved', false])
})

test('what was refused leaves what the server has, and says what was meant', () => {
  const [one] = myStepsOf([step('ring', { rev: 3 })], [said('ring', 2, { text: 'Ring Moa' }, 'refused')], sessions)
  assert.deepEqual([one.text, one.state, one.nextRev, one.refused.meant.text, one.refused.because.reason], ['ring', 'arrived', 4, 'Ring Moa', 'stale'])
  const [never] = myStepsOf([], [said('new', 1, {}, 'refused')], sessions)
  assert.equal(never.state, 'refused')
  const [madeUp] = myStepsOf([step('ring', { rev: 3 })], [said('ring', 2, {}, 'refused'), said('ring', 4, { text: 'Skriv' })], sessions)
  assert.deepEqual([madeUp.refused, madeUp.text], [undefined, 'Skriv'])
})

test('steps keep their order while they are changed, those of earlier sessions first', () => {
  const all = [step('b', { session: 's2', seq: 1 }), step('c', { seq: 9 }), step('a', { seq: 5 }), step('d', { session: 'elsewhere' })]
  assert.deepEqual(myStepsOf(all, [], sessions).map(({ id }) => id), ['a', 'c', 'b', 'd'])
  assert.deepEqual(myStepsOf(all, [said('c', 2, { session: 's1' })], sessions).map(({ id }) => id), ['a', 'c', 'b', 'd'])
})

test('a step is put whole, without what is empty', () => {
  const [known] = myStepsOf([step('ring', { until: 5, shared: true })], [], sessions)
  assert.deepEqual(putOf(known, { done: true }), { id: 'ring', rev: 2, text: 'ring', session: 's1', until: 5, done: true, shared: true })
  assert.deepEqual(putOf(known, { until: 0, shared: false, text: ' Ring ' }), { id: 'ring', rev: 2, text: 'Ring', session: 's1' })
})

const entry = (id, form, state, more = {}) => ({ kind: 'entry', id, seq: 1, form, state, text: id, ...more })

test('the lists come in one order, what was closed apart, and without what was removed', () => {
  const lists = carriedLists([
    entry('k', 'known', 'open'),
    entry('s2', 'step', 'under_way', { position: 2 }),
    entry('s1', 'step', 'open', { position: 1 }),
    entry('s3', 'step', 'closed'),
    entry('m', 'message', 'sent', { removed: true }),
  ])
  const ids = (all) => all.map(({ id }) => id)
  assert.deepEqual(lists.map(({ form, open, closed }) => [form, ids(open), ids(closed)]), [['step', ['s1', 's2'], ['s3']], ['known', ['k'], []]])
  assert.deepEqual(carriedLists([]), [])
})

test('what there is to read: of the process, and of the sessions that are near; nothing that is no link', () => {
  const material = (id, more = {}) => ({ kind: 'material', id, seq: 1, title: id, url: 'https://example.org/', ...more })
  const items = [{ id: 'i', session: 's2' }]
  const all = [
    material('of s1', { session: 's1' }), material('of an item', { item: 'i' }), material('of s3', { session: 's3' }), material('of all', { position: 3 }),
    material('script', { url: 'javascript:alert(1)' }), material('gone', { removed: true }),
  ]
  assert.deepEqual(materialsOf(all, items, ['s2', 's1']).map(({ id }) => id), ['of all', 'of an item', 'of s1'])
})

test('how long is left is said in days, hours, minutes and seconds', () => {
  const left = (wait) => Object.values(timeLeft(now + wait, now)).join(' ')
  assert.equal(left(3 * DAY + 5 * HOUR), 'days 3')
  assert.equal(left(DAY), 'days 1')
  assert.equal(left(DAY - MINUTE), 'hours 23')
  assert.equal(left(3 * HOUR), 'hours 3')
  assert.equal(left(3 * HOUR - MINUTE), 'minutes 179')
  assert.equal(left(60_000), 'minutes 1')
  assert.equal(left(59_000), 'seconds 59')
  assert.equal(left(-1), 'seconds 0')
  assert.equal(dayAndTime(Date.UTC(2026, 2, 12, 16), 'Europe/Stockholm', 'sv'), 'torsdag 12 mars 17.00')
})
