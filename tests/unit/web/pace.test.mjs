// Whether a day keeps its programme: how late it is, when what comes begins, when it is over.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { differs, minutesOn, paceOf, toldTime, toldTimes } = await page('pace')
const { heldOn } = await page('held')

const MINUTE = 60_000
const STARTS = 1_700_000_040_000 // (a whole minute)
const at = (minutes) => STARTS + minutes * MINUTE
const session = { state: 'live', starts: STARTS }
const item = (id, minutes, more = {}) => ({ kind: 'item', id, seq: 1, session: 's', form: 'talk', title: id, minutes, ...more })
const began = (minutes, ended) => ({ started: at(minutes), ...(ended === undefined ? {} : { ended: at(ended) }) })
// Three items of 10, 20 and 30 minutes, as they went.
const day = (a = {}, b = {}, c = {}) => [item('a', 10, a), item('b', 20, b), item('c', 30, c)]
const minutes = (time) => (time === undefined ? undefined : (time - STARTS) / MINUTE)

test('before it begins there is the plan, and no pace', () => {
  const { times, late, ends, due } = paceOf({ ...session, state: 'planned' }, day(), undefined, at(-60))
  assert.deepEqual([...times.values()].map(({ planned }) => minutes(planned)), [0, 10, 30])
  assert.deepEqual([late, ends, minutes(due)], [undefined, undefined, 60])
  assert.deepEqual([...times.values()].map(({ expected }) => expected), [undefined, undefined, undefined])
})

test('in time until its own minutes are over, then later with each minute', () => {
  const on = day(began(0))
  assert.equal(paceOf(session, on, on[0], at(5)).late, 0)
  assert.equal(paceOf(session, on, on[0], at(10.9)).late, 0)
  const over = paceOf(session, on, on[0], at(17))
  assert.deepEqual([over.late, minutes(over.ends), minutes(over.due)], [7, 67, 60])
  assert.deepEqual([...over.times.values()].map(({ expected }) => minutes(expected)), [undefined, 17, 37])
})

test('what begins early is before the plan', () => {
  const programme = day(began(0, 4), began(4))
  const { late, ends } = paceOf(session, programme, programme[1], at(6))
  assert.deepEqual([late, minutes(ends)], [-6, 54])
})

test('skipping catches up: the plan stays, and the end comes nearer', () => {
  const programme = day(began(0), { skipped: true })
  const pace = paceOf(session, programme, programme[0], at(25))
  assert.deepEqual([pace.late, minutes(pace.ends)], [15, 55])
  assert.deepEqual([minutes(pace.times.get('b').expected), minutes(pace.times.get('c').expected)], [undefined, 25])
  const there = day(began(0, 25), { skipped: true }, began(25))
  assert.equal(paceOf(session, there, there[2], at(26)).late, -5)
})

test('more minutes for what is on move the end, against what was set for the session', () => {
  const programme = [item('a', 15, began(0)), ...day().slice(1)]
  const { late, ends, due } = paceOf({ ...session, minutes: 60 }, programme, programme[0], at(12))
  assert.deepEqual([late, minutes(ends), minutes(due)], [0, 65, 60])
})

test('what was on for a moment, by mistake, still has most of its time to come', () => {
  const programme = day(began(0), began(3, 5))
  assert.equal(minutes(paceOf(session, programme, programme[0], at(6)).ends), 58)
})

test('without a start, or on another day, nothing is late, and the end is told all the same', () => {
  const programme = day(began(0))
  const free = paceOf({ state: 'live' }, programme, programme[0], at(5))
  assert.deepEqual([free.late, free.due, minutes(free.ends)], [undefined, undefined, 60])
  const tomorrow = day(began(24 * 60))
  assert.equal(paceOf(session, tomorrow, tomorrow[0], at(24 * 60 + 5)).late, undefined)
})

test('while nothing of the programme is on there is no pace', () => {
  const { late, ends } = paceOf(session, day(), undefined, at(5))
  assert.deepEqual([late, ends], [undefined, undefined])
  const { late: over, ends: end } = paceOf({ ...session, state: 'ended' }, day(began(0, 9)), undefined, at(50))
  assert.deepEqual([over, end], [undefined, undefined])
})

test('times differ by what their clocks show', () => {
  assert.equal(differs(at(1), at(1) + 59_000), false)
  assert.equal(differs(at(1), at(2)), true)
  assert.equal(differs(at(1), at(2), 2), false)
  assert.equal(differs(undefined, at(2)), false)
  assert.equal(minutesOn(at(0), at(7.9)), 7)
  assert.equal(minutesOn(at(1), at(0)), 0)
})

// As a person on the phone reads them: "3", "ca 12", or nothing.
const told = (led, programme, on, now) =>
  [...toldTimes(led, programme, on, now).values()].map((time) => time && `${time.isAbout ? 'ca ' : ''}${minutes(time.at)}`)

test('a programme tells one set of times: when it was, and at this pace when it will be', () => {
  assert.deepEqual(told({ ...session, state: 'planned' }, day(), undefined, at(-5)), ['0', '10', '30'])
  const late = day(began(1, 14), began(14))
  // What is on is over at 34, and not at 30 as planned: what comes begins then.
  assert.deepEqual(told(session, late, late[1], at(20)), ['1', '14', 'ca 34'])
  assert.deepEqual(told(session, late, late[1], at(40)), ['1', '14', 'ca 40'])
  const inTime = day(began(0, 10), began(10))
  assert.deepEqual(told(session, inTime, inTime[1], at(20)), ['0', '10', '30'])
})

test('what the room went past has no time, and while nothing is on what is to come has its planned one', () => {
  const past = day(began(5, 8), {}, began(8))
  assert.deepEqual(told(session, past, past[2], at(20)), ['5', undefined, '8'])
  assert.deepEqual(told(session, day(), undefined, at(5)), ['0', '10', '30'])
  assert.deepEqual(told({ state: 'live' }, day(began(0)), day(began(0))[0], at(5)), [undefined, undefined, undefined])
})

test('who leads is told of what differs by two minutes, and not of one', () => {
  const times = { planned: at(10), started: undefined, ended: undefined, expected: at(11) }
  assert.deepEqual(toldTime(times, 2), { at: at(10), isAbout: false })
  assert.deepEqual(toldTime(times), { at: at(11), isAbout: true })
  assert.deepEqual(toldTime({ ...times, planned: undefined }, 2), { at: at(11), isAbout: true })
  assert.deepEqual(toldTime({ ...times, started: at(12) }), { at: at(12), isAbout: false })
  assert.equal(toldTime({ planned: undefined, started: undefined, ended: undefined, expected: undefined }), undefined)
})

test('a meeting was held when its programme went on, on whichever day it had been planned', () => {
  const round = (id, opened, more = {}) => ({ kind: 'round', id, seq: 1, session: 's', state: 'closed', opened, ...more })
  const held = { id: 's', state: 'ended', starts: at(3 * 24 * 60) }
  assert.equal(heldOn(held, day(began(0, 10), began(10, 30)), []), at(10))
  assert.equal(heldOn(held, [], [round('q', at(7)), round('home', at(900), { homework: true }), round('other', at(800), { session: 't' })]), at(7))
  assert.equal(heldOn(held, day(began(3, 5)), [round('q', at(90))]), at(3))
  assert.equal(heldOn(held, day(), []), held.starts)
  assert.equal(heldOn({ id: 's' }, [], []), undefined)
})
