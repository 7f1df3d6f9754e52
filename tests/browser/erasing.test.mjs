// Erasing on the pages: a note, with what it is not; what is to be kept; the day from which a process may go; who took what home.
import assert from 'node:assert/strict'
import test from 'node:test'
import { putNote, Meeting } from '../integration/support/meeting.mjs'
import { checkAccess } from './support/axe.mjs'
import { House } from './support/house.mjs'
import { checkLayout } from './support/layout.mjs'
import { longWord } from './support/story.mjs'
import { laptop } from './support/screen.mjs'

async function check(screen, state) {
  const { page } = screen
  const size = page.viewportSize()
  await screen.shot(`erasing-${state}`)
  for (const colorScheme of ['dark', 'light']) {
    await page.emulateMedia({ colorScheme })
    await checkAccess(screen, `${state}, ${colorScheme}`)
  }
  await page.setViewportSize({ width: 320, height: 640 })
  await checkLayout(screen, `${state}, 320 px`)
  await screen.shot(`erasing-${state}-320`)
  await page.setViewportSize(size)
}

async function say(dialog) {
  await dialog.getByLabel('Varför?').fill('Den pekar ut någon')
  await dialog.getByLabel('Vem har beslutat, och när?').fill('Nämnden den 12 mars')
}

test('who leads erases a note, keeps what must be kept, and erases the process when its day has come', async (t) => {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server))
  const { host, process, session } = meeting
  const round = await meeting.addNotes()
  const [maj, ove] = await meeting.people(2)
  const { entity: note } = await putNote(maj, round, `Grannen Ömtålig och ${longWord} gjorde det`)
  await putNote(ove, round, 'Närhet')
  const screen = await house.hostScreen(meeting, 'värd', laptop)
  const { page } = screen
  await screen.goto(`/host#/process/${process}/session/${session}/run/notes`)

  const card = page.locator(`[data-note="${note.id}"]`)
  await card.getByRole('button', { name: /^Dölj/ }).click()
  await card.getByRole('button', { name: 'Radera …' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('Att dölja räcker oftast').waitFor()
  await dialog.getByRole('button', { name: 'Radera för gott' }).click()
  assert.equal(await dialog.getByText('Skriv något här.').count(), 2)
  await say(dialog)
  await check(screen, 'note')
  await dialog.getByRole('button', { name: 'Radera för gott' }).click()
  await card.waitFor({ state: 'detached' })
  await maj.until((store) => store.findOwn('note', note.id)?.erased, 'its author is told')

  await screen.goto(`/host#/process/${process}/settings`)
  const kept = page.getByRole('heading', { name: 'Det som ska bevaras' })
  await kept.waitFor()
  await page.getByLabel('Varför?').fill('Någon har begärt ut det')
  await page.getByRole('button', { name: 'Bevara', exact: true }).click()
  await page.getByText('Hela processen, sedan').waitFor()
  await page.getByLabel('Gallras från').fill('2021-02-12')
  await page.getByRole('button', { name: 'Spara', exact: true }).click()
  await page.getByText('så den kan inte raderas nu').waitFor()
  await kept.scrollIntoViewIfNeeded()
  await check(screen, 'settings')
  await page.getByRole('button', { name: 'Sluta bevara: Hela processen' }).click()
  await page.getByText('Ett tillfälle pågår').waitFor()
  await meeting.closeRound(round)
  await host.command('session.run', { id: session, state: 'ended' })

  await screen.goto(`/host#/process/${process}/downloads`)
  await page.getByText('Ingen har hämtat något än.').waitFor()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Hämta', exact: true }).click()])
  await file.path()
  await page.getByRole('region', { name: 'Hämtat hittills' }).getByText('Ordförande').waitFor()
  await check(screen, 'downloads')

  await page.getByRole('button', { name: 'Radera processen …' }).click()
  await say(dialog)
  await dialog.getByLabel('Skriv processens titel för att bekräfta').fill('En annan')
  await dialog.getByRole('button', { name: 'Radera för gott' }).click()
  await dialog.getByText('Det är inte processens titel.').waitFor()
  await check(screen, 'process')
  await dialog.getByLabel('Skriv processens titel för att bekräfta').fill('God och nära vård')
  await dialog.getByRole('button', { name: 'Radera för gott' }).click()
  await page.getByRole('heading', { name: 'Processer' }).waitFor()
  assert.equal(await host.closed, 4004)
})
