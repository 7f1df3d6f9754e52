// The store: what sync brings, what is one's own, and who is told.
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import { settle } from './support/fakes.mjs'
import { page } from './support/pages.mjs'

const { Store } = await page('store')
const { digestOf } = await page('digest')

const note = (id, seq, more = {}) => ({ kind: 'note', id, seq, round: 'r', text: `text ${id}`, ...more })
const frame = (seq, entities = [], more = {}) => ({ epoch: 'e1', seq, entities, gone: [], ...more })
const ids = (store) => store.all('note').map(({ id }) => id).sort()

function filled() {
  const store = new Store()
  store.sync(frame(3, [note('a', 1), note('b', 2), note('c', 3)], { full: true }))
  return store
}

test('an entity is replaced whole, and what is gone is gone', () => {
  const store = filled()
  store.sync(frame(5, [{ kind: 'note', id: 'a', seq: 5, round: 'r' }], { gone: [{ kind: 'note', id: 'b' }] }))
  assert.deepEqual(ids(store), ['a', 'c'])
  assert.equal(store.find('note', 'a').text, undefined, 'absent members have their default')
  assert.equal(store.seq, 5)
})

test('numbers that are left out mean nothing: what is not seen by us has them', () => {
  const store = filled()
  store.sync(frame(1000, [note('d', 990)]))
  assert.deepEqual(ids(store), ['a', 'b', 'c', 'd'])
})

test('repeats change nothing, and an older frame brings nothing back', () => {
  const store = filled()
  const later = frame(6, [note('a', 6, { text: 'new' })], { gone: [{ kind: 'note', id: 'b' }] })
  for (let i = 0; i < 2; i++) store.sync(later)
  store.sync(frame(3, [note('a', 1), note('b', 2)]))
  assert.deepEqual(ids(store), ['a', 'c'])
  assert.equal(store.find('note', 'a').text, 'new')
  assert.equal(store.seq, 6)
})

test('a full view drops what is in none of its frames, once the last one came', () => {
  const store = filled()
  store.sync(frame(7, [note('d', 6)], { full: true, more: true }))
  assert.deepEqual(ids(store), ['a', 'b', 'c', 'd'])
  assert.equal(store.isWhole, false)
  store.sync(frame(8, [note('b', 8)], { more: true }))
  assert.deepEqual(ids(store), ['a', 'b', 'c', 'd'])
  store.sync(frame(9, [note('e', 9)], { gone: [{ kind: 'note', id: 'd' }] }))
  assert.deepEqual(ids(store), ['b', 'e'])
  assert.equal(store.isWhole, true)
})

test('more without full drops nothing', () => {
  const store = filled()
  store.sync(frame(4, [note('d', 4)], { more: true }))
  store.sync(frame(5, [note('e', 5)]))
  assert.deepEqual(ids(store), ['a', 'b', 'c', 'd', 'e'])
})

test('a full view that broke off is gone on with, or begun anew', () => {
  const store = filled()
  store.sync(frame(7, [note('d', 6)], { full: true, more: true }))
  assert.equal(store.snapshot(), undefined, 'half a view is not kept')
  store.sync(frame(9, [note('e', 9)]))
  assert.deepEqual(ids(store), ['d', 'e'])

  const other = filled()
  other.sync(frame(7, [note('d', 6)], { full: true, more: true }))
  other.sync(frame(9, [note('e', 9)], { full: true }))
  assert.deepEqual(ids(other), ['e'])
})

test('a full view may be of an earlier seq, and of another epoch', () => {
  const store = filled()
  store.sync(frame(2, [note('a', 1)], { full: true, epoch: 'e2' }))
  assert.deepEqual([ids(store), store.seq, store.epoch], [['a'], 2, 'e2'])
})

test('another epoch is never mixed with the one before', () => {
  const store = filled()
  store.sync(frame(2, [note('z', 1)], { epoch: 'e2' }))
  assert.deepEqual([ids(store), store.seq, store.epoch], [['z'], 2, 'e2'])
})

test('now is the last that was told, moves no seq, and is forgotten with the connection', () => {
  const store = filled()
  store.sync(frame(3, [], { now: { present: 14, read_only: true } }))
  store.sync(frame(3, []))
  assert.deepEqual(store.now, { present: 14, read_only: true })
  store.sync(frame(3, [], { now: { present: 15 } }))
  assert.deepEqual(store.now, { present: 15 }, 'whole')
  store.forgetNow()
  assert.deepEqual(store.now, {})
  assert.equal(store.seq, 3)
})

test('own things stand apart, and are read as one with the shared', () => {
  const store = filled()
  store.replaceOwn([note('a', 4, { text: 'mine', rev: 2 }), note('h', 4, { hidden: true, rev: 1 })])
  store.sync(frame(5, [note('a', 5, { turn: 3, text: 'mine' })]))
  assert.deepEqual(ids(store), ['a', 'b', 'c', 'h'])
  assert.deepEqual(store.allMine('note').map(({ id }) => id).sort(), ['a', 'h'])
  assert.equal(store.find('note', 'a').turn, 3)
  assert.equal(store.find('note', 'a').rev, 2)
  assert.equal(store.shared('note', 'h'), undefined)
  assert.equal(store.mine('note', 'b'), undefined)
  store.sync(frame(6, [], { full: true }))
  assert.deepEqual(ids(store), ['a', 'h'], 'a full view takes nothing of mine')
  store.replaceOwn([note('h', 4)])
  assert.deepEqual(ids(store), ['h'], 'join brings all that is mine')
})

test("a reply's shared entity comes early, and never over a newer one", () => {
  const store = filled()
  store.putShared(note('a', 9, { text: 'from the reply' }))
  assert.equal(store.find('note', 'a').text, 'from the reply')
  assert.equal(store.seq, 3)
  store.putShared(note('a', 8, { text: 'older' }))
  assert.equal(store.find('note', 'a').text, 'from the reply')
})

test('what a reply says is removed is not there, also where the reply comes behind the frame that said so', () => {
  const store = filled()
  store.putShared({ kind: 'words', id: 'l', seq: 4, title: 'Ord', rounds: [] })
  store.putShared({ kind: 'words', id: 'l', seq: 5, title: 'Ord', rounds: [], removed: true })
  assert.equal(store.find('words', 'l'), undefined)
  store.sync(frame(5, [], { gone: [{ kind: 'words', id: 'l' }] }))
  store.putShared({ kind: 'words', id: 'l', seq: 5, title: 'Ord', rounds: [], removed: true })
  assert.deepEqual(store.all('words'), [])
})

test('listeners are told once a frame, and only of what they asked for', async () => {
  const frames = []
  const store = new Store((call) => frames.push(call))
  const told = { notes: 0, a: 0, round: 0, now: 0 }
  store.subscribe('note', undefined, () => told.notes++)
  const end = store.subscribe('note', 'a', () => told.a++)
  store.subscribe('round', undefined, () => told.round++)
  store.subscribe('now', undefined, () => told.now++)
  store.sync(frame(3, [note('a', 1), note('b', 2), note('a', 3)], { full: true }))
  store.sync(frame(4, [note('c', 4)]))
  assert.equal(frames.length, 1)
  frames.shift()()
  assert.deepEqual(told, { notes: 1, a: 1, round: 0, now: 0 })
  store.sync(frame(5, [], { gone: [{ kind: 'note', id: 'a' }], now: {} }))
  end()
  frames.shift()()
  assert.deepEqual(told, { notes: 2, a: 1, round: 0, now: 1 })
  await settle()
  assert.equal(frames.length, 0)
})

test('what the device kept is shown until the server has spoken', () => {
  const store = filled()
  store.replaceOwn([note('a', 4, { rev: 1 })])
  const kept = structuredClone(store.snapshot())
  const again = new Store()
  again.restore(kept)
  assert.deepEqual([ids(again), again.seq, again.epoch], [['a', 'b', 'c'], 3, 'e1'])
  assert.equal(again.mine('note', 'a').rev, 1)
  again.sync(frame(4, [], { gone: [{ kind: 'note', id: 'c' }] }))
  again.restore(kept)
  assert.deepEqual(ids(again), ['a', 'b'])
})

test('the digest is as the wire says', async () => {
  const text = '["note","a",{"fields":{"a":[1,{"y":2,"z":1}],"b":"å"},"round":"r"}]\n["round","0",{"question":"Vad?"}]\n'
  const entities = [
    { kind: 'round', id: '0', seq: 9, question: 'Vad?' },
    { kind: 'note', id: 'a', seq: 3, round: 'r', fields: { b: 'å', a: [1, { z: 1, y: 2 }] } },
  ]
  assert.equal(await digestOf(entities), createHash('sha256').update(text).digest('hex'))
})

test('an answer that comes behind what is newer changes nothing, but a join says how it is', () => {
  const store = new Store()
  store.putOwn([{ kind: 'note', id: 'a', seq: 9, text: 'ny' }])
  store.putOwn([{ kind: 'note', id: 'a', seq: 7, text: 'gammal' }])
  assert.equal(store.mine('note', 'a').text, 'ny')
  store.replaceOwn([{ kind: 'note', id: 'a', seq: 3, text: 'ur en återställd databas' }])
  assert.equal(store.mine('note', 'a').text, 'ur en återställd databas')
})

test('where a note is on a board comes with the answer, and in no theme it is nowhere', () => {
  const store = new Store()
  const sorting = (seq, themes) => ({ kind: 'sorting', id: 's', seq, board: 'b', note: 'n', themes })
  store.sync(frame(3, [], { full: true }))
  store.putShared(sorting(4, ['t']))
  assert.deepEqual(store.shared('sorting', 's').themes, ['t'])
  store.putShared(sorting(5, []))
  assert.equal(store.shared('sorting', 's'), undefined)
  store.sync(frame(9, []))
  store.putShared(sorting(7, ['t']))
  assert.equal(store.shared('sorting', 's'), undefined, 'the frames have said by now that it is not seen here')
})
