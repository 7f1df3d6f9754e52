// A lecture that people ask about while it goes on, and the end of a meeting: made in one press each, led, asked, supported
// and shown on the phone, the facilitator's page and the big screen. And homework, as its organiser follows it.
import test from 'node:test'
import assert from 'node:assert/strict'
import { uuid } from '../integration/support/client.mjs'
import { Meeting, password, putNote } from '../integration/support/meeting.mjs'
import { checkAccess } from './support/axe.mjs'
import { Host } from './support/host.mjs'
import { House } from './support/house.mjs'
import { Phone } from './support/phone.mjs'
import { laptop, phone, projector } from './support/screen.mjs'

const summary = 'Tillit växer av möten där alla får tala till punkt.'

async function open(t) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server, { session: { live: false } }))
  const host = new Host(await house.screen('dator', laptop))
  await host.screen.goto('/host')
  await host.page.getByLabel('Namn').fill('Ordförande')
  await host.page.getByLabel('Lösenord', { exact: true }).fill(password)
  await host.button('Logga in').click()
  await host.page.getByRole('heading', { name: 'Processer' }).waitFor()
  await host.screen.goto(`/host#/process/${meeting.process}/session/${meeting.session}`)
  return { house, meeting, host, plan: new Plan(host) }
}

class Plan {
  constructor(host) {
    this.page = host.page
    this.host = host
  }

  async add(what) {
    await this.page.getByRole('group', { name: 'Lägg till' }).getByRole('button', { name: what, exact: true }).click()
  }
}

const itemOf = (meeting, form) => meeting.host.until((store) => store.all('item').find((item) => item.form === form), `the ${form}`)

test('questions to who lectures are asked and supported meanwhile, and the meeting ends with a minute about it', async (t) => {
  const { house, meeting, host, plan } = await open(t)
  const { page } = host

  // One press each; taken back, and made again.
  await plan.add('Föreläsning')
  await host.button('Frågor till föreläsaren').click()
  await page.getByRole('checkbox', { name: 'Andra kan stödja lapparna' }).waitFor()
  await page.getByRole('button', { name: /^Ångra: ”Vad vill du fråga/ }).click()
  await host.button('Frågor till föreläsaren').click()
  await page.getByText('Alla ser svaren. Ingen ser vem som skrev.').waitFor()
  await plan.add('Utcheckning')
  await page.getByRole('group', { name: 'Frågorna här' }).getByRole('button', { name: 'Vad ska vi göra annorlunda nästa gång?' }).click()
  await page.getByText('Alla ser svaren när de visas. Ingen ser vem som skrev.').waitFor()
  await checkAccess(host.screen, 'the check-out in the plan')
  const lecture = await itemOf(meeting, 'lecture')
  await meeting.host.command('material.put', { id: uuid(), base: 0, session: meeting.session, item: lecture.id, title: 'Bilderna', url: 'https://example.org/bilder' })

  // The lecture is on: it stays on the big screen while people write.
  const display = await host.openDisplay()
  await page.getByRole('link', { name: 'Led tillfället' }).click()
  await host.begin()
  const own = new Phone(await house.screen('telefon', phone, { canGoOffline: true }))
  await own.joinByLink(meeting.link.secret)
  await own.introduce()
  await own.page.getByRole('link', { name: 'Bilderna' }).waitFor()
  await host.openRound()
  await own.question('Vad vill du fråga föreläsaren?')
  await display.page.getByText('Skriv frågor i telefonen').waitFor()
  await display.page.getByRole('heading', { name: lecture.title }).waitFor()
  const round = meeting.host.store.all('round').find(({ item }) => item === lecture.id)
  const people = await meeting.people(3)
  for (const [i, text] of ['Vem betalar?', 'Vad var svårast?', 'Kan vi pröva till hösten?'].entries()) await putNote(people[i], round.id, text)
  await own.write('Min egen fråga')

  // Supported at once, also without a network; not one's own; pressed again it is taken back.
  const support = (text) => own.page.getByRole('button', { name: `Stöd: ${text}` })
  const more = own.page.getByRole('button', { name: /ny(a|tt) svar/ })
  await more.or(support('Vad var svårast?')).first().waitFor()
  if (await more.isVisible()) await more.click()
  await support('Vad var svårast?').click()
  await own.page.getByRole('listitem').filter({ hasText: 'Vad var svårast?' }).getByText('1 stöder den').waitFor()
  assert.equal(await support('Min egen fråga').count(), 0)
  await meeting.host.until((store) => store.all('note').some(({ text, supports }) => text === 'Vad var svårast?' && supports === 1), 'the support')
  await own.screen.goOffline()
  await support('Vem betalar?').click()
  await own.page.getByText('1 stöder den · Sparat i telefonen').waitFor()
  await own.screen.goOnline()
  await meeting.host.until((store) => store.all('note').some(({ text, supports }) => text === 'Vem betalar?' && supports === 1), 'the support that waited')
  await support('Vem betalar?').click()
  await meeting.host.until((store) => store.all('note').every(({ text, supports }) => text !== 'Vem betalar?' || !supports), 'it is taken back')
  await support('Vem betalar?').and(own.page.locator('[aria-pressed=false]')).waitFor()
  own.screen.isBack()
  await checkAccess(own.screen, 'supports on the phone')

  // By support for who leads, and on the big screen once it is shown there.
  await page.getByLabel('Ordning').selectOption('Mest stöd')
  await host.note('Vad var svårast?').getByText('1 stöder den').waitFor()
  await host.button('Svaren').click()
  await display.page.getByText('1 stöder den').waitFor()
  assert.match(await display.page.locator('.note').first().textContent(), /^Vad var svårast\?/)
  await checkAccess(display, 'questions by support')

  // What the researcher makes of it.
  await page.getByText('Skriv forskarens sammanfattning').click()
  await page.getByLabel('Sammanfattning').fill(summary)
  await host.button('Spara').click()
  await host.closeRound()
  await page.getByRole('button', { name: 'Programpunkten', exact: true }).click()
  await own.page.getByRole('heading', { name: 'Sammanfattning' }).waitFor()
  await own.page.getByText(summary).waitFor()
  await own.page.getByRole('link', { name: 'Vad vill du fråga föreläsaren?' }).waitFor()
  await display.page.getByText(summary).waitFor()

  // The end: what is open, who does what, one's own next step, and the minute.
  for (const [form, text] of [['question', 'Vem ringer hem till den som kommer hem?'], ['step', 'Moa talar med taxibolaget']])
    await meeting.host.command('entry.put', { id: uuid(), base: 0, form, text, state: 'open' })
  await host.act('Nästa')
  await own.page.getByRole('heading', { name: 'Utcheckning' }).waitFor()
  for (const text of ['Vem ringer hem till den som kommer hem?', 'Moa talar med taxibolaget']) await own.page.getByText(text).waitFor()
  await own.page.getByLabel('Vad gör du själv till nästa gång?').waitFor()
  await display.page.getByText('Vem ringer hem till den som kommer hem?').waitFor()
  await checkAccess(own.screen, 'the check-out on the phone')
  await host.act('Öppna bara den här')
  await own.question('Hur var mötet för dig?')
  await display.page.getByText('Svara i telefonen').waitFor()
  await own.page.getByRole('group', { name: 'Vi kom framåt.' }).getByRole('radio', { name: '4' }).check()
  const scale = meeting.host.store.all('round').find(({ key }) => key === 'evaluation')
  for (const person of await meeting.people(4)) await person.command('answer.put', { round: scale.id, statement: scale.scale.statements[1].id, rev: 1, value: 4 })
  await meeting.host.until((store) => (store.find('round', scale.id).share ?? 'none') !== 'none', 'somebody has answered')
  await own.page.getByText(/^Framme/).waitFor()
  await host.closeRound()
  await page.getByText('medel 4,0 av 5').waitFor()
  await host.button('Kopiera som text').waitFor()
  house.check()
})

test('homework is open until a day, and its organiser sees how many have done it', async (t) => {
  const { house, meeting, host } = await open(t)
  const { page } = host
  const round = await meeting.addNotes({ open: false, homework: true, question: 'Vad lade du märke till?', authorship: 'named' })
  const [kim] = await meeting.people(1, { name: 'Kim' })
  await page.getByText('Hemuppgift: Vad lade du märke till?').click()
  await host.button('Öppna hemuppgiften').click()
  await host.button('Stäng hemuppgiften').waitFor()
  await putNote(kim, round, 'Alla väntade på någon annan.')
  await page.getByText('Har svarat med namn: Kim').waitFor()
  assert.match(await page.locator('.homework-row summary').textContent(), /öppen till .*har svarat/i)
  await page.getByRole('button', { name: /^Ångra: Hemuppgiften är öppen/ }).waitFor()
  await checkAccess(host.screen, 'homework in the plan')
  const own = new Phone(await house.screen('telefon', phone))
  await own.joinByLink(meeting.link.secret)
  await own.introduce()
  await own.page.getByText('Vad lade du märke till?').waitFor()
  await meeting.host.command('round.deadline', { id: round, deadline: Date.now() + 1500 })
  await own.page.getByText(/^Stängde /).waitFor()
  await page.locator('.homework-row summary').getByText(/^Stängde /).waitFor()
  house.check()
})
