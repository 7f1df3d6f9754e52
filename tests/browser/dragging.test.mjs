// The programme of a plan is put in order by mouse and by keyboard, and all who plan it see the same order.
import test from 'node:test'
import assert from 'node:assert/strict'
import { uuid } from '../integration/support/client.mjs'
import { Meeting } from '../integration/support/meeting.mjs'
import { forcedFaults } from './support/forced.mjs'
import { House } from './support/house.mjs'
import { laptop } from './support/screen.mjs'

const titles = ['Incheckning', 'Föreläsning', 'Fråga', 'Paus', 'Utcheckning']
const orderOf = ({ page }) => page.locator('.item-title').allTextContents()
const row = ({ page }, title) => page.locator('.item-row').filter({ hasText: title })

async function hasOrder(screen, titlesWanted, what) {
  const text = titlesWanted.join()
  const hasIt = (wanted) => [...document.querySelectorAll('.item-title')].map((title) => title.textContent).join() === wanted
  await screen.page.waitForFunction(hasIt, text).catch(async () => assert.fail(`${screen.name}, ${what}: ${await orderOf(screen)}`))
}

// The plan with five items, on the pages of two who plan.
async function planned(t, options) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server, { session: { live: false } }))
  for (const [i, title] of titles.entries())
    await meeting.host.command('item.put', { id: uuid(), base: 0, session: meeting.session, form: 'talk', title, minutes: 15, position: (i + 1) * 10 })
  const open = async (who) => {
    const screen = await house.hostScreen(meeting, who, laptop, options)
    await screen.goto(`/host#/process/${meeting.process}/session/${meeting.session}`)
    await hasOrder(screen, titles, 'at first')
    return screen
  }
  const own = await open('den som drar')
  const other = await open('en annan')
  const both = async (wanted, what) => {
    for (const screen of [own, other]) await hasOrder(screen, wanted, what)
  }
  return { house, meeting, own, other, both }
}

// Takes hold of a row's grip and carries it to the upper or lower half of another row; the button stays down.
async function carry(screen, title, half, to) {
  const { mouse } = screen.page
  const grip = await row(screen, title).locator('.grip').boundingBox()
  const target = await row(screen, to).boundingBox()
  await mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2)
  await mouse.down()
  const y = target.y + target.height * (half === 'above' ? 0.25 : 0.75)
  await mouse.move(grip.x + grip.width / 2, grip.y + grip.height / 2 + 5, { steps: 3 })
  await mouse.move(target.x + 60, y, { steps: 8 })
  await mouse.move(target.x + 62, y)
  if (title !== to) await screen.page.locator(`.item-row.${half}`).filter({ hasText: to }).waitFor()
}

async function drop(screen) {
  await screen.page.mouse.up()
  await screen.page.waitForFunction(() => !document.querySelector('.item-row.above, .item-row.below'))
}

test('items change places by mouse, and another page sees it', async (t) => {
  const { own, both } = await planned(t)
  const drag = async (...how) => {
    await carry(own, ...how)
    await drop(own)
  }
  await drag('Incheckning', 'below', 'Fråga')
  await both(['Föreläsning', 'Fråga', 'Incheckning', 'Paus', 'Utcheckning'], 'down')
  await drag('Utcheckning', 'above', 'Föreläsning')
  await both(['Utcheckning', 'Föreläsning', 'Fråga', 'Incheckning', 'Paus'], 'up to the top')
  await drag('Utcheckning', 'below', 'Paus')
  await both(['Föreläsning', 'Fråga', 'Incheckning', 'Paus', 'Utcheckning'], 'down to the end')
  await own.page.getByRole('button', { name: /^Ångra/ }).click()
  await both(['Utcheckning', 'Föreläsning', 'Fråga', 'Incheckning', 'Paus'], 'taken back')
})

test('a drag that is given up, that goes nowhere or elsewhere changes nothing', async (t) => {
  const { meeting, own, both } = await planned(t)
  const before = meeting.host.store.seq
  await carry(own, 'Incheckning', 'below', 'Paus')
  await own.page.keyboard.press('Escape')
  await drop(own)
  await carry(own, 'Fråga', 'below', 'Fråga')
  await drop(own)
  await carry(own, 'Fråga', 'below', 'Föreläsning') // where it is already
  await drop(own)
  await carry(own, 'Fråga', 'above', 'Paus')
  await drop(own)
  await carry(own, 'Fråga', 'below', 'Paus')
  await own.page.mouse.move(900, 700, { steps: 4 })
  await drop(own)
  await both(titles, 'as it was')
  await meeting.host.settle()
  assert.equal(meeting.host.store.seq, before, 'nothing was sent')
  await carry(own, 'Paus', 'above', 'Incheckning')
  await drop(own)
  await both(['Paus', 'Incheckning', 'Föreläsning', 'Fråga', 'Utcheckning'], 'and the next drag works')
})

test('what is dropped lands where the line said, though somebody else moved rows meanwhile', async (t) => {
  const { meeting, own, both } = await planned(t)
  await carry(own, 'Incheckning', 'below', 'Paus')
  const last = meeting.host.store.all('item').find(({ title }) => title === 'Utcheckning')
  const { seq, kind, ...item } = last
  await meeting.host.command('item.put', { ...item, base: seq, position: 5 })
  await hasOrder(own, ['Utcheckning', 'Incheckning', 'Föreläsning', 'Fråga', 'Paus'], 'moved by another')
  await own.page.mouse.move(400, (await row(own, 'Fråga').boundingBox()).y + 50)
  await own.page.locator('.item-row.below').filter({ hasText: 'Fråga' }).waitFor()
  await drop(own)
  await both(['Utcheckning', 'Föreläsning', 'Fråga', 'Incheckning', 'Paus'], 'below the question')
})

test('the keyboard gives the same order, and keeps its place', async (t) => {
  const { own, both } = await planned(t)
  const { page } = own
  const item = row(own, 'Incheckning').locator('.item-open')
  await item.focus()
  await page.keyboard.press('Alt+ArrowDown')
  await both(['Föreläsning', 'Incheckning', 'Fråga', 'Paus', 'Utcheckning'], 'one step down')
  await page.keyboard.press('Alt+ArrowDown')
  await both(['Föreläsning', 'Fråga', 'Incheckning', 'Paus', 'Utcheckning'], 'where the mouse brings it')
  assert.equal(await page.evaluate(() => document.activeElement.querySelector('.item-title')?.textContent), 'Incheckning')
  await page.getByRole('button', { name: 'Flytta upp Incheckning' }).focus()
  await page.keyboard.press('Enter')
  await both(['Föreläsning', 'Incheckning', 'Fråga', 'Paus', 'Utcheckning'], 'by its button')
})

test('where the system chooses the colours, it is seen which item is open and where one will be dropped', async (t) => {
  const { own } = await planned(t, { forcedColors: 'active', dark: true })
  await row(own, 'Fråga').locator('.item-open').click()
  await own.page.locator('.item-row.chosen').waitFor()
  assert.deepEqual(await forcedFaults(own), [])
  await own.shot('forced-plan-open')
  await carry(own, 'Incheckning', 'below', 'Paus')
  const [line, ground] = await row(own, 'Paus').evaluate((at) => [getComputedStyle(at, '::after').backgroundColor, getComputedStyle(document.body).backgroundColor])
  assert.notEqual(line, ground)
  await own.shot('forced-plan-drag')
  await own.page.keyboard.press('Escape')
  await drop(own)
})
