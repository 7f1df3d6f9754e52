// The whole way of a participant, and the whole way of a facilitator, without a mouse and without a finger.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Meeting, password, putNote } from '../integration/support/meeting.mjs'
import { Client, secret } from '../integration/support/client.mjs'
import { House } from './support/house.mjs'
import { Keyboard } from './support/keyboard.mjs'
import { laptop } from './support/screen.mjs'

test('a participant joins, writes, changes, removes, votes and leaves with the keyboard', async (t) => {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server, { session: { tables: [] } }))
  const { code } = await meeting.openJoining(meeting.session)
  const round = await meeting.addNotes({ question: 'Vad vill du uppnå?' })
  const screen = await house.screen('deltagare', laptop)
  const { page } = screen
  const keyboard = new Keyboard(page)
  const button = (name) => page.getByRole('button', { name })
  await screen.goto('/')
  await keyboard.write(page.getByLabel('Kod'), code)
  await keyboard.key('Enter')
  await keyboard.button('Fortsätt')

  const paper = page.getByLabel('Din lapp')
  await keyboard.write(paper, 'Närhet')
  await keyboard.key('Control+Enter')
  await button('Ändra lappen: Närhet').waitFor()
  await keyboard.write(paper, 'Tillit')
  await keyboard.button('Sätt upp lappen')
  await meeting.host.until((store) => store.notes(round).length === 2, 'both notes')

  await keyboard.press(button('Ändra lappen: Närhet'))
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Närhet till alla')
  await keyboard.press(button('Spara ändringen'))
  await meeting.host.until((store) => store.notes(round).some(({ text }) => text === 'Närhet till alla'), 'the change')
  await keyboard.press(button('Ta bort lappen: Tillit'))
  await meeting.host.until((store) => store.notes(round).length === 1, 'the removal')
  await keyboard.press(button(/^Ångra/))
  await meeting.host.until((store) => store.notes(round).length === 2, 'the removal is undone')

  // The next question opens while somebody writes: neither focus nor text go away.
  await keyboard.write(paper, 'Ett utkast')
  const second = await meeting.addNotes({ question: 'Vad är ditt nästa steg?' })
  await meeting.closeRound(round)
  const there = page.getByRole('link', { name: /Fråga 2 är öppen/ }).or(page.getByRole('button', { name: /Fråga 2 är öppen/ })).first()
  await there.waitFor()
  assert.ok(await keyboard.has(paper), 'the focus stays where somebody writes')
  assert.equal(await paper.inputValue(), 'Ett utkast')
  await keyboard.press(there)
  await page.getByRole('heading', { name: 'Vad är ditt nästa steg?' }).waitFor()
  await meeting.closeRound(second)

  const { id, choices } = await meeting.addBallot(['Närhet', 'Samverkan', 'Trygghet'])
  await keyboard.button('Ge en röst till Närhet')
  await keyboard.key('Enter')
  await keyboard.button('Ge en röst till Samverkan', { key: 'Space' })
  await keyboard.button('Ta tillbaka en röst från Närhet')
  const votes = (choice) => meeting.host.store.find('tally', id)?.choices?.find((one) => one.id === choice.id)?.votes ?? 0
  await meeting.host.until(() => votes(choices[0]) === 1 && votes(choices[1]) === 1, 'the votes')
  await meeting.closeRound(id)

  const places = page.getByRole('navigation', { name: 'I mötet' })
  await keyboard.press(places.getByRole('link', { name: 'Mina svar' }))
  await page.getByRole('heading', { name: 'Mina svar' }).waitFor()
  await page.goBack()
  await keyboard.press(places.getByRole('link', { name: 'Storbilden' }))
  await page.getByText('Storbilden just nu').first().waitFor()
  await keyboard.button('In English')
  await page.getByText('The big screen right now').first().waitFor()
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'en')
})

test('a facilitator sets up a day and leads it with the keyboard', async (t) => {
  const house = await House.open(t)
  const screen = await house.screen('värd', laptop)
  const { page } = screen
  const keyboard = new Keyboard(page)
  await screen.goto(`/host#invite=${await house.server.invite()}`)
  await keyboard.write(page.getByLabel('Namn'), 'Ordförande')
  await keyboard.write(page.getByLabel('Lösenord', { exact: true }), password)
  await keyboard.key('Enter')
  await keyboard.press(page.getByRole('link', { name: 'Ny process' }))
  await keyboard.write(page.getByLabel('Vad heter den?'), 'Inspirationsdag')
  await keyboard.button('Skapa processen')
  await keyboard.press(page.getByRole('link', { name: 'Led tillfället' }))

  const bar = page.getByRole('region', { name: 'Det som pågår' })
  const act = async (name) => {
    await page.waitForTimeout(700) // (a press right behind another one does nothing)
    await keyboard.button(name, { within: bar })
  }
  const programme = page.getByRole('complementary', { name: 'Program' })
  const isOn = (title) => programme.getByRole('button', { name: `${title} (pågår)` }).waitFor()
  await act('Börja')
  await isOn('Incheckning')
  await act('Nästa')
  await isOn('Föreläsning: goda exempel')
  await act('Nästa')
  await isOn('Vad vill ni uppnå?')
  await act('Öppna frågan')

  const [cookie] = await screen.context.cookies()
  const beside = house.keep(await Client.open(house.server, { cookie: `${cookie.name}=${cookie.value}` }))
  await beside.attend({ as: 'host', process: page.url().match(/process\/([0-9a-f-]{36})/)[1] })
  const round = await beside.until((store) => store.all('round').find(({ state }) => state === 'open'), 'the open round')
  const link = await beside.until((store) => store.nowIn(round.session)?.secret, 'the way in')
  const person = house.keep(await Client.open(house.server))
  await person.join({ secret: link, token: secret(), author_secret: secret() })
  for (const text of ['Närhet', 'Tillit', 'Samverkan']) await putNote(person, round.id, text)

  const notes = page.getByRole('list', { name: 'Lappar' })
  await notes.getByText('Samverkan').waitFor()
  await keyboard.reach(notes.getByRole('listitem').first())
  await keyboard.key('ArrowDown')
  await page.waitForFunction(() => document.activeElement.textContent.includes('Tillit')) // arrows move between the notes
  await keyboard.key('h')
  await keyboard.button('Den svarar på en annan fråga')
  await beside.until((store) => store.notes(round.id).some(({ hidden, text }) => hidden && text === 'Tillit'), 'it is hidden')
  await page.waitForTimeout(700)
  await keyboard.key('Control+z')
  await beside.until((store) => store.notes(round.id).every(({ hidden }) => !hidden), 'it is shown again')
  await keyboard.key('/')
  await page.keyboard.type('när')
  await page.getByText('1 lapp passar').waitFor()
  await keyboard.key('Escape')

  await act('Visa svaren för alla')
  await bar.getByRole('button', { name: 'Dölj svaren igen' }).waitFor()
  await act('Stäng för svar')
  await act('Stäng genast')
  await bar.getByRole('button', { name: 'Öppna igen' }).waitFor()
  await keyboard.press(page.getByRole('button', { name: 'Vägg' }))
  await keyboard.press(page.getByRole('button', { name: 'Ord', exact: true }))
  await keyboard.press(page.getByRole('button', { name: 'Visa orden för alla' }))
  await beside.until((store) => store.all('words').some(({ shown }) => shown), 'the words are shown')
  await keyboard.press(page.getByRole('button', { name: 'Avsluta tillfället' }))
  await act('Ja, avsluta')
  await beside.until((store) => store.all('session').some(({ state }) => state === 'ended'), 'the end')
})
