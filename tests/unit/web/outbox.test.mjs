// The outbox: nothing that a person wrote is lost, doubled or overtaken.
import assert from 'node:assert/strict'
import test from 'node:test'
import { Device, FakeLink, Time, settle } from './support/fakes.mjs'
import { page } from './support/pages.mjs'

const { Outbox } = await page('outbox')
const { MemoryStorage } = await page('outbox_storage')
const { Refusal, Lost } = await page('wire')

const refusal = (reason, data = {}) => new Refusal({ code: -32000, message: reason, data: { reason, ...data } })
const put = (outbox, id, text, rev = 1) => outbox.put('note.put', { id, round: 'r', rev, text })

async function open(more = {}) {
  const time = more.timers ?? new Time()
  const told = []
  const outbox = await Outbox.open({
    scope: 'meeting', storage: new MemoryStorage(), timers: time, random: () => 1,
    refused: (command, { reason }) => told.push([command.params.text, reason]), ...more,
  })
  return { outbox, time, told }
}

async function connect(outbox) {
  const link = new FakeLink()
  outbox.connect(link)
  await settle()
  return link
}

test('a command is saved, sending, arrived', async () => {
  const arrived = []
  const storage = new MemoryStorage()
  const { outbox } = await open({ storage, arrived: (command, result) => arrived.push([command.params.text, result.seq]) })
  assert.equal(outbox.stateOf('note a'), undefined)
  const { saved, answer, command } = put(outbox, 'a', 'Närhet')
  assert.equal(await saved, true)
  assert.equal(outbox.stateOf('note a'), 'saved')
  assert.equal((await storage.load('meeting')).length, 1)
  const link = await connect(outbox)
  assert.equal(outbox.stateOf('note a'), 'sending')
  assert.deepEqual(link.requests[0].params, { id: 'a', round: 'r', rev: 1, text: 'Närhet', command })
  link.requests[0].resolve({ seq: 42 })
  assert.deepEqual(await answer, { arrived: true, result: { seq: 42 } })
  await settle()
  assert.equal(outbox.stateOf('note a'), 'arrived')
  assert.deepEqual([outbox.isEmpty, arrived, await storage.load('meeting')], [true, [['Närhet', 42]], []])
})

test('what was written without a network survives a reload, and goes in order with the same ids', async () => {
  const storage = new MemoryStorage()
  const before = await open({ storage })
  const given = ['ett', 'två', 'tre'].map((text) => put(before.outbox, text, text).command)
  await settle()
  before.outbox.close()

  const { outbox } = await open({ storage })
  assert.deepEqual(outbox.commands().map(({ params, state }) => [params.text, state]), [['ett', 'saved'], ['två', 'saved'], ['tre', 'saved']])
  const link = await connect(outbox)
  assert.deepEqual(link.texts, ['ett', 'två', 'tre'])
  assert.deepEqual(link.requests.map(({ params }) => params.command), given)
})

test('what had no answer is sent again in order, before what is newer', async () => {
  const { outbox } = await open()
  const first = await connect(outbox)
  put(outbox, 'a', 'ett')
  put(outbox, 'b', 'två')
  put(outbox, 'c', 'tre')
  first.requests[1].resolve({ seq: 2 })
  await settle()
  outbox.disconnect()
  for (const { reject } of first.requests) reject(new Lost())
  put(outbox, 'd', 'fyra')
  await settle()
  assert.equal(outbox.stateOf('note a'), 'saved')
  const second = await connect(outbox)
  assert.deepEqual(second.texts, ['ett', 'tre', 'fyra'])
  assert.equal(second.requests[0].params.command, first.requests[0].params.command)
})

test('an answer that comes late, on the connection before, counts once', async () => {
  let arrived = 0
  const { outbox } = await open({ arrived: () => arrived++ })
  const first = await connect(outbox)
  put(outbox, 'a', 'ett')
  outbox.disconnect()
  const second = await connect(outbox)
  first.requests[0].resolve({ seq: 1 })
  await settle()
  second.requests[0].resolve({ seq: 1 })
  await settle()
  assert.deepEqual([arrived, outbox.isEmpty, outbox.stateOf('note a')], [1, true, 'arrived'])
})

test('commands about the same entity go one after the other', async () => {
  const { outbox, time } = await open()
  const link = await connect(outbox)
  put(outbox, 'a', 'ett', 1)
  put(outbox, 'a', 'två', 2)
  put(outbox, 'b', 'annan')
  outbox.put('vote.put', { round: 'q', choice: '1', rev: 1, votes: 0 })
  outbox.put('vote.put', { round: 'q', choice: '2', rev: 1, votes: 1 })
  assert.deepEqual(link.requests.map(({ params }) => params.text ?? params.choice), ['ett', 'annan', '1'])
  link.requests[0].reject(refusal('not_stored'))
  await settle()
  assert.equal(link.requests.length, 3, 'the newer one does not overtake the one that was put off')
  await time.pass(1000)
  link.requests[3].resolve({ seq: 5 })
  await settle()
  assert.deepEqual(link.texts.filter(Boolean), ['ett', 'annan', 'ett', 'två'])
})

for (const reason of ['not_stored', 'loading', 'too_often', 'read_only'])
  test(`${reason} is waited for, longer each time`, async () => {
    const { outbox, time, told } = await open()
    const link = await connect(outbox)
    put(outbox, 'a', 'ett')
    for (const wait of [1000, 2000, 4000]) {
      const count = link.requests.length
      link.requests.at(-1).reject(refusal(reason))
      await settle()
      assert.equal(outbox.stateOf('note a'), 'saved')
      await time.pass(wait - 1)
      assert.equal(link.requests.length, count)
      await time.pass(1)
      assert.equal(link.requests.length, count + 1)
    }
    link.requests.at(-1).reject(refusal(reason))
    await settle()
    outbox.nudge()
    assert.equal(link.requests.length, 5, 'or until there is reason to try')
    link.requests.at(-1).resolve({ seq: 1 })
    await settle()
    assert.deepEqual([told, outbox.isEmpty], [[], true])
  })

test('many that are put off at once are one failure, and go again in order', async () => {
  const { outbox, time } = await open()
  const link = await connect(outbox)
  for (let i = 0; i < 10; i++) put(outbox, `n${i}`, `${i}`)
  for (const { reject } of [...link.requests].reverse()) reject(refusal('not_stored'))
  await settle()
  await time.pass(1000)
  assert.deepEqual(link.texts.slice(10), ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'])
})

test('a final no is told, and the text is kept until it is dismissed, also over a reload', async () => {
  const storage = new MemoryStorage()
  const { outbox, told } = await open({ storage })
  const link = await connect(outbox)
  const { answer } = put(outbox, 'a', 'för sent')
  put(outbox, 'b', 'ogiltig')
  link.requests[0].reject(refusal('closed', { seq: 7 }))
  link.requests[1].reject(refusal('bad_params', { path: 'text' }))
  assert.deepEqual(await answer, { arrived: false, refused: { reason: 'closed', message: 'closed', seq: 7 } })
  await settle()
  assert.deepEqual(told, [['för sent', 'closed'], ['ogiltig', 'bad_params']])
  assert.deepEqual([outbox.stateOf('note a'), outbox.isEmpty], ['refused', true])
  outbox.close()

  const again = await open({ storage })
  const next = await connect(again.outbox)
  assert.equal(next.requests.length, 0, 'it is not sent again')
  const [first, second] = again.outbox.commands()
  assert.deepEqual([first.params.text, first.refused.reason, second.refused.path], ['för sent', 'closed', 'text'])
  again.outbox.dismiss(first.command)
  put(again.outbox, 'b', 'giltig', 2)
  next.requests[0].resolve({ seq: 8 })
  await settle()
  assert.deepEqual(again.outbox.commands(), [], 'a newer one that arrived makes up for it')
  assert.deepEqual(await storage.load('meeting'), [])
})

test('a transient reason that stands in the journal is final', async () => {
  const { outbox, told } = await open()
  const link = await connect(outbox)
  put(outbox, 'a', 'ett')
  link.requests[0].reject(refusal('too_often', { seq: 4 }))
  await settle()
  assert.deepEqual(told, [['ett', 'too_often']])
})

test('never more than sixty without an answer', async () => {
  const { outbox, time } = await open()
  const link = await connect(outbox)
  for (let i = 0; i < 200; i++) put(outbox, `n${i}`, `${i}`)
  await time.pass(60_000)
  const sent = link.requests.length
  assert.ok(sent > 20 && sent <= 60, `${sent}`)
  link.requests[0].resolve({ seq: 1 })
  await settle()
  assert.equal(link.requests.length, sent + 1)
})

test('never faster than twenty a second', async () => {
  const { outbox, time } = await open()
  const link = await connect(outbox)
  for (let i = 0; i < 200; i++) put(outbox, `n${i}`, `${i}`)
  let answered = 0
  const start = time.now()
  for (let step = 0; step < 200; step++) {
    while (answered < link.requests.length) link.requests[answered++].resolve({ seq: answered })
    await time.pass(50)
    const allowed = 60 + (20 * (time.now() - start)) / 1000
    assert.ok(link.requests.length <= allowed, `${link.requests.length} of ${allowed}`)
  }
  assert.equal(outbox.isEmpty, true)
  assert.deepEqual(link.texts, Array.from({ length: 200 }, (_, i) => `${i}`))
})

test('what the server would not read is never queued', async () => {
  const { outbox } = await open()
  assert.throws(() => put(outbox, 'a', 'å'.repeat(17_000)), RangeError)
  assert.equal(outbox.isEmpty, true)
})

test('a device that cannot store sends all the same, and says so', async () => {
  const fail = async () => {
    throw new Error('no room')
  }
  const { outbox } = await open({ storage: { load: fail, put: fail, remove: fail } })
  const { saved } = put(outbox, 'a', 'ett')
  assert.equal(await saved, false)
  assert.equal(outbox.commands()[0].isStored, false)
  const link = await connect(outbox)
  assert.deepEqual(link.texts, ['ett'])
})

test("another meeting's commands are left alone", async () => {
  const storage = new MemoryStorage()
  put((await open({ storage })).outbox, 'a', 'här')
  await settle()
  const { outbox } = await open({ storage, scope: 'another' })
  assert.equal((await connect(outbox)).requests.length, 0)
})

test('of two tabs one sends, for both, and both know', async () => {
  const device = new Device()
  const { storage } = device
  const one = await open({ storage, tabs: device.tab() })
  const two = await open({ storage, tabs: device.tab() })
  const first = await connect(one.outbox)
  const second = await connect(two.outbox)
  put(one.outbox, 'a', 'från ett')
  const { answer } = put(two.outbox, 'b', 'från två')
  put(two.outbox, 'c', 'nekas')
  await settle()
  assert.deepEqual([first.texts, second.texts], [['från ett', 'från två', 'nekas'], []])
  assert.equal(two.outbox.stateOf('note b'), 'sending')
  first.requests[1].resolve({ seq: 3 })
  first.requests[2].reject(refusal('closed', { seq: 4 }))
  assert.deepEqual(await answer, { arrived: true, result: { seq: 3 } })
  await settle()
  assert.deepEqual(two.told, [['nekas', 'closed']], 'it is told where it was written')
  assert.equal(two.outbox.stateOf('note b'), 'arrived')
  assert.equal(two.outbox.stateOf('note a'), 'sending')
})

test('what one tab was answered the other tab takes in too', async () => {
  const device = new Device()
  const { storage } = device
  const taken = []
  const one = await open({ storage, tabs: device.tab(), arrived: (_, { seq }) => taken.push(['one', seq]) })
  const two = await open({ storage, tabs: device.tab(), arrived: (_, { seq }) => taken.push(['two', seq]) })
  const first = await connect(one.outbox)
  await connect(two.outbox)
  put(two.outbox, 'b', 'från två')
  await settle()
  first.requests[0].resolve({ seq: 3 })
  await settle()
  assert.deepEqual(taken.sort(), [['one', 3], ['two', 3]])
})

test('what is refused may be sent in another shape, once, for all tabs', async () => {
  const device = new Device()
  const { storage } = device
  const amend = ({ params }, { reason }) => (reason === 'id_taken' ? { ...params, id: 'new' } : undefined)
  const one = await open({ storage, tabs: device.tab(), amend })
  const two = await open({ storage, tabs: device.tab(), amend })
  const link = await connect(one.outbox)
  await connect(two.outbox)
  const { answer, command } = put(two.outbox, 'old', 'Närhet')
  await settle()
  link.requests[0].reject(refusal('id_taken', { seq: 4 }))
  await settle()
  assert.deepEqual(link.requests.map(({ params }) => params.id), ['old', 'new'])
  assert.notEqual(link.requests[1].params.command, command, 'a command of its own')
  for (const { outbox } of [one, two]) assert.deepEqual(outbox.commands().map(({ params, state }) => [params.id, state]), [['new', 'sending']])
  link.requests[1].reject(refusal('closed', { seq: 5 }))
  await settle()
  assert.deepEqual((await storage.load('meeting')).map(({ params, refused }) => [params.id, refused.reason]), [['new', 'closed']])
  assert.deepEqual(two.told, [['Närhet', 'closed']])
  assert.equal((await answer).refused.reason, 'closed', 'who waits for the first hears of the second')
})

test('when the tab that sends goes, the other sends what is left', async () => {
  const device = new Device()
  const { storage } = device
  const one = await open({ storage, tabs: device.tab() })
  const first = await connect(one.outbox)
  put(one.outbox, 'a', 'ett')
  put(one.outbox, 'b', 'två')
  first.requests[0].resolve({ seq: 1 })
  await settle()
  const two = await open({ storage, tabs: device.tab() })
  const second = await connect(two.outbox)
  assert.equal(second.requests.length, 0)
  one.outbox.close()
  await settle()
  assert.deepEqual(second.texts, ['två'])
  assert.equal(second.requests[0].params.command, first.requests[1].params.command)
})

test('when the tab that sends is gone without a word, what it was sending is sent again', async () => {
  const device = new Device()
  const { storage } = device
  const leading = device.tab()
  const one = await open({ storage, tabs: leading })
  const two = await open({ storage, tabs: device.tab() })
  const first = await connect(one.outbox)
  const second = await connect(two.outbox)
  put(one.outbox, 'a', 'ett')
  await settle()
  assert.equal(two.outbox.stateOf('note a'), 'sending')
  leading.vanish()
  await settle()
  assert.deepEqual(second.texts, ['ett'])
  assert.equal(second.requests[0].params.command, first.requests[0].params.command)
})

const vote = (outbox, choice, votes, rev) => outbox.put('vote.put', { round: 'q', choice, rev, votes })
const votesOf = (requests) => requests.map(({ params }) => `${params.choice}=${params.votes}`)

test('a thumb that is quicker than the network sends its first and its last vote on a choice', async () => {
  const device = new Device()
  const { storage } = device
  const { outbox } = await open({ storage, tabs: device.tab() })
  const link = await connect(outbox)
  const given = [1, 2, 3, 4].map((votes) => vote(outbox, 'a', votes, votes))
  await settle()
  link.requests[0].resolve({ seq: 1 })
  await settle()
  assert.deepEqual(votesOf(link.requests), ['a=1', 'a=4'])
  assert.equal((await storage.load('meeting')).length, 1)
  link.requests[1].resolve({ seq: 2 })
  for (const { answer } of given) assert.equal((await answer).arrived, true)
  assert.equal(outbox.isEmpty, true)
})

test('a vote that was moved is first taken and then given, whatever came before and after', async () => {
  const device = new Device()
  const { outbox } = await open({ storage: device.storage, tabs: device.tab() })
  for (const [choice, votes, rev] of [['a', 1, 1], ['a', 0, 2], ['b', 1, 1], ['b', 0, 2], ['a', 1, 3]]) vote(outbox, choice, votes, rev)
  put(outbox, 'n', 'Närhet')
  const link = await connect(outbox)
  for (let i = 0; i < 4; i++) {
    link.requests.at(-1).resolve({ seq: i })
    link.requests[0].resolve({ seq: i })
    await settle()
  }
  assert.deepEqual(votesOf(link.requests.filter(({ method }) => method === 'vote.put')), ['a=0', 'b=0', 'a=1'])
})

test('a vote that may have been sent is never replaced', async () => {
  const device = new Device()
  const { storage } = device
  const before = await open({ storage, tabs: device.tab() })
  const first = await connect(before.outbox)
  vote(before.outbox, 'a', 1, 1)
  await settle()
  before.outbox.disconnect()
  vote(before.outbox, 'a', 2, 2)
  const second = await connect(before.outbox)
  second.requests[0].resolve({ seq: 1 })
  await settle()
  assert.deepEqual([votesOf(first.requests), votesOf(second.requests)], [['a=1'], ['a=1', 'a=2']], 'it was on its way once')
  vote(before.outbox, 'a', 3, 3)
  await settle()
  before.outbox.close()

  const { outbox } = await open({ storage, tabs: device.tab() })
  vote(outbox, 'a', 4, 4)
  const link = await connect(outbox)
  for (const i of [0, 1, 2]) (link.requests[i].resolve({ seq: i }), await settle())
  assert.deepEqual(votesOf(link.requests), ['a=2', 'a=3', 'a=4'], 'who knows what the page before sent')
})

test('a vote that another tab took over is known there too', async () => {
  const device = new Device()
  const { storage } = device
  const one = await open({ storage, tabs: device.tab() })
  const two = await open({ storage, tabs: device.tab() })
  const link = await connect(one.outbox)
  await connect(two.outbox)
  const given = [1, 2, 3].map((votes) => vote(two.outbox, 'a', votes, votes))
  await settle()
  link.requests[0].resolve({ seq: 1 })
  await settle()
  assert.deepEqual(two.outbox.commands().map(({ params }) => params.votes), [3])
  link.requests.at(-1).resolve({ seq: 2 })
  for (const { answer } of given) assert.equal((await answer).arrived, true)
})

test('where tabs do not hear each other every vote is sent', async () => {
  const { outbox } = await open()
  for (const votes of [1, 2]) vote(outbox, 'a', votes, votes)
  const link = await connect(outbox)
  link.requests[0].resolve({ seq: 1 })
  await settle()
  assert.deepEqual(votesOf(link.requests), ['a=1', 'a=2'])
})

test('what is not wanted any more is sent from no tab, and is forgotten', async () => {
  const device = new Device()
  const { storage } = device
  const one = await open({ storage, tabs: device.tab() })
  const two = await open({ storage, tabs: device.tab() })
  const { command } = put(one.outbox, 'a', 'ett')
  put(one.outbox, 'b', 'två')
  await settle()
  await two.outbox.drop(command)
  assert.deepEqual((await storage.load('meeting')).map(({ params }) => params.text), ['två'], 'the device has forgotten it by then')
  for (const { outbox } of [one, two]) assert.deepEqual(outbox.commands().map(({ params }) => params.text), ['två'])
  const link = await connect(one.outbox)
  assert.deepEqual(link.texts, ['två'])
  await one.outbox.drop('unknown')
})

test('an answer about research does not make up for a refusal of who somebody is', async () => {
  const { outbox } = await open()
  const link = await connect(outbox)
  outbox.put('participant.put', { rev: 1, name: 'Kim', role: 'gone' })
  link.requests[0].reject(refusal('unknown_role', { seq: 4 }))
  await settle()
  outbox.put('participant.consent', { rev: 2, consent: true })
  link.requests[1].resolve({ seq: 5 })
  await settle()
  assert.deepEqual(outbox.commands().map(({ method, state }) => [method, state]), [['participant.put', 'refused']])
  outbox.put('participant.put', { rev: 3, name: 'Kim' })
  link.requests[2].resolve({ seq: 6 })
  await settle()
  assert.deepEqual(outbox.commands(), [])
})
