// What the big screen shows, by the session's stage or by what is open.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { awaitedOn, showsNotes, showsResult, stageOf } = await page('stage_of')
const { endOf } = await page('meeting')

const session = { kind: 'session', id: 's', seq: 1, title: 'Inspirationsdag', state: 'live' }
const round = { kind: 'round', id: 'r', seq: 2, session: 's', item: 'i', form: 'notes', question: 'Vad?', visibility: 'own', authorship: 'anonymous', state: 'open', opened: 5 }
const item = { kind: 'item', id: 'i', seq: 3, session: 's', form: 'round', title: 'Gruppsamtal' }
const list = { kind: 'words', id: 'w', seq: 4, title: 'Ord', rounds: ['r'], language: 'sv', shown: true }
const show = (stage, more = {}) =>
  stageOf({ session: { ...session, ...(stage ? { stage } : {}) }, items: [item], rounds: [], words: [], ...more })

test('what the stage names is shown', () => {
  assert.equal(show({ screen: 'join' }).screen, 'join')
  assert.equal(show({ screen: 'item', item: 'i' }).item, item)
  const asked = show({ screen: 'round', round: 'r' }, { rounds: [round] })
  assert.deepEqual([asked.round, asked.item], [round, item])
  assert.equal(show({ screen: 'words', list: 'w' }, { words: [list] }).list, list)
  assert.equal(show({ screen: 'item' }).screen, 'title')
})

test('what the room may not see is not shown, also where a host asks', () => {
  const planned = { ...round, state: 'planned', opened: undefined }
  assert.equal(show({ screen: 'round', round: 'r', item: 'i' }, { rounds: [planned] }).screen, 'item')
  assert.equal(show({ screen: 'words', list: 'w', item: 'i' }, { words: [{ ...list, shown: false }] }).screen, 'item')
  assert.equal(show({ screen: 'words', list: 'w', item: 'i' }, { words: [list], rounds: [round] }).screen, 'item', 'of notes that are not revealed')
  assert.equal(show({ screen: 'words', list: 'w', item: 'i' }, { words: [list], rounds: [{ ...round, revealed: true }] }).screen, 'words')
  assert.equal(show({ screen: 'words', list: 'w' }, { words: [] }).screen, 'title')
})

test('what was removed is as if it were not named', () => {
  assert.equal(show({ screen: 'round', round: 'r', item: 'i' }, { rounds: [{ ...round, removed: true }], items: [{ ...item, removed: true }] }).screen, 'title')
  assert.equal(show({ screen: 'item', item: 'gone' }).screen, 'title')
})

test('homework is on the screen only where the stage names it', () => {
  const homework = { ...round, homework: true }
  assert.equal(show(undefined, { rounds: [homework] }).screen, 'title')
  assert.equal(show({ screen: 'round', round: 'r' }, { rounds: [homework] }).screen, 'round')
})

test('without a stage it is what was opened last, else the session', () => {
  assert.equal(show(undefined).screen, 'title')
  const later = { ...round, id: 'later', opened: 9 }
  const elsewhere = { ...round, id: 'elsewhere', session: 'other', opened: 20 }
  const closed = { ...round, id: 'closed', state: 'closed', opened: 30 }
  assert.equal(show(undefined, { rounds: [round, later, elsewhere, closed] }).round, later)
})

test('one note is shown as long as the room may see it; then the item is', () => {
  const revealed = { ...round, revealed: true, state: 'closed' }
  const note = { kind: 'note', id: 'n', seq: 6, round: 'r', text: 'Mod' }
  const stage = { screen: 'note', item: 'i', note: 'n' }
  assert.deepEqual(show(stage, { rounds: [revealed], note }), { screen: 'note', note, round: revealed })
  for (const gone of [{ note: { ...note, hidden: true } }, { note: { ...note, late: true } }, { note: undefined }, { rounds: [round] }])
    assert.equal(show(stage, { rounds: [revealed], note, ...gone }).screen, 'item')
})

test('nothing, a list and what came since last time are shown as the stage says', () => {
  assert.deepEqual(show({ screen: 'blank', item: 'i' }, { rounds: [round] }), { screen: 'blank' })
  assert.deepEqual(show({ screen: 'since', item: 'i' }), { screen: 'since' })
  assert.deepEqual(show({ screen: 'entries', entries: 'gap' }), { screen: 'entries', form: 'gap' })
})

test('an ended session says thanks, whatever the stage names', () => {
  const ended = { ...session, state: 'ended', stage: { screen: 'item', item: 'i' } }
  assert.equal(stageOf({ session: ended, items: [item], rounds: [], words: [] }).screen, 'end')
})

test('an item ends when the programme says, if it says so', () => {
  const programme = [
    { ...item, id: 'a', minutes: 20, position: 1 },
    { ...item, id: 'b', minutes: 15, position: 2 },
    { ...item, id: 'c', position: 3 },
  ]
  assert.equal(endOf(programme[1], programme, { ...session, starts: 1_000_000 }), 1_000_000 + 35 * 60_000)
  assert.equal(endOf(programme[2], programme, { ...session, starts: 1_000_000 }), undefined)
  assert.equal(endOf(programme[1], programme, session), undefined)
})

test('what began late ends as much later, while the day goes on', () => {
  const late = { ...item, minutes: 15, started: 2_000_000 }
  assert.equal(endOf(late, [late], { ...session, starts: 1_000_000 }), 2_000_000 + 15 * 60_000)
  assert.equal(endOf(late, [late], { ...session, state: 'ended', starts: 1_000_000 }), 1_000_000 + 15 * 60_000)
})

test('notes are shown once they are revealed, or at once where all see all; a result at the end, or at once where it is open', () => {
  assert.equal(showsNotes(round), false)
  assert.equal(showsNotes({ ...round, revealed: true }), true)
  assert.equal(showsNotes({ ...round, visibility: 'all' }), true)
  const ballot = { ...round, form: 'ballot', ballot: { choices: [], budget: 5, result: 'hidden' } }
  assert.deepEqual([ballot, { ...ballot, state: 'closing' }, { ...ballot, state: 'closed' }].map(showsResult), [false, false, true])
  assert.equal(showsResult({ ...ballot, ballot: { ...ballot.ballot, result: 'open' } }), true)
  assert.equal(showsNotes(ballot) || showsResult(round), false)
})

test('a list that the room does not see is waited for, and nothing else is', () => {
  const waits = (more, stage = { screen: 'words', list: 'w' }) => awaitedOn({ session: { ...session, stage, ...more.session }, items: [], rounds: [round], words: [], ...more.parts })
  const revealed = { ...round, revealed: true }
  assert.equal(waits({}), 'words', 'it was not sent, or was taken away')
  assert.equal(waits({ parts: { words: [list] } }), 'words', 'its notes are not shown')
  assert.equal(waits({ parts: { words: [list], rounds: [revealed] } }), undefined)
  assert.equal(waits({}, { screen: 'join' }), undefined)
  assert.equal(waits({ session: { state: 'ended' } }), undefined)
})

test('a comparison is shown as long as it is told to all; else what is on is, and it is waited for', () => {
  const stage = { screen: 'comparison', comparison: 'c', item: 'i' }
  const comparison = { kind: 'comparison', id: 'c', seq: 7, title: 'Chefer och förtroendevalda', list: 'w', by: 'role', shown: true, state: 'told' }
  const awaits = (more) => awaitedOn({ session: { ...session, stage }, items: [item], rounds: [], words: [], ...more })
  assert.deepEqual(show(stage, { comparison }), { screen: 'comparison', comparison })
  assert.equal(awaits({ comparison }), undefined)
  const others = ['waiting', 'overlapping', 'changed'].map((state) => ({ ...comparison, state }))
  for (const gone of [undefined, ...others, { ...comparison, shown: false }, { ...comparison, removed: true }]) {
    assert.equal(show(stage, { comparison: gone }).screen, 'item', gone?.state)
    assert.equal(awaits({ comparison: gone }), 'comparison', gone?.state)
  }
})
