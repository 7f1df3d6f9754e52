// Large boards in a browser: the 316 comments of a recorded conversation sorted into themes by keyboard alone, and a wall of two
// thousand notes that is used with keyboard, mouse and finger and read as an outline. How long it took is said, and not asserted.
import test from 'node:test'
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseTable } from '../integration/support/record.mjs'
import { shared } from '../integration/support/server.mjs'
import { openNotes, putBoard, Sorter, themesOf } from './support/boards.mjs'
import { Keyboard } from './support/keyboard.mjs'
import { laptop, phone } from './support/screen.mjs'

const comments = join(shared, 'data/polis/scoop-hivemind.biodiversity/comments.csv')
const titles = ['Arter', 'Bönder', 'Djur', 'Fiske', 'Giftfritt', 'Hav', 'Kunskap', 'Skog', 'Vatten', 'Övrigt']
const LARGE = 2000

// Says how long something took.
async function timed(what, act) {
  const start = performance.now()
  const result = await act()
  console.log(`${what}: ${Math.round(performance.now() - start)} ms`)
  return result
}

async function openBoard({ house, meeting }, name, kind = laptop) {
  const screen = await house.hostScreen(meeting, name, kind)
  await screen.goto(`/host#/process/${meeting.process}/session/${meeting.session}/run/themes`)
  return screen
}

test('the comments of a whole conversation are sorted by keyboard alone', async (t) => {
  if (!existsSync(comments)) {
    console.error(`SKIPPED, NOT TESTED: ${comments} is missing`)
    return t.skip('the recorded data is missing')
  }
  const texts = parseTable(readFileSync(comments, 'utf8'), ',').map((row) => row['comment-body'])
  assert.equal(texts.length, 316)
  const all = await openNotes(t, texts)
  const { meeting, notes } = all
  const { page } = await openBoard(all, 'värd')
  const keyboard = new Keyboard(page)
  await keyboard.button('Gör tavlan')
  await keyboard.reach(page.getByRole('checkbox'))

  const sorter = new Sorter(page)
  const expected = new Map()
  await timed('316 comments sorted by keyboard', async () => {
    for (let n = 0; expected.size < notes.length; n++) {
      const title = titles[n % titles.length]
      const rows = await sorter.mark(Math.min(1 + (n % 4), notes.length - expected.size))
      for (const note of rows) expected.set(note, title)
      await sorter.moveTo(title, { isNew: n < titles.length })
      await sorter.goesOn(expected.size < notes.length ? rows : [])
    }
  })
  await page.getByText('Alla lappar är sorterade.').waitFor()
  await meeting.host.until((store) => store.all('sorting').length === notes.length, 'all are sorted')
  const { store } = meeting.host
  for (const { id, text } of notes) assert.deepEqual(themesOf(store, id), [expected.get(id)], text)
  const [board] = store.all('board')
  assert.deepEqual([board.notes, board.unsorted ?? 0], [notes.length, 0])

  // The last move is taken back by keyboard too.
  const last = [...expected].at(-1)
  await keyboard.press(page.getByRole('button', { name: /^Ångra: \d lapp(ar)? flyttad/ }))
  await meeting.host.until((now) => themesOf(now, last[0]).length === 0, 'it is unsorted again')
})

test('a wall of two thousand notes is used with keyboard, mouse and finger, and read as an outline', async (t) => {
  const all = await timed(`${LARGE} notes written`, () => openNotes(t, Array.from({ length: LARGE }, (_, i) => `Lapp ${i + 1}: det som är viktigt för oss`)))
  const { meeting, round, notes } = all
  const board = await putBoard(meeting, [round], titles)
  const isIn = (note, title) => meeting.host.until((store) => themesOf(store, note).join() === title, `${note} in ${title}`)
  const beforehand = notes.slice(0, 200)
  await Promise.all(beforehand.map(({ id: note }, i) => meeting.host.command('note.sort', { board: board.id, note, to: board.themes[i % 10].id })))

  const screen = await openBoard(all, 'värd')
  const { page } = screen
  await timed('the outline is there', () => page.getByText(`Inte sorterade (${LARGE - 200})`).waitFor())
  await isOutlined(page)
  await useKeyboard(page, isIn)
  await screen.shot('sorting-outline')
  await useMouse(page, isIn)
  await screen.shot('sorting-wall')
  const tablet = await useFinger(all, isIn)
  await isHeard(tablet)
  await areHeard(all)
})

// What somebody hears who reads it from heading to heading: a section for each theme, named by its heading, in it one list that says
// whose it is, and there each note with a box to tick that its text names.
async function isOutlined(page) {
  const sections = await timed('read as an outline', () => page.evaluate(() => [...document.querySelectorAll('main section[aria-labelledby]:has(ul)')].map((section) => {
    const list = section.querySelector('ul[aria-label]')
    const boxes = [...list.querySelectorAll('li')].map((row) => row.querySelector('input[type=checkbox]').labels[0]?.textContent.trim())
    return { heading: document.getElementById(section.getAttribute('aria-labelledby')).textContent, list: list.ariaLabel, boxes }
  })))
  for (const title of titles) {
    const { heading, boxes } = sections.find(({ list }) => list === `Lappar i ${title}`)
    assert.ok(heading.includes(title))
    assert.equal(boxes.length, 20)
  }
  const rest = sections.find(({ list }) => list === 'Lappar som inte är sorterade')
  assert.equal(rest.boxes.length, LARGE - 200)
  assert.equal(new Set(sections.flatMap(({ boxes }) => boxes)).size, LARGE, 'each is there, by its text')
}

// What the browser tells a screen reader: each note's box with its text, also of the rows that are far out of sight.
// (Last: from then on the browser keeps that tree, which takes its time.)
async function isHeard(page) {
  const told = await tellerOf(page)
  const isNote = (name) => /^Lapp \d/.test(name)
  assert.equal(new Set(told('checkbox').filter(isNote)).size, LARGE, 'each can be ticked, by its text')
  assert.equal(told('button').filter((name) => name.startsWith('Flytta till … Lapp')).length, LARGE, 'and moved')
  const headings = told('heading')
  for (const title of titles) assert.ok(headings.some((name) => name.includes(title)), title)
}

async function tellerOf(page) {
  const cdp = await page.context().newCDPSession(page)
  const { nodes } = await timed('read as it is told to screen readers', () => cdp.send('Accessibility.getFullAXTree'))
  return (role) => nodes.filter((node) => !node.ignored && node.role?.value === role).map(({ name }) => name?.value ?? '')
}

// The same notes as a list: for who leads, and on a phone once they are shown.
async function areHeard({ house, meeting, round }) {
  await meeting.host.command('round.reveal', { id: round })
  const host = await house.hostScreen(meeting, 'värd', laptop)
  await host.goto(`/host#/process/${meeting.process}/session/${meeting.session}/run/notes`)
  const own = await house.screen('telefon', phone)
  await own.goto(`/j/#${meeting.link.secret}`)
  await own.page.getByRole('button', { name: 'Fortsätt' }).click()
  for (const { page } of [host, own]) {
    await page.waitForFunction((all) => [...document.querySelectorAll('main li')].filter((row) => row.textContent.startsWith('Lapp ')).length === all, LARGE)
    const told = await tellerOf(page)
    assert.equal(new Set(told('StaticText').filter((name) => /^Lapp \d/.test(name))).size, LARGE)
  }
}

async function useKeyboard(page, isIn) {
  const keyboard = new Keyboard(page)
  const sorter = new Sorter(page)
  await page.getByLabel('Sök bland lapparna').focus()
  await keyboard.reach(page.locator('[data-row] input').first())
  await timed('five presses of the arrow', async () => {
    for (let i = 0; i < 5; i++) await keyboard.key('ArrowDown')
    await sorter.at()
  })
  const [note] = await sorter.mark(1)
  await timed('one note moved by keyboard', async () => {
    await sorter.moveTo('Hav')
    await isIn(note, 'Hav')
    await sorter.goesOn([note])
  })
  await timed('searched', async () => {
    await page.getByLabel('Sök bland lapparna').fill(`Lapp ${LARGE}`)
    await page.getByText('1 lapp passar').waitFor()
  })
  await page.getByRole('button', { name: 'Visa alla lappar' }).click()
  assert.equal(await page.evaluate(() => document.activeElement?.ariaLabel), 'Sök bland lapparna', 'the button goes, and the focus stays at the search')
}

async function useMouse(page, isIn) {
  await timed('the wall is there', async () => {
    await page.getByRole('group', { name: 'Sätt att se tavlan' }).getByRole('button', { name: 'Vägg' }).click()
    await page.locator('.board-wall').waitFor()
  })
  const note = page.locator('.board-side [data-row]').first()
  const id = (await note.getAttribute('data-row')).trim()
  const field = page.locator('.board-field').filter({ has: page.getByRole('heading', { name: 'Arter' }) })
  await timed('one note dragged', async () => {
    await note.dragTo(field, { targetPosition: { x: 20, y: 20 } })
    await isIn(id, 'Arter')
  })
}

async function useFinger(all, isIn) {
  const { page } = await openBoard(all, 'surfplatta', { viewport: { width: 820, height: 1180 }, hasTouch: true, isMobile: true })
  const note = page.locator('.board-unsorted [data-row]').first()
  await timed('there for the finger', () => note.waitFor())
  const id = (await note.getAttribute('data-row')).trim()
  await timed('one note moved by finger', async () => {
    await note.getByRole('button', { name: /^Flytta till/ }).tap()
    await page.getByRole('option', { name: 'Skog' }).tap()
    await isIn(id, 'Skog')
  })
  return page
}
