// The server's clock as far as it is known here, and the waits.
import assert from 'node:assert/strict'
import test from 'node:test'
import { Time } from './support/fakes.mjs'
import { page } from './support/pages.mjs'

const { Backoff, ServerClock } = await page('clock')
const { newId, newSecret } = await page('ids')

test('the offset lies in the middle of what is possible', () => {
  const time = new Time(1000)
  const clock = new ServerClock(time)
  assert.deepEqual([clock.offset, clock.now()], [0, 1000])
  clock.learn(61_000, 900, 1000)
  assert.equal(clock.offset, 60_050)
  assert.equal(clock.now(), 61_050)
})

test('a quicker answer makes it exacter, a slower one does not make it worse', () => {
  const clock = new ServerClock(new Time())
  clock.learn(100_000, 0, 2000) // between 98 000 and 100 000
  clock.learn(110_010, 11_000, 11_020) // 98 990 … 99 010
  assert.equal(clock.offset, 99_000)
  clock.learn(120_000, 20_000, 30_000) // 90 000 … 100 000
  assert.equal(clock.offset, 99_000)
})

test("when this device's clock is changed, what was known does not hold", () => {
  const clock = new ServerClock(new Time())
  clock.learn(100_000, 0, 10)
  clock.learn(200_000, 200_000, 200_010)
  assert.equal(clock.offset, -5)
  clock.learn(300_000, 400_000, 300_000)
  assert.equal(clock.offset, 0, 'also when it was put back while we waited')
})

test('waits double up to the longest, and half of each is chance', () => {
  const most = new Backoff(500, 3000, () => 1)
  assert.deepEqual([1, 2, 3, 4, 5].map(() => most.next()), [500, 1000, 2000, 3000, 3000])
  most.reset()
  assert.equal(most.next(), 500)
  assert.equal(new Backoff(500, 3000, () => 0).next(2000), 1000)
})

test('ids are random UUIDs of version 4, secrets are 128 bits', () => {
  const ids = Array.from({ length: 100 }, newId)
  for (const id of ids) assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  assert.equal(new Set(ids).size, 100)
  assert.match(newSecret(), /^[0-9a-f]{32}$/)
})
