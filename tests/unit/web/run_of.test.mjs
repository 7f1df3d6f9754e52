// Leading a day: what is on, what comes next, what the big screen shows.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const {
  entriesOf, entryOnNow, entryStates, firstOf, hasReveal, isFinished, leftOpen, nextStep, phaseOf, roundOnNow, sameStage, stageFor, askedTogether, titleOnNow,
} = await page('run_of')

const item = (id, position, more = {}) => ({ kind: 'item', id, seq: 1, session: 's', form: 'round', title: `Item ${id}`, position, ...more })
const round = (id, more = {}) => ({
  kind: 'round', id, seq: 1, session: 's', form: 'notes', question: `Question ${id}`, visibility: 'own', authorship: 'anonymous', state: 'planned', ...more,
})
const items = [item('b', 20), item('a', 10, { form: 'checkin', started: 1 }), item('c', 30), item('x', 5, { session: 'other' })]
const open = (at) => ({ state: 'open', opened: at })
const idsOf = (list) => list.map(({ id }) => id)

function day(rounds) {
  return entriesOf(items, rounds, 's')
}

test('items stand in order with their rounds, and rounds without an item behind them', () => {
  const rounds = [round('r2', { item: 'b' }), round('r1', { item: 'b', ...open(5) }), round('loose'), round('gone', { item: 'c', removed: true })]
  const entries = day([...rounds, round('lost', { item: 'removed item' }), round('far', { session: 'other' })])
  assert.deepEqual(idsOf(entries), ['a', 'b', 'c', 'loose', 'lost'])
  assert.deepEqual(idsOf(entries[1].rounds), ['r1', 'r2'], 'as they were opened, then those that were not')
  assert.equal(entries[3].title, 'Question loose')
  assert.deepEqual(entries[2].rounds, [])
})

test('questions of an item that wait stand as they were planned', () => {
  const entries = day([round('a', { item: 'b', seq: 9 }), round('z', { item: 'b', seq: 8 })])
  assert.deepEqual(idsOf(entries[1].rounds), ['z', 'a'])
})

test('questions of an item that have places keep them, whichever was opened or changed last', () => {
  const second = round('second', { item: 'b', position: 1, ...open(5) })
  const entries = day([second, round('first', { item: 'b', seq: 9 }), round('third', { item: 'b', position: 2, ...open(4) })])
  assert.deepEqual(idsOf(entries[1].rounds), ['first', 'second', 'third'])
})

test('what is asked beside a lecture or at a check-out does not take its place on the big screen', () => {
  for (const form of ['lecture', 'film', 'checkout']) {
    const [entry] = entriesOf([item('l', 1, { form })], [round('q', { item: 'l', ...open(5) })], 's')
    assert.deepEqual(stageFor('s', entry), { id: 's', screen: 'item', item: 'l', round: 'q' })
  }
})

test('what is on is called by its question; a lecture and a check-out by their own title, until people are asked', () => {
  const named = (form, one) => titleOnNow(entriesOf([item('l', 1, { form })], one ? [{ ...one, item: 'l' }] : [], 's')[0], one)
  assert.equal(named('round', round('q')), 'Question q')
  assert.equal(named('lecture', round('q')), 'Item l')
  assert.equal(named('lecture', round('q', open(5))), 'Question q')
  assert.equal(named('break'), 'Item l')
  assert.equal(titleOnNow(undefined, undefined), undefined)
})

test('the questions of a check-out that wait are opened together, without homework and what was open', () => {
  const together = (form, ...rounds) => idsOf(askedTogether(entriesOf([item('l', 1, { form })], rounds.map((one, position) => ({ ...one, item: 'l', position })), 's')[0]))
  assert.deepEqual(together('checkout', round('a'), round('b')), ['a', 'b'])
  assert.deepEqual(together('checkout', round('a'), round('b'), round('h', { homework: true })), ['a', 'b'])
  assert.deepEqual(together('checkout', round('a', open(5)), round('b')), [], 'one alone is opened as any')
  assert.deepEqual(together('round', round('a'), round('b')), [])
  assert.deepEqual(askedTogether(undefined), [])
})

test('an item that looks back brings what came since last time on the big screen', () => {
  const [entry] = entriesOf([item('l', 1, { form: 'since' })], [], 's')
  assert.deepEqual(stageFor('s', entry), { id: 's', screen: 'since', item: 'l' })
})

test('on is what the stage says, also where only its round is named', () => {
  const entries = day([round('r', { item: 'c' }), round('loose')])
  assert.equal(entryOnNow(entries, { screen: 'item', item: 'b' }).id, 'b')
  assert.equal(entryOnNow(entries, { screen: 'round', round: 'r' }).id, 'c')
  assert.equal(entryOnNow(entries, { screen: 'round', round: 'loose' }).id, 'loose')
})

test('without a stage, or where it names what is gone, on is what is open', () => {
  const entries = day([round('r', { item: 'b', ...open(3) }), round('later', { item: 'c', ...open(9) })])
  assert.equal(entryOnNow(entries, undefined).id, 'c', 'the one that was opened last')
  assert.equal(entryOnNow(entries, { screen: 'item', item: 'gone' }).id, 'c')
  assert.equal(entryOnNow(day([round('r', { item: 'b' })]), undefined), undefined)
})

test('of several rounds of an item: the staged, the running, the next, the last', () => {
  const done = { state: 'closed', opened: 1 }
  const at = (...rounds) => day(rounds.map((one) => ({ ...one, item: 'b' })))[1]
  const both = at(round('p', done), round('q', open(2)), round('r'))
  assert.equal(roundOnNow(both, { screen: 'round', round: 'r' }).id, 'r')
  assert.equal(roundOnNow(both, undefined).id, 'q')
  assert.equal(roundOnNow(at(round('p', done), round('r')), undefined).id, 'r')
  assert.equal(roundOnNow(at(round('p', done), round('q', { state: 'closed', opened: 7 })), undefined).id, 'q')
  assert.equal(roundOnNow(undefined, undefined), undefined)
})

test('what stands before what is on is done, but questions that were never open were passed over', () => {
  const states = (entries, on, state) => [...entryStates(entries, on, state).values()]
  const entries = day([round('r', { item: 'b' })])
  assert.deepEqual(states(entries, entries[2], 'live'), ['done', 'passed', 'on'])
  const held = day([round('r', { item: 'b', ...open(3) })])
  assert.deepEqual(states(held, held[2], 'live'), ['done', 'done', 'on'])
  assert.deepEqual(states(held, held[1], 'ended'), ['done', 'done', 'passed'], 'the day ended before it')
  assert.deepEqual(states(held, undefined, 'ended'), ['done', 'done', 'passed'])
})

test('what comes is to come, and a day that is planned has only that', () => {
  const entries = day([])
  assert.deepEqual([...entryStates(entries, entries[1], 'live').values()], ['done', 'on', 'coming'])
  assert.deepEqual([...entryStates(entries, undefined, 'live').values()], ['coming', 'coming', 'coming'])
  assert.deepEqual([...entryStates(entries, entries[1], 'planned').values()], ['coming', 'coming', 'coming'])
})

test('what was asked before its turn is not to come any more, unless it is open', () => {
  const states = (more) => {
    const entries = day([round('r', { item: 'b', ...more })])
    return [...entryStates(entries, entries[0], 'live').values()]
  }
  assert.deepEqual(states({ state: 'closed', opened: 3 }), ['on', 'done', 'coming'])
  assert.deepEqual(states(open(3)), ['on', 'coming', 'coming'])
})

test('what was skipped says so until it comes on after all, and is not what comes next', () => {
  const skipping = (more) => entriesOf([items[1], { ...items[0], form: 'film', skipped: true, ...more }, items[2]], [], 's')
  const states = (entries, on, state) => [...entryStates(entries, on, state).values()]
  const entries = skipping({})
  assert.deepEqual(states(entries, entries[0], 'live'), ['on', 'skipped', 'coming'])
  assert.deepEqual(states(entries, entries[2], 'ended'), ['done', 'skipped', 'passed'])
  assert.deepEqual(states(entries, undefined, 'planned'), ['coming', 'skipped', 'coming'])
  assert.equal(nextStep(entries, entries[0], 'live').entry.id, 'c')
  assert.deepEqual(states(skipping({ started: 5 }), entries[2], 'ended'), ['done', 'done', 'passed'])
  const last = entriesOf([items[1], { ...items[0], skipped: true }], [], 's')
  assert.equal(nextStep(last, last[0], 'live').step, 'end')
})

test('what never came on was passed over, whatever it is', () => {
  const entries = entriesOf([item('f', 1, { form: 'film' }), item('l', 2, { form: 'lecture', started: 3 }), item('t', 3, { form: 'talk' })], [], 's')
  assert.deepEqual([...entryStates(entries, entries[2], 'live').values()], ['passed', 'done', 'on'])
})

test('the next step begins, goes on, ends', () => {
  const entries = day([])
  assert.equal(nextStep(entries, undefined, 'planned').step, 'begin')
  assert.equal(nextStep(entries, undefined, 'live').entry.id, 'a')
  assert.equal(nextStep(entries, entries[0], 'live').entry.id, 'b')
  assert.equal(nextStep(entries, entries[2], 'live').step, 'end')
  assert.equal(nextStep([], undefined, 'live').step, 'end')
  assert.equal(nextStep(entries, entries[2], 'ended').step, 'none')
})

test('a question is not on the big screen before it was opened', () => {
  const [plain, planned] = day([round('r', { item: 'b' })])
  assert.deepEqual(stageFor('s', plain), { id: 's', screen: 'item', item: 'a' })
  assert.deepEqual(stageFor('s', planned), { id: 's', screen: 'item', item: 'b', round: 'r' })
  const [, opened] = day([round('r', { item: 'b', ...open(3) })])
  assert.deepEqual(stageFor('s', opened), { id: 's', screen: 'round', item: 'b', round: 'r' })
  const loose = day([round('loose')]).at(-1)
  assert.deepEqual(stageFor('s', loose), { id: 's', screen: 'round', round: 'loose' }, 'without an item there is no other title')
})

test('two stages are the same by what they name', () => {
  assert.ok(sameStage({ screen: 'item', item: 'a' }, { screen: 'item', item: 'a', round: undefined }))
  assert.ok(!sameStage({ screen: 'item', item: 'a' }, { screen: 'join', item: 'a' }))
  assert.ok(!sameStage(undefined, { screen: 'join' }))
  assert.ok(!sameStage({ screen: 'comparison', comparison: 'a' }, { screen: 'comparison', comparison: 'b' }))
})

test('where people still answer though the room has gone on', () => {
  const entries = day([round('r', { item: 'b', ...open(1) }), round('q', { item: 'c', state: 'closing', opened: 2 }), round('p', { item: 'c' })])
  assert.deepEqual(idsOf(leftOpen(entries, entries[1].rounds[0])), ['q'])
  assert.deepEqual(idsOf(leftOpen(entries, undefined)), ['q', 'r'])
})

test('homework stays open beside what is on, and hinders no end', () => {
  const entries = day([round('h', { item: 'c', homework: true, ...open(3) }), round('r', { item: 'b' })])
  assert.deepEqual(leftOpen(entries, undefined), [])
  assert.equal(entryOnNow(entries, undefined), undefined)
  assert.equal(entryOnNow(entries, { screen: 'item', item: 'c' }), entries.at(-1), 'until the meeting comes to it')
})

test('a closing that was put off is an open round until its last minute', () => {
  const closing = { state: 'closing', deadline: 100_000 }
  assert.equal(phaseOf(closing, 30_000), 'open')
  assert.equal(phaseOf(closing, 80_000), 'closing')
  assert.equal(phaseOf({ state: 'open', deadline: 100_000 }, 80_000), 'open')
})

test('there is nothing to show where all see all, or of a ballot', () => {
  assert.ok(hasReveal(round('r')))
  assert.ok(!hasReveal(round('r', { visibility: 'all' })))
  assert.ok(!hasReveal(round('r', { form: 'ballot' })))
})

test('a session begins with what is not skipped', () => {
  const [a, b] = items
  assert.equal(firstOf(entriesOf([{ ...b, started: 0, skipped: true }, a], [], 's')).id, a.id)
  assert.equal(firstOf([]), undefined)
})

test('a question is finished once it is closed, and shown where it is to be shown', () => {
  assert.ok(!isFinished(round('r', open(1))))
  assert.ok(!isFinished(round('r', { state: 'closed' })))
  assert.ok(isFinished(round('r', { state: 'closed', revealed: true })))
  assert.ok(isFinished(round('r', { state: 'closed', visibility: 'all' })))
  assert.ok(isFinished(round('r', { state: 'closed', form: 'ballot' })))
})
