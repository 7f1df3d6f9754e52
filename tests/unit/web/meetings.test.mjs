// The meetings that a device knows.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { changeMeetings, hasOtherDay, keptMeetings, meetingToOpen, toldOf, wayAmong, withMeeting, withoutMeeting } = await page('meetings')
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
  const held = [meeting('b', 2)]
  assert.deepEqual(await changeMeetings(none, (all) => withMeeting(all, meeting('a', 1)), held), [meeting('b', 2), meeting('a', 1)])
})

test('a list that cannot be read for once is not written over', async () => {
  const written = []
  const values = { value: () => Promise.reject(new Error('no answer')), keep: async (...what) => void written.push(what) }
  await changeMeetings(values, (all) => withMeeting(all, meeting('a', 1)))
  assert.deepEqual(written, [])
  assert.equal(await keptMeetings(values), undefined)
})

test('another day is one of the same process', () => {
  const all = [meeting('a', 1), meeting('b', 2), { ...meeting('c', 3), process: 'q' }]
  const asked = [meeting('a', 1), meeting('left', 1), { ...meeting('c', 3), process: 'q' }]
  assert.deepEqual(asked.map((one) => hasOtherDay(all, one)), [true, true, false])
})

test('what becomes known of a meeting changes nothing else of it, and brings none back', () => {
  const all = withMeeting([meeting('a', 1)], meeting('b', 2))
  assert.deepEqual(toldOf(all, 'a', { told: true }), [meeting('b', 2), meeting('a', 1, { told: true })])
  assert.deepEqual(toldOf(all, 'left', { title: 'Ny' }), all)
  assert.equal(withMeeting(all, meeting('a', 3, { title: '' }))[0].title, 'a', 'a name that is not known yet hides none')
})

test('the way into a session is that of anybody on the device who came by one', async () => {
  const shelf = (...meetings) => ({ value: async () => meetings, keep: async () => {} })
  const broken = { value: () => Promise.reject(new Error('no storage')), keep: async () => {} }
  const all = [shelf(meeting('a', 1)), broken, shelf(meeting('b', 1, { way: { code: '1' } }), meeting('a', 2, { way: { secret: 's' } })), shelf()]
  assert.deepEqual(await wayAmong(all, 'a'), { secret: 's' })
  assert.equal(await wayAmong(all, 'c'), undefined)
  assert.equal(await wayAmong([], 'a'), undefined)
})
