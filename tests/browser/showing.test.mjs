// What a room has made goes onto the big screen from the page and from the remote: the groups' walls, themes, words side by side;
// each is taken back, and the display and every phone follow, also when it is taken away while it is shown.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Meeting } from '../integration/support/meeting.mjs'
import { uuid } from '../integration/support/client.mjs'
import { checkAccess } from './support/axe.mjs'
import { Display } from './support/display.mjs'
import { Host } from './support/host.mjs'
import { House } from './support/house.mjs'
import { checkLayoutAt } from './support/layout.mjs'
import { putComparison, putThemes, putWalls } from './support/made.mjs'
import { Phone } from './support/phone.mjs'
import { Remote } from './support/remote.mjs'
import { laptop, phone, projector } from './support/screen.mjs'

const roles = ['Chef', 'Förtroendevald'].map((name) => ({ id: uuid(), name }))
const words = [['Trygghet', 'Effektivitet', 'Samverkan'], ['Trygghet', 'Närhet', 'Demokrati']]

async function open(t) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server, { about: { roles } }))
  const people = await meeting.people(12)
  const round = await putWalls(meeting, people)
  const board = await putThemes(meeting, round)
  const { comparison } = await putComparison(meeting, people, roles, words)
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'round', round })
  const path = `/host#/process/${meeting.process}/session/${meeting.session}`
  const host = new Host(await house.hostScreen(meeting, 'värd', laptop))
  await host.screen.goto(`${path}/run`)
  const remote = new Remote(await house.hostScreen(meeting, 'fjärrkontroll', phone))
  await remote.screen.goto(`${path}/remote`)
  const display = new Display(await house.screen('storbild', projector))
  await display.screen.goto(`/display#token=${(await meeting.host.command('display.add', { session: meeting.session })).token}`)
  const own = new Phone(await house.screen('telefon', phone))
  await own.joinByLink(meeting.link.secret)
  await own.introduce({ role: 'Chef' })
  await own.page.getByRole('link', { name: 'Storbilden' }).click()
  return { house, meeting, round, board, comparison, host, remote, display, own }
}

const stageIs = ({ meeting }, wanted) =>
  meeting.host.until((store) => {
    const { stage } = store.find('session', meeting.session)
    return Object.entries(wanted).every(([name, value]) => stage[name] === value)
  }, JSON.stringify(wanted))

test('walls, themes and words side by side go onto the big screen, and come off it', async (t) => {
  const all = await open(t)
  const { house, round, board, comparison, host, remote, display, own } = all

  // The remote: all walls, one group's, back by undo.
  await remote.button('Storbilden').click()
  await remote.button('Mer …').click()
  await remote.screen.shot('showing-remote-more')
  await remote.press('Gruppernas väggar …')
  await remote.press('Alla väggar')
  await display.page.getByText('Grupp 3').first().waitFor()
  await stageIs(all, { screen: 'walls', round, group: undefined })
  await remote.press('Grupp 2')
  await display.page.getByText('Grupp 3').first().waitFor({ state: 'detached' })
  await remote.screen.shot('showing-remote-walls')
  await checkAccess(remote.screen, 'walls')
  await checkLayoutAt(remote.screen, [[360, 740], [320, 568]], 'walls', { leastTarget: 44 })
  await remote.button('Ångra: Storbilden är bytt').click()
  await display.page.getByText('Grupp 3').first().waitFor()
  await remote.button('Tillbaka').click()
  await remote.press('Teman …')
  await remote.press('Alla teman')
  await display.title('Det vi vill')
  await stageIs(all, { screen: 'themes', board: board.id, theme: undefined })
  await remote.press('Mod')
  await display.title('Mod')

  // The page: the same, behind "more".
  const choice = host.page.getByRole('group', { name: 'Visa på storbilden' })
  const choose = async (name) => {
    await host.rest()
    await choice.getByRole('button', { name, exact: true }).click()
  }
  await choose('Mer …')
  await choose('Gruppernas väggar …')
  await choose('Grupp 1')
  await stageIs(all, { screen: 'walls', round })
  await host.screen.shot('showing-host')
  await choose('Jämförelsen')
  await display.title('Chefer och förtroendevalda')
  await stageIs(all, { screen: 'comparison', comparison })
  await checkAccess(host.screen, 'a comparison')

  // On the display and the phone: what both wrote, and what only one did.
  await display.page.getByRole('heading', { name: 'Både Chef och Förtroendevald' }).waitFor()
  await display.page.getByText('Orden efter roll').waitFor()
  for (const word of words.flat()) await display.page.getByRole('rowheader', { name: word }).waitFor()
  await display.screen.shot('showing-comparison')
  await checkAccess(display.screen, 'a comparison')
  await own.page.getByRole('heading', { name: 'Chefer och förtroendevalda', level: 1 }).waitFor()
  await own.page.getByRole('heading', { name: 'Bara Chef', level: 2 }).waitFor()
  await own.page.getByText('Som tabell').click()
  await own.page.getByRole('button', { name: /^Skillnad/ }).waitFor()
  await own.screen.shot('showing-comparison-phone')
  await checkAccess(own.screen, 'a comparison')
  await checkLayoutAt(own.screen, [[360, 740], [320, 568]], 'a comparison')

  await nothingTold(all)
  await takenAway(all)
  house.check()
})

// Where too few wrote there is nothing to see, and that is said.
async function nothingTold({ meeting, comparison, display, own }) {
  const { host, session } = meeting
  const empty = await meeting.addNotes({ question: 'Något mer?' })
  await meeting.closeRound(empty)
  const [list, few] = [uuid(), uuid()]
  await host.command('words.put', { id: list, base: 0, title: 'Ord', rounds: [empty], shown: true })
  const { seq } = await host.command('comparison.put', { id: few, base: 0, title: 'För få', list, by: 'role', shown: true })
  await host.command('session.stage', { id: session, screen: 'comparison', comparison: few })
  await display.title('För få')
  for (const { page } of [display, own]) await page.getByText('Färre än fem har skrivit.').waitFor()
  await host.command('comparison.put', { id: few, base: seq, title: 'För få', list, by: 'role', removed: true })
  await host.command('session.stage', { id: session, screen: 'comparison', comparison })
  await display.title('Chefer och förtroendevalda')
}

// What is no longer shown to all is on no screen, and every phone says what it waits for.
async function takenAway(all) {
  const { meeting: { host }, comparison, display, own, remote } = all
  const { seq, title, list, by } = host.store.find('comparison', comparison)
  await host.command('comparison.put', { id: comparison, base: seq, title, list, by, shown: false })
  await own.page.getByText('Jämförelsen kommer hit när den visas för alla.').waitFor()
  await display.page.getByRole('heading', { name: 'Både Chef och Förtroendevald' }).waitFor({ state: 'detached' })
  for (const { page } of [all.host, remote]) await page.getByText('Jämförelsen är vald, men den visas inte för alla just nu.').waitFor()
  await own.screen.shot('showing-comparison-away')
  await remote.screen.shot('showing-remote-away')
  await remote.button('Tillbaka').click()
  await remote.button('Gruppernas väggar …').waitFor()
  assert.equal(await remote.button('Jämförelsen').count(), 0)
}
