// The line that a ballot's cut draws, as the record draws it (tests/unit/transcript/themes_test.c).
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { cutSides } = await page('cut')

test('those with most votes are chosen', () => {
  assert.deepEqual(cutSides([5, 9, 0, 7, 1], 2), ['out', 'chosen', 'out', 'chosen', 'out'])
  assert.deepEqual(cutSides([5, 9, 0, 7, 1], 100), ['chosen', 'chosen', 'out', 'chosen', 'chosen'], 'what nobody voted for is out')
})

test('a tie on the line is a tie', () => {
  assert.deepEqual(cutSides([3, 5, 3, 3, 1], 2), ['tied', 'chosen', 'tied', 'tied', 'out'])
  assert.deepEqual(cutSides([3, 5, 3, 3, 1], 4), ['chosen', 'chosen', 'chosen', 'chosen', 'out'])
  assert.deepEqual(cutSides([], 5), [])
})
