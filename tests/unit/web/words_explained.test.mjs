// Who counts how behind a word.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { basisOf, equation, formsOf, inOrderOf, insideOf, largestOf, overlapOf, partsOf, saidParts, sortedOut, withMore } = await page('words_explained')

const row = (word, persons, more = {}) => ({ word, label: word, persons, ...more })
const number = (n) => String(n)

test('what counts stands apart from what is set aside, and the rest is not shown', () => {
  const rows = [row('a', 9), row('b', 8, { mark: 'kept' }), row('c', 0, { mark: 'added' }), row('d', 7, { mark: 'aside' }),
    row('e', 6, { mark: 'stopped' }), row('f', 5, { mark: 'dropped' })]
  const { counted, aside } = sortedOut(rows)
  assert.deepEqual([counted.map(({ word }) => word), aside.map(({ word }) => word)], [['a', 'b', 'c'], ['d']])
})

test('a merged word is the sum of its parts, less those who wrote several of them', () => {
  const whole = row('samverkan', 13, { parts: [{ word: 'samverkan', persons: 9 }, { word: '=samverka', label: 'samverka', persons: 4 }] })
  const parts = partsOf(whole)
  assert.equal(equation(whole, parts, number), 'samverkan 13 = samverkan 9 + samverka 4')
  assert.equal(overlapOf(whole, parts), 0)
  assert.equal(equation({ ...whole, persons: 12 }, parts, number), 'samverkan 12 = samverkan 9 + samverka 4 − 1')
  assert.equal(overlapOf({ persons: 12 }, parts), 1)
})

test('a word by itself has no parts, and no forms but its own', () => {
  assert.deepEqual(partsOf(row('mod', 3, { parts: [{ word: 'mod', persons: 3 }] })), [])
  assert.deepEqual(formsOf(row('mod', 3, { forms: [{ word: 'mod', persons: 3 }] })), [])
  assert.deepEqual(formsOf(row('mod', 3)), [])
  assert.deepEqual(formsOf(row('mod', 3, { forms: [{ word: 'modet', persons: 3 }] })), [{ label: 'modet', persons: 3 }])
})

test('what stands only inside a phrase is no part of the sum, and no way it was written', () => {
  const forms = [{ word: 'individen i centrum', persons: 4 }, { word: 'centrum', persons: 4, inside: true }]
  const phrase = row('individ i centrum', 4, { label: 'individen i centrum', forms, parts: [{ word: 'individ i centrum', label: 'individen i centrum', persons: 4 }, { word: 'centrum', persons: 4, inside: true }] })
  assert.deepEqual(partsOf(phrase), [])
  assert.deepEqual(formsOf(phrase), [])
  assert.equal(saidParts(insideOf(phrase), number), 'centrum 4')
  const merged = { ...phrase, persons: 6, parts: [...phrase.parts.slice(0, 1), { word: 'helhet', persons: 2 }, ...phrase.parts.slice(1)] }
  assert.equal(equation(merged, partsOf(merged), number), 'individen i centrum 6 = individen i centrum 4 + helhet 2')
})

test('the order stays while somebody reads, and what is new stands behind', () => {
  const now = [row('c', 9), row('new', 8), row('a', 7), row('b', 6)]
  assert.deepEqual(inOrderOf(now, ['a', 'gone', 'b', 'c']).map(({ word }) => word), ['a', 'b', 'c', 'new'])
})

test('rows that were fetched beyond the list stand behind it, each word once', () => {
  const rows = withMore([row('a', 9), row('b', 8)], [row('b', 7), row('c', 6)])
  assert.deepEqual(rows.map(({ word, persons }) => [word, persons]), [['a', 9], ['b', 8], ['c', 6]])
  assert.deepEqual([largestOf(rows), largestOf([])], [9, 1])
})

test('sums over rounds are not called persons', () => {
  assert.deepEqual([basisOf({ per_round: true }), basisOf({})], ['base_sums', 'base_people'])
})
