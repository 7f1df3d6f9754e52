// Texts by language: places, plural forms, times as people read them, and the promise that a round's settings make.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { fill, sayer } = await page('texts')
const { clockTime, minutesLeft, secondsLeft } = await page('moments')
const { promiseOf } = await page('promise')

test('a text is filled at its places, and a place that nothing is known of stays to be seen', () => {
  assert.equal(fill('{some} av {all} personer', { some: 29, all: 31 }, 'sv'), '29 av 31 personer')
  assert.equal(fill('Hej {name}', {}, 'sv'), 'Hej {name}')
})

test('numbers are written as the language does', () => {
  assert.equal(fill('{n}', { n: 12345 }, 'en'), '12,345')
  assert.match(fill('{n}', { n: 12345 }, 'sv'), /^12\s345$/)
})

test('what is counted takes the plural of the language, and its own word for none', () => {
  const notes = { zero: 'Inga lappar', one: '{n} lapp', other: '{n} lappar' }
  assert.deepEqual([0, 1, 2, 300].map((n) => fill(notes, { n }, 'sv')), ['Inga lappar', '1 lapp', '2 lappar', '300 lappar'])
  assert.equal(fill({ one: '{n} note', other: '{n} notes' }, { n: 0 }, 'en'), '0 notes')
})

test('a catalogue speaks the language of the moment', () => {
  let language = 'sv'
  const say = sayer({ sv: { join: 'Gå med' }, en: { join: 'Join' } }, () => language)
  assert.equal(say('join'), 'Gå med')
  language = 'en'
  assert.equal(say('join'), 'Join')
})

test('a time is that of the meeting, not of the device', () => {
  const time = Date.UTC(2021, 1, 12, 9, 40)
  assert.equal(clockTime(time, 'Europe/Stockholm', 'sv'), '10.40')
  assert.equal(clockTime(time, 'Europe/London', 'en'), '09:40')
})

test('a minute that has begun is left, until the time is out', () => {
  assert.deepEqual([61_000, 60_001, 60_000, 1, 0, -1].map((left) => minutesLeft(left, 0)), [2, 1, 1, 1, 0, 0])
  assert.equal(secondsLeft(1_001, 0), 2)
})

test('the promise follows from the settings', () => {
  const round = { form: 'notes', visibility: 'own', authorship: 'anonymous' }
  assert.deepEqual(promiseOf(round), ['promise_own', 'promise_anonymous'])
  assert.deepEqual(promiseOf({ ...round, revealed: true }), ['promise_revealed', 'promise_anonymous'])
  assert.deepEqual(promiseOf({ ...round, counted_together: true }).at(-1), 'promise_together')
  const ballot = { form: 'ballot', visibility: 'all', authorship: 'named', ballot: { result: 'hidden' } }
  assert.deepEqual(promiseOf(ballot), ['promise_result_hidden', 'promise_vote_named'])
  assert.deepEqual(promiseOf({ ...ballot, state: 'open' }), ['promise_result_hidden', 'promise_vote_named'])
  assert.deepEqual(promiseOf({ ...ballot, state: 'closed' }), ['promise_vote_named'], 'what has happened is no promise')
})
