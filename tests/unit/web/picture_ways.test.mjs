// How a picture's bytes come and go: fetched once for all that show it, and sent, over networks and servers that fail.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import test, { beforeEach, mock } from 'node:test'
import { buildModules, load, web } from './support/modules.mjs'
import { page } from './support/pages.mjs'

const { PictureShelf } = await page('picture_shelf')
const folder = await buildModules({ send: join(web, 'src/host/pictures/send.ts') })
const { sendPicture } = await load(folder, 'send')

const turns = async () => {
  for (let i = 0; i < 20; i++) await Promise.resolve()
}

// A server that answers as the test says, in order; else with the picture. 'never': it does not answer.
function serve(t, ...answers) {
  const asked = []
  const let_go = []
  mock.timers.enable({ apis: ['setTimeout'] })
  t.after(() => mock.timers.reset())
  t.mock.method(Math, 'random', () => 0.5)
  t.mock.method(URL, 'createObjectURL', () => `blob:${asked.length}`)
  t.mock.method(URL, 'revokeObjectURL', (url) => let_go.push(url))
  t.mock.method(globalThis, 'fetch', (address, { headers, signal }) => {
    asked.push(headers.authorization)
    const answer = answers.shift() ?? 200
    if (answer !== 'never') return Promise.resolve({ ok: answer === 200, status: answer, blob: async () => 'bytes' })
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))))
  })
  return { asked, let_go }
}

test('a picture is fetched once for all that show it, and let go of a while after the last of them', async (t) => {
  const { asked, let_go } = serve(t)
  const shelf = new PictureShelf()
  const [one, other] = [shelf.take('/picture/p/1'), shelf.take('/picture/p/1')]
  shelf.ask(one, 'a')
  shelf.ask(other, 'a')
  await turns()
  assert.deepEqual([asked, one.state.value.url, other.state.value.url], [['Samskap a'], 'blob:1', 'blob:1'])
  shelf.letGo(one)
  mock.timers.tick(60_000)
  assert.deepEqual(let_go, [])
  shelf.letGo(other)
  mock.timers.tick(1_000)
  const again = shelf.take('/picture/p/1')
  mock.timers.tick(60_000)
  assert.deepEqual([let_go, again.state.value.url], [[], 'blob:1'], 'turned back to')
  shelf.letGo(again)
  mock.timers.tick(60_000)
  assert.deepEqual(let_go, ['blob:1'])
})

test('what cannot be fetched at the moment is asked for again, and at last left alone until somebody comes anew', async (t) => {
  const { asked } = serve(t, 503, 429)
  const shelf = new PictureShelf()
  const one = shelf.take('/picture/p/1')
  shelf.ask(one, 'a')
  await turns()
  assert.deepEqual([one.state.value, asked.length], [{ hasFailed: true }, 1])
  for (let i = 0; i < 2; i++) {
    mock.timers.tick(60_000)
    await turns()
  }
  assert.deepEqual([asked.length, one.state.value.url], [3, 'blob:3'])
})

test('it is not asked for without an end', async (t) => {
  const { asked } = serve(t, ...Array(20).fill(404))
  const shelf = new PictureShelf()
  const one = shelf.take('/picture/p/1')
  shelf.ask(one, 'a')
  for (let i = 0; i < 20; i++) {
    await turns()
    mock.timers.tick(60_000)
  }
  assert.equal(asked.length, 5)
  shelf.ask(one, 'a')
  assert.equal(asked.length, 6)
})

test('what hangs on a connection that is gone is given up, and asked for with the ticket of the next one', async (t) => {
  const { asked } = serve(t, 'never')
  const shelf = new PictureShelf()
  const one = shelf.take('/picture/p/1')
  shelf.ask(one, 'a')
  await turns()
  shelf.ask(one, 'b')
  await turns()
  assert.deepEqual([asked, one.state.value], [['Samskap a', 'Samskap b'], { url: 'blob:2' }])
})

test('what nobody looks at any more is not fetched to its end, nor again', async (t) => {
  const { asked, let_go } = serve(t, 'never', 503)
  const shelf = new PictureShelf()
  const [one, other] = [shelf.take('/picture/p/1'), shelf.take('/picture/p/2')]
  for (const each of [one, other]) {
    shelf.ask(each, 'a')
    await turns()
    mock.timers.tick(1_000)
    shelf.letGo(each)
  }
  for (let i = 0; i < 20; i++) {
    mock.timers.tick(30_000)
    await turns()
  }
  assert.ok(one.asking.signal.aborted)
  assert.ok(asked.length <= 3, 'once more at most, as long as it rests')
  assert.deepEqual(let_go, [])
})

// ---- sending ----

const requests = []

class Request {
  upload = {}
  headers = {}
  constructor() {
    requests.push(this)
  }
  open() {}
  setRequestHeader() {}
  send() {}
  abort() {
    this.onabort()
    this.onloadend()
  }
  answer(status, body) {
    Object.assign(this, { status, responseText: typeof body === 'string' ? body : JSON.stringify(body) })
    this.onload()
    this.onloadend()
  }
}

beforeEach(() => {
  globalThis.XMLHttpRequest = Request
  requests.length = 0
})

function send(t) {
  mock.timers.enable({ apis: ['setTimeout'] })
  t.after(() => mock.timers.reset())
  const parts = []
  const abort = new AbortController()
  const answer = sendPicture('p', 'file', (part) => parts.push(part), abort.signal)
  return { request: requests[0], parts, abort, answer }
}

const made = { blob: 'b', small: 's', type: 'jpeg', width: 4, height: 3 }

test('how much has gone is told, and what came of it', async (t) => {
  const { request, parts, answer } = send(t)
  request.upload.onprogress({ loaded: 5, total: 10 })
  mock.timers.tick(20_000)
  request.upload.onprogress({ loaded: 9, total: 10 })
  mock.timers.tick(20_000)
  request.upload.onload()
  mock.timers.tick(120_000)
  request.answer(200, { ...made, bytes: 9 })
  assert.deepEqual([await answer, parts], [{ made }, [0.5, 0.9, 1]])
})

test('where nothing goes any more the way is given up, for another one', async (t) => {
  const { request, answer } = send(t)
  request.upload.onprogress({ loaded: 5, total: 10 })
  mock.timers.tick(31_000)
  assert.deepEqual(await answer, { later: 'no_server' })
})

test('what may pass is tried again; what is said of the file itself is final, whoever says it', async (t) => {
  const cases = [
    [503, { reason: 'not_stored' }, { later: 'not_stored' }],
    [429, { reason: 'too_often' }, { later: 'too_often' }],
    [502, '<html>Bad gateway</html>', { later: 'no_server' }],
    [413, '<html>Too large</html>', { refused: 'too_large' }],
    [415, { reason: 'bad_picture' }, { refused: 'bad_picture' }],
  ]
  for (const [status, body, wanted] of cases) {
    const answer = sendPicture('p', 'file', () => {}, new AbortController().signal)
    requests.at(-1).answer(status, body)
    assert.deepEqual(await answer, wanted)
  }
})
