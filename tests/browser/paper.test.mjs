// What is on paper and what is counted by eye: hands that are raised, notes that are entered for who has no phone, and slips
// that are drawn and let in once.
import assert from 'node:assert/strict'
import test from 'node:test'
import { Meeting, putVote } from '../integration/support/meeting.mjs'
import { checkAccess } from './support/axe.mjs'
import { House } from './support/house.mjs'
import { checkLayout } from './support/layout.mjs'
import { longWord } from './support/story.mjs'
import { laptop, phone, projector } from './support/screen.mjs'

async function open(t, more) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server, more))
  return { house, meeting }
}

async function asHost({ house, meeting }, name, kind, path, options) {
  const screen = await house.hostScreen(meeting, name, kind, options)
  await screen.goto(`/host#/process/${meeting.process}/session/${meeting.session}${path}`)
  return screen
}

// At 320 px, then as wide as before.
async function checkNarrow(screen, state) {
  const { page } = screen
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  await checkLayout(screen, `${state}, 320 px`)
  await page.setViewportSize(size)
}

async function checkBoth(screen, state) {
  for (const colorScheme of ['dark', 'light']) {
    await screen.page.emulateMedia({ colorScheme })
    await checkAccess(screen, `${state}, ${colorScheme}`)
  }
}

test('raised hands are counted beside the phones, and nobody can raise more than they have', async (t) => {
  const { house, meeting } = await open(t)
  const ballot = await meeting.addBallot(['Närhet', 'Trygghet', 'Samarbete över gränserna'], { budget: 2, cap: 1 })
  const [kim] = await meeting.people(2)
  await putVote(kim, ballot.id, ballot.choices[0].id, 1)
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'round', round: ballot.id })
  const screen = await asHost({ house, meeting }, 'värd', laptop, '/run')
  const { page } = screen
  const hands = () => meeting.host.store.find('hands', ballot.id)
  await page.getByText('Handuppräckning', { exact: true }).click()
  const button = (name) => page.getByRole('button', { name, exact: true })

  await button('En till för Närhet').press('Enter')
  await page.getByText('Säg först hur många som röstar med handen. Det är inte sparat än.').waitFor()
  await button('Ändra till 1 person').click()
  await meeting.host.until(() => hands()?.people === 1, 'one person')
  await page.getByLabel('Personer som röstar med handen').fill('4')
  await page.keyboard.press('Enter')
  for (let i = 0; i < 3; i++) await button('En till för Närhet').click()
  await page.getByLabel('Räckta händer för Trygghet').fill('3')
  await page.keyboard.press('Enter')
  await page.getByText('7 av 8 röster är lagda. Sparat.').waitFor()
  const votesOn = (place) => hands().choices.find(({ id }) => id === ballot.choices[place].id)?.votes
  await meeting.host.until(() => hands()?.people === 4 && votesOn(1) === 3, 'two choices')
  assert.deepEqual([hands().people, votesOn(0), votesOn(1)], [4, 4, 3])
  await page.getByLabel('Räckta händer för Trygghet').fill('5')
  await page.keyboard.press('Enter')
  await page.getByText('Det är inte sparat än.').waitFor()
  assert.equal(votesOn(1), 3, 'what does not go together is not sent')
  await checkBoth(screen, 'raised hands that do not go together')
  await checkNarrow(screen, 'raised hands')
  await screen.shot('hands-wrong', { fullPage: true })
  await page.getByLabel('Räckta händer för Trygghet').fill('4')
  await page.keyboard.press('Enter')
  await meeting.host.until(() => votesOn(1) === 4, 'four on the second')
  await page.getByRole('button', { name: 'Ångra: Handuppräckningen är ändrad' }).click()
  await meeting.host.until(() => votesOn(1) === 3, 'taken back')
  await page.getByText('5 personer, varav 4 med handuppräckning').waitFor()
  await screen.shot('hands-open', { fullPage: true })

  await meeting.closeRound(ballot.id)
  await page.getByRole('columnheader', { name: 'Personer på telefon' }).waitFor()
  await page.getByRole('rowheader', { name: 'Närhet varav 4 räckta händer' }).waitFor()
  await checkBoth(screen, 'a result with raised hands')
  await screen.shot('hands-result', { fullPage: true })
  const participant = await house.screen('telefon', phone)
  await participant.goto(`/j/#${meeting.link.secret}`)
  await participant.page.getByRole('button', { name: 'Fortsätt' }).click()
  await participant.page.getByText('5 personer röstade, varav 4 med handuppräckning').waitFor()
  await participant.shot('hands-phone', { fullPage: true })
  const display = await house.screen('storbild', projector)
  const { token } = await meeting.host.command('display.add', { session: meeting.session })
  await display.goto(`/display#token=${token}`)
  await display.page.getByText('varav 4 med handuppräckning').waitFor()
  await display.shot('hands-display')
  house.check()
})

test('a pile of paper is entered with the keyboard, by person, through a reload and without a network', async (t) => {
  const { house, meeting } = await open(t)
  const round = await meeting.addNotes({ notes: { cap: 3 } })
  const screen = await asHost({ house, meeting }, 'assistent', laptop, '/paper', { canGoOffline: true })
  const { page } = screen
  const entered = () => meeting.host.store.all('note').filter((note) => note.entered).map(({ text }) => text).sort()
  const field = page.getByLabel('Vad står det på lappen?')
  const list = page.getByRole('region', { name: 'Lappar på papper' })
  const write = async (text, key) => {
    await page.keyboard.type(text)
    await page.keyboard.press(key)
  }
  await field.focus()
  await write('Närmare till vården', 'Enter')
  await write('En väg in', 'Control+Enter')
  await write('Tid att lyssna', 'Enter')
  await list.getByText('3 lappar från 2 personer').waitFor()
  await meeting.host.until(() => entered().length === 3, 'three notes')
  assert.ok(await field.evaluate((one) => one === document.activeElement), 'ready for the next one')
  assert.equal((await meeting.host.until((store) => store.find('round', round)?.entered && store.find('round', round), 'people')).entered, 2)

  await page.getByRole('button', { name: 'Ändra lappen: En väg in' }).click()
  await write(', oavsett ärende', 'Enter')
  await meeting.host.until(() => entered().includes('En väg in, oavsett ärende'), 'a changed note')
  await page.getByRole('button', { name: 'Ta bort lappen: Tid att lyssna' }).press('Enter')
  await meeting.host.until(() => entered().length === 2, 'one is removed')
  await page.getByRole('button', { name: 'Ångra: Lappen ”Tid att lyssna” är borttagen' }).click()
  await meeting.host.until(() => entered().length === 3, 'and back')

  // What the server does not take waits where it was written, also through a reload, and is mended there.
  await field.fill('Åt fel \u202e håll')
  await page.keyboard.press('Control+Enter')
  await page.getByText('Togs inte emot').waitFor()
  await page.reload()
  await page.getByRole('button', { name: /^Ändra lappen: Åt fel/ }).click()
  await page.keyboard.press('Control+A')
  await write('Åt rätt håll', 'Enter')
  await meeting.host.until(() => entered().includes('Åt rätt håll'), 'a mended note')
  await page.getByRole('button', { name: 'Ta bort lappen: Åt rätt håll' }).click()
  await meeting.host.until(() => entered().length === 3, 'three as before')
  assert.equal(await page.getByText('Togs inte emot').count(), 0)

  await page.getByLabel('Samma person:').check()
  await page.getByLabel('Vilken person?').selectOption('Person 1')
  await page.reload()
  await page.getByRole('button', { name: 'Skriv in för person 1' }).waitFor()
  await field.focus()
  await write('Från ett papper till', 'Enter')
  await write('Ett för mycket', 'Enter')
  await page.getByText('Person 1 har redan 3 lappar, och fler tillåter inte frågan.').waitFor()
  assert.equal(await field.inputValue(), 'Ett för mycket')
  await screen.goOffline()
  await page.keyboard.press('Control+Enter')
  await page.getByText('1 lapp väntar på nät.').waitFor()
  await checkBoth(screen, 'notes on paper, offline')
  await checkNarrow(screen, 'notes on paper')
  await screen.shot('paper-offline', { fullPage: true })
  await screen.goOnline()
  await meeting.host.until(() => entered().includes('Ett för mycket'), 'what waited')
  screen.isBack()

  // Closed is no hindrance: what lies on the table is entered afterwards.
  await meeting.closeRound(round)
  await page.getByLabel('En ny person').check()
  await field.focus()
  await write('Skriven i tid, inskriven sen', 'Enter')
  await meeting.host.until(() => entered().length === 6, 'behind the closing')
  const run = await asHost({ house, meeting }, 'värd', laptop, '/run')
  await run.page.getByText('Skriven i tid, inskriven sen').waitFor()
  assert.equal(await run.page.getByText('Inskriven från papper').count(), 6)
  await run.shot('paper-run-list')
  await run.page.getByRole('button', { name: 'Från papper' }).click()
  await run.page.getByText('6 lappar är inskrivna på andra datorer.').waitFor()
  await run.shot('paper-run', { fullPage: true })
  const [kim] = await meeting.people(1)
  assert.equal(kim.store.all('note').length, 6)
  assert.ok(kim.store.all('note').every(({ entered }) => !entered), 'nobody else is told which they are')
  house.check()
})

const MM = 96 / 25.4

// How the slips lie on A4, in mm between its margins.
async function onPaper({ page }) {
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: Math.floor(190 * MM), height: Math.floor(277 * MM) })
  return page.evaluate((mm) => {
    const boxOf = (element) => {
      const { left, right, top, bottom, width, height } = element.getBoundingClientRect()
      return { left: left / mm, right: right / mm, top: top / mm, bottom: bottom / mm, width: width / mm, height: height / mm }
    }
    const seen = [...document.querySelectorAll('button, a, nav, h1, h2, input')].filter((one) => one.checkVisibility()).map(({ textContent }) => textContent)
    const slips = [...document.querySelectorAll('.slips-paper .slip')].map((slip) => ({
      box: boxOf(slip),
      code: boxOf(slip.querySelector('.qr')),
      parts: [...slip.querySelectorAll('p')].map((part) => ({ box: boxOf(part), size: parseFloat(getComputedStyle(part).fontSize) / mm, text: part.textContent })),
    }))
    return { seen, slips, wide: document.documentElement.scrollWidth / mm }
  }, MM)
}

function assertSlips({ seen, slips, wide }) {
  assert.deepEqual(seen, [], 'nothing of the page is on the paper')
  assert.ok(wide <= 190.5, `as wide as the paper: ${wide}`)
  for (const { box, code, parts } of slips) {
    assert.ok(Math.abs(box.height - 55) < 1 && box.width <= 95.5, `a slip of ${box.width} × ${box.height} mm`)
    assert.ok(code.width >= 40 && code.top >= box.top && code.bottom <= box.bottom, `a code of ${code.width} mm`)
    for (const part of parts) {
      assert.ok(part.box.top >= box.top && part.box.bottom <= box.bottom && part.box.right <= box.right, `inside of its slip: ${part.text}`)
      assert.ok(part.size >= 3, `letters of ${part.size} mm: ${part.text}`)
    }
  }
}

test('slips are made, printed and gone from the page, and each lets one person in', async (t) => {
  const title = `Samtal om ${longWord} och om hur vi möts över gränserna i hela länet`
  const { house, meeting } = await open(t, { about: { title: 'Inspirationsdag om god och nära vård i Dalarna' }, session: { title } })
  const screen = await asHost({ house, meeting }, 'värd', laptop, '/invitation')
  const { page } = screen
  const sent = []
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => sent.push(String(payload))))
  await page.reload()
  await page.getByRole('link', { name: 'Engångskort' }).click()
  await page.getByLabel('Hur många kort?').fill('101')
  await page.keyboard.press('Enter')
  await page.getByText('Skriv ett tal mellan 1 och 100.').waitFor()
  await checkBoth(screen, 'how many slips')
  await checkNarrow(screen, 'how many slips')
  await screen.shot('slips-make', { fullPage: true })
  await page.getByLabel('Hur många kort?').fill('12')
  await page.keyboard.press('Enter')
  await page.getByText('12 kort är klara. Skriv ut dem nu: de kan inte visas igen.').waitFor()
  await checkBoth(screen, 'slips that are ready')
  await screen.shot('slips-ready', { fullPage: true })
  assert.equal(await page.locator('.slips-paper .slip').first().isVisible(), false, 'nobody comes in by looking at the screen')

  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: false })
  assert.equal(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length, 2)
  const paper = await onPaper(screen)
  await screen.shot('slips-print', { fullPage: true })
  assert.equal(paper.slips.length, 12)
  assertSlips(paper)
  await page.emulateMedia({ media: 'screen' })
  await page.setViewportSize(laptop.viewport)

  const [made] = sent.map((text) => JSON.parse(text)).filter(({ method }) => method === 'slips.put')
  const { secrets } = made.params
  assert.equal(new Set(secrets).size, 12)
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]))
  assert.ok(!secrets.some((secret) => kept.includes(secret)), 'kept nowhere')
  await page.getByRole('button', { name: 'Klart, de är utskrivna' }).click()
  await page.getByText('12 kort är gjorda. Inget är använt än.').waitFor()
  assert.equal(await page.locator('.slips-paper').count(), 0)

  const link = `/j/#way=${meeting.session}.${secrets[3]}`
  const first = await house.screen('telefon', phone)
  await first.goto(link)
  await first.page.getByRole('heading', { name: 'Välkommen' }).waitFor()
  await page.getByText('12 kort är gjorda. 1 är använt.').waitFor()
  const second = await house.screen('annan telefon', phone)
  await second.goto(link)
  await second.page.getByText('be den som leder mötet om ett nytt').waitFor()
  await second.shot('slips-used', { fullPage: true })
  assert.ok(!second.page.url().includes(secrets[3]), 'the secret has left the address')
  await second.page.getByRole('button', { name: 'Till koden' }).click()
  await second.page.getByLabel('Kod').waitFor()

  // The first one shares the phone: who comes after them needs the code once, and nobody after that.
  const own = first.page
  const pass = async (from) => {
    if (from) await own.getByRole('button', { name: 'Fortsätt' }).click()
    await own.getByRole('link', { name: 'Lämna över till nästa' }).click()
    await own.getByRole('heading', { name: 'Lämna över till nästa' }).waitFor()
  }
  const next = own.getByRole('button', { name: 'Lämna över till en ny person' })
  await pass('welcome')
  await own.getByText(/^Nästa person skriver mötets kod/).waitFor()
  await first.shot('slips-shared-phone', { fullPage: true })
  await next.click()
  await own.getByLabel('Kod').fill(meeting.link.code)
  await own.getByRole('button', { name: 'Gå med' }).click()
  await own.getByRole('heading', { name: 'Välkommen' }).waitFor()
  await pass('welcome')
  await own.getByRole('button', { name: 'Person 1' }).click()
  await pass()
  assert.equal(await own.getByText(/^Nästa person skriver mötets kod/).count(), 0)
  await next.click()
  await own.getByRole('heading', { name: 'Välkommen' }).waitFor()
  await meeting.host.until((store) => store.all('participant').length === 3, 'three people on one phone')
  house.check()
})
