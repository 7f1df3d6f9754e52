// A scale on the facilitator's page: asked in the plan, opened and closed, and read statement by statement.
import assert from 'node:assert/strict'
import test from 'node:test'
import { Meeting } from '../integration/support/meeting.mjs'
import { checkAccess } from './support/axe.mjs'
import { Host } from './support/host.mjs'
import { House } from './support/house.mjs'
import { laptop } from './support/screen.mjs'

const question = 'Hur går det för oss?'
const texts = ['Vi möts över gränserna', 'Vi provar i liten skala']

async function open(t) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server))
  const host = new Host(await house.hostScreen(meeting, 'värd', laptop))
  await host.screen.goto(`/host#/process/${meeting.process}/session/${meeting.session}`)
  return { house, meeting, host, page: host.page }
}

async function checkBoth(screen, state) {
  for (const colorScheme of ['dark', 'light']) {
    await screen.page.emulateMedia({ colorScheme })
    await checkAccess(screen, `${state}, ${colorScheme}`)
  }
}

// By the keyboard: Enter makes the next row.
async function ask({ host, page }) {
  await host.button('Skala').press('Enter')
  await page.getByLabel('Fråga', { exact: true }).fill(question)
  await host.button('Spara').click()
  await page.getByText('Skriv minst ett påstående.').waitFor()
  await host.button('Lägg till ett påstående').press('Enter')
  await page.keyboard.type(texts[0])
  await page.keyboard.press('Enter')
  await page.keyboard.type(texts[1])
  await page.getByLabel('Vad det första steget heter').fill('inte alls')
  await page.getByLabel('Vad det sista steget heter').fill('helt')
  await checkBoth(host.screen, 'the form of a scale')
  await host.screen.shot('scale-plan', { fullPage: true })
  await host.button('Spara').click()
}

const scaleOf = (store) => store.all('round').find(({ form, removed }) => form === 'scale' && !removed)

test('a scale is asked, taken back, asked again, led and read', async (t) => {
  const { house, meeting, host, page } = await open(t)
  await ask({ host, page })
  const asked = await meeting.host.until(scaleOf, 'the scale')
  assert.deepEqual([asked.question, asked.scale.steps, asked.scale.low, asked.scale.high, asked.scale.result], [question, 5, 'inte alls', 'helt', 'hidden'])
  assert.deepEqual(asked.scale.statements.map(({ text }) => text), texts)

  await page.getByLabel('Antal steg').selectOption('4')
  await host.button('Spara').click()
  await meeting.host.until((store) => scaleOf(store)?.scale.steps === 4, 'four steps')
  await page.getByRole('button', { name: `Ångra: ”${question}” är ändrad` }).click()
  const { id, scale } = await meeting.host.until((store) => scaleOf(store)?.scale.steps === 5 && scaleOf(store), 'five steps again')

  await host.lead()
  const main = page.getByRole('main')
  await host.programme.getByRole('button', { name: new RegExp(question.replace('?', '')) }).click()
  await main.getByText('Inte öppnad än.').waitFor()
  await page.getByRole('button', { name: 'Gå till den här punkten nu' }).click()
  await host.openRound()
  await main.getByText('Ingen ser resultatet innan, inte heller du.').waitFor()
  for (const name of ['Visa svaren för alla', 'Lista', 'Ord']) assert.equal(await host.button(name).count(), 0, name)
  assert.equal(await main.getByText('Inga lappar').count(), 0)

  const people = await meeting.people(12)
  const put = (person, at, value) => person.command('answer.put', { round: id, statement: scale.statements[at].id, rev: 1, value })
  for (const [i, person] of people.entries()) await put(person, 0, i < 4 ? 5 : 3)
  for (const person of people.slice(0, 4)) await put(person, 1, 2)
  await main.getByText('12 av 12 har svarat').waitFor()
  await host.closeRound()
  await main.getByRole('heading', { name: texts[0] }).waitFor()
  await main.getByText('12 har svarat · medel 3,7 av 5').waitFor()
  await main.getByRole('rowheader', { name: '4 av 12 valde 5' }).getByText('helt').waitFor()
  await main.getByRole('rowheader', { name: '0 av 12 valde 1' }).getByText('inte alls').waitFor()
  await main.getByText('Färre än fem har svarat. Hur de svarade visas inte.').waitFor()
  await checkBoth(host.screen, 'the result of a scale')
  await host.screen.shot('scale-run')
  house.check()
})
