// What a facilitator's plan is made of: places in a programme, times on a wall, pasted lists, sizes, addresses.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const positions = await page('positions')
const { moveTo, positionBehind, spread } = positions
const { linesOf, cut } = await page('lines')
const { momentOf, wallTimeOf, isZone } = await page('zone_time')
const { placeOf, hashOf } = await page('host_route')
const { sizeOf } = await page('size')

const programme = (...positions) => positions.map((position, i) => ({ id: 'abcdefgh'[i], position }))

function after(items, moves) {
  const places = new Map(moves.map(({ id, position }) => [id, position]))
  const put = items.map((item) => ({ ...item, position: places.get(item.id) ?? item.position }))
  return put.sort((a, b) => a.position - b.position).map(({ id }) => id).join('')
}

test('an item that is moved gets a place between its new neighbours, and nothing else changes', () => {
  const items = programme(1000, 2000, 3000, 4000)
  assert.deepEqual(moveTo(items, 'd', 1), [{ id: 'd', position: 1500 }])
  assert.deepEqual(moveTo(items, 'a', 3), [{ id: 'a', position: 5000 }])
  assert.deepEqual(moveTo(items, 'c', 0), [{ id: 'c', position: 500 }])
})

test('to where it stands already, beyond the ends, or of nothing, moves nothing or as far as it goes', () => {
  const items = programme(1000, 2000, 3000)
  assert.deepEqual(moveTo(items, 'b', 1), [])
  assert.deepEqual(moveTo(items, 'z', 1), [])
  assert.equal(after(items, moveTo(items, 'a', 99)), 'bca')
  assert.equal(after(items, moveTo(items, 'c', -5)), 'cab')
})

test('where there is no room, all are given new places', () => {
  for (const positions of [[1, 2, 3, 4], [0, 0, 0, 0], [5, 5, 6, 7], [999_999_998, 999_999_999, 1_000_000_000, 1_000_000_000]]) {
    for (let from = 0; from < 4; from++) {
      for (let to = 0; to < 4; to++) {
        const items = programme(...positions)
        const order = ['a', 'b', 'c', 'd']
        const [moved] = order.splice(from, 1)
        order.splice(to, 0, moved)
        const moves = moveTo(items, moved, to)
        const expected = from === to ? 'abcd' : order.join('')
        if (from !== to) assert.equal(after(items, moves), expected, `${positions}: ${from} to ${to}`)
        assert.ok(moves.every(({ position }) => Number.isInteger(position) && position >= 0 && position <= 1_000_000_000))
      }
    }
  }
})

test('a new item comes behind the one that is named, or last', () => {
  assert.deepEqual(positionBehind(programme(1000, 2000), 'a'), { position: 1500, moves: [] })
  assert.deepEqual(positionBehind(programme(1000, 2000)), { position: 3000, moves: [] })
  assert.deepEqual(positionBehind([]), { position: 1000, moves: [] })
  const { position, moves } = positionBehind(programme(1, 2), 'a')
  assert.equal(after([...programme(1, 2), { id: 'n', position }], moves), 'anb')
  assert.deepEqual(spread(3), [1000, 2000, 3000])
})

test('pasted lines lose their bullets and numbers, and come once', () => {
  assert.deepEqual(linesOf('- Närhet\r\n• Tillit \n\n3. Närhet\n2021 års mål\n  4)  Mod  att  pröva', 80), ['Närhet', 'Tillit', '2021 års mål', 'Mod att pröva'])
  assert.deepEqual(linesOf('närhet\nNärhet', 80), ['närhet'])
  assert.deepEqual(linesOf('\n \n', 80), [])
})

test('a text is cut by characters, and none in half', () => {
  assert.equal(cut('👩👩👩', 2), '👩👩')
  assert.equal(cut('åäö', 5), 'åäö')
})

test("a time is the process's zone's, in winter, in summer and where clocks change", () => {
  const zone = 'Europe/Stockholm'
  assert.equal(momentOf({ date: '2021-02-12', time: '09:00' }, zone), Date.UTC(2021, 1, 12, 8))
  assert.equal(momentOf({ date: '2021-04-28', time: '09:00' }, zone), Date.UTC(2021, 3, 28, 7))
  assert.equal(momentOf({ date: '2021-03-28', time: '01:30' }, zone), Date.UTC(2021, 2, 28, 0, 30))
  assert.equal(momentOf({ date: '2021-03-28', time: '03:30' }, zone), Date.UTC(2021, 2, 28, 1, 30))
  assert.equal(momentOf({ date: '2021-10-31', time: '04:00' }, zone), Date.UTC(2021, 9, 31, 3))
  assert.equal(momentOf({ date: '2021-02-12', time: '' }, zone), Date.UTC(2021, 1, 11, 23))
  assert.equal(momentOf({ date: '', time: '09:00' }, zone), 0)
})

test('what a form shows of a moment gives that moment back', () => {
  for (const zone of ['Europe/Stockholm', 'UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia'])
    for (let moment = Date.UTC(2027, 0, 1); moment < Date.UTC(2028, 0, 1); moment += 37 * 3_600_000)
      assert.equal(momentOf(wallTimeOf(moment, zone), zone), moment, `${zone} ${moment}`)
  assert.deepEqual(wallTimeOf(Date.UTC(2021, 1, 11, 23), 'Europe/Stockholm'), { date: '2021-02-12', time: '00:00' })
})

test('zones are those that are known', () => {
  assert.deepEqual(['Europe/Stockholm', 'UTC', 'Europe/Falun', ''].map(isZone), [true, true, false, false])
})

test('an address says where somebody is, and back', () => {
  const places = [
    { screen: 'house' },
    { screen: 'new' },
    { screen: 'accounts' },
    { screen: 'process', process: 'p', tab: 'sessions' },
    { screen: 'process', process: 'p', tab: 'downloads' },
    { screen: 'plan', process: 'p', session: 's', tab: 'programme' },
    { screen: 'plan', process: 'p', session: 's', tab: 'cards' },
    { screen: 'run', process: 'p', session: 's', tab: '' },
    { screen: 'run', process: 'p', session: 's', tab: 'words' },
  ]
  for (const place of places) assert.deepEqual(placeOf(hashOf(place)), place)
  assert.equal(hashOf({ screen: 'run', process: 'p', session: 's', tab: 'words' }), '#/process/p/session/s/run/words')
  assert.deepEqual(placeOf('#/process/p/session/s/nowhere'), { screen: 'plan', process: 'p', session: 's', tab: 'programme' })
})

test('a one-time link is one, and anything else is the house', () => {
  assert.deepEqual(placeOf('#invite=abc'), { screen: 'invite', secret: 'abc', name: undefined })
  assert.deepEqual(placeOf('#invite=abc&name=Kim%20L%C3%B6v'), { screen: 'invite', secret: 'abc', name: 'Kim Löv' })
  for (const hash of ['', '#', '#/', '#/nowhere', '#/process', '#invite=', '#/process/%E0%A4%A']) assert.deepEqual(placeOf(hash), { screen: 'house' })
})

test('sizes are said as people say them', () => {
  assert.deepEqual([0, 999, 1_000, 12_345, 999_499, 1_240_000].map((n) => sizeOf(n, 'sv')), ['0 B', '999 B', '1 kB', '12 kB', '999 kB', '1,2 MB'])
  assert.equal(sizeOf(1_240_000, 'en'), '1.2 MB')
})

test('a question that is made during the session takes the place that the programme has for it', () => {
  const { waitingForRound } = positions
  const items = [{ id: 'a', form: 'round' }, { id: 'b', form: 'talk' }, { id: 'c', form: 'round' }, { id: 'd', form: 'round' }]
  assert.equal(waitingForRound(items, [{ item: 'a' }], 'b')?.id, 'c')
  assert.equal(waitingForRound(items, [{ item: 'c' }], 'b')?.id, 'd')
  assert.equal(waitingForRound(items, [{ item: 'c', removed: true }], 'b')?.id, 'c')
  assert.equal(waitingForRound(items, [{ item: 'd' }], 'c'), undefined)
  assert.equal(waitingForRound(items, [], undefined)?.id, 'a')
})
