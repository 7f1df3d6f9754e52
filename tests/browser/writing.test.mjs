// What somebody is in the middle of on their phone: it is not taken away from them by what others do meanwhile.
import test from 'node:test'
import assert from 'node:assert/strict'
import { uuid } from '../integration/support/client.mjs'
import { Meeting, putNote } from '../integration/support/meeting.mjs'
import { House } from './support/house.mjs'
import { Phone } from './support/phone.mjs'
import { phone } from './support/screen.mjs'

async function joined(t, options) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server, options))
  const own = new Phone(await house.screen('telefon', phone))
  await own.joinByLink(meeting.link.secret)
  await own.introduce()
  return { house, meeting, own }
}

test('a change of a note stays where it is while another question opens, and in sight when its own has closed', async (t) => {
  const { meeting, own } = await joined(t)
  const first = await meeting.addNotes({ question: 'Vad vill du uppnå?' })
  await own.question('Vad vill du uppnå?')
  await own.write('Närhet')
  await own.hasState('Närhet', 'Framme')
  await own.button('Ändra lappen: Närhet').click()
  const paper = own.mine('').getByLabel('Din lapp')
  await paper.fill('Närhet i vardagen')
  await meeting.addNotes({ question: 'Vad är ditt nästa steg?' })
  await own.button('Fråga 2 är öppen – gå dit').waitFor()
  assert.equal(await paper.inputValue(), 'Närhet i vardagen')
  assert.equal(await paper.evaluate((field) => field === document.activeElement), true, 'the caret is where it was')

  await meeting.closeRound(first)
  await own.page.getByText('Frågan hann stänga').waitFor()
  assert.equal(await paper.inputValue(), 'Närhet i vardagen')
  await own.screen.shot('change-too-late', { fullPage: true })
  await own.button('Släng').click()
  await own.mine('Närhet').waitFor()
})

test("one's own note is no new answer, and others' need not be read out", async (t) => {
  const { meeting, own } = await joined(t)
  const round = await meeting.addNotes({ question: 'Vad betyder mest?', visibility: 'all' })
  const other = await meeting.person({ name: 'Kim' })
  const say = (text) => putNote(other, round, text)
  await own.question('Vad betyder mest?')
  await own.write('Min egen')
  await own.page.getByText('Min lapp', { exact: true }).waitFor()
  assert.equal(await own.page.getByText('nytt svar').count(), 0)
  await own.page.getByRole('region', { name: 'Svar', exact: true }).scrollIntoViewIfNeeded()
  await say('En annans')
  await own.page.getByText('En annans').or(own.button('1 nytt svar')).first().waitFor()
  const quiet = own.page.getByLabel('Låt inte skärmläsaren säga till om nya svar')
  assert.ok((await quiet.locator('..').boundingBox()).width < 2, 'nobody else is told of it')
  await quiet.focus()
  assert.ok((await quiet.locator('..').boundingBox()).width > 200, 'whoever comes to it by keyboard sees it')
  await quiet.check()
  await own.screen.shot('answers-quiet', { fullPage: true })
  await own.page.reload()
  await own.question('Vad betyder mest?')
  assert.equal(await quiet.isChecked(), true)
})

test('who has chosen no table is not told what is at it, but how to choose one', async (t) => {
  const tables = [{ id: uuid(), name: 'Bord 1' }, { id: uuid(), name: 'Bord 2' }]
  const { meeting, own } = await joined(t, { session: { tables } })
  const round = await meeting.addNotes({ question: 'Vad vill ni uppnå?', visibility: 'group' })
  const other = await meeting.person({ name: 'Kim', table: tables[0].id })
  await putNote(other, round, 'Från bord 1')
  await own.question('Vad vill ni uppnå?')
  await own.write('Min egen')
  await own.page.getByRole('heading', { name: 'Du har inte valt bord' }).waitFor()
  assert.equal(await own.page.getByText('Vid ert bord').count(), 0)
  assert.equal(await own.page.getByText('Min egen', { exact: true }).count(), 1, 'my own note stands once')
  await own.screen.shot('no-table', { fullPage: true })
  await own.page.getByRole('link', { name: 'Välj bord', exact: true }).click()
  await own.page.getByLabel('Bord eller grupp').selectOption('Bord 1')
  await own.button('Spara').click()
  await own.page.getByText('Sparat', { exact: true }).waitFor()
  await own.goTo('Just nu')
  await own.page.getByRole('heading', { name: 'Vid ert bord' }).waitFor()
  await own.page.getByText('Från bord 1').waitFor()
})

test('what looks as if it pointed out a person is said, and can be put up all the same', async (t) => {
  const { meeting, own } = await joined(t)
  await meeting.addNotes({ question: 'Vad hände sedan?' })
  await own.question('Vad hände sedan?')
  const paper = own.page.getByLabel('Din lapp')
  await paper.fill('Ring mig på 070-174 06 05')
  await own.page.getByText('Det ser ut som ett telefonnummer.').first().waitFor()
  await own.screen.shot('personal-hint')
  await paper.fill('Ring mig')
  await own.page.locator('.personal-hint').waitFor({ state: 'detached' })
  await own.write('Hon skrev 19121212-1212')
  await own.hasState('Hon skrev 19121212-1212', 'Framme')
})
