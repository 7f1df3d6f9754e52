// Who is in a session, and the way into it: of each session for hosts, of their own for all others.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { nowIn } = await page('now_in')

test('a host is told of each session', () => {
  const now = { present: 14, writing: [], sessions: [{ session: 'a', present: 14, code: '1234567890', secret: 's' }, { session: 'b', code: '0987654321', secret: 't' }] }
  assert.equal(nowIn(now, 'a').present, 14)
  assert.equal(nowIn(now, 'a').code, '1234567890')
  assert.equal(nowIn(now, 'b').present, 0, 'nobody is there')
  assert.equal(nowIn(now, 'b').secret, 't')
  assert.deepEqual(nowIn(now, 'c'), { present: 0 }, 'nothing is said of it: nobody is there, and its door is closed')
})

test('a display is told of its own', () => {
  const { present, code, secret } = nowIn({ present: 14, code: '1234567890', secret: 's' }, 'a')
  assert.deepEqual([present, code, secret], [14, '1234567890', 's'])
})

test('before anything is told nobody is counted', () => {
  assert.equal(nowIn({}, 'a').present, undefined)
})
