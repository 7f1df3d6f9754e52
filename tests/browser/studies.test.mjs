// Studies, from who leads to who is asked: put on the process's page, told of in the programme, answered in peace on the phone,
// asked about anew when the text is another; and not where children are in the room.
import test from 'node:test'
import assert from 'node:assert/strict'
import { addAccount, Meeting } from '../integration/support/meeting.mjs'
import { checkAccess } from './support/axe.mjs'
import { Display } from './support/display.mjs'
import { Host } from './support/host.mjs'
import { House } from './support/house.mjs'
import { checkLayout } from './support/layout.mjs'
import { Phone } from './support/phone.mjs'
import { laptop, phone, projector } from './support/screen.mjs'

const text = 'Vi undersöker hur personal och förtroendevalda talar om nära vård.\n\nDet du skriver läses av tre forskare. Det är frivilligt.'

// (Below stands another form, with a button of the same name.)
const saveStudy = ({ page }) => page.locator('.carry').getByRole('button', { name: 'Spara', exact: true }).click()

test('a study is put, told of, answered on the phone, and asked about anew', async (t) => {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server))
  const host = new Host(await house.hostScreen(meeting, 'värd', laptop))
  const plan = `/host#/process/${meeting.process}`
  await host.screen.goto(`${plan}/studies`)
  await host.page.getByText('Ingen studie frågar något i den här processen.').waitFor()
  await host.button('Ny studie').press('Enter')
  await host.page.waitForFunction(() => document.activeElement?.matches('.carry form input')) // (the keyboard goes on there)
  await saveStudy(host)
  await host.page.getByText('Ge studien ett namn.').waitFor()
  await host.page.getByLabel('Studiens namn').fill('Samtal om nära vård')
  await host.page.getByLabel('Ansvarig organisation').fill('Högskolan')
  await host.page.getByLabel('Diarienummer för etikprövningen').fill('2026-01234-01')
  await host.page.getByLabel('Det som deltagarna säger ja eller nej till').fill(text)
  await saveStudy(host)
  await host.page.getByText('Text 1').waitFor()
  const [study] = meeting.host.store.all('study')
  await host.screen.shot('studies')
  await checkAccess(host.screen, 'the studies')
  await checkLayout(host.screen, 'the studies')

  // Who may read its material is chosen beside it.
  await addAccount(house.server, meeting.cookie, 'Forskaren', 'researcher')
  await host.page.reload()
  await host.page.getByText('0 konton får läsa materialet').click()
  await host.page.getByLabel('Konto', { exact: true }).selectOption('Forskaren')
  await host.button('Ge läsrätt').click()
  await host.page.getByText('Forskaren får läsa materialet.').waitFor()
  await host.page.getByText('1 konto får läsa materialet').waitFor()
  await host.screen.shot('studies-readers')
  await checkAccess(host.screen, 'who reads a study')

  // Joining there is one line and a link; nothing has to be answered.
  const own = new Phone(await house.screen('telefon', phone))
  await own.joinByLink(meeting.link.secret)
  await own.page.getByText('1 studie frågar om det du skriver får användas. Inget svar betyder nej.').waitFor()
  await own.screen.shot('studies-join', { fullPage: true })
  await own.introduce()

  await host.screen.goto(`${plan}/session/${meeting.session}`)
  await host.page.getByRole('group', { name: 'Lägg till' }).getByRole('button', { name: 'Om forskningen' }).click()
  await host.page.getByRole('checkbox', { name: 'Samtal om nära vård' }).check()
  await host.button('Spara').click()
  const item = await meeting.host.until((store) => store.all('item').find(({ studies }) => studies?.includes(study.id)), 'the item')
  await host.screen.shot('studies-item')
  await checkAccess(host.screen, 'the item about the research')

  // The room is told, and each answers in peace.
  const { token } = await meeting.host.command('display.add', { session: meeting.session })
  const big = new Display(await house.screen('storbild', projector))
  await big.screen.goto(`/display#token=${token}`)
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'item', item: item.id })
  await big.page.getByText('Läs och svara i telefonen. Ingen här ser vad du svarar.').waitFor()
  await big.screen.shot('studies-display')
  await own.page.getByText('Du har inte svarat. Det betyder nej.').waitFor()
  await own.screen.shot('studies-phone', { fullPage: true })
  await checkAccess(own.screen, 'a study on the phone')
  await own.page.getByRole('radio', { name: 'Ja, det får det' }).check()
  await own.page.getByText('Ditt svar gäller.').waitFor()
  assert.ok(!meeting.host.received.some((message) => message.includes('"consent":true')), 'no host is told')

  // Another text is asked about anew.
  await meeting.host.command('study.put', { id: study.id, base: study.seq, title: study.title, text: `${text} Du kan ångra dig.` })
  await own.page.getByText('Texten har ändrats sedan du svarade. Läs den och svara igen: till dess gäller nej.').waitFor()
  assert.equal(await own.page.getByRole('radio', { checked: true }).count(), 0)
  await own.page.getByRole('radio', { name: 'Ja, det får det' }).check()
  await own.page.getByText('Ditt svar gäller.').waitFor()
  await own.page.setViewportSize({ width: 320, height: 640 })
  await checkLayout(own.screen, 'a study on the phone, 320 px')
  await own.page.emulateMedia({ colorScheme: 'dark' })
  await own.screen.shot('studies-phone-dark', { fullPage: true })

  // Where somebody in the room is under fifteen, nobody is asked.
  await host.screen.goto(`${plan}/session/${meeting.session}/details`)
  await host.page.getByRole('checkbox', { name: 'Någon i rummet är under femton år' }).check()
  await host.button('Spara').click()
  await own.page.getByText('I det här tillfället frågas ingen om forskning, och inget av det som skrivs används i den.').waitFor()
  assert.equal(await own.page.getByRole('radio').count(), 0)

  // What somebody has answered is closed and not removed.
  await host.screen.goto(`${plan}/studies`)
  await host.page.getByRole('button', { name: 'Ändra studien: Samtal om nära vård' }).click()
  await host.button('Ta bort studien').click()
  await host.page.getByText('Någon har svarat, så studien kan inte tas bort. Stäng den i stället.').waitFor()
  await host.page.getByRole('checkbox', { name: 'Studien tar inte in något nytt' }).check()
  await saveStudy(host)
  await meeting.host.until((store) => store.find('study', study.id)?.closed, 'closed')
  await host.page.getByRole('button', { name: /^Ångra/ }).click()
  await meeting.host.until((store) => !store.find('study', study.id)?.closed, 'open again')
})

test('everybody can read what becomes of what they write, from joining on', async (t) => {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server))
  const host = new Host(await house.hostScreen(meeting, 'värd', laptop))
  await host.screen.goto(`/host#/process/${meeting.process}/studies`)
  await host.button('Börja från ett förslag').click()
  await host.page.getByLabel('Ansvarig för uppgifterna').fill('Kommunen')
  await host.button('Spara').click()
  await meeting.host.until((store) => store.all('information')[0]?.responsible === 'Kommunen', 'it is said')
  await host.screen.shot('information', { fullPage: true })
  await checkAccess(host.screen, 'the information as it is written')

  const own = new Phone(await house.screen('telefon', phone))
  await own.joinByLink(meeting.link.secret)
  await own.page.getByRole('link', { name: 'Så används det du skriver' }).click()
  await own.page.getByText('Kommunen').waitFor()
  await own.page.getByText(/allmän handling/).waitFor()
  await own.screen.shot('information-phone', { fullPage: true })
  await checkAccess(own.screen, 'the information on the phone')
  await own.page.setViewportSize({ width: 320, height: 640 })
  await checkLayout(own.screen, 'the information, 320 px')
  await own.page.getByRole('link', { name: 'Tillbaka' }).click()
  await own.page.getByRole('heading', { name: 'Välkommen' }).waitFor()

  await host.page.getByRole('button', { name: /^Ångra/ }).click()
  await meeting.host.until((store) => store.all('information').length === 0, 'taken back')
})
