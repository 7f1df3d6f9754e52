// Where lines go that are pasted into a list of names.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { pastedInto } = await page('pasted_rows')

let made = 0
const rowsOf = (...names) => names.map((name, i) => ({ id: `${i}`, name }))
const paste = (rows, at, lines, more = {}) =>
  pastedInto({ rows, at, lines, most: 9, make: (name, id = `new ${made++}`) => ({ id, name }), isProposed: () => false, isLocked: () => false, ...more })
const names = (rows) => rows.map(({ name }) => name)
const isProposed = ({ name }) => name.startsWith('Grupp')

test('an empty row gives way to the first line, others come behind the row where they are pasted', () => {
  assert.deepEqual(names(paste(rowsOf('a', '', 'b'), 1, ['x', 'y'])), ['a', 'x', 'y', 'b'])
  assert.deepEqual(names(paste(rowsOf('a', 'b'), 0, ['x', 'y'])), ['a', 'x', 'y', 'b'])
  assert.deepEqual(names(paste(rowsOf('a', '', ''), 1, ['x'], { most: 3 })), ['a', 'x', ''])
})

test('what was only proposed is named anew, and what is left of it goes', () => {
  const rows = rowsOf('Grupp 1', 'Grupp 2', 'Grupp 3')
  const more = paste(rows, 0, ['a', 'b', 'c', 'd'], { isProposed })
  assert.deepEqual(names(more), ['a', 'b', 'c', 'd'])
  assert.deepEqual(more.slice(0, 3).map(({ id }) => id), ['0', '1', '2'], 'whoever stands there stays there')
  assert.deepEqual(names(paste(rows, 2, ['a', 'b'], { isProposed })), ['a', 'b'])
  assert.deepEqual(names(paste(rows, 0, ['a', 'b'], { isProposed, isLocked: ({ id }) => id === '2' })), ['a', 'b', 'Grupp 3'])
  assert.deepEqual(names(paste(rowsOf('Mitt', 'Grupp 2'), 0, ['a', 'b'], { isProposed })), ['Mitt', 'a', 'b'])
})

test('there are never more than so many', () => {
  assert.deepEqual(names(paste(rowsOf('a', '', 'b'), 1, ['x', 'y', 'z'], { most: 4 })), ['a', 'x', 'y', 'b'])
  assert.deepEqual(names(paste(rowsOf('a', 'b'), 1, ['x', 'y'], { most: 2 })), ['a', 'b'])
})
