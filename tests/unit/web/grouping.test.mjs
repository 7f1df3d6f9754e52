// Groups of a round: how many to a group, pasted names, who stands where, the list as text, and the walls on the big screen.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const grouping = await page('grouping')
const { wallPages, columnsFor } = await page('wall_pages')

test('five or six stand in a group, however many come', () => {
  for (const people of [16, 20, 22, 28, 33, 40, 57, 78]) {
    const { least, most } = grouping.sizesOf(people, grouping.usualGroups(people))
    assert.ok(least >= 4 && most <= 6, `${people}: ${least}-${most}`)
  }
  assert.equal(grouping.usualGroups(0), 6)
  assert.equal(grouping.usualGroups(3), 2)
  assert.equal(grouping.usualGroups(1000), grouping.MOST_GROUPS)
  assert.equal(grouping.groupsFor(40, 5), 8)
  assert.equal(grouping.groupsFor(40, 0), 40)
})

test('a pasted line is a name, with a link where one stands behind it', () => {
  assert.deepEqual(grouping.namedWith('Grupp 1\thttps://teams.example.org/l/1'), { name: 'Grupp 1', link: 'https://teams.example.org/l/1' })
  assert.deepEqual(grouping.namedWith('Rum Siljan, https://teams.example.org/a'), { name: 'Rum Siljan', link: 'https://teams.example.org/a' })
  assert.deepEqual(grouping.namedWith('  Norr  '), { name: 'Norr' })
  assert.deepEqual(grouping.namedWith('Norr http://teams.example.org'), { name: 'Norr http://teams.example.org' })
})

test('as many rows as are wanted, and those that stand keep what they are called', () => {
  const make = (n) => ({ id: String(n), name: `Grupp ${n}` })
  const rows = grouping.rowsFor([{ id: 'a', name: 'Norr' }], 3, make)
  assert.deepEqual(rows.map(({ name }) => name), ['Norr', 'Grupp 2', 'Grupp 3'])
  assert.deepEqual(grouping.rowsFor(rows, 1, make).map(({ name }) => name), ['Norr'])
})

const groups = [{ id: 'g1', name: 'Grupp 1' }, { id: 'g2', name: 'Grupp 2' }]
const people = [{ id: 'p1', name: 'Östen' }, { id: 'p2' }, { id: 'p3', name: 'Anna' }, { id: 'p4', name: 'Bo\tEk' }]
const where = ({ id }) => ({ p1: 'g1', p3: 'g1', p4: 'g2', p2: 'gone' })[id]
const nameOf = ({ name }) => name ?? 'Utan namn'

test('who stands in no group, or in one that is gone, stands first; names in order', () => {
  const rooms = grouping.roomsOf(groups, people, where)
  assert.deepEqual(rooms.map(({ group, people: there }) => [group?.name, there.map(nameOf)]), [
    [undefined, ['Utan namn']],
    ['Grupp 1', ['Anna', 'Östen']],
    ['Grupp 2', ['Bo\tEk']],
  ])
  assert.equal(grouping.listAsText(rooms, nameOf, 'Utan grupp'), 'Utan grupp\nUtan namn\n\nGrupp 1\nAnna\nÖsten\n\nGrupp 2\nBo\tEk')
  assert.equal(grouping.listAsTable(rooms, nameOf, ['Namn', 'Grupp']), 'Namn\tGrupp\nAnna\tGrupp 1\nÖsten\tGrupp 1\nBo Ek\tGrupp 2')
})

test('who was moved is told where their notes lie', () => {
  assert.deepEqual(grouping.groupsLeft([{ group: 'g1' }, { group: 'g2' }], groups, 'g2').map(({ name }) => name), ['Grupp 1'])
  assert.deepEqual(grouping.groupsLeft([{ group: 'g1' }], groups, undefined), [])
  assert.ok(grouping.isFull({ id: 'g', name: 'G', count: 5 }, 5))
  assert.ok(!grouping.isFull({ id: 'g', name: 'G', count: 50 }, 0))
})

test('a deal stands until somebody deals again or moves somebody, and again once that is taken back by who did it', () => {
  const dealt = [{ participant: 'p1', group: 'g1', seq: 7 }, { participant: 'p2', group: 'g2', seq: 7 }]
  const places = new Map(dealt.map(({ participant, group }) => [participant, group]))
  const stands = (now) => grouping.standsAsDealt(places, now, 7)
  assert.ok(stands(dealt))
  assert.ok(stands([...dealt, { participant: 'late', group: 'g1', seq: 8 }]), 'who came later')
  assert.ok(!stands([{ ...dealt[0], group: 'g2', seq: 8 }, dealt[1]]), 'moved')
  assert.ok(stands([{ ...dealt[0], seq: 9 }, dealt[1]]), 'moved and back')
  assert.ok(!stands(dealt.map((one) => ({ ...one, seq: 9 }))), 'dealt again, taken back or alike by chance')
  assert.ok(!stands([]), 'gone')
})

test('each group has its wall, and notes of no group come last', () => {
  const notes = [{ id: 'a', group: 'g2' }, { id: 'b' }, { id: 'c', group: 'g1' }, { id: 'd', table: 'g1' }]
  const walls = grouping.wallsOf(groups, notes)
  assert.deepEqual(walls.map(({ group, notes: on }) => [group?.name, on.map(({ id }) => id)]), [['Grupp 1', ['c', 'd']], ['Grupp 2', ['a']], [undefined, ['b']]])
})

test('who came one by one since the groups were dealt is told from who was dealt', () => {
  const placings = (...seqs) => seqs.map((seq) => ({ seq }))
  const later = [[], [4], [4, 5], [9, 9, 9], [9, 9, 9, 10, 11], [9, 9, 10, 11, 12]].map((seqs) => grouping.mostCameLater({ dealt: true, method: 'random' }, placings(...seqs)))
  assert.deepEqual(later, [false, false, true, false, false, true])
  const ofThree = [{ dealt: true, method: 'like' }, { dealt: true, choice: true }, {}].map((one) => grouping.mostCameLater(one, placings(4, 5, 6)))
  assert.deepEqual(ofThree, [false, false, false], 'who comes late to groups as last time comes to those they were with')
})

test('groups are dealt as others are where somebody stands in those', () => {
  const of = (...counts) => grouping.isPeopled({ groups: counts.map((count, i) => ({ id: `${i}`, name: `${i}`, count })) })
  assert.deepEqual([of(0, 0), of(0, 2), grouping.isPeopled({}), grouping.isPeopled({ groups: [{ id: 'a', name: 'A' }] })], [false, true, false, false])
})

const box = { width: 1760, height: 760 }
const wall = (n, notes, text = 'Närhet och samverkan i hela länet') => ({
  id: `g${n}`,
  name: `Grupp ${n}`,
  sheets: Array.from({ length: notes }, (_, i) => ({ id: `g${n} ${i}`, text })),
})

test('walls stand so many a page as are read from the back, on even pages', () => {
  assert.deepEqual([1, 2, 3, 4, 5, 6, 8, 12].map(columnsFor), [1, 2, 3, 4, 3, 3, 4, 4])
  for (const n of [2, 3, 6, 8, 12]) {
    const { pages, size } = wallPages(Array.from({ length: n }, (_, i) => wall(i, 6)), box)
    assert.ok(size >= 36)
    assert.ok(pages.length <= 2 * Math.ceil(n / 4), `${n}: ${pages.length}`)
    const shown = pages.flat().flatMap(({ notes }) => notes)
    assert.equal(shown.length, 6 * n)
    assert.equal(new Set(shown).size, 6 * n)
  }
})

test('what does not go into a column comes on the next page of the same groups', () => {
  const { pages } = wallPages([wall(1, 40), wall(2, 1)], box)
  assert.ok(pages.length > 2)
  assert.deepEqual(pages.map((page) => page.map(({ wall: of }) => of)), pages.map(() => ['g1', 'g2']))
  assert.deepEqual(pages.slice(1).map((page) => page[1].notes), pages.slice(1).map(() => []))
  const long = wallPages([wall(1, 2, 'lång '.repeat(200))], box)
  assert.equal(long.pages.length, 2)
})

test('of many groups each takes the columns that it needs, and an empty one none', () => {
  const { pages, columns } = wallPages([wall(1, 30), ...[2, 3, 4, 5, 6].map((n) => wall(n, 2)), wall(7, 0)], box)
  assert.equal(columns, 3)
  const order = pages.flat().map(({ wall: of }) => of)
  assert.ok(!order.includes('g7'))
  assert.deepEqual([...new Set(order)], ['g1', 'g2', 'g3', 'g4', 'g5', 'g6'])
  assert.equal(pages.length, Math.ceil(order.length / 3))
  assert.equal(pages.flat().flatMap(({ notes }) => notes).length, 40)
})

test('where a name takes two lines, less stands below it', () => {
  const walls = (name) => [1, 2, 3, 4].map((n) => ({ ...wall(n, 60), name }))
  assert.ok(wallPages(walls('Kunskapsstyrningsorganisationens rum'), box).pages.length >= wallPages(walls('Norr'), box).pages.length)
  const first = (name) => wallPages(walls(name), { width: 1760, height: 600 }).pages[0][0].notes.length
  assert.ok(first('Kunskapsstyrningsorganisationens rum') < first('Norr'))
})

test('a group without a note has its column', () => {
  assert.deepEqual(wallPages([wall(1, 0), wall(2, 1)], box).pages, [[{ wall: 'g1', notes: [], goesOn: false }, { wall: 'g2', notes: ['g2 0'], goesOn: false }]])
})
