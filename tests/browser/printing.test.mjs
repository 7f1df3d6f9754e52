// The cards for the tables on paper: four to an A4 page, none cut, with a code that a camera reads and a person can type.
import test from 'node:test'
import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { uuid } from '../integration/support/client.mjs'
import { Meeting } from '../integration/support/meeting.mjs'
import { House } from './support/house.mjs'
import { longWord } from './support/story.mjs'
import { laptop } from './support/screen.mjs'

const MM = 96 / 25.4
const title = 'Inspirationsdag om hälso- och sjukvårdsförvaltningarnas och kommunernas gemensamma framtid i Dalarna'

async function printed(t, tables, options) {
  const house = await House.open(t)
  const meeting = house.keep(
    await Meeting.open(house.server, { about: { title }, session: { title, tables: tables.map((name) => ({ id: uuid(), name })) } }),
  )
  const screen = await house.hostScreen(meeting, 'värd', laptop, options)
  await screen.goto(`/host#/process/${meeting.process}/session/${meeting.session}/cards`)
  await screen.page.locator('.table-card').first().waitFor()
  return { screen, page: screen.page, meeting }
}

// How many sheets of A4 it takes.
async function sheets(screen, name) {
  const pdf = await screen.page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: false })
  if (process.env.TEST_SHOTS) {
    mkdirSync(process.env.TEST_SHOTS, { recursive: true })
    writeFileSync(`${process.env.TEST_SHOTS}/${name}.pdf`, pdf)
  }
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length
}

// What stands on the paper, in mm, as it is laid out between the margins of an A4 page.
async function onPaper(screen, name) {
  const { page } = screen
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: Math.floor(190 * MM), height: Math.floor(277 * MM) })
  await screen.shot(name, { fullPage: true })
  const found = await page.evaluate((mm) => {
    const boxOf = (element) => {
      const { left, right, top, bottom, width, height } = element.getBoundingClientRect()
      return Object.fromEntries(Object.entries({ left, right, top, bottom, width, height }).map(([side, length]) => [side, length / mm]))
    }
    const cards = [...document.querySelectorAll('.table-card')].map((card) => ({
      box: boxOf(card),
      code: boxOf(card.querySelector('.qr')),
      colour: getComputedStyle(card).color,
      parts: [...card.children].map((part) => ({ tag: part.tagName, box: boxOf(part), size: parseFloat(getComputedStyle(part).fontSize) / mm, text: part.textContent })),
    }))
    const seen = [...document.querySelectorAll('button, a, nav, h1')].filter((element) => element.checkVisibility()).map(({ textContent }) => textContent)
    return { cards, seen, wide: document.documentElement.scrollWidth / mm }
  }, MM)
  return found
}

function assertCards({ cards, seen, wide }, meeting) {
  assert.deepEqual(seen, [], 'nothing of the page is on the paper')
  assert.ok(wide <= 190.5, `as wide as the paper: ${wide}`)
  const digits = meeting.link.code
  for (const { box, code, parts, colour } of cards) {
    assert.ok(box.height <= (cards.length > 1 ? 134 : 277), `as high as it may be: ${box.height}`)
    assert.ok(code.width >= 45, `a code of ${code.width} mm`)
    assert.equal(colour, 'rgb(0, 0, 0)')
    const typed = parts.find(({ text }) => text.replaceAll(' ', '') === digits)
    assert.ok(typed.size >= 8, `a code in letters of ${typed.size} mm`)
    parts.forEach((part, i) => {
      const where = `${part.tag} ${part.text.slice(0, 40)}`
      assert.ok(part.box.left >= box.left && part.box.right <= box.right && part.box.top >= box.top && part.box.bottom <= box.bottom, `inside of its card: ${where}`)
      assert.ok(i === 0 || part.box.top >= parts[i - 1].box.bottom - 0.1, `below what is above it: ${where}`)
      assert.ok(part.size >= 3.8, `letters of ${part.size} mm: ${where}`)
    })
  }
}

test('nine tables are three sheets, with long names and a long title', async (t) => {
  const tables = ['Bord 1', 'Bord 2', `Bordet för ${longWord}`, 'Bord 4', 'Grupprum Siljan, våning 3, till höger om receptionen', 'Bord 6', 'Bord 7', 'Bord 8', 'Bord 9']
  const { screen, meeting } = await printed(t, tables)
  assert.equal(await sheets(screen, 'print-nine'), 3)
  const paper = await onPaper(screen, 'print-nine')
  assert.equal(paper.cards.length, 9)
  assertCards(paper, meeting)
  for (const { parts } of paper.cards) assert.ok(parts.some(({ text }) => /^Rikta kameran mot rutan/.test(text)), 'what to do, in Swedish')
})

test('four tables are one sheet, and the cards are the same from a dark screen and where the system chooses the colours', async (t) => {
  const { screen, page, meeting } = await printed(t, ['Bord 1', 'Bord 2', 'Bord 3', 'Bord 4'], { dark: true })
  assert.equal(await sheets(screen, 'print-four'), 1)
  assertCards(await onPaper(screen, 'print-four'), meeting)
  await page.emulateMedia({ media: 'print', forcedColors: 'active' })
  const fills = await page.locator('.qr').first().evaluate((code) => [...code.children].map((part) => getComputedStyle(part).fill))
  assert.deepEqual(fills, ['rgb(255, 255, 255)', 'rgb(0, 0, 0)'])
})

test('a session without tables is one card on one sheet', async (t) => {
  const { screen, meeting } = await printed(t, [])
  assert.equal(await sheets(screen, 'print-one'), 1)
  assertCards(await onPaper(screen, 'print-one'), meeting)
})

test('the invitation on paper is its text and its code on one sheet', async (t) => {
  const { screen, page } = await printed(t, [])
  await page.evaluate(() => (location.hash = location.hash.replace('/cards', '/invitation')))
  await page.locator('.way-large .qr').waitFor()
  assert.equal(await sheets(screen, 'print-invitation'), 1)
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: Math.floor(190 * MM), height: Math.floor(277 * MM) })
  await screen.shot('print-invitation', { fullPage: true })
  const seen = await page.locator('button, a, nav, summary, [role=radio], input').evaluateAll((all) => all.filter((one) => one.checkVisibility()).map(({ textContent }) => textContent))
  assert.deepEqual(seen, [], 'nothing to press on paper')
  await page.getByText('Gå med här:').waitFor()
})
