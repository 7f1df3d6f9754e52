// What can be taken back now: the top of the stack, or why it cannot.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { pushed, saysSame, topOf, without } = await page('undo_stack')
const thing = (done, more = {}) => ({ done, takeBack: async () => true, ...more })

test('the latest is taken back first, and then the one below it', () => {
  const [a, b] = [thing('a'), thing('b')]
  const stack = pushed(pushed([], a), b)
  assert.deepEqual(topOf(stack), { is: 'ready', one: b })
  assert.deepEqual(topOf(without(stack, b)), { is: 'ready', one: a })
  assert.deepEqual(topOf([]), { is: 'none' })
})

test('what others have changed has lapsed, and nothing below is taken in its place', () => {
  const gone = thing('b', { holds: () => false })
  assert.deepEqual(topOf([thing('a'), gone]), { is: 'lapsed', one: gone })
})

test('before what was done has come back, nobody says that it has lapsed', () => {
  let isHere = false
  const done = thing('a', { holds: () => false, isHere: () => isHere })
  assert.deepEqual(topOf([done]), { is: 'coming' })
  isHere = true
  assert.equal(topOf([done]).is, 'lapsed')
})

test('what was overtaken by the next step holds again once that is taken back', () => {
  let state = 'closed'
  const opened = thing('opened', { holds: () => state === 'open' })
  const closed = thing('closed', { holds: () => state === 'closed' })
  assert.equal(topOf([opened, closed]).one, closed)
  state = 'open'
  assert.deepEqual(topOf(without([opened, closed], closed)), { is: 'ready', one: opened })
})

test('the stack does not grow without end', () => {
  let stack = []
  for (let i = 0; i < 60; i++) stack = pushed(stack, thing(String(i)))
  assert.equal(stack.length, 50)
  assert.equal(stack[0].done, '10')
})

test('the same is said whatever the order of the members and however letters are composed', () => {
  assert.ok(saysSame({ a: 1, b: [{ d: 'å', c: 2 }] }, { b: [{ c: 2, d: 'a\u030a' }], a: 1 }))
  assert.ok(!saysSame({ a: [1, 2] }, { a: [2, 1] }))
  assert.ok(saysSame({ a: undefined }, {}))
  assert.ok(!saysSame(undefined, {}))
})
