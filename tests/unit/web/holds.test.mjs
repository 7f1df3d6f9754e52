// What is held, and the day from which a process may be erased.
import test from 'node:test'
import assert from 'node:assert/strict'
import { page } from './support/pages.mjs'

const { DAY, daysToErasure, heldBy } = await page('holds')

test('a hold keeps the process, a session, a round with all that is in it, or one thing', () => {
  const note = { id: 'note', round: 'round', session: 'session' }
  const hold = (what, of) => [{ kind: 'hold', id: 'hold', seq: 1, what, ...(of ? { of } : {}) }]
  for (const holds of [hold('process'), hold('session', 'session'), hold('thing', 'round'), hold('thing', 'note')])
    assert.equal(heldBy(holds, note)?.id, 'hold', holds[0].what)
  for (const holds of [[], hold('session', 'another'), hold('thing', 'another')]) assert.equal(heldBy(holds, note), undefined)
  assert.equal(heldBy(hold('thing', 'another'), { id: 'entry' }), undefined, 'of what stands in no round')
})

test('hosts are reminded from thirty days before, and from the day on it may be erased', () => {
  const day = Date.parse('2031-12-31T00:00:00Z')
  assert.equal(daysToErasure(undefined, day), undefined)
  assert.equal(daysToErasure('2031-12-31', day - 31 * DAY), undefined)
  assert.equal(daysToErasure('2031-12-31', day - 30 * DAY), 30)
  assert.equal(daysToErasure('2031-12-31', day - 1), 1)
  assert.ok(daysToErasure('2031-12-31', day) <= 0)
  assert.ok(daysToErasure('2031-12-31', day + 40 * DAY) <= 0, 'for as long as it is there')
})
