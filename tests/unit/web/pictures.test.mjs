// Pictures: which the room sees, and how files become pictures although networks, servers and pages come and go.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import test, { mock } from 'node:test'
import { settle } from './support/fakes.mjs'
import { buildModules, load, web } from './support/modules.mjs'
import { page } from './support/pages.mjs'

const { isSeenByAll, newestFirst, roomPictures } = await page('pictures')
const { stageOf } = await page('stage_of')
const { hashOf, placeOf } = await page('host_route')
const folder = await buildModules({ uploads: join(web, 'src/host/pictures/uploads.ts') })
const { AT_ONCE, Uploads } = await load(folder, 'uploads')

const round = { kind: 'round', id: 'r', session: 's', form: 'notes', opened: 1, state: 'open', visibility: 'own' }
const picture = (id, more) => ({ kind: 'picture', id, seq: 1, session: 's', type: 'jpeg', width: 4, height: 3, ...more })

test("a picture of a question's answers is shown when they are", () => {
  const own = picture('a', { round: 'r' })
  assert.equal(isSeenByAll(own, [round]), false)
  assert.equal(isSeenByAll(own, [{ ...round, revealed: true }]), true)
  assert.equal(isSeenByAll(own, [{ ...round, visibility: 'all' }]), true)
  assert.equal(isSeenByAll(own, [{ ...round, visibility: 'all', opened: undefined }]), false)
  assert.equal(isSeenByAll(own, [{ ...round, revealed: true, removed: true }]), false)
  assert.equal(isSeenByAll(own, []), false, 'a question that was removed')
  const all = [picture('c', { position: 3 }), picture('b', { position: 2 }), own, picture('d', { session: 'other' }), picture('e', { removed: true })]
  assert.deepEqual(roomPictures(all, [round], 's').map(({ id }) => id), ['b', 'c'])
})

test('the latest is the one that came last, wherever it stands', () => {
  const all = [picture('a', { at: 5, position: 1 }), picture('b', { at: 9 }), picture('c', { at: 5, position: 2 }), picture('d', { at: 9 })]
  assert.deepEqual(newestFirst(all).map(({ id }) => id), ['d', 'b', 'c', 'a'])
  assert.equal(all[0].id, 'a')
})

test('the stage shows a picture as long as the room sees it', () => {
  const session = { kind: 'session', id: 's', state: 'live', stage: { screen: 'picture', picture: 'a' } }
  const show = (more) => stageOf({ session, items: [], rounds: [round], words: [], ...more }).screen
  assert.equal(show({ picture: picture('a') }), 'picture')
  assert.notEqual(show({ picture: picture('a', { round: 'r' }) }), 'picture')
  assert.notEqual(show({}), 'picture')
  assert.equal(stageOf({ session: { ...session, stage: { screen: 'pictures' } }, items: [], rounds: [], words: [] }).screen, 'pictures')
})

test('where pictures are looked after has an address', () => {
  for (const place of [{ screen: 'camera', process: 'p', session: 's' }, { screen: 'plan', process: 'p', session: 's', tab: 'pictures' }]) assert.deepEqual(placeOf(hashOf(place)), place)
})

const made = { blob: 'b', small: 's', type: 'jpeg', width: 4, height: 3 }

// A device, a server and what comes between, as the test says. `sends`, `places`: what is answered, in order; else it works.
function world({ kept = new Map(), sends = [], places = [], refuses, cannotKeep = false, cannotRead = false, locks } = {}) {
  const log = []
  const way = {
    store: {
      load: async () => [...kept.values()],
      put: async (upload) => (cannotKeep ? Promise.reject(new Error('no storage')) : void kept.set(upload.id, { ...upload })),
      remove: async (id) => void kept.delete(id),
    },
    prepare: async (file) => (cannotRead ? Promise.reject(new Error('gone')) : refuses ? { refused: refuses } : { made: `${file} smaller` }),
    send: (file, progress, signal) => {
      log.push(`send ${file}`)
      progress(0.5)
      const next = sends.shift() ?? { made }
      return next === 'never' ? new Promise((resolve) => signal.addEventListener('abort', () => resolve({ later: 'no_server' }))) : Promise.resolve(next)
    },
    place: async (params, command) => {
      log.push({ ...params, command })
      return places.shift() ?? { made: 7 }
    },
  }
  if (locks) Object.assign(way, locks)
  return { kept, log, way, uploads: new Uploads('me here', way) }
}

const files = (...names) => names.map((name, i) => ({ file: name, name, said: { session: 's', item: 'i', position: i } }))
const ends = async () => {
  for (let i = 0; i < 40; i++) await settle()
}

test('a file is made smaller, sent, put once, and let go of', async () => {
  const { kept, log, uploads } = world()
  uploads.connect(true)
  uploads.add(files('one'))
  await ends()
  assert.equal(log[0], 'send one smaller')
  const { id, command, ...put } = log[1]
  assert.ok(id && command)
  assert.deepEqual(put, { base: 0, session: 's', item: 'i', position: 0, ...made })
  assert.deepEqual([uploads.rows.value.length, kept.size, uploads.stored.value], [0, 0, 1])
})

test('no more than the server takes go at once', async () => {
  const { log, uploads } = world({ sends: ['never', 'never', { made }] })
  uploads.connect(true)
  uploads.add(files('one', 'two', 'three'))
  await ends()
  assert.equal(log.length, AT_ONCE)
  uploads.cancel(uploads.rows.value[0].id)
  await ends()
  assert.deepEqual(log.slice(0, 3), ['send one smaller', 'send two smaller', 'send three smaller'])
  assert.deepEqual(uploads.rows.value.map(({ name }) => name), ['two'])
})

test('what could not be sent waits for the connection, and the next page goes on with it', async () => {
  const first = world({ sends: [{ later: 'no_server' }] })
  first.uploads.connect(true)
  first.uploads.add(files('one'))
  await ends()
  assert.deepEqual(first.uploads.rows.value.map(({ at, why, isKept }) => ({ at, why, isKept })), [{ at: 'waiting', why: 'no_server', isKept: true }])
  assert.equal(first.log.length, 1, 'not at once again')
  first.uploads.connect(false)
  const next = world({ kept: first.kept })
  next.uploads.connect(true)
  await next.uploads.load()
  await ends()
  assert.equal(next.log[0], 'send one smaller', 'it is small already')
  assert.equal(next.kept.size, 0)
  first.uploads.cancel(first.uploads.rows.value[0].id)
})

test('a picture whose answer was lost is put again by the same command', async () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  const { log, uploads } = world({ places: [{ later: 'no_server' }] })
  uploads.connect(true)
  uploads.add(files('one'))
  for (let i = 0; i < 60; i++) await Promise.resolve()
  uploads.connect(true)
  for (let i = 0; i < 60; i++) await Promise.resolve()
  mock.timers.reset()
  assert.deepEqual(log.map((one) => typeof one), ['string', 'object', 'object'])
  assert.deepEqual(log[1], log[2])
})

test('what the server has let go of is sent again; what it was to belong to may be gone', async () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  const { log, uploads } = world({ places: [{ refused: 'unknown_blob' }, { refused: 'unknown_item' }] })
  uploads.connect(true)
  uploads.add(files('one'))
  for (let i = 0; i < 80; i++) await Promise.resolve()
  uploads.connect(true)
  for (let i = 0; i < 80; i++) await Promise.resolve()
  mock.timers.reset()
  assert.equal(log.filter((one) => one === 'send one smaller').length, 2)
  assert.deepEqual(log.filter((one) => one.command).map(({ item }) => item), ['i', 'i', undefined])
  assert.equal(new Set(log.filter((one) => one.command).map(({ command }) => command)).size, 3)
  assert.equal(uploads.rows.value.length, 0)
})

test('what is refused is told, and stays until somebody has done something about it', async () => {
  const { kept, uploads } = world({ refuses: 'heic' })
  uploads.connect(true)
  uploads.add(files('one'))
  await ends()
  assert.deepEqual(uploads.rows.value.map(({ at, why }) => [at, why]), [['refused', 'heic']])
  uploads.cancel(uploads.rows.value[0].id)
  await ends()
  assert.deepEqual([uploads.rows.value.length, kept.size], [0, 0])
})

test('a device that keeps nothing says so, and sends all the same', async () => {
  const { log, uploads } = world({ cannotKeep: true, sends: ['never'] })
  uploads.connect(true)
  uploads.add(files('one'))
  await ends()
  assert.deepEqual([uploads.rows.value[0].isKept, log.length], [false, 1])
})

test('a file that cannot be read is told of, and not tried again for ever', async () => {
  const { log, uploads } = world({ cannotRead: true })
  uploads.connect(true)
  uploads.add(files('one'))
  await ends()
  assert.deepEqual([uploads.rows.value.map(({ at, why }) => [at, why]), log], [[['refused', 'unreadable']], []])
})

test('a server that cannot for long is asked less and less often, until something has changed', async (t) => {
  mock.timers.enable({ apis: ['setTimeout'] })
  t.after(() => mock.timers.reset())
  const { log, uploads } = world({ sends: Array.from({ length: 30 }, () => ({ later: 'not_stored' })) })
  const turns = async () => {
    for (let i = 0; i < 60; i++) await Promise.resolve()
  }
  uploads.connect(true)
  uploads.add(files('one'))
  await turns()
  for (let second = 0; second < 120; second++) {
    mock.timers.tick(1_000)
    await turns()
  }
  assert.equal(log.length, 6, 'at once, after 4, 12, 28, 60 and 120 seconds')
  uploads.connect(true)
  await turns()
  mock.timers.tick(4_000)
  await turns()
  assert.equal(log.length, 8)
})

test('what another tab sends is left to it, and done here where that tab is gone', async () => {
  let free
  let isTaken = true
  const locks = {
    alone: async (_id, work) => !isTaken && (await work(), true),
    ended: () => new Promise((done) => (free = done)),
  }
  const { kept, log, uploads } = world({ locks })
  uploads.connect(true)
  uploads.add(files('one'))
  await ends()
  assert.deepEqual([uploads.rows.value.length, kept.size, log.length], [0, 1, 0])
  isTaken = false
  free()
  await ends()
  assert.deepEqual([kept.size, uploads.stored.value], [0, 1])
})
