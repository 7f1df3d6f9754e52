// A rehearsal: begun from the plan, led with simulated participants on all three screens, and wiped.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import test from 'node:test'
import { Client, uuid } from '../integration/support/client.mjs'
import { Meeting } from '../integration/support/meeting.mjs'
import { query, storePath } from '../integration/support/store_file.mjs'
import { checkAccess } from './support/axe.mjs'
import { Host } from './support/host.mjs'
import { House } from './support/house.mjs'
import { checkLayout } from './support/layout.mjs'
import { laptop, phone, Screen } from './support/screen.mjs'

const question = 'Vad vill du uppnå?'
const marked = 'Provkörning – inget sparas'
const MANY = 20_000 // simulated people take their time

const roles = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'].map((id, i) => ({ id, name: ['Chef', 'Förtroendevald'][i] }))

async function open(t) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server, { about: { title: 'Nära vård', roles }, session: { title: 'Första träffen', live: false } }))
  const item = '33333333-3333-4333-8333-333333333333'
  await meeting.host.command('item.put', { id: item, base: 0, session: meeting.session, form: 'round', title: 'Förväntningar', minutes: 10, position: 1 })
  await meeting.host.command('item.put', { id: meeting.process, base: 0, session: meeting.session, form: 'break', title: 'Kaffe', position: 2 })
  const material = { id: '44444444-4444-4444-8444-444444444444', title: 'Att läsa', url: 'https://example.org/' }
  await meeting.host.command('material.put', { ...material, base: 0, session: meeting.session, item, position: 1 })
  await meeting.addNotes({ question, item, open: false, visibility: 'own' })
  const host = new Host(await house.hostScreen(meeting, 'värd', laptop))
  await host.screen.goto(`/host#/process/${meeting.process}/session/${meeting.session}`)
  return { house, meeting, host, page: host.page }
}

async function look(screen, state, schemes = ['light']) {
  for (const colorScheme of schemes) {
    await screen.page.emulateMedia({ colorScheme })
    await checkAccess(screen, `${state}, ${colorScheme}`)
    await screen.shot(`rehearse-${state}-${colorScheme}`)
  }
}

const band = (page) => page.getByRole('region', { name: 'Provkörning', exact: true })

// From the plan to a room in which thirty are on their way.
async function begin({ host, page }) {
  await host.button('Provkör').click()
  const dialog = page.getByRole('dialog', { name: 'Provkör tillfället' })
  await dialog.getByLabel('Takt').selectOption('quick')
  await look(host.screen, 'begin')
  await dialog.getByRole('button', { name: 'Börja provköra' }).click()
  await band(page).getByText(marked).waitFor()
}

const present = (page) => band(page).getByText(/^(\d+) av 30 simulerade/).textContent().then((text) => Number(/^\d+/.exec(text)[0]))

async function until(what, isSo) {
  const end = Date.now() + MANY
  for (;;) {
    if (await isSo()) return
    assert.ok(Date.now() < end, `in time: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

// A phone of one's own, in the same browser: the window is as large as a phone.
async function openPhone({ host, page }) {
  const [opened] = await Promise.all([host.screen.context.waitForEvent('page'), band(page).getByRole('link', { name: 'Öppna en telefon' }).click()])
  await opened.setViewportSize(phone.viewport)
  return Screen.beside(host.screen, 'telefon', opened)
}

const journal = (server, process) =>
  query(storePath(server), `select * from event where process = '${process}' and (trim(body) <> '' or trim(actor) <> '')`)

// The plan is there as it was, as things of their own, and nothing that was answered.
async function checkCopy({ house, meeting, process }) {
  const { store } = meeting.host
  const copy = house.keep(await Client.open(house.server, { cookie: meeting.cookie }))
  await copy.attend({ as: 'host', process })
  const item = await copy.until((there) => there.all('round').length > 0 && there.all('item').find(({ form }) => form === 'round'), 'the copy')
  const [round] = copy.store.all('round')
  assert.deepEqual([round.question, round.item, round.state], [question, item.id, 'planned'])
  assert.deepEqual(copy.store.all('material').map(({ title, item: of }) => [title, of]), [['Att läsa', item.id]])
  assert.deepEqual(copy.store.all('note'), [])
  const ids = (there, kind) => there.all(kind).map(({ id }) => id)
  for (const kind of ['session', 'item', 'round', 'material']) for (const id of ids(copy.store, kind)) assert.ok(!ids(store, kind).includes(id), kind)
  assert.deepEqual(copy.store.find('process', process).profile.roles, roles)
  return copy
}

// Where all may sort, they do.
async function letThemSort(copy) {
  const [board, [{ id: round }]] = [uuid(), copy.store.all('round')]
  await copy.command('board.put', { id: board, base: 0, title: 'Det vi hoppas på', rounds: [round], hands: 'all' })
  for (const title of ['Trygghet', 'Närhet']) await copy.command('theme.put', { id: uuid(), base: 0, board, title })
  await copy.until((store) => store.all('sorting').length >= 3, 'some notes are sorted')
}

test('a session is rehearsed on all three screens and wiped', async (t) => {
  const { house, meeting, host, page } = await open(t)
  await house.server.settled() // (the question's words are looked up meanwhile)
  const { seq: before } = await meeting.host.settle()
  await begin({ host, page })
  assert.notEqual(host.process, meeting.process)
  const { process } = host
  const copy = await checkCopy({ house, meeting, process })
  const display = await host.openDisplay()
  await display.page.getByText(marked).waitFor()
  const mobile = await openPhone({ host, page })
  await mobile.page.getByText(marked).waitFor()
  await mobile.page.getByRole('button', { name: 'Fortsätt' }).click()

  await host.begin()
  await host.openRound()
  await until('most have come', async () => (await present(page)) >= 20)
  const main = page.getByRole('main')
  const written = async () => Number((/^\d+/.exec(await main.getByText(/^\d+ lappar/).first().textContent().catch(() => '0')) ?? [0])[0])
  await until('many have written', async () => (await written()) >= 10)
  await look(host.screen, 'run')
  await mobile.page.getByRole('textbox').first().fill('Trygghet hela vägen')
  await mobile.shot('rehearse-phone')
  await display.shot('rehearse-display')
  await mobile.page.getByRole('button', { name: 'Sätt upp lappen' }).click()
  await host.note('Trygghet hela vägen').waitFor()
  await band(page).getByRole('button', { name: 'Pausa de simulerade' }).click()
  await band(page).getByText('De simulerade väntar').waitFor()

  await host.closeRound()
  await host.reveal()
  await display.page.getByText(/Trygghet/i).first().waitFor()
  await display.shot('rehearse-revealed')
  await band(page).getByRole('button', { name: 'Ställ in' }).click()
  await look(host.screen, 'settings', ['dark'])
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width: 320, height: 740 })
  await checkLayout(host.screen, 'a rehearsal at 320 px')
  await host.screen.shot('rehearse-narrow')
  await page.setViewportSize(laptop.viewport)

  // Left and come back to: listed apart from what is real, with the same people.
  await page.goto(`${house.server.url}/host#/`)
  await page.reload()
  const rehearsals = page.getByRole('region', { name: 'Provkörningar' })
  await rehearsals.getByText('Provkörning av Nära vård').waitFor()
  assert.equal(await page.locator('a.place').count(), 1)
  await look(host.screen, 'house')
  await rehearsals.getByRole('link', { name: /^Fortsätt/ }).click()
  await band(page).getByRole('button', { name: 'Låt de simulerade komma in' }).click()
  await until('they have come again', async () => (await present(page)) >= 20)
  assert.ok(Number(/\d+/.exec(await page.getByText(/har gått med/).first().textContent())[0]) <= 31, 'the same ones')
  await letThemSort(copy)

  assert.notEqual(journal(house.server, process).length, 0)
  await band(page).getByRole('button', { name: 'Avsluta provkörningen' }).click()
  await host.screen.shot('rehearse-end')
  await page.getByRole('button', { name: 'Radera provkörningen' }).click()
  await page.getByText('Provkörningen är raderad.').waitFor()
  assert.equal(host.process, meeting.process)
  await host.screen.shot('rehearse-wiped')
  assert.deepEqual(journal(house.server, process), [])
  assert.ok(existsSync(storePath(house.server)))
  assert.equal(meeting.host.store.seq, before, 'nothing happened in what was rehearsed')
  house.check()
})
