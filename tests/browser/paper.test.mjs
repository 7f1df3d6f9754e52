// People without a phone: hands that are counted, and notes on paper that are entered.
import assert from 'node:assert/strict'
import test from 'node:test'
import { Meeting, putVote } from '../integration/support/meeting.mjs'
import { checkAccess } from './support/axe.mjs'
import { House } from './support/house.mjs'
import { laptop, phone, projector } from './support/screen.mjs'

async function open(t, more) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server, more))
  return { house, meeting }
}

async function asHost({ house, meeting }, name, kind, path, options) {
  const screen = await house.screen(name, kind, options)
  const [key, ...value] = meeting.cookie.split('=')
  await screen.context.addCookies([{ name: key, value: value.join('='), url: house.server.url }])
  await screen.goto(`/host#/process/${meeting.process}/session/${meeting.session}${path}`)
  return screen
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
  await screen.shot('hands-wrong', { fullPage: true })
  await page.getByLabel('Räckta händer för Trygghet').fill('4')
  await page.keyboard.press('Enter')
  await meeting.host.until(() => votesOn(1) === 4, 'four on the second')
  await page.getByRole('button', { name: 'Ångra: Handuppräckningen är ändrad' }).click()
  await meeting.host.until(() => votesOn(1) === 3, 'taken back')
  await page.getByText('5 personer, varav 4 med handuppräckning').waitFor()
  await screen.shot('hands-open', { fullPage: true })

  await meeting.closeRound(ballot.id)
  await page.getByRole('columnheader', { name: 'På telefon' }).waitFor()
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
  await page.getByRole('button', { name: 'Ångra: Lappen är borttagen' }).click()
  await meeting.host.until(() => entered().length === 3, 'and back')

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
  assert.equal(await run.page.getByText('Inskriven', { exact: true }).count(), 6)
  await run.shot('paper-run-list')
  await run.page.getByRole('button', { name: 'Från papper' }).click()
  await run.page.getByText('6 lappar är inskrivna på andra datorer.').waitFor()
  await run.shot('paper-run', { fullPage: true })
  const [kim] = await meeting.people(1)
  assert.equal(kim.store.all('note').length, 6)
  assert.ok(kim.store.all('note').every(({ entered }) => !entered), 'nobody else is told which they are')
  house.check()
})
