// What a process carries from meeting to meeting, on the pages of two facilitators: both see the same, each takes back what
// they did, a keyboard is enough, and axe has nothing to say in either theme.
import assert from 'node:assert/strict'
import test from 'node:test'
import { uuid } from '../integration/support/client.mjs'
import { Meeting, putNote } from '../integration/support/meeting.mjs'
import { checkAccess } from './support/axe.mjs'
import { House } from './support/house.mjs'
import { Keyboard } from './support/keyboard.mjs'
import { laptop, phone } from './support/screen.mjs'

async function open(t) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server))
  const host = (name, options, kind = laptop) => house.hostScreen(meeting, name, kind, options)
  return { house, meeting, host, at: (part) => `/host#/process/${meeting.process}/${part}` }
}

const row = ({ page }, text) => page.getByRole('listitem').filter({ hasText: text })
const button = ({ page }, name) => page.getByRole('button', { name, exact: true })

async function write(screen, label, texts) {
  for (const text of texts) {
    await screen.page.getByLabel(label).fill(text)
    await screen.page.keyboard.press('Enter')
  }
  await row(screen, texts.at(-1)).waitFor()
}

test('two facilitators see the same list, and what one does is taken back by who did it', async (t) => {
  const { house, meeting, host, at } = await open(t)
  const [one, two] = [await host('en'), await host('två')]
  for (const screen of [one, two]) await screen.goto(at('carry/step'))
  await write(one, 'Nytt nästa steg', ['Ringa Mora', 'Skriva till nämnden', 'Boka lokal'])
  await row(two, 'Boka lokal').waitFor()
  assert.deepEqual(await two.page.locator('.carry-text').allTextContents(), ['Ringa Mora', 'Skriva till nämnden', 'Boka lokal'])

  await row(two, 'Ringa Mora').getByRole('button', { name: 'Klart' }).click()
  await two.page.getByLabel('Ett ord till avslut').fill('De ringde först')
  await two.page.keyboard.press('Enter')
  await row(two, 'Ringa Mora').getByText('Avslut: De ringde först').waitFor() // (it stays under the finger)
  await row(one, 'Ringa Mora').getByText('Avslut: De ringde först').waitFor()
  assert.equal(await button(one, 'Ångra: ”Boka lokal” är tillagd').count(), 1)
  await button(two, 'Ångra: ”Ringa Mora”: Klart').click()
  await row(one, 'Ringa Mora').getByText('Avslut:').waitFor({ state: 'detached' })

  await row(one, 'Boka lokal').getByRole('button', { name: 'Flytta upp: Boka lokal' }).click()
  await two.page.waitForFunction(() => document.querySelectorAll('.carry-text')[1]?.textContent === 'Boka lokal')
  await button(one, 'Ändra: Boka lokal').click()
  await one.page.getByLabel('Vem', { exact: true }).fill('Eva')
  await one.page.getByLabel('Senast').fill('2031-03-12')
  await button(one, 'Spara').click()
  await row(two, 'Boka lokal').getByText('Eva').waitFor()
  await row(two, 'Boka lokal').getByText('senast onsdag 12 mars').waitFor()
  await button(one, 'Ändra: Boka lokal').click()
  await button(one, 'Ta bort').click()
  await row(two, 'Boka lokal').waitFor({ state: 'detached' })
  await button(one, 'Ångra: ”Boka lokal” är borttagen').click()
  await row(two, 'Boka lokal').getByText('Eva').waitFor()
  await meeting.host.until((store) => store.all('entry').some(({ text, owner, state }) => text === 'Boka lokal' && owner === 'Eva' && state === 'open'), 'it stands again')
  house.check()
})

test('a list is written, moved, changed and closed by keyboard alone', async (t) => {
  const { house, meeting, host, at } = await open(t)
  const screen = await host('tangentbord')
  const { page } = screen
  const keyboard = new Keyboard(page)
  await screen.goto(at('carry'))
  await keyboard.write(page.getByLabel('Ny öppen fråga'), 'Första')
  await keyboard.key('Enter')
  await page.keyboard.type('Andra')
  await keyboard.key('Enter')
  await row(screen, 'Andra').waitFor()
  await keyboard.reach(row(screen, 'Första'), { backwards: true })
  await keyboard.key('ArrowDown')
  await keyboard.key('Alt+ArrowUp')
  await page.waitForFunction(() => document.querySelector('.carry-text')?.textContent === 'Andra')
  assert.ok(await keyboard.has(row(screen, 'Andra')))
  await keyboard.key('Enter')
  await page.getByLabel('Text', { exact: true }).waitFor()
  await page.keyboard.type(' gången')
  await keyboard.key('Control+Enter')
  const changed = row(screen, 'Andra gången')
  await changed.locator('.carry-text').waitFor()
  await keyboard.press(changed.getByRole('button', { name: 'Besvarad' }))
  await meeting.host.until((store) => store.all('entry').some(({ state }) => state === 'answered'), 'it is answered')
  house.check()
})

test('material, seats and the challenge are written, and what is no link is not', async (t) => {
  const { house, meeting, host, at } = await open(t)
  const screen = await host('en')
  const { page } = screen
  await screen.goto(at('materials'))
  await page.getByLabel('Länk').fill('javascript:alert(1)')
  await button(screen, 'Lägg till').click()
  await page.getByText('Klistra in en länk').waitFor()
  await page.getByLabel('Länk').fill('www.example.org/rapport')
  await button(screen, 'Lägg till').click()
  await page.getByRole('link', { name: 'example.org' }).waitFor()
  assert.equal(meeting.host.store.all('material')[0].url, 'https://www.example.org/rapport')

  await screen.goto(at('seats'))
  await write(screen, 'Ny plats', ['Primärvården, Mora'])
  await button(screen, 'Ändra: Primärvården, Mora').click()
  await page.getByLabel('Ny person på platsen').fill('Anna Exempel')
  await page.keyboard.press('Enter')
  await button(screen, 'Ändra: Anna Exempel').waitFor()
  await button(screen, 'Avbryt').click()
  await row(screen, 'Primärvården, Mora').getByText('Anna Exempel').waitFor()

  await screen.goto(at('challenge'))
  await page.getByLabel('Vad är utmaningen?').fill('Ingen vet vem som ringer.')
  await button(screen, 'Spara').click()
  await meeting.host.until((store) => store.all('process')[0].profile.challenge === 'Ingen vet vem som ringer.', 'the challenge')
  await button(screen, 'Ångra: Utmaningen är ändrad').click()
  await meeting.host.until((store) => !store.all('process')[0].profile.challenge, 'there is none again')
  house.check()
})

test('axe has nothing to say, crowded and empty, light and dark, and nothing is wider than a phone', async (t) => {
  const { house, meeting, host, at } = await open(t)
  const put = (form, text, more = {}) => meeting.host.command('entry.put', { id: uuid(), base: 0, form, text, state: 'open', ...more })
  for (let i = 0; i < 60; i++) await put('question', `Fråga ${i} om kunskapsstyrningsorganisationen`, { position: i * 10, owner: 'Eva', until: 1_000_000 + i })
  await put('trial', 'Ett telefonnummer', { state: 'closed', word: 'Nog', outcome: 'Färre samtal', learnt: 'Skriv upp det' })
  const seat = uuid()
  await meeting.host.command('seat.put', { id: seat, base: 0, title: 'Hemsjukvården' })
  await meeting.host.command('holding.put', { id: uuid(), base: 0, seat, name: 'Bo Exempel', deputy: true })
  await meeting.host.command('material.put', { id: uuid(), base: 0, title: 'Färdplan', url: 'https://example.org/' })
  for (const [name, options, kind] of [['ljus', {}, laptop], ['mörk', { dark: true, language: 'en' }, { ...phone, viewport: { width: 320, height: 640 } }]]) {
    const screen = await host(name, options, kind)
    for (const part of ['carry/question', 'carry/gap', 'carry/trial', 'materials', 'seats', 'challenge']) {
      await screen.goto(at(part))
      await screen.page.getByRole('heading', { level: 1 }).waitFor()
      if (part === 'carry/question') await row(screen, 'Fråga 59').waitFor()
      await checkAccess(screen, `${name} ${part}`)
      assert.ok((await screen.page.evaluate(() => document.documentElement.scrollWidth)) <= kind.viewport.width, `${name} ${part} is too wide`)
    }
    await screen.goto(at('seats'))
    await screen.page.getByRole('button', { name: /^(Ändra|Edit): Hems/ }).click()
    await checkAccess(screen, `${name} a seat that is edited`)
  }
  house.check()
})

test('a note is carried on where it stands, and the lists are written beside what is led', async (t) => {
  const { house, meeting, host } = await open(t)
  const round = await meeting.addNotes({ question: 'Vad är oklart?' })
  const hidden = await meeting.addNotes({ question: 'Vad tänker du själv?', visibility: 'own' })
  const person = await meeting.person()
  await putNote(person, round, 'Vem ringer på fredag?')
  await putNote(person, hidden, 'Bara för mig än')
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'round', round })
  const screen = await host('en')
  const { page } = screen
  await screen.goto(`/host#/process/${meeting.process}/session/${meeting.session}/run`)
  await button(screen, 'Bär vidare lappen: Vem ringer på fredag?').click()
  await page.getByLabel('Så här skrivs det i listan').fill('Vem ringer på fredag eftermiddag?')
  await checkAccess(screen, 'a note that is carried on')
  await button(screen, 'Öppen fråga').click()
  await button(screen, 'Att bära vidare').click()
  await page.locator('.run-room').getByText('Vem ringer på fredag eftermiddag?').waitFor()
  await page.getByLabel('Ny öppen fråga').fill('Och på lördag?')
  await page.keyboard.press('Enter')
  await page.locator('.run-room').getByText('Och på lördag?').waitFor()
  await checkAccess(screen, 'the lists beside')
  await screen.shot('carry-beside')
  const made = await meeting.host.until((store) => store.all('entry').find(({ note }) => note), 'the entry')
  assert.equal(made.session, meeting.session)
  assert.equal(made.text, 'Vem ringer på fredag eftermiddag?')
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'round', round: hidden })
  await page.getByRole('listitem').filter({ hasText: 'Bara för mig än' }).waitFor()
  assert.equal(await page.getByRole('button', { name: /^Bär vidare lappen: Bara/ }).count(), 0) // (nobody else may read it yet)
  house.check()
})

test('what was made by mistake is taken away: a session, which comes back, and a process for good', async (t) => {
  const { house, meeting, host, at } = await open(t)
  const screen = await host('host')
  const { page } = screen
  const spare = await meeting.addSession({ title: 'Av misstag', live: false })
  await meeting.addNotes({ session: spare, question: 'Följer den med?', open: false })

  await screen.goto(at(`session/${meeting.session}/details`))
  await page.getByText('Tillfället pågår. Avsluta det först.').waitFor()
  assert.ok(await button(screen, 'Ta bort tillfället').isDisabled())

  await screen.goto(at(`session/${spare}/details`))
  await button(screen, 'Ta bort tillfället').click()
  await page.getByRole('heading', { name: 'Ta bort ”Av misstag”?' }).waitFor()
  await checkAccess(screen, 'what is asked before a session is removed')
  await screen.shot('taking-away-session')
  await button(screen, 'Avbryt').click()
  await button(screen, 'Ta bort tillfället').click()
  await button(screen, 'Ta bort').click()
  await button(screen, 'Ångra: ”Av misstag” är borttaget').click()
  await row(screen, 'Av misstag').waitFor()
  assert.ok(meeting.host.store.find('session', spare))

  await screen.goto(at('settings'))
  await button(screen, 'Ta bort processen').click()
  await page.getByRole('heading', { name: /^Ta bort ”.*” för gott\?$/ }).waitFor()
  await button(screen, 'Ta bort').click()
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Inställningar' }).first().waitFor()
  assert.equal(await meeting.host.closed, 4004)
  await screen.shot('taking-away-house')
  house.check()
})
