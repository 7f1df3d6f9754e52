// What the big screen shows besides rounds and words: what came since last time, one of the lists, one note, nothing; chosen on
// the host's page, and said on every phone.
import test from 'node:test'
import assert from 'node:assert/strict'
import { uuid } from '../integration/support/client.mjs'
import { Meeting, putNote } from '../integration/support/meeting.mjs'
import { checkAccess } from './support/axe.mjs'
import { putBoard } from './support/boards.mjs'
import { Display } from './support/display.mjs'
import { Host } from './support/host.mjs'
import { House } from './support/house.mjs'
import { Phone } from './support/phone.mjs'
import { laptop, phone, projector } from './support/screen.mjs'

const entries = [
  { form: 'question', text: 'Vem ringer när någon skrivs ut en fredag?' },
  { form: 'question', text: 'Vad kostar det att inte göra något?' },
  { form: 'step', text: 'Boka ett möte med elevhälsan', owner: 'Rektorn', until: Date.UTC(2026, 11, 1), state: 'under_way' },
  { form: 'step', text: 'Skicka listan', state: 'closed', word: 'klart' },
  { form: 'message', text: 'Vi behöver ett gemensamt nummer', recipient: 'nämnden', state: 'sent' },
  { form: 'trial', text: 'Gemensam rond varje torsdag', recipient: 'Avdelning 3' },
]

// The second meeting of a process, of which the first had words and themes; its three pages.
async function secondMeeting(t) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server))
  const first = await meeting.addNotes({ question: 'Vad är viktigast?' })
  const people = await meeting.people(2)
  for (const [i, person] of people.entries()) await putNote(person, first, i ? 'trygghet, tillit' : 'trygghet')
  await meeting.closeRound(first)
  await meeting.host.command('words.put', { id: uuid(), base: 0, title: 'Ord', rounds: [first], shown: true })
  const { id: board, themes } = await putBoard(meeting, [first], ['Trygghet', 'Pengar'])
  for (const note of meeting.host.store.notes(first)) await meeting.host.command('note.sort', { board, note: note.id, to: themes[0].id })
  await meeting.host.command('session.run', { id: meeting.session, state: 'ended' })
  meeting.session = await meeting.addSession({ title: 'Andra träffen' })
  meeting.link = await meeting.openJoining(meeting.session)
  for (const [position, entry] of entries.entries())
    await meeting.host.command('entry.put', { id: uuid(), base: 0, state: 'open', position, ...entry })
  const screen = await house.hostScreen(meeting, 'värd', laptop)
  await screen.goto(`/host#/process/${meeting.process}/session/${meeting.session}/run`)
  const { token } = await meeting.host.command('display.add', { session: meeting.session })
  const big = await house.screen('storbild', projector)
  await big.goto(`/display#token=${token}`)
  const own = new Phone(await house.screen('telefon', phone))
  await own.joinByLink(meeting.link.secret)
  await own.introduce()
  return { house, meeting, host: new Host(screen), display: new Display(big), phone: own }
}

const choose = async (host, name) => {
  await host.rest()
  await host.page.getByRole('group', { name: 'Visa på storbilden' }).getByRole('button', { name, exact: true }).click()
}

test('a meeting begins with what is open since last time', async (t) => {
  const { house, host, display, phone } = await secondMeeting(t)
  await choose(host, 'Mer …')
  await choose(host, 'Sedan sist')
  await display.title('Öppna frågor')
  await display.page.getByText('Vem ringer när någon skrivs ut en fredag?').waitFor()
  assert.equal(await display.pages(), 6, 'a page for each list that has something open, one for the words and one for the themes')
  await display.screen.shot('stage-since')
  await display.turn()
  await display.title('Nästa steg')
  await display.page.getByText('Rektorn · till tisdag 1 december · på gång').waitFor()
  assert.equal(await display.page.getByText('Skicka listan').count(), 0, 'what is closed stands no more')
  for (const title of ['Prov', 'Medskick', 'Ord från förra gången']) {
    await display.turn()
    await display.title(title)
  }
  await display.page.getByText('trygghet 2').waitFor()
  await display.turn()
  await display.title('Teman från förra gången')
  await display.page.getByText('Trygghet', { exact: true }).waitFor()
  await display.page.getByText('2 lappar').waitFor()
  assert.equal(await display.page.getByText('Pengar').count(), 0, 'nothing was in it')
  await phone.page.getByRole('link', { name: 'Storbilden' }).click()
  for (const text of ['Öppna frågor', 'Vad kostar det att inte göra något?', 'Teman från förra gången', 'till nämnden · skickat', 'hos Avdelning 3'])
    await phone.page.getByText(text).first().waitFor()
  await phone.screen.shot('stage-since-phone')
  await checkAccess(phone.screen, 'since last time')
  await checkAccess(display.screen, 'since last time')
  house.check()
})

test('one note is shown while the room talks about it, and not when it is hidden', async (t) => {
  const { house, meeting, host, display, phone } = await secondMeeting(t)
  const round = await meeting.addNotes({ question: 'Vad vill du prova?' })
  const [person] = await meeting.people(1)
  await putNote(person, round, 'Gemensam rond varje torsdag')
  await putNote(person, round, 'En ingång')
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'round', round })
  await host.button('På storbilden: En ingång').click()
  await display.page.getByText('En ingång').waitFor()
  assert.deepEqual(await display.page.locator('.note-text').allTextContents(), ['En ingång'])
  await display.title('Vad vill du prova?')
  await display.screen.shot('stage-note')
  await phone.page.getByRole('link', { name: 'Storbilden' }).click()
  await phone.page.locator('.note-text').getByText('En ingång').waitFor()
  await host.screen.shot('stage-note-host')
  await host.rest()
  await host.button('Tillbaka till alla lappar på storbilden, från: En ingång').click()
  await display.page.getByText('Gemensam rond varje torsdag').waitFor()
  await host.rest()
  await host.button('På storbilden: En ingång').click()
  await display.page.getByText('Gemensam rond varje torsdag').waitFor({ state: 'detached' })
  await host.hide('En ingång', 'Den kan såra någon')
  await display.page.getByText('En ingång').waitFor({ state: 'detached' })
  await checkAccess(host.screen, 'a note alone')
  house.check()
})

test('the big screen can be put out, and lit again', async (t) => {
  const { house, host, display, phone } = await secondMeeting(t)
  await choose(host, 'Släckt')
  await display.page.getByText('Storbilden är släckt').waitFor({ state: 'attached' })
  assert.equal(await display.page.getByText(/\d{3} \d{3} \d{4}/).count(), 0, 'not the way in either')
  await display.screen.shot('stage-blank')
  await phone.page.getByRole('link', { name: 'Storbilden' }).click()
  await phone.page.getByText('Storbilden är släckt just nu.').waitFor()
  await host.page.getByRole('button', { name: 'Ångra: Storbilden är bytt' }).click()
  await display.page.getByText('Storbilden är släckt').waitFor({ state: 'detached' })
  await choose(host, 'Släckt')
  await display.page.getByText('Storbilden är släckt').waitFor({ state: 'attached' })
  await choose(host, 'Släckt')
  await display.page.getByText('Storbilden är släckt').waitFor({ state: 'detached' })
  house.check()
})
