// Somebody who has never led with it: from an empty store to a first LPU meeting that is rehearsed from beginning to end, by what
// stands on the page, and with the keyboard alone until there is a process.
import assert from 'node:assert/strict'
import test from 'node:test'
import { password } from '../integration/support/meeting.mjs'
import { Display } from './support/display.mjs'
import { Host } from './support/host.mjs'
import { House } from './support/house.mjs'
import { Keyboard } from './support/keyboard.mjs'
import { laptop } from './support/screen.mjs'

const TITLE = 'Hemgång på fredag'
const FIRST = 'Träff 1: Vår utmaning'
const PATIENCE = 30_000 // simulated people take their time

async function until(what, isSo) {
  const end = Date.now() + PATIENCE
  while (!(await isSo())) {
    assert.ok(Date.now() < end, `waited in vain for: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

// By the link that the server printed, and nothing but the keyboard.
async function firstProcess(house, { page, screen }) {
  const keyboard = new Keyboard(page)
  await screen.goto(`/host#invite=${await house.server.invite()}`)
  await keyboard.write(page.getByLabel('Namn'), 'Robin')
  await keyboard.write(page.getByLabel('Lösenord', { exact: true }), password)
  await keyboard.key('Enter')
  await page.getByRole('heading', { name: 'Processer' }).waitFor()
  await screen.shot('newcomer-01-empty')
  await keyboard.press(page.getByRole('link', { name: 'Ny process' }))
  const lpu = page.getByRole('radio', { name: /^Lokal praktikutveckling \(LPU\)/ })
  await lpu.waitFor()
  await keyboard.reach(page.getByRole('radio', { checked: true }))
  for (let presses = 0; presses < 10 && !(await lpu.isChecked()); presses++) await keyboard.key('ArrowDown')
  assert.ok(await lpu.isChecked(), 'the arrows lead to it')
  await page.getByText('5 tillfällen · 120 min var').first().waitFor()
  await keyboard.write(page.getByLabel('Vad heter den?'), TITLE)
  await keyboard.button('Skapa processen')
  await page.getByRole('heading', { name: FIRST, level: 1 }).waitFor()
  await page.getByText('Utmaningen i vardagen').first().waitFor()
  await screen.shot('newcomer-02-plan')
}

const band = (page) => page.getByRole('region', { name: 'Provkörning', exact: true })
const present = (page) => band(page).getByText(/^\d+ av 12 simulerade/).textContent().then((text) => Number(/^\d+/.exec(text)[0]))

async function beginRehearsal(host) {
  const { page } = host
  await host.button('Provkör').click()
  const dialog = page.getByRole('dialog', { name: 'Provkör tillfället' })
  await dialog.getByLabel('Simulerade deltagare').selectOption('12')
  await dialog.getByLabel('Takt').selectOption('quick')
  await dialog.getByRole('button', { name: 'Börja provköra' }).click()
  await band(page).getByText('Provkörning – inget sparas').waitFor()
}

// One question of the programme, as somebody leads it for the first time: open, wait, close, and show what should be shown.
async function lead(host, display, { item, question, answers, isShown = false }) {
  await host.next(item)
  await host.openRound()
  await display.title(question)
  if (answers) await until(`${answers} answers to ${question}`, async () => (await host.page.getByRole('main').innerText()).match(answers))
  await host.closeRound()
  if (!isShown) return
  await host.reveal()
  await until('the answers on the big screen', async () => (await display.notes()).length > 3)
}

test('from an empty store to a rehearsed first meeting', async (t) => {
  const house = await House.open(t)
  const host = new Host(await house.screen('värd', laptop))
  const { page } = host
  await firstProcess(house, host)
  const { process } = host

  await beginRehearsal(host)
  const display = new Display(await host.openDisplay())
  await display.page.getByText('Provkörning – inget sparas').waitFor()
  await until('people have come', async () => (await present(page)) >= 8)
  await host.begin()
  await host.next('Så arbetar vi')
  await lead(host, display, { item: 'Var står vi nu?', question: 'Hur väl stämmer det här i dag?' })
  await lead(host, display, { item: 'Utmaningen i vardagen', question: 'När märker du av utmaningen?', answers: /([5-9]|\d\d) lappar/, isShown: true })
  await host.screen.shot('newcomer-03-led')
  await display.screen.shot('newcomer-03-display')
  for (const title of ['Vad ser vi i lapparna?', 'Paus', 'Det vi vill förstå', 'Utmaningen i en mening', 'Till nästa gång']) await host.next(title)
  await page.getByRole('navigation', { name: 'Frågor i den här punkten' }).getByRole('button', { name: 'Vad lade du märke till?' }).click()
  const take = host.button('Ta den här frågan nu')
  if (await take.count()) await take.click() // (the item has a diary too; either may be the one that is on)
  await host.openRound()
  await host.next('Utcheckning')
  await host.act('Öppna båda frågorna')
  await host.bar.getByText('Fortfarande öppen: Vad ska vi göra annorlunda nästa gång?').waitFor()
  await host.screen.shot('newcomer-03-checkout')
  await host.closeLeftOpen()
  await host.closeRound()
  await host.toTheEnd()
  await display.page.getByText('Tack för i dag').first().waitFor()

  await band(page).getByRole('button', { name: 'Avsluta provkörningen' }).click()
  await page.getByRole('button', { name: 'Radera provkörningen' }).click()
  await page.getByText('Provkörningen är raderad.').waitFor()
  assert.equal(host.process, process, 'back where it began')
  await page.getByRole('heading', { name: FIRST, level: 1 }).waitFor()
  await page.goto(`${house.server.url}/host#/`)
  await page.getByRole('link', { name: TITLE }).first().waitFor()
  assert.equal(await page.getByRole('region', { name: 'Provkörningar' }).count(), 0, 'nothing of it is left')
  await host.screen.shot('newcomer-04-house')
  house.check()
})
