// What a device keeps of the store for a page that is loaded without a network.
import assert from 'node:assert/strict'
import test from 'node:test'
import { Time, settle } from './support/fakes.mjs'
import { page } from './support/pages.mjs'

const { keepStore } = await page('keeping')
const { Store } = await page('store')

const frame = (seq, more = {}) => ({ epoch: 'e1', seq, entities: [{ kind: 'note', id: `${seq}`, seq, round: 'r' }], gone: [], ...more })

function makeValues() {
  const kept = new Map()
  const values = {
    kept,
    writes: 0,
    value: async (name) => structuredClone(kept.get(name)),
    keep: async (name, value) => {
      values.writes++
      kept.set(name, structuredClone(value))
    },
  }
  return values
}

test('the last that was known is there after a reload, and is not written for every frame', async () => {
  const values = makeValues()
  const time = new Time()
  const store = new Store((call) => queueMicrotask(call))
  await keepStore(store, values, 'meeting', time)
  for (let seq = 1; seq <= 20; seq++) {
    store.sync(frame(seq, seq === 1 ? { full: true } : {}))
    await time.pass(100)
  }
  await time.pass(5000)
  assert.equal(values.writes, 2, 'soon after the first, and then as all is there')
  const again = new Store()
  await keepStore(again, values, 'meeting', time)
  assert.deepEqual([again.seq, again.all('note').length], [20, 20])
})

test('half a view is not kept over a whole one', async () => {
  const values = makeValues()
  const time = new Time()
  const store = new Store((call) => queueMicrotask(call))
  const end = await keepStore(store, values, 'meeting', time)
  store.sync(frame(1, { full: true }))
  await settle()
  await time.pass(2000)
  store.sync(frame(9, { full: true, more: true }))
  await settle()
  await time.pass(2000)
  assert.equal(values.kept.get('meeting').seq, 1)
  end()
  store.sync(frame(10))
  await settle()
  await time.pass(5000)
  assert.equal(values.writes, 1)
})

test('a device that cannot store goes without', async () => {
  const fail = async () => {
    throw new Error('no storage')
  }
  const time = new Time()
  const store = new Store((call) => queueMicrotask(call))
  await keepStore(store, { value: fail, keep: fail }, 'meeting', time)
  store.sync(frame(1, { full: true }))
  await settle()
  await time.pass(5000)
  assert.equal(store.seq, 1)
})

test('what is my own is kept soon, though no frame ever tells of it', async () => {
  const values = makeValues()
  const time = new Time()
  const store = new Store((call) => queueMicrotask(call))
  await keepStore(store, values, 'meeting', time)
  store.sync(frame(1))
  await time.pass(3_000)
  store.putOwn([{ kind: 'note', id: 'mine', seq: 2, round: 'r', text: 'Närhet' }])
  await settle()
  await time.pass(300)
  assert.deepEqual(values.kept.get('meeting').own.map(({ id }) => id), ['mine'])
})
