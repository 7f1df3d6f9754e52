// Notes on paper: whose each is, and what of it is kept on the computer that enters them.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { changed, emptyPile, isOld, letGo, nextPerson, notTaken, numberOf, otherPerson, paperRound, readPile, sentAgain, takesPaper, withNote } = await page('paper')
const { hashOf, placeOf } = await page('host_route')
const { emptyDraft, isPutable } = await page('drafts')

const note = (id, person, more = {}) => ({ id, round: 'r', person, rev: 0, ...more })
const two = withNote(withNote(emptyPile, note('n1', 'a'), 1), note('n2', 'b'), 2)

test('a note is from somebody new or from who wrote the last one, and one key means the other', () => {
  assert.equal(nextPerson(emptyPile), undefined)
  assert.equal(otherPerson(emptyPile), undefined)
  assert.deepEqual([two.people, two.last, nextPerson(two), otherPerson(two), numberOf(two, undefined)], [['a', 'b'], 'b', undefined, 'b', 3])
  const same = { ...two, isNew: false, last: 'a' }
  assert.deepEqual([nextPerson(same), otherPerson(same), numberOf(same, 'a')], ['a', undefined, 1])
  assert.deepEqual(withNote(same, note('n3', 'a'), 3).people, ['a', 'b'], 'the same person is no new one')
  assert.equal(nextPerson({ ...same, last: 'gone' }), undefined)
})

test('each thing that is sent has a rev of its own, and says that nothing is refused any more', () => {
  const refused = notTaken(sentAgain(two, 'n1', true), 'n1', { text: 'Närhet', reason: 'stale' })
  const of = (pile) => pile.notes.find(({ id }) => id === 'n1')
  assert.deepEqual(of(refused), note('n1', 'a', { rev: 1, refused: { text: 'Närhet', reason: 'stale' } }), 'it stands where it was')
  assert.deepEqual(of(sentAgain(refused, 'n1', false)), note('n1', 'a', { rev: 2 }))
  assert.deepEqual(of(letGo(refused, 'n1', true)), note('n1', 'a', { rev: 1 }))
  assert.equal(of(letGo(refused, 'n1', false)), undefined)
  assert.equal(changed(two, 'none', () => assert.fail('no such note')).notes.length, 2)
})

test('what is kept is read as it was, and anything else is no pile', () => {
  assert.deepEqual(readPile(JSON.stringify(two)), two)
  for (const text of [undefined, '', 'null', '[]', '{"people":[],"notes":[{"id":1}]}']) assert.deepEqual(readPile(text), emptyPile)
  assert.ok(!JSON.stringify(two).includes('text'), 'no text stands there')
  assert.ok(isOld({ ...two, at: 0 }, 31 * 86_400_000) && !isOld({ ...two, at: 0 }, 29 * 86_400_000))
})

test('questions that organisations answer, and those that never opened, take no paper', () => {
  const round = (id, more = {}) => ({ id, kind: 'round', seq: 1, form: 'notes', authorship: 'anonymous', state: 'closed', opened: 5, ...more })
  const rounds = [round('a'), round('b', { opened: 9 }), round('c', { authorship: 'organisation', opened: 20 }), round('d', { opened: 0 }), round('e', { form: 'ballot', opened: 30 })]
  assert.deepEqual(rounds.filter(takesPaper).map(({ id }) => id), ['a', 'b'])
  assert.equal(paperRound(rounds, undefined).id, 'b')
  assert.equal(paperRound(rounds, 'a').id, 'a')
  assert.equal(paperRound(rounds, 'c').id, 'b')
  assert.equal(paperRound([...rounds, round('f', { state: 'open', opened: 7 })], undefined).id, 'f')
  assert.equal(paperRound([round('d', { opened: 0 })], undefined), undefined)
})

test('the page of its own has an address, with its question or without', () => {
  for (const place of [{ screen: 'paper', process: 'p', session: 's' }, { screen: 'paper', process: 'p', session: 's', round: 'r' }])
    assert.deepEqual(placeOf(hashOf(place)), place)
})

test('a note is as long as the server takes it, in fields or not', () => {
  assert.deepEqual(emptyDraft({ notes: { fields: 2 } }), { text: '', fields: ['', ''] })
  assert.ok(isPutable({ text: 'å'.repeat(1000) }, {}) && !isPutable({ text: 'å'.repeat(1001) }, {}) && !isPutable({ text: ' ' }, {}))
  assert.ok(isPutable({ text: '', fields: ['', 'ord'] }, { notes: { fields: 2 } }))
  assert.ok(!isPutable({ text: '', fields: ['o'.repeat(81)] }, { notes: { fields: 2 } }))
})
