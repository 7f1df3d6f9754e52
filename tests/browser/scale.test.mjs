// A scale on the phone and on the big screen: answered, changed, taken away, answered without a network, and shown at the end.
import test from 'node:test'
import assert from 'node:assert/strict'
import { uuid } from '../integration/support/client.mjs'
import { Meeting } from '../integration/support/meeting.mjs'
import { checkAccess } from './support/axe.mjs'
import { House } from './support/house.mjs'
import { Phone } from './support/phone.mjs'
import { phone, projector } from './support/screen.mjs'

const statements = ['Vi vet vem som ringer', 'Vi har en gemensam bild av vad nära vård betyder för den som bor ensam'].map((text) => ({ id: uuid(), text }))

async function open(t, result) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server))
  const scale = { statements, steps: 5, low: 'inte alls', high: 'helt', result }
  const round = await meeting.addRound({ form: 'scale', question: 'Hur är det i dag?', scale })
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'round', round })
  const { token } = await meeting.host.command('display.add', { session: meeting.session })
  const big = await house.screen('storbild', projector)
  await big.goto(`/display#token=${token}`)
  const own = new Phone(await house.screen('telefon', phone, { canGoOffline: true }))
  await own.joinByLink(meeting.link.secret)
  await own.introduce()
  await own.question('Hur är det i dag?')
  return { house, meeting, round, display: big, own }
}

async function answerAll(meeting, round, value) {
  for (const person of await meeting.people(5))
    await person.command('answer.put', { round, statement: statements[0].id, rev: 1, value })
}

const tallyOf = (meeting, round, holds) => meeting.host.until((store) => holds(store.find('scale_tally', round)), 'the tally')

test('a stand is taken, changed and taken back; the result comes at the end', async (t) => {
  const { house, meeting, round, display, own } = await open(t, 'hidden')
  const first = own.page.getByRole('group', { name: statements[0].text })
  const second = own.page.getByRole('group', { name: statements[1].text })
  await own.page.getByText('Resultatet visas när frågan stängs. Ingen ser vad du svarade.').waitFor()
  await first.getByRole('radio', { name: '1, inte alls' }).check()
  await second.getByRole('radio', { name: '5, helt' }).check()
  await own.page.getByText('Framme · Alla besvarade').waitFor()
  await own.screen.shot('scale-phone')
  await checkAccess(own.screen, 'a scale')
  await first.getByRole('radio', { name: '4' }).check()
  await second.getByRole('button', { name: 'Ta bort svaret' }).click()
  await own.page.getByText('Framme · 1 av 2 besvarade').waitFor()
  await display.page.getByText(statements[1].text).waitFor()
  await display.shot('scale-display-open')
  await answerAll(meeting, round, 2)
  await meeting.closeRound(round)
  await tallyOf(meeting, round, (tally) => tally.statements?.[0].answered === 6)
  await own.page.getByText('6 personer har svarat · medel 2,3').waitFor()
  await own.page.getByText('Ditt svar: 4').waitFor()
  await own.page.getByText('Färre än fem har svarat: fördelningen visas inte.').waitFor()
  await own.screen.shot('scale-phone-result')
  await display.page.getByText('Färre än fem har svarat').waitFor()
  await display.page.getByText('5 personer på steg 2').waitFor({ state: 'attached' })
  await display.shot('scale-display-result')
  await checkAccess(own.screen, "a scale's result")
  await checkAccess(display, "a scale's result")
  house.check()
})

test('an open result follows five answers at a time, and says so', async (t) => {
  const { house, meeting, round, display, own } = await open(t, 'open')
  await answerAll(meeting, round, 2)
  await display.page.getByText('Visas när tio har svarat, eller när frågan har stängts').waitFor()
  await answerAll(meeting, round, 4)
  await answerAll(meeting, round, 5)
  await own.page.getByText('15 personer har svarat · 10 är med än så länge · medel 3,0').waitFor()
  await display.page.getByText('5 personer på steg 4').waitFor({ state: 'attached' })
  await own.screen.shot('scale-phone-so-far')
  house.check()
})

test('an answer without a network waits on the phone, and arrives', async (t) => {
  const { house, meeting, round, own } = await open(t, 'open')
  await own.screen.goOffline()
  await own.page.getByRole('group', { name: statements[0].text }).getByRole('radio', { name: '3' }).check()
  await own.page.getByText('Sparat i telefonen – skickas när du har nät').waitFor()
  await own.screen.goOnline()
  await own.page.getByText('Framme · 1 av 2 besvarade').waitFor()
  await tallyOf(meeting, round, (tally) => tally.statements?.[0].answered === 1)
  house.check()
})
