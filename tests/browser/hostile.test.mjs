// Whoever writes may write anything, and so may whoever leads: through every text that there is, nothing runs, and all of it
// is shown as the text that it is.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Meeting, profile, putNote } from '../integration/support/meeting.mjs'
import { uuid } from '../integration/support/client.mjs'
import { House } from './support/house.mjs'
import { laptop, phone, projector } from './support/screen.mjs'
import { still } from './support/pass.mjs'

const attacks = [
  '<img src=x onerror="hit()">',
  '<script>hit()</script>',
  '"><svg onload=hit()>',
  "'-hit()-'",
  'javascript:hit()',
  '{{hit()}} ${hit()}',
  '</title></textarea><iframe srcdoc="<script>parent.hit()</script>">',
  '<a href="javascript:hit()" style="position:fixed;inset:0">x</a>',
]
let next = 0
const attack = (name) => `${name} ${attacks[next++ % attacks.length]}`

// Every text of a meeting, each with one of the attacks.
async function fill(meeting) {
  const { host } = meeting
  const process = host.store.find('process', meeting.process)
  const named = (name) => ({ id: uuid(), name: attack(name) })
  const roles = [named('Roll')]
  const organisations = [{ ...named('Organisation'), type: attack('Sort') }]
  const research = attack('Forskning')
  const about = profile({ title: attack('Process'), roles, levels: [named('Nivå')], organisations, asks_name: true, asks_organisation: true, asks_consent: true, research })
  await host.command('process.put', { base: process.seq, profile: about })
  const session = host.store.find('session', meeting.session)
  await host.command('session.put', { id: meeting.session, base: session.seq, title: attack('Tillfälle'), tables: [named('Bord')] })
  const item = uuid()
  await host.command('item.put', { id: item, base: 0, session: meeting.session, form: 'round', title: attack('Punkt'), about: attack('Om'), position: 10 })
  const other = uuid()
  await host.command('item.put', { id: other, base: 0, session: meeting.session, form: 'lecture', title: attack('Föreläsning'), about: attack('Om'), position: 20 })
  return { item, other, role: roles[0].id }
}

// The texts that are not to be read on the page, where it says that new answers have come after those too.
async function missing({ page }, said) {
  const fresh = page.getByRole('button', { name: /\d+ (nytt|nya) svar$/ })
  if (await fresh.count()) await fresh.click()
  const shown = (await page.locator('body').textContent()).replace(/\s+/g, ' ')
  return said.filter((text) => !shown.includes(text))
}

// What was to run did not, no element came of a text, and the whole of it can be read.
async function check(screen, where, said) {
  const { page } = screen
  await still(screen)
  for (let tries = 0; tries < 50 && (await missing(screen, said)).length > 0; tries++) await page.waitForTimeout(200)
  assert.deepEqual(await missing(screen, said), [], `${screen.name}, ${where}: is not shown as it was written`)
  const found = await page.evaluate(() => ({
    hits: globalThis.hits ?? 0,
    made: document.querySelectorAll('iframe, script:not([src]), [onerror], [onload], [onclick], img, a[href^="javascript:" i]').length,
  }))
  assert.deepEqual(found, { hits: 0, made: 0 }, `${screen.name}, ${where}`)
}

test('nothing that somebody writes runs on any page', async (t) => {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server))
  const { host } = meeting
  const { item, other, role } = await fill(meeting)
  const stage = (screen, more) => host.command('session.stage', { id: meeting.session, screen, ...more })
  await stage('item', { item: other })

  const screens = { host: await house.hostScreen(meeting, 'värd', laptop), display: await house.screen('storbild', projector), phone: await house.screen('telefon', phone) }
  for (const { context } of Object.values(screens)) await context.addInitScript(() => (globalThis.hit = () => (globalThis.hits = (globalThis.hits ?? 0) + 1)))
  const plan = `/host#/process/${meeting.process}/session/${meeting.session}`
  await screens.host.goto(`${plan}/run`)
  const { token } = await host.command('display.add', { session: meeting.session })
  await screens.display.goto(`/display#token=${token}`)
  await screens.phone.goto(`/j/#${meeting.link.secret}`)
  const everywhere = async (where, said) => {
    for (const [kind, texts] of Object.entries(said)) await check(screens[kind], where, texts)
  }
  const process = host.store.find('process', meeting.process).profile
  const lecture = host.store.find('item', other)
  await everywhere('welcome', { phone: [process.roles[0].name, process.levels[0].name, process.organisations[0].name], host: [lecture.title], display: [lecture.title] })
  await screens.phone.page.getByLabel('Namn').fill(attack('Namn').slice(0, 80))
  await screens.phone.page.getByRole('button', { name: 'Fortsätt' }).click()
  await everywhere('item', { phone: [lecture.title, lecture.about] })

  const question = attack('Fråga')
  const round = await meeting.addNotes({ question, helper: attack('Hjälp'), item, authorship: 'named' })
  await stage('round', { item, round })
  const person = await meeting.person({ name: attack('Deltagare').slice(0, 80), role })
  const notes = attacks.map((text) => `Lapp ${text}`)
  for (const text of notes) await putNote(person, round, text)
  await screens.phone.page.getByLabel('Din lapp').fill(notes[0])
  await screens.phone.page.getByRole('button', { name: 'Sätt upp lappen' }).click()
  await host.until((store) => store.notes(round).length === notes.length + 1, 'the notes')
  await everywhere('notes', { host: [question, ...notes], phone: [question, ...notes], display: [question, ...notes] })
  const own = host.store.notes(round).find(({ text, name: by }) => text === notes[0] && by !== person.name && !by?.startsWith('Deltagare'))
  const reason = attack('Orsak')
  await host.command('note.hide', { id: own.id, reason })
  await everywhere('hidden', { phone: [reason], host: [reason] })
  await meeting.closeRound(round)

  const list = uuid()
  const title = attack('Ord')
  await host.command('words.put', { id: list, base: 0, title, rounds: [round], shown: true })
  const { words } = await host.until((store) => store.find('words', list)?.words?.length > 0 && store.find('words', list), 'the words')
  const label = attack('Etikett').slice(0, 80)
  await host.command('word.rename', { list, base: host.store.find('words', list).seq, word: words[0].word, label })
  await stage('words', { item, list })
  await everywhere('words', { phone: [title, label], display: [title, label] })
  await screens.host.goto(`${plan}/run/words`)
  await check(screens.host, 'words', [label])

  const choices = attacks.map((text) => `Val ${text}`)
  const ballot = await meeting.addBallot(choices, { question: attack('Omröstning'), result: 'open' })
  await stage('round', { item, round: ballot.id })
  await everywhere('ballot', { phone: choices, display: [] })
  await meeting.closeRound(ballot.id)
  await everywhere('result', { phone: choices, display: choices.slice(0, 2) })
  await screens.phone.page.evaluate(() => (location.hash = '#/forskning'))
  await check(screens.phone, 'research', [process.research])
  for (const path of ['/host#/', `/host#/process/${meeting.process}`, plan, `${plan}/invitation`, `${plan}/cards`]) {
    await screens.host.goto(path)
    await check(screens.host, path.replace(/[0-9a-f-]{36}/g, 'ID'), [])
  }
})

test('a link or an address that was made up does nothing but say so', async (t) => {
  const house = await House.open(t)
  const screen = await house.screen('telefon', phone)
  screen.watch.expect(/status of 4\d\d/)
  await screen.context.addInitScript(() => (globalThis.hit = () => (globalThis.hits = (globalThis.hits ?? 0) + 1)))
  const fragment = encodeURIComponent('<img src=x onerror=hit()>')
  for (const path of [`/j/#${fragment}`, `/j/${fragment}`, `/#/fraga/${fragment}`, `/host#invite=${fragment}`, `/host#/process/${fragment}`, `/display#token=${fragment}`, '/host#/javascript:hit()']) {
    await screen.goto('about:blank')
    await screen.page.goto(path)
    await check(screen, path, [])
  }
})
