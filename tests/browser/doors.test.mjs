// How people and screens come in: by code and by link, past a door that is closed, with a code that was changed; a big screen
// on another computer, which comes back by itself.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Meeting } from '../integration/support/meeting.mjs'
import { House } from './support/house.mjs'
import { Phone } from './support/phone.mjs'
import { laptop, phone, projector } from './support/screen.mjs'

async function open(t) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server, { session: { title: 'Inspirationsdag' } }))
  meeting.round = await meeting.addNotes({ question: 'Vad vill du uppnå?' })
  return { house, meeting }
}

async function host(house, meeting) {
  const screen = await house.hostScreen(meeting, 'värd', laptop)
  return screen.goto(`/host#/process/${meeting.process}/session/${meeting.session}/run`)
}

test('a code may be typed or pasted as it is shown; a wrong one is said to be wrong', async (t) => {
  const { house, meeting } = await open(t)
  const { code } = meeting.link
  const wrong = code.replace(/^./, (digit) => (Number(digit) + 1) % 10)
  const own = new Phone(await house.screen('telefon', phone))
  await own.screen.goto('/')
  await own.page.getByLabel('Kod').fill('123')
  await own.button('Gå med').click()
  await own.page.getByText('Koden har tio siffror. Du har skrivit 3.').waitFor()
  await own.page.getByLabel('Kod').fill(wrong)
  await own.button('Gå med').click()
  await own.page.getByText('Koden stämmer inte').waitFor()
  const field = own.page.getByLabel('Kod')
  assert.equal((await field.inputValue()).replaceAll(' ', ''), wrong, 'what was typed can be corrected')
  await own.page.waitForFunction(() => document.activeElement?.id === 'code')
  await own.page.getByLabel('Kod').fill(code.replace(/^(\d{3})(\d{3})(\d{4})$/, ' $1 $2 $3 '))
  await own.button('Gå med').click()
  await own.page.getByRole('heading', { name: 'Välkommen' }).waitFor()
  await own.introduce()
  await own.question('Vad vill du uppnå?')

  const other = new Phone(await house.screen('telefon 2', phone))
  await other.screen.goto(`/j/${code}`)
  const join = other.button('Gå med')
  const welcome = other.page.getByRole('heading', { name: 'Välkommen' })
  await join.or(welcome).first().waitFor()
  if (await join.count()) await join.click()
  await welcome.waitFor()
})

test('a closed door keeps newcomers out and lets those come back who are in', async (t) => {
  const { house, meeting } = await open(t)
  const inside = new Phone(await house.screen('telefon', phone))
  await inside.joinByLink(meeting.link.secret)
  await inside.introduce()
  await inside.write('Närhet')
  const leader = await host(house, meeting)
  await leader.page.getByRole('button', { name: 'Stäng dörren' }).click()
  await leader.page.getByText('Dörren är stängd').first().waitFor()

  const late = new Phone(await house.screen('telefon 2', phone))
  await late.screen.goto(`/j/#${meeting.link.secret}`)
  await late.page.getByText('Dörren är stängd för nya deltagare').waitFor()
  await inside.page.reload()
  await inside.hasState('Närhet', 'Framme')

  await leader.page.getByRole('button', { name: 'Öppna dörren' }).click()
  await leader.page.getByRole('button', { name: 'Stäng dörren' }).waitFor()
  await late.button('Försök igen').click()
  await late.page.getByRole('heading', { name: 'Välkommen' }).waitFor()

  const { code } = await meeting.openJoining(meeting.session, { renew: true })
  assert.notEqual(code, meeting.link.code)
  await inside.page.reload()
  await inside.hasState('Närhet', 'Framme')
})

test('a big screen on another computer is paired by a code, and comes back by itself', async (t) => {
  const { house, meeting } = await open(t)
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'round', round: meeting.round })
  const leader = await host(house, meeting)
  await leader.page.getByRole('button', { name: 'På en annan dator' }).click()
  const dialog = leader.page.getByRole('dialog')
  const code = (await dialog.getByText(/^\d{4} \d{4}$/).textContent()).trim()
  await leader.page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })

  const screen = await house.screen('storbild', projector)
  await screen.goto('/display')
  const type = async (text) => {
    await screen.page.getByLabel('Kod').fill(text)
    await screen.page.getByRole('button', { name: 'Visa storbilden' }).click()
  }
  await type('12')
  await screen.page.getByText('Koden har åtta siffror.').waitFor()
  await type(code)
  const question = screen.page.getByRole('heading', { name: 'Vad vill du uppnå?' })
  await question.waitFor()
  assert.equal(await screen.page.evaluate(() => location.hash), '', 'nothing that lets a screen in stays in the address bar')
  await screen.page.reload()
  await question.waitFor()

  for (const { watch } of [screen, leader]) watch.expectOutage()
  await house.server.kill()
  await house.server.start()
  await meeting.attendAgain()
  const next = await meeting.addNotes({ question: 'Vad är ditt nästa steg?' })
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'round', round: next })
  await screen.page.getByRole('heading', { name: 'Vad är ditt nästa steg?' }).waitFor()
})
