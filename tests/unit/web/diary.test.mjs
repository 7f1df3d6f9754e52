// A diary: one's own entries with what waits, tags, what is looked for, days and weeks, and the promise.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { byName, everything, groupedBy, hasTag, myEntriesIn, putOf, soughtIn, stands, suggestedTags, tagsIn, withTag } = await page('diary')
const { ceilingOf, mondayOf, namedWeeks, stackOf, sumsOf, weekOf, weeksOf } = await page('diary_pattern')
const { dayName, firstDayOf, todayIn } = await page('diary_day')
const { Drafts, isEmptyDraft } = await page('drafts')
const { promiseOf } = await page('promise')
const { defaults, roundPut, startingWith } = await page('round_settings')
const { hashOf, placeOf } = await page('host_route')
const { reachOf } = await page('reach')
const { readTemplate } = await page('template_check')

const entry = (id, more = {}) => ({ kind: 'diary', id, seq: 1, round: 'r', about: 'action', day: '2026-02-12', text: id, rev: 1, ...more })
const put = (id, more = {}, command = {}) => ({
  command: `c ${id}`,
  method: 'diary.put',
  params: { id, round: 'r', rev: 2, about: 'reflection', day: '2026-02-13', text: `${id} igen`, ...more },
  state: 'saved',
  isStored: true,
  ...command,
})

test('what waits on the device stands where it will stand, the latest day first', () => {
  const own = [entry('a'), entry('b', { seq: 2, answer: 'Tack' }), entry('other', { round: 'q' })]
  const mine = myEntriesIn('r', own, [put('b'), put('c', { rev: 1 })])
  assert.deepEqual(mine.map(({ id, state, nextRev, answer }) => [id, state, nextRev, answer]), [
    ['c', 'saved', 2, ''],
    ['b', 'saved', 3, 'Tack'],
    ['a', 'arrived', 2, ''],
  ])
  assert.deepEqual(mine.map(({ text }) => text), ['c igen', 'b igen', 'a'])
})

test('a refused change leaves what holds, and says what was meant', () => {
  const [mine] = myEntriesIn('r', [entry('a')], [put('a', {}, { state: 'refused', refused: { reason: 'closed', message: '' } })])
  assert.deepEqual([mine.text, mine.state, mine.refused.meant.text], ['a', 'arrived', 'a igen'])
  assert.ok(stands(mine))
  const [never] = myEntriesIn('r', [], [put('x', { rev: 1 }, { state: 'refused', refused: { reason: 'bad_time', message: '' } })])
  assert.equal(never.state, 'refused')
  assert.ok(!stands(never))
})

test('what is removed is known without its words, until it is said again', () => {
  const [gone] = myEntriesIn('r', [entry('a', { removed: true, redacted: true, text: '', rev: 4 })], [])
  assert.deepEqual([gone.removed, gone.text, gone.nextRev], [true, '', 5])
  assert.deepEqual(putOf('r', gone, { about: 'action', day: '2026-02-12', text: ' Igen ', tags: ' ', removed: false }), {
    id: 'a', round: 'r', rev: 5, about: 'action', day: '2026-02-12', text: 'Igen',
  })
})

test('tags are told apart by their letters, not by their case; those used most are offered', () => {
  assert.deepEqual(tagsIn(' tid, Tid ,, möten '), ['tid', 'möten'])
  assert.ok(hasTag('Möten, tid', 'möten'))
  const before = [{ tags: 'tid' }, { tags: 'möten, Tid' }, { tags: 'besked' }]
  assert.deepEqual(suggestedTags(before, '', 2), ['tid', 'besked'])
  assert.deepEqual(suggestedTags(before, 'TID', 5), ['besked', 'möten'])
  assert.equal(withTag('tid, ', 'möten'), 'tid, möten')
})

test('the organiser looks for what it is about, a tag, a name, and what is not answered', () => {
  const all = [entry('a', { tags: 'tid', name: 'Kim' }), entry('b', { about: 'reflection', answer: 'Tack' })]
  const ids = (some) => soughtIn(all, { ...everything, ...some }).map(({ id }) => id)
  assert.deepEqual(ids({}), ['a', 'b'])
  assert.deepEqual(ids({ about: 'reflection' }), ['b'])
  assert.deepEqual(ids({ tag: 'Tid' }), ['a'])
  assert.deepEqual(ids({ name: 'Kim' }), ['a'])
  assert.deepEqual(ids({ unanswered: true }), ['a'])
  assert.deepEqual(groupedBy(all, ({ about }) => about).map(({ key }) => key), ['action', 'reflection'])
})

test('weeks without an entry stand in the pattern too, over the turn of the year', () => {
  assert.equal(weekOf(mondayOf('2026-W53')), '2026-W53')
  assert.equal(new Date(mondayOf('2026-W01')).toISOString().slice(0, 10), '2025-12-29')
  const weeks = weeksOf([{ week: '2026-W52', action: 2 }, { week: '2027-W02', reflection: 1, observation: 3 }])
  assert.deepEqual(weeks.map(({ week, sum }) => [week, sum]), [['2026-W52', 2], ['2026-W53', 0], ['2027-W01', 0], ['2027-W02', 4]])
  assert.deepEqual(sumsOf(weeks), { reflection: 1, observation: 3, action: 2 })
  assert.deepEqual(stackOf(weeks[3]).map(({ from, n }) => [from, n]), [[0, 1], [1, 3], [4, 0]])
  assert.deepEqual(weeksOf([]), [])
})

test('the scale of the picture ends at a round number, and few weeks are named', () => {
  const at = (sum) => ceilingOf([{ sum }])
  assert.deepEqual([0, 2, 3, 7, 8, 9, 21, 1999].map(at), [2, 2, 4, 8, 8, 10, 40, 2000])
  assert.deepEqual([...namedWeeks(25, 9)], [0, 3, 6, 9, 12, 15, 18, 21])
  assert.deepEqual([...namedWeeks(1, 9)], [0])
})

test('days are those of the meeting, and the year is said where it is another', () => {
  const live = { zone: 'Europe/Stockholm', session: { clock: { now: () => Date.parse('2026-02-12T23:30:00Z') } } }
  assert.equal(todayIn(live), '2026-02-13')
  assert.equal(firstDayOf(Date.parse('2026-02-12T08:00:00Z')), '2025-02-12')
  assert.equal(dayName('2026-02-12', 'sv', '2026-03-01'), 'torsdag 12 februari')
  assert.match(dayName('2025-02-12', 'sv', '2026-03-01'), /2025/)
})

test('what is begun in a diary is kept with its day, its kind and its tags', () => {
  const shelf = new Map()
  const drafts = new Drafts({ getItem: (name) => shelf.get(name) ?? null, setItem: (name, value) => shelf.set(name, value), removeItem: (name) => shelf.delete(name) })
  const draft = { text: '', entry: { about: 'action', day: '2026-02-12', tags: 'tid' } }
  drafts.keep('round r', draft)
  assert.deepEqual(drafts.find('round r'), draft)
  assert.ok(isEmptyDraft({ text: ' ', entry: { ...draft.entry, tags: '' } }))
})

test('the promise says who reads, and is the same whatever is shown', () => {
  const promise = (authorship, revealed) => promiseOf({ form: 'diary', visibility: 'own', authorship, counted_together: false, revealed })
  for (const revealed of [false, true]) {
    assert.deepEqual(promise('anonymous', revealed), ['promise_diary', 'promise_anonymous'])
    assert.deepEqual(promise('linked', revealed), ['promise_diary', 'promise_linked'])
    assert.deepEqual(promise('named', revealed), ['promise_diary', 'promise_diary_named'])
  }
})

test('a diary is homework that nobody but the organisers reads, whatever the form said', () => {
  assert.equal(startingWith('diary').authorship, 'linked')
  assert.equal(startingWith('notes').authorship, defaults.authorship)
  const { visibility, homework } = roundPut({ id: 'r', base: 0, session: 's', form: 'diary' }, { ...defaults, question: '?', visibility: 'all' })
  assert.deepEqual({ visibility, homework }, { visibility: 'own', homework: true })
})

test('a diary has an address, and a template may hold one', () => {
  const place = { screen: 'process', process: 'p', tab: 'diary', list: 'r' }
  assert.deepEqual(placeOf(hashOf(place)), place)
  const template = (round) => JSON.stringify({
    name: { sv: 'Mall' }, about: { sv: 'Om' }, roles: [], levels: [], words: [], tables: 0, items: [],
    rounds: [{ key: 'dagbok', form: 'diary', question: { sv: 'Vad hände?' }, visibility: 'own', authorship: 'linked', homework: true, ...round }],
  })
  assert.equal(readTemplate(template({})).faults, undefined)
  for (const wrong of [{ visibility: 'all' }, { authorship: 'organisation' }, { notes: {} }])
    assert.equal(readTemplate(template(wrong)).faults[0].wrong, 'settings')
})

test('by person each keeps the order of the days, and those without a name stand first', () => {
  const entries = [['a', 'Åsa'], ['b', undefined], ['c', 'Bo'], ['d', 'Åsa']].map(([id, name]) => ({ id, ...(name && { name }) }))
  assert.equal(byName(entries).map(({ id }) => id).join(''), 'bcad')
})

test('a long list begins with so many, and reaches what must not be out of sight', () => {
  const all = Array.from({ length: 100 }, (_, n) => n)
  assert.equal(reachOf(all, 30, () => false), 30)
  assert.equal(reachOf(all, 30, (n) => n === 4 || n === 57), 58)
  assert.equal(reachOf(all, 60, (n) => n === 57), 60)
  assert.equal(reachOf(all, 120, () => false), 100)
  assert.equal(reachOf([], 30, () => true), 0)
})
