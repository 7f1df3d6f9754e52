// The two secrets by which a device is the same participant each time.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { deviceSecrets } = await page('device')

function makeValues() {
  const kept = new Map()
  return { kept, value: async (name) => kept.get(name), keep: async (name, value) => void kept.set(name, value) }
}

test('they are made once', async () => {
  const values = makeValues()
  const made = await deviceSecrets({ values })
  assert.match(made.token, /^[0-9a-f]{32}$/)
  assert.notEqual(made.token, made.author_secret)
  assert.deepEqual(await deviceSecrets({ values }), made)
})

test('those that cannot be read for once are not written over', async () => {
  const values = makeValues()
  const made = await deviceSecrets({ values })
  const silent = { ...values, value: () => Promise.reject(new Error('no answer')) }
  assert.notDeepEqual(await deviceSecrets({ values: silent }), made)
  assert.deepEqual(await deviceSecrets({ values }), made)
})

test('a device that keeps nothing has some all the same', async () => {
  const values = { value: async () => undefined, keep: () => Promise.reject(new Error('full')) }
  assert.match((await deviceSecrets({ values })).token, /^[0-9a-f]{32}$/)
})
