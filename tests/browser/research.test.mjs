// The page of researchers: what this account may read, its tables, whether all adds up, and taking it home.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Client, uuid } from '../integration/support/client.mjs'
import { addAccount, Meeting, putNote, putVote } from '../integration/support/meeting.mjs'
import { checkAccess } from './support/axe.mjs'
import { House } from './support/house.mjs'
import { checkLayout } from './support/layout.mjs'
import { laptop, phone } from './support/screen.mjs'

const question = 'Vad skulle göra störst skillnad för dem vi är till för?'

async function open(t) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server))
  const round = await meeting.addNotes({ question })
  const people = await meeting.people(6)
  for (const [i, one] of people.entries()) {
    if (i < 4) await one.command('participant.consent', { rev: 2, consent: true })
    await putNote(one, round, i < 4 ? `Att vi ringer innan vi skriver (${i + 1})` : `Utan samtycke ${i}`)
  }
  const ballot = await meeting.addBallot(['Närhet', 'Trygghet'], { budget: 1 })
  for (const one of people) await putVote(one, ballot.id, ballot.choices[0].id, 1)
  return { house, meeting, round }
}

async function asResearcher({ house, meeting }, name, kind, options) {
  const { cookie } = await addAccount(house.server, meeting.cookie, name, 'researcher')
  const screen = await (await house.screen(name, kind, options)).logIn(cookie)
  await screen.goto('/research')
  return screen
}

const table = ({ page }) => page.getByRole('region', { name: 'Lappar', exact: true })

test('a researcher reads the tables, sees that all adds up, and takes them home', async (t) => {
  const all = await open(t)
  const screen = await asResearcher(all, 'Forskare', laptop)
  const { page } = screen
  await page.getByRole('link', { name: /God och nära vård/ }).click()
  await page.getByRole('heading', { name: 'God och nära vård', level: 1 }).waitFor()
  await checkAccess(screen, 'before anything is read')
  await page.getByRole('button', { name: 'Läs in', exact: true }).press('Enter')
  await page.getByText('Allt stämmer.').waitFor()
  await table(screen).getByText('Att vi ringer innan vi skriver (4)').waitFor()
  assert.equal(await page.getByText('Utan samtycke').count(), 0, 'nobody is read who did not say yes')
  await screen.shot('research', { fullPage: true })
  await checkAccess(screen, 'the tables')
  await checkLayout(screen, 'the tables')

  await page.getByLabel('Sök i tabellen').fill('(2)')
  await page.getByText('1 av 4 rader').waitFor()
  await page.getByRole('button', { name: 'Visa alla' }).click()
  await page.getByText('4 rader', { exact: true }).waitFor()
  await page.getByLabel('Tabell', { exact: true }).selectOption({ label: 'Frågor (2)' })
  await page.getByRole('region', { name: 'Frågor', exact: true }).getByText(question).waitFor()
  const totals = page.getByRole('region', { name: 'Avstämning' }).getByRole('row').filter({ hasText: 'lappar' }).filter({ hasText: question })
  assert.deepEqual((await totals.getByRole('cell').allTextContents()).slice(-3), ['6', '4', '2'])

  // What was read stays where reading it again comes to nothing.
  screen.watch.expect(/net::ERR_FAILED/)
  await page.route('**/transcript/**', (asked) => asked.abort())
  await page.getByRole('button', { name: 'Läs in igen' }).click()
  await page.getByText('Servern svarade inte till slut. Kontrollera ditt nät och försök igen.').waitFor()
  await page.getByText('Allt stämmer.').waitFor()
  await page.unroute('**/transcript/**')

  await page.getByRole('radio', { name: 'Dokumentation' }).check()
  await page.getByRole('button', { name: 'Läs in', exact: true }).click()
  await table(screen).getByText('Utan samtycke 5').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Hämta', exact: true }).click()])
  assert.match(download.suggestedFilename(), /\.(zip|xlsx)$/)
  await page.getByText(/^Klart:/).waitFor()
  await page.emulateMedia({ colorScheme: 'dark' })
  await screen.shot('research-dark')
  await checkAccess(screen, 'in the dark')
  await page.setViewportSize({ width: 320, height: 640 })
  await checkLayout(screen, 'the tables, 320 px')
  await screen.shot('research-320', { fullPage: true })
})

test('who leads reads the documentation alone, and who may read nothing is told', async (t) => {
  const all = await open(t)
  const { house, meeting } = all
  const host = await (await house.screen('värd', phone)).logIn(meeting.cookie)
  await host.goto(`/research#/process/${meeting.process}`)
  await host.page.getByText('Forskningsmaterial läses av den som har fått rätten som forskare.').waitFor()
  assert.equal(await host.page.getByRole('radio', { name: 'Forskningsmaterial' }).isDisabled(), true)
  await host.page.getByRole('button', { name: 'Läs in', exact: true }).click()
  await table(host).getByText('Utan samtycke 4').waitFor()
  await host.shot('research-phone', { fullPage: true })
  await checkLayout(host, 'on a phone')

  await host.goto('/research#/process/00000000-0000-4000-8000-000000000000')
  await host.page.getByText('Den här processen finns inte, eller så har du inte rätt att läsa dess material.').waitFor()
  await host.page.getByRole('link', { name: 'Alla processer' }).click()
  await host.page.getByRole('link', { name: /God och nära vård/ }).waitFor()
  await host.shot('research-list')
  const stranger = await house.screen('främling', laptop)
  await stranger.goto('/research')
  await stranger.page.getByRole('textbox', { name: 'Lösenord' }).waitFor()
})

test('who was granted a study reads its material and nothing else', async (t) => {
  const { house, meeting, round } = await open(t)
  const { host, process } = meeting
  const study = uuid()
  await host.command('study.put', { id: study, base: 0, title: 'Samtal i lag', text: 'Får vi använda det du skriver?' })
  for (const [i, one] of (await meeting.people(3)).entries()) {
    await one.until((store) => store.find('study', study))
    const version = one.store.find('study', study).version ?? 1
    if (i < 2) await one.command('participant.consent', { rev: 1, consent: true, study, version })
    await putNote(one, round, i < 2 ? `Till studien ${i}` : 'Inte till studien')
  }
  const admin = await Client.open(house.server, { cookie: meeting.cookie })
  await admin.attend({ as: 'host' })
  const { id: account, cookie } = await addAccount(house.server, meeting.cookie, 'Läsaren', 'researcher')
  await admin.command('grant.put', { account, role: 'researcher', granted: false })
  await admin.command('grant.put', { account, role: 'researcher', process, study })
  await admin.close()

  const screen = await (await house.screen('läsaren', laptop)).logIn(cookie)
  await screen.goto('/host')
  await screen.page.getByRole('link', { name: /God och nära vård.*Du läser en studies material/ }).click()
  await screen.page.getByRole('radio', { name: /^Studiens material/ }).waitFor()
  assert.equal(await screen.page.getByRole('radio', { name: 'Dokumentation' }).count(), 0)
  await screen.page.getByRole('button', { name: 'Läs in', exact: true }).click()
  await table(screen).getByText('Till studien 1').waitFor()
  assert.equal(await screen.page.getByText('Inte till studien').count(), 0)
  await screen.page.getByRole('radio', { name: 'Studiens material: Samtal i lag' }).waitFor()
  await screen.shot('research-study', { fullPage: true })
  await checkAccess(screen, "a study's material")
  const [download] = await Promise.all([screen.page.waitForEvent('download'), screen.page.getByRole('button', { name: 'Hämta', exact: true }).click()])
  assert.match(download.suggestedFilename(), /\.xlsx$/)
})
