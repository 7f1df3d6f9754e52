// The big screen as the room reads it: few notes and many, large and at half size, in both themes; how long is left, how many
// are with us, and a result only once it is there. What the host's page shows of it stands still.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Meeting, putNote, putVote } from '../integration/support/meeting.mjs'
import { Display } from './support/display.mjs'
import { House } from './support/house.mjs'
import { layoutFaults } from './support/layout.mjs'
import { still } from './support/pass.mjs'
import { laptop, projector } from './support/screen.mjs'

const thoughts = [
  'Att den som behöver hjälp bara ska behöva berätta en gång',
  'Samma ingång oavsett var i länet man bor',
  'Trygghet i hela kedjan',
  'Mod att sluta med sådant som inte hjälper någon',
  'Vi ringer innan vi skriver en remiss',
  'Individen i centrum på riktigt',
  'Mindre stuprör',
  'Att elevhälsan är med från början',
  'Tillit mellan små och stora kommuner',
  'Förebygga mer, laga mindre',
  'Kunskapsstyrningsorganisationen ska märkas i vardagen',
]
const sizes = [[1920, 1080], [960, 540]]

async function shown(t, options) {
  const house = await House.open(t, options)
  const meeting = house.keep(await Meeting.open(house.server))
  const { token } = await meeting.host.command('display.add', { session: meeting.session })
  const openDisplay = async (name, more) => {
    const screen = await house.screen(name, projector, more)
    await screen.goto(`/display#token=${token}`)
    return screen
  }
  return { house, meeting, openDisplay }
}

async function write(meeting, people, round, count) {
  for (let i = 0; i < count; i++) await putNote(people[i % people.length], round, `${thoughts[i % thoughts.length]}${i < thoughts.length ? '' : ` (${i})`}`)
  await meeting.host.until((store) => store.notes(round).length === count, 'all notes')
}

// The notes' boxes and the sizes of their text, in pixels of a screen of 1920 × 1080.
function sheetsOn({ page }) {
  return page.evaluate(() => {
    const unit = innerHeight / 1080
    return [...document.querySelectorAll('.stage-sheet .note')].map((note) => {
      const { width, height, left, right, bottom } = note.getBoundingClientRect()
      const box = { width: width / unit, height: height / unit, left: left / unit, right: right / unit, bottom: bottom / unit }
      return { ...box, text: parseFloat(getComputedStyle(note).fontSize) / unit }
    })
  })
}

async function lookAt(screens, what, check) {
  for (const screen of screens)
    for (const [width, height] of sizes) {
      await screen.page.setViewportSize({ width, height })
      await still(screen)
      await screen.shot(`wall-${what}-${screen.dark ? 'dark' : 'light'}-${width}`)
      assert.deepEqual(await layoutFaults(screen), [], `${what}, ${width}`)
      await check(screen, `${what}, ${width}`)
    }
}

test('one note, three and three hundred stand well at full and at half size, light and dark', async (t) => {
  const { meeting, openDisplay } = await shown(t)
  const people = await meeting.people(31)
  const round = await meeting.addNotes({ question: 'Vad vill ni uppnå tillsammans?', deadline: Date.now() + 7 * 60_000 })
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'round', round })
  const screens = [await openDisplay('storbild'), await openDisplay('mörk storbild', { dark: true })]
  let there = 0
  const until = async (count) => {
    for (; there < count; there++) {
      const n = there
      await putNote(people[n % people.length], round, `${thoughts[n % thoughts.length]}${n < thoughts.length ? '' : ` (${n})`}`)
    }
    for (const { page } of screens) await page.getByText(count === 1 ? '1 lapp' : new RegExp(`^${count} lappar`)).first().waitFor()
  }
  for (const [count, least] of [[1, 80], [2, 72], [3, 64], [5, 52], [300, 34]]) {
    await until(count)
    await lookAt(screens, `${count}`, async (screen, where) => {
      const sheets = await sheetsOn(screen)
      assert.equal(sheets.length, Math.min(count, 12), where)
      for (const { width, height, text, right, bottom } of sheets) {
        assert.ok(width >= height, `${where}: a sheet and not a wall of colour: ${Math.round(width)} × ${Math.round(height)}`)
        assert.ok(text >= least - 0.5, `${where}: text of ${text}`)
        assert.ok(right <= 1841 && bottom <= 960, `${where}: inside of the margins`)
      }
      await screen.page.getByText('7 min kvar').waitFor()
      await screen.page.getByText('31 med', { exact: true }).waitFor()
    })
  }
  await meeting.closeRound(round)
  for (const { page } of screens) await page.getByText('Stängt för svar', { exact: true }).waitFor()
  await lookAt(screens, 'closed', async ({ page }) => assert.equal(await page.getByText(/kvar/).count(), 0))
})

test('the small picture on the host\'s page stands still on the first page and says how many there are', async (t) => {
  const { house, meeting, openDisplay } = await shown(t)
  const round = await meeting.addNotes()
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'round', round })
  await write(meeting, await meeting.people(6), round, 40)
  const host = await house.hostScreen(meeting, 'värd', laptop)
  await host.page.clock.install()
  await host.goto(`/host#/process/${meeting.process}/session/${meeting.session}/run`)
  const picture = host.page.locator('.room-stage')
  await picture.getByText('40 lappar · 4 sidor').waitFor()
  const before = await picture.locator('.note-text').allTextContents()
  const screen = await openDisplay('storbild')
  const display = new Display(screen)
  await screen.page.getByText('40 lappar · sida 1 av 4').waitFor()
  assert.deepEqual(before, await screen.page.locator('.note-text').allTextContents(), 'the same first page')
  await display.turn()
  await screen.page.getByText('sida 2 av 4').waitFor()
  await host.page.clock.runFor(60_000)
  assert.deepEqual(await picture.locator('.note-text').allTextContents(), before, 'a minute later')
  await picture.getByText('40 lappar · 4 sidor').waitFor()
})

test('the result of a vote is shown once it is closed and not before', async (t) => {
  const { meeting, openDisplay } = await shown(t)
  const people = await meeting.people(31)
  const { id, choices } = await meeting.addBallot(['Närhet', 'Samverkan', 'Trygghet', 'Individen i centrum', 'Enkelhet', 'Tillit mellan små och stora kommuner'], {
    question: 'Vilka ord ska bära vårt arbete?',
    result: 'hidden',
    deadline: Date.now() + 3 * 60_000,
  })
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'round', round: id })
  const screens = [await openDisplay('storbild'), await openDisplay('mörk storbild', { dark: true })]
  for (const [i, person] of people.entries()) await putVote(person, id, choices[(i * i) % 5].id, 1 + (i % 4))
  for (const { page } of screens) await page.getByText('31 av 31 har röstat').or(page.getByText('Alla har röstat')).first().waitFor()
  await lookAt(screens, 'ballot', async ({ page }) => {
    assert.equal(await page.getByRole('table').count(), 0, 'no figures yet')
    await page.getByText(/Resultatet visas när omröstningen avslutas/).waitFor()
    await page.getByText('3 min kvar').waitFor()
  })
  await meeting.closeRound(id)
  await lookAt(screens, 'result', async ({ page }) => {
    assert.equal(await page.getByRole('row').count(), choices.length)
    await page.getByText(/röster av 31 personer/).waitFor()
  })
})
