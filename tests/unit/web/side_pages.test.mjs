// A comparison in pages for the big screen.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { sidePages } = await page('side_pages')
const { comparedRows } = await page('comparisons')

const columns = (...persons) => persons.map((n, i) => ({ id: `c${i}`, persons: n }))
const words = (cells, count) => Array.from({ length: count }, (_, i) => ({ word: `${cells} ${i}`, label: `${cells} ${i}`, cells }))

test('each list of two goes on where it has more, and each word stands once', () => {
  const table = { columns: columns(20, 20), rows: [...words([9, 9], 9), ...words([8, 0], 3), ...words([0, 7], 15)] }
  const { pair, pages } = sidePages(table, comparedRows(table), 7, 9)
  assert.deepEqual(pair, [0, 1])
  const of = (rows, cells) => rows.filter(({ cells: own }) => String(own) === cells).length
  assert.deepEqual(pages.map((rows) => [of(rows, '9,9'), of(rows, '8,0'), of(rows, '0,7')]), [[5, 3, 5], [4, 0, 5], [0, 0, 5]])
})

test('what is withheld of one of two is on no page of them, and on those of a table', () => {
  const two = { columns: columns(20, 20), rows: [...words([-1, 9], 2), ...words([5, 9], 1)] }
  assert.deepEqual(sidePages(two, comparedRows(two), 7, 9).pages.map((rows) => rows.length), [1])
  const four = { columns: columns(20, 20, 20, 20), rows: words([-1, 9, -1, 8], 11) }
  const { pair, pages } = sidePages(four, comparedRows(four), 7, 9)
  assert.equal(pair, undefined)
  assert.deepEqual(pages.map((rows) => rows.length), [6, 5])
})

test('of two of which nothing is told there is one page all the same', () => {
  const table = { columns: columns(20, 20), rows: words([-1, 9], 2) }
  assert.deepEqual(sidePages(table, comparedRows(table), 7, 9).pages, [[]])
})
