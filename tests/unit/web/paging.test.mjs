// How a round's notes stand on the big screen, and how long a page of them stays.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { evenPages, linesOf, secondsFor, wallOf } = await page('paging')

const box = { width: 1760, height: 660 }
const texts = ['Trygghet', 'Att den som behöver hjälp bara ska behöva berätta en gång', 'Mindre stuprör']
const sheets = (count, text = (i) => texts[i % texts.length]) => Array.from({ length: count }, (_, i) => ({ id: `n${i}`, text: text(i) }))

// Every note once, in order, inside the grid, and none over another.
function assertWhole(wall, notes) {
  assert.deepEqual(wall.pages.flat().map(({ id }) => id), notes.map(({ id }) => id))
  for (const placed of wall.pages) {
    const cells = placed.flatMap(({ row, column, rows, columns }) =>
      Array.from({ length: rows * columns }, (_, i) => `${row + Math.floor(i / columns)} ${column + (i % columns)}`),
    )
    assert.equal(new Set(cells).size, cells.length, 'no note stands on another')
    for (const { row, column, rows, columns } of placed)
      assert.ok(row + rows <= wall.grid.rows && column + columns <= wall.grid.columns, 'inside')
  }
}

test('nothing is no page, and a few notes are one page of large text', () => {
  assert.deepEqual(wallOf([], box).pages, [])
  const one = wallOf(sheets(1), box)
  const three = wallOf(sheets(3), box)
  const twelve = wallOf(sheets(12), box)
  for (const wall of [one, three, twelve]) assert.equal(wall.pages.length, 1)
  assert.ok(one.grid.size > three.grid.size && three.grid.size > twelve.grid.size)
  assert.ok(three.grid.size >= 48)
})

test('a few short notes stay sheets of paper, and long ones take the room that there is', () => {
  for (const count of [1, 2, 3]) {
    const { grid, box: taken } = wallOf(sheets(count), box)
    const width = (taken.width - 28 * (grid.columns - 1)) / grid.columns
    assert.ok(width > taken.height, `${count}: ${width} × ${taken.height}`)
  }
  const long = wallOf(sheets(2, () => 'Ett långt svar som tar plats. '.repeat(16)), box)
  assert.deepEqual(long.box, box)
  assertWhole(long, sheets(2))
})

test('no note is larger than what it is told not to outgrow', () => {
  for (const count of [1, 2, 3, 5]) assert.ok(wallOf(sheets(count), box, 48).grid.size <= 48)
})

test('many notes are pages of about twelve, whole and in order', () => {
  for (const count of [13, 30, 300]) {
    const notes = sheets(count)
    const wall = wallOf(notes, box)
    assertWhole(wall, notes)
    assert.equal(wall.pages.length, Math.ceil(count / 12))
  }
})

test('a long note has the room that it needs, and the longest most of a page', () => {
  const notes = sheets(9, (i) => (i === 4 ? 'ord '.repeat(250).trim() : i === 6 ? 'Ett längre svar. '.repeat(12) : 'Närhet'))
  const wall = wallOf(notes, box)
  assertWhole(wall, notes)
  const placed = new Map(wall.pages.flat().map((place) => [place.id, place]))
  assert.ok(placed.get('n6').rows * placed.get('n6').columns > 1)
  assert.ok(placed.get('n4').rows * placed.get('n4').columns >= 8)
})

test('a new note changes no page but the last', () => {
  let seed = 7
  const chance = () => (seed = (seed * 16807) % 2147483647) / 2147483647
  const notes = sheets(60, () => 'Samverkan '.repeat(1 + Math.floor(chance() * chance() * 40)))
  for (let count = 14; count < notes.length; count++) {
    const before = wallOf(notes.slice(0, count), box).pages
    const after = wallOf(notes.slice(0, count + 1), box).pages
    assert.deepEqual(after.slice(0, before.length - 1), before.slice(0, -1))
    assert.deepEqual(after[before.length - 1].slice(0, before.at(-1).length), before.at(-1))
  }
})

test('other boxes have other grids: a screen of 4:3, a wide one, what is left under a long question, none at all', () => {
  for (const other of [{ width: 1760, height: 1000 }, { width: 2400, height: 660 }, { width: 1760, height: 350 }, { width: 0, height: 0 }]) {
    const notes = sheets(40)
    assertWhole(wallOf(notes, other), notes)
  }
})

test('lines are counted as a browser breaks them', () => {
  assert.equal(linesOf('', 20), 1)
  assert.equal(linesOf('en två tre', 20), 1)
  assert.equal(linesOf('en\ntvå\n\ntre', 20), 4)
  assert.equal(linesOf('tjugo tecken är det här', 12), 2)
  assert.equal(linesOf('kunskapsstyrningsorganisationen', 10), 4)
  assert.equal(linesOf('en kunskapsstyrningsorganisationen', 20), 3)
})

test('a page stays twelve seconds, and longer where there is more to read', () => {
  assert.equal(secondsFor(0), 12)
  assert.equal(secondsFor(200), 12)
  assert.ok(secondsFor(600) > 20)
  assert.ok(secondsFor(100_000) <= 60)
})

test('a list in pages of even length', () => {
  assert.deepEqual(evenPages([], 9), [])
  assert.deepEqual(evenPages([1, 2, 3], 9), [[1, 2, 3]])
  assert.deepEqual(evenPages(Array.from({ length: 13 }, (_, i) => i), 10).map(({ length }) => length), [7, 6])
})
