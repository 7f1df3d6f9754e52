// What leads a facilitator on: the way in stays on the big screen while people check in, a question gives its item a name,
// what was saved is said where it was pressed, two words never get one name, and a vote is gone to from where it was made.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Client, uuid } from '../integration/support/client.mjs'
import { Meeting, profile, putNote } from '../integration/support/meeting.mjs'
import { Host } from './support/host.mjs'
import { House } from './support/house.mjs'
import { laptop, projector } from './support/screen.mjs'
import { Story } from './support/story.mjs'

const longQuestion = 'Vilka politiska kärnvärden är viktigast för oss?'

async function firstDay(t) {
  const house = await House.open(t)
  const host = new Host(await house.screen('värd', laptop))
  await host.accept(await house.server.invite())
  await host.newFromTemplate('Inspirationsdag')
  return { house, host }
}

test('the way in stands on the big screen until the check-in is over', async (t) => {
  const { house, host } = await firstDay(t)
  await host.lead()
  const beside = house.keep(await Client.open(house.server, { cookie: await host.cookie() }))
  await beside.attend({ as: 'host', process: host.process })
  await host.begin()
  await host.isOn('Incheckning')
  const stage = () => beside.store.find('session', host.session).stage
  await beside.until(() => stage()?.screen === 'join', 'the way in')
  await host.next('Föreläsning: goda exempel')
  await beside.until(() => stage()?.screen === 'item', 'the lecture')
  house.check()
})

test('a display that is asked for its code complains of nothing', async (t) => {
  const house = await House.open(t)
  const screen = await house.screen('storbild', projector)
  await screen.goto('/display#code')
  await screen.page.getByLabel('Kod').waitFor()
  assert.equal((await screen.page.getByRole('status').allTextContents()).join(''), '')
  house.check()
})

test('a new question names its item, and what is saved is said where it was pressed', async (t) => {
  const { house, host } = await firstDay(t)
  const { page } = host
  await host.button('Fråga med lappar').click()
  await page.getByLabel('Fråga', { exact: true }).fill(longQuestion)
  const save = host.button('Spara')
  await save.press('Enter')
  const said = page.getByRole('status').getByText('Sparat', { exact: true })
  await said.waitFor()
  await page.getByRole('heading', { name: longQuestion, level: 2 }).waitFor()
  await page.waitForFunction((button) => button === document.activeElement, await save.elementHandle()) // the focus stays
  const { y } = await said.boundingBox()
  assert.ok(y > 0 && y < 768, 'it is in sight')
  house.check()
})

test('a word is merged rather than given the name of another, and its vote is gone to', async (t) => {
  const house = await House.open(t)
  const story = await Story.open(house)
  const { meeting, round, items } = story
  await meeting.host.command('session.run', { id: meeting.session, state: 'live' })
  await story.stage('item', { item: items[4] })
  await meeting.host.command('round.open', { id: round })
  for (const text of ['Närhet', 'Närhet', 'Trygghet', 'Mod', 'Tillit']) await putNote(await meeting.person(), round, text)
  await meeting.host.command('round.reveal', { id: round })
  const id = uuid()
  await meeting.host.command('words.put', { id, base: 0, title: 'Ord som återkom', rounds: [round], shown: false })
  const words = () => meeting.host.store.find('words', id)?.words ?? []
  await meeting.host.until(() => words().length >= 4, 'the words')

  const host = new Host(await house.screen('värd', laptop))
  await story.logIn(host.screen)
  await host.screen.goto(story.hostPath)
  await host.button('Åtgärder för mod').click()
  await host.page.getByRole('menuitem', { name: /Byt namn/ }).click()
  await host.page.getByLabel('Vad ska ”mod” heta?').fill('Närhet')
  await host.button('Slå ihop med ”närhet”').click()
  await meeting.host.until(() => words().find(({ label }) => label === 'närhet')?.persons === 3, 'they are one')
  assert.equal(words().filter(({ label }) => label === 'närhet').length, 1)

  await host.button('Gör omröstning av orden').click()
  await host.button('Lägg till omröstningen').click()
  await host.button('Gå till omröstningen nu').click()
  await host.page.getByRole('heading', { name: 'Vilka ord ska bära vårt arbete?', level: 1 }).waitFor()
  await host.bar.getByRole('button', { name: 'Öppna omröstningen' }).waitFor()
  const choices = host.page.getByRole('main').getByRole('listitem')
  await choices.getByText('trygghet', { exact: true }).waitFor()
  house.check()
})

test('a word that stands only in a phrase is counted by itself when somebody says so', async (t) => {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server))
  const round = await meeting.addNotes({ question: longQuestion })
  for (const text of ['Sätt individen i centrum!', 'Individen i centrum']) await putNote(await meeting.person(), round, text)
  const list = uuid()
  await meeting.host.command('words.put', { id: list, base: 0, title: 'Värdeord', rounds: [round] })
  const screen = await house.hostScreen(meeting, 'värd', laptop)
  await screen.goto(`/host#/process/${meeting.process}/session/${meeting.session}/run/words`)
  const { page } = screen
  const word = (label) => page.getByRole('button', { name: label, exact: true })
  await word('individen i centrum').click()
  await page.getByRole('heading', { name: 'Står bara i den här frasen' }).waitFor()
  assert.equal(await word('centrum').count(), 0)
  await page.getByRole('button', { name: 'Räkna för sig: centrum' }).click()
  await page.getByRole('button', { name: 'Räkna för sig: centrum' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Uppdatera ordningen' }).click()
  await word('centrum').waitFor()
  await page.getByRole('button', { name: 'Ångra: ”centrum” står för sig' }).click()
  await page.getByRole('button', { name: 'Räkna för sig: centrum' }).waitFor()
  house.check()
})

test('a house of many processes comes in pages, and every one of them is found', async (t) => {
  const house = await House.open(t)
  const host = new Host(await house.screen('värd', laptop))
  await host.accept(await house.server.invite())
  const beside = house.keep(await Client.open(house.server, { cookie: await host.cookie() }))
  await beside.attend({ as: 'host' })
  const titles = Array.from({ length: 130 }, (_, i) => `${String(i + 1).padStart(3, '0')} ${'en dag om nära vård '.repeat(9)}`.trim())
  for (const title of titles) await beside.command('process.add', { id: uuid(), profile: profile({ title }) })
  const { processes, more } = await beside.request('house.list')
  assert.equal(processes.length + more, titles.length)
  assert.ok(more > 0, 'one answer does not hold them all')

  const { page } = host
  await page.reload()
  const rows = page.locator('.places .place')
  await page.getByRole('button', { name: 'Visa fler (30)' }).click()
  await page.getByText(titles.at(-1), { exact: true }).waitFor()
  assert.equal(await rows.count(), titles.length)
  await page.getByLabel('Sök bland processerna').fill('129 en')
  await page.getByText(titles[127]).waitFor({ state: 'detached' })
  assert.equal(await rows.count(), 1)
  await rows.click()
  await page.getByRole('heading', { name: titles[128] }).first().waitFor()
  house.check()
})
