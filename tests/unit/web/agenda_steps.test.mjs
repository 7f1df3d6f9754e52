// The programme while it is led: longer, shorter, left out, and what there is to remember; and what is taken back of it.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import test, { beforeEach } from 'node:test'
import { buildModules, load, web } from './support/modules.mjs'

const element = () => ({ setAttribute() {}, append() {}, textContent: '' })
globalThis.document = { documentElement: element(), body: element(), createElement: element, addEventListener() {}, visibilityState: 'visible' }
const host = join(web, 'src/host')
const folder = await buildModules({
  steps: join(host, 'run/agenda_steps.ts'),
  undo: join(host, 'undo.ts'),
  refusals: join(host, 'refusals.ts'),
  store: join(web, 'src/shared/store.ts'),
})
const { changeMinutes, saveCue, skipItem } = await load(folder, 'steps')
const { forgetUndoables, lastDone, takeBackLast } = await load(folder, 'undo')
const { refusals } = await load(folder, 'refusals')
const { Store } = await load(folder, 'store')

beforeEach(forgetUndoables)

const film = { kind: 'item', id: 'film', seq: 3, session: 's', form: 'film', title: 'Film', minutes: 12, position: 10, about: 'Om hemgång', cue: 'Släck ljuset' }

// A page whose store hears at once of what the server took. `refuses`: what it does not.
function opened(refuses) {
  const store = new Store((draw) => draw())
  let seq = 3
  const change = (some) => store.sync({ epoch: 'e', seq: ++seq, gone: [], entities: [{ ...store.find('item', 'film'), ...some, seq }] })
  store.sync({ epoch: 'e', full: true, seq, entities: [film], gone: [] })
  const sent = []
  const put = (_method, { base, ...item }) => {
    if (refuses) return { command: 'c', answer: Promise.resolve({ arrived: false, refused: { reason: refuses, message: '' } }) }
    sent.push({ base, ...item })
    change({ about: undefined, cue: undefined, skipped: undefined, ...item })
    return { command: 'c', answer: Promise.resolve({ arrived: true, result: { seq } }) }
  }
  const item = () => store.find('item', 'film')
  return { live: { session: { store, outbox: { put, dismiss() {} } } }, sent, item, change }
}

test('five more minutes are five more than there are, and all else of the item stays', async () => {
  const { live, sent, item } = opened()
  await changeMinutes(live, film, 5)
  assert.equal(sent[0].base, 3)
  assert.deepEqual([item().minutes, item().about, item().cue], [17, 'Om hemgång', 'Släck ljuset'])
  await changeMinutes(live, item(), -5)
  await changeMinutes(live, { ...item(), minutes: 3 }, -5)
  assert.equal(item().minutes, 0, 'and never fewer than none')
})

test('what is skipped is taken in again, with what a colleague wrote at it meanwhile', async () => {
  const { live, item, change } = opened()
  await skipItem(live, film, true)
  assert.equal(item().skipped, true)
  change({ cue: 'Släck ljuset, vänta på tystnad' })
  assert.equal(lastDone().is, 'ready')
  await takeBackLast()
  assert.notEqual(item().skipped, true)
  assert.equal(item().cue, 'Släck ljuset, vänta på tystnad')
})

test('minutes that a colleague changed since are left as they are', async () => {
  const { live, change } = opened()
  await changeMinutes(live, film, 5)
  change({ minutes: 30 })
  assert.equal(lastDone().is, 'lapsed')
})

test('a cue is saved without the space around it, and comes back as it was', async () => {
  const { live, item } = opened()
  assert.equal(await saveCue(live, film, '  Be om tystnad \n'), undefined)
  assert.equal(item().cue, 'Be om tystnad')
  await takeBackLast()
  assert.equal(item().cue, 'Släck ljuset')
  await saveCue(live, film, ' ')
  assert.equal(item().cue, '')
})

test('who was too late is told, and nothing is to be taken back', async () => {
  const { live } = opened('stale')
  assert.equal(await skipItem(live, film, true), false)
  assert.deepEqual(refusals.value.map(({ reason }) => reason), ['stale'])
  assert.equal(lastDone().is, 'none')
  assert.equal((await saveCue(live, film, 'Annat')).reason, 'stale')
})

test('an item that is gone is not made anew', async () => {
  const { live, sent } = opened()
  assert.equal((await saveCue(live, { ...film, id: 'gone' }, 'Nytt')).reason, 'removed')
  assert.deepEqual(sent, [])
})
