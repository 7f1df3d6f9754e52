// What is left to do once a meeting has ended, and how far apart a template's meetings are.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { whatNext } = await page('what_next')
const { weeksBetween } = await page('template')

const DAY = 86_400_000
const session = (id, number, more = {}) => ({ kind: 'session', id, seq: 1, number, state: 'planned', starts: number * 21 * DAY, ...more })
const round = (id, more = {}) => ({ kind: 'round', id, seq: 1, session: 'b', form: 'notes', state: 'planned', homework: true, ...more })
const sessions = [session('a', 1, { state: 'ended' }), session('b', 2, { state: 'ended' }), session('c', 3), session('d', 4)]
const now = 42 * DAY
const left = (...rounds) => whatNext(sessions[1], sessions, rounds, now).unopened.map(({ id }) => id).join(' ')

test('diaries and homework that nobody has opened are told of, and nothing else', () => {
  const diary = { form: 'diary' }
  assert.equal(left(round('d', diary), round('h')), 'd h')
  assert.equal(left(round('d', { ...diary, session: 'a' }), round('h', { session: 'a' })), 'd', 'homework of a meeting before is over')
  assert.equal(left(round('d', { ...diary, session: 'c' }), round('h', { session: 'c' })), '', 'what is to come is not left')
  assert.equal(left(round('d', { ...diary, opened: 5 }), round('h', { removed: true }), round('q', { homework: false })), '')
})

test('the next meeting is the first of those to come, if there is one', () => {
  assert.equal(whatNext(sessions[1], sessions, [], now).next.id, 'c')
  assert.equal(whatNext(sessions[1], sessions.slice(0, 2), [], now).next, undefined)
})

test('weeks between meetings are told where they are the same', () => {
  const weeks = (...days) => weeksBetween({ sessions: days.map((day) => ({ day })) })
  assert.equal(weeks(0, 21, 42), 3)
  assert.equal(weeks(undefined, 7), 1)
  assert.equal(weeks(0, 21, 28), undefined)
  assert.equal(weeks(0, 1, 2), undefined)
  assert.equal(weeks(0), undefined)
  assert.equal(weeks(undefined, undefined), undefined)
})
