// The meetings that a device knows.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { changeMeetings, keptMeetings, meetingToOpen, withMeeting, withoutMeeting } = await page('meetings')
const meeting = (session, at, more = {}) => ({ process: 'p', session, title: session, at, ...more })
const HOUR = 3_600_000

test('the latest is first, and what was known of a meeting stays', () => {
  let all = withMeeting([], meeting('a', 1, { told: true }))
  all = withMeeting(all, meeting('b', 2))
  all = withMeeting(all, meeting('a', 3))
  assert.deepEqual(all, [meeting('a', 3, { told: true }), meeting('b', 2)])
  assert.deepEqual(withoutMeeting(all, 'a'), [meeting('b', 2)])
})

test('a reload comes back to the meeting of the tab, a new visit to that of the day', () => {
  const all = [meeting('new', 100 * HOUR), meeting('old', 10 * HOUR)]
  assert.equal(meetingToOpen(all, 'old', 200 * HOUR).session, 'old')
  assert.equal(meetingToOpen(all, undefined, 101 * HOUR).session, 'new')
  assert.equal(meetingToOpen(all, 'forgotten', 101 * HOUR).session, 'new')
  assert.equal(meetingToOpen(all, undefined, 140 * HOUR), undefined)
  assert.equal(meetingToOpen([], undefined, 0), undefined)
})

test('a change begins with what another tab kept meanwhile, and a device that cannot store goes without', async () => {
  let kept
  const values = { value: async () => kept, keep: async (_name, value) => void (kept = value) }
  await changeMeetings(values, (all) => withMeeting(all, meeting('a', 1)))
  await changeMeetings(values, (all) => withMeeting(all, meeting('b', 2)))
  assert.deepEqual((await keptMeetings(values)).map(({ session }) => session), ['b', 'a'])
  const none = { value: () => Promise.reject(new Error('no')), keep: () => Promise.reject(new Error('no')) }
  assert.deepEqual(await changeMeetings(none, (all) => withMeeting(all, meeting('a', 1))), [meeting('a', 1)])
})
