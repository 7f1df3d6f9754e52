// What people wrote side by side: made, waited for, told, sorted, shown and taken along by a facilitator; and why it is not told.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { uuid } from '../integration/support/client.mjs'
import { Meeting, putNote } from '../integration/support/meeting.mjs'
import { checkAccess } from './support/axe.mjs'
import { House } from './support/house.mjs'
import { checkLayout } from './support/layout.mjs'
import { laptop } from './support/screen.mjs'

const named = (names) => names.map((name) => ({ id: uuid(), name }))
const roles = named(['Chef', 'Förtroendevald', 'Kunskapsstyrningssamordnare'])

async function putNotes(people, round, text) {
  for (const person of people) await putNote(person, round, text)
}

async function withProfile(meeting, count, profile) {
  const people = await meeting.people(count)
  for (const person of people) await person.command('participant.put', { rev: 1, ...profile })
  return people
}

// Managers in February, elected members in April, and others at both.
async function twoDays(t) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server, { about: { roles }, session: { title: 'Inspirationsdag i februari' } }))
  const february = await meeting.addNotes({ question: 'Vad vill ni uppnå?', notes: { fields: 3 } })
  await putNotes(await withProfile(meeting, 6, { role: roles[0].id }), february, 'Trygghet\nSamverkan\nEffektivitet')
  await putNotes(await meeting.people(5), february, 'Samverkan\nUppföljning')
  await meeting.closeRound(february)
  meeting.session = await meeting.addSession({ title: 'Inspirationsdag i april' })
  meeting.link = await meeting.openJoining(meeting.session)
  const april = await meeting.addNotes({ question: 'Vad är viktigast för era invånare?', notes: { fields: 3 } })
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'round', round: april })
  const elected = await withProfile(meeting, 7, { role: roles[1].id })
  await putNotes(elected, april, 'Trygghet\nNärhet\nSamverkan')
  return { house, meeting, february, april }
}

const told = (meeting, title) =>
  meeting.host.until((store) => store.all('comparison').some((one) => one.title === title && one.state === 'told'), `${title} is told`)

test('managers in February and elected members in April', async (t) => {
  const { house, meeting, april } = await twoDays(t)
  const screen = await house.hostScreen(meeting, 'värd', laptop, { acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] })
  await screen.goto(`/host#/process/${meeting.process}/compare`)
  const { page } = screen
  const button = (name) => page.getByRole('button', { name, exact: true })
  await page.getByRole('checkbox', { name: 'Vad vill ni uppnå?' }).waitFor()
  await page.getByText('Vad är viktigast för era invånare?').click()
  await page.getByLabel('Vad ska jämförelsen heta?').waitFor()
  await screen.shot('compare-form')
  await checkAccess(screen, 'a new comparison')
  await page.getByLabel('Vad ska jämförelsen heta?').fill('Chefer och förtroendevalda')
  await button('Jämför').click()

  await page.getByText('är inte stängd för svar').waitFor()
  await screen.shot('compare-waiting')
  await checkAccess(screen, 'a comparison that waits')
  await meeting.closeRound(april)
  await told(meeting, 'Chefer och förtroendevalda')
  await page.getByRole('heading', { name: 'Chef men inte Förtroendevald' }).waitFor()
  await screen.shot('compare-picture')
  await checkAccess(screen, 'the picture')
  await checkLayout(screen, 'the picture')
  await page.getByRole('combobox', { name: 'Jämför', exact: true }).selectOption('Alla på en gång')
  await screen.shot('compare-heat')
  await checkAccess(screen, 'all at once')

  await button('Tabell').click()
  const rows = async () => (await page.locator('.sides-table tbody th').allTextContents())
  const own = await rows()
  const head = page.getByRole('columnheader', { name: 'Förtroendevald' })
  await head.getByRole('button').press('Enter')
  assert.equal(await head.getAttribute('aria-sort'), 'descending')
  const sorted = await rows()
  assert.deepEqual(sorted.slice(0, 2).sort(), ['samverkan', 'trygghet'])
  assert.deepEqual([...sorted].sort(), [...own].sort())
  await page.getByRole('columnheader', { name: 'Skillnad' }).getByRole('button').click()
  await screen.shot('compare-table')
  await checkAccess(screen, 'the table')
  await page.setViewportSize({ width: 320, height: 640 })
  await checkLayout(screen, 'the table, 320 px')
  await page.locator('.sides-table').scrollIntoViewIfNeeded()
  await screen.shot('compare-table-320')
  await page.setViewportSize(laptop.viewport)

  await button('Kopiera eller hämta').click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Hämta som CSV-fil för Excel' }).click()])
  assert.equal(download.suggestedFilename(), 'Chefer och förtroendevalda.csv')
  const csv = readFileSync(await download.path(), 'utf8')
  assert.ok(csv.startsWith('\ufeffOrd;Chef;Förtroendevald;Övriga\r\nAlla som skrev;6;7;5\r\n'), csv)
  await button('Kopiera eller hämta').click()
  await page.getByRole('menuitem', { name: 'Kopiera som text' }).click()
  await page.getByText('Kopierat.').waitFor()
  const text = await page.evaluate(() => navigator.clipboard.readText())
  assert.match(text, /^Chefer och förtroendevalda\n[^]*närhet: Chef 0, Förtroendevald 7, Övriga 0\n/)

  // Shown to the room and on its big screen at once, and both are taken back at once.
  const stage = () => meeting.host.store.find('session', meeting.session).stage
  const shown = () => meeting.host.store.all('comparison')[0].shown === true
  await page.evaluate((hash) => (location.hash = hash), `#/process/${meeting.process}/session/${meeting.session}/run/compare`)
  await button('Visa på storbilden').click()
  await meeting.host.until(() => stage().screen === 'comparison' && shown(), 'it is on the big screen')
  await screen.shot('compare-run')
  await button('Ångra: Jämförelsen visas på storbilden').click()
  await meeting.host.until(() => stage().screen === 'round' && !shown(), 'both are taken back')
  await button('Ändra').click()
  await button('Ta bort jämförelsen').click()
  await meeting.host.until((store) => store.all('comparison').length === 0, 'it is gone')
  await page.getByRole('button', { name: /^Ångra: Jämförelsen/ }).click()
  await meeting.host.until((store) => store.all('comparison').length === 1, 'it is there again')
})

test('why a comparison is not told, and what to do', async (t) => {
  const { house, meeting, february, april } = await twoDays(t)
  await meeting.closeRound(april)
  const [both, one] = [uuid(), uuid()]
  const put = (id, base, title, rounds) => meeting.host.command('words.put', { id, base, title, rounds })
  const { seq } = await put(both, 0, 'Två dagar', [february, april])
  await put(one, 0, 'April', [april])
  for (const [title, list] of [['Dagarna', both], ['Bara april', one]]) await meeting.host.command('comparison.put', { id: uuid(), base: 0, title, list, by: 'role' })
  await told(meeting, 'Dagarna')
  await put(both, seq, 'Två dagar', [february])
  const screen = await house.hostScreen(meeting, 'värd', laptop, { dark: true })
  await screen.goto(`/host#/process/${meeting.process}/session/${meeting.session}/run/compare`)
  const { page } = screen
  await page.getByText('”Dagarna” jämför redan på samma sätt').waitFor()
  await screen.shot('compare-overlapping')
  await checkAccess(screen, 'one that overlaps another')
  await page.getByRole('combobox', { name: 'Jämförelse' }).selectOption('Dagarna')
  await page.getByText('Ska med igen').waitFor()
  await screen.shot('compare-changed')
  await checkAccess(screen, 'one that has changed')
  await page.getByRole('button', { name: 'Ställ tillbaka frågorna' }).click()
  await told(meeting, 'Dagarna')
  await page.getByRole('heading', { name: 'Både Chef och Förtroendevald' }).waitFor()
  await screen.shot('compare-dark')
  await page.getByRole('button', { name: 'Ny jämförelse' }).click()
  await page.getByLabel('Vad ska jämföras?').selectOption({ index: 0 })
  await screen.shot('compare-form-dark')
  await checkAccess(screen, 'a new one that would overlap')
})
