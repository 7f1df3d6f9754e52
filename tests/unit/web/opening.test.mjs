// How it stands with what is open for days.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { openingOf } = await page('opening')

test('an end is told before it and behind it, and a closing for what it is', () => {
  const said = (state, deadline, now = 1_000_000) => openingOf({ state, deadline }, now)
  assert.equal(said('planned', 5), 'planned')
  assert.equal(said('open', undefined), 'open_no_end')
  assert.equal(said('open', 0), 'open_no_end')
  assert.equal(said('open', 2_000_000), 'open_until')
  assert.equal(said('closing', 1_010_000), 'closes_soon')
  assert.equal(said('closing', 9_000_000), 'open_until') // (put off for long)
  assert.equal(said('closed', 999_999), 'closed_at')
  assert.equal(said('closed', 2_000_000), 'closed') // (by somebody, before its end)
  assert.equal(said('closed', 0), 'closed')
})
