// The phone as remote: it comes by a code that works once, leads what the laptop leads and the display shows, and all agree.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Client, uuid } from '../integration/support/client.mjs'
import { cookieOf, post } from '../integration/support/http.mjs'
import { password, putNote } from '../integration/support/meeting.mjs'
import { checkAccess } from './support/axe.mjs'
import { forcedFaults } from './support/forced.mjs'
import { House } from './support/house.mjs'
import { Keyboard } from './support/keyboard.mjs'
import { checkLayoutAt } from './support/layout.mjs'
import { Remote } from './support/remote.mjs'
import { laptop, phone, projector } from './support/screen.mjs'
import { Story } from './support/story.mjs'

const TEN_MINUTES = 10 * 60_000
const sizes = [[360, 740], [320, 568], [740, 360], [320, 256], [768, 1024]]
const cue = 'Två tysta minuter innan någon skriver.'

async function open(t) {
  const house = await House.open(t)
  const story = await Story.open(house)
  const { host, session } = story.meeting
  const { seq, title, minutes, position } = host.store.find('item', story.items[2])
  await host.command('item.put', { id: story.items[2], base: seq, session, form: 'round', title, minutes, position, cue })
  const screen = await house.screen('laptop', laptop)
  await story.logIn(screen)
  await screen.goto(story.hostPath)
  return { house, story, screen }
}

// The address that the laptop's code has.
async function newCode({ page }) {
  await page.getByRole('button', { name: 'Telefonen som fjärrkontroll', exact: true }).click()
  return codeOf(page)
}

async function codeOf(page) {
  await page.getByRole('img', { name: 'QR-kod som öppnar fjärrkontrollen' }).waitFor()
  const link = await page.getByLabel('Länk till fjärrkontrollen').inputValue()
  return { path: link.replace(new URL(link).origin, ''), secret: new URL(link).hash.match(/remote=(\w{32})/)[1] }
}

async function come(house, name, path, options) {
  const remote = new Remote(await house.screen(name, phone, options))
  await remote.screen.goto(path)
  await remote.dock.waitFor()
  return remote
}

test('a code makes a phone the remote once, within ten minutes, and its secret stays nowhere', async (t) => {
  const { house, story, screen } = await open(t)
  const { page } = screen
  const { path, secret } = await newCode(screen)
  await checkAccess(screen, 'the code')
  const urls = []
  const remote = new Remote(await house.screen('telefon', phone))
  remote.page.on('request', async (request) => urls.push(request.url(), (await request.allHeaders()).referer ?? ''))
  await remote.screen.goto(path)
  await remote.dock.waitFor()
  await page.getByText('Koden är använd').waitFor()
  assert.equal(new URL(remote.page.url()).hash, `#/process/${story.meeting.process}/session/${story.meeting.session}/remote`)
  assert.deepEqual(urls.filter((url) => url.includes(secret)), [])
  const kept = await remote.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, performance.getEntriesByType('navigation').map(({ name }) => name)]))
  assert.ok(!kept.includes(secret), kept)

  const second = await house.screen('en annans telefon', phone)
  second.watch.expect(/status of 403/)
  await second.goto(path)
  await second.page.getByRole('heading', { name: 'Koden gäller inte längre' }).waitFor()
  assert.ok(!second.page.url().includes(secret))
  await checkAccess(second, 'a code that was used')
  await second.page.getByRole('button', { name: 'Logga in med namn och lösenord' }).click()
  await second.page.getByText('rikta kameran mot koden').waitFor()

  // Who has come by it sees the way on.
  remote.screen.watch.expect(/status of 403/)
  await remote.page.goto('about:blank')
  await remote.screen.goto(path)
  await remote.page.getByRole('button', { name: 'Öppna fjärrkontrollen' }).click()
  await remote.dock.waitFor()

  await page.getByRole('button', { name: 'Gör en ny kod' }).click()
  assert.notEqual((await codeOf(page)).secret, secret)
  await page.clock.setFixedTime(Date.now() + TEN_MINUTES)
  await page.getByText('Koden är för gammal').waitFor()
  house.check()
})

test('a phone leads, and the laptop, the display and another phone agree', async (t) => {
  const { house, story, screen } = await open(t)
  const { meeting, round } = story
  const first = await come(house, 'telefon', (await newCode(screen)).path, { canGoOffline: true })
  await screen.page.getByRole('button', { name: 'Gör en ny kod' }).click()
  const second = await come(house, 'annan telefon', (await codeOf(screen.page)).path)
  await screen.page.keyboard.press('Escape')
  const display = await house.screen('storbild', projector)
  await display.goto(`/display#token=${(await meeting.host.command('display.add', { session: meeting.session })).token}`)
  const onDisplay = (name) => display.page.getByRole('heading', { name, level: 1 }).waitFor()
  const bar = screen.page.getByRole('region', { name: 'Det som pågår' })
  const now = (seen) => meeting.host.until((store) => seen(store.find('round', round), store.find('session', meeting.session)), 'it is so')

  await checkAccess(first.screen, 'planned')
  await first.press('Börja')
  await first.next('Föreläsning: goda exempel från hela landet')
  await onDisplay('Föreläsning: goda exempel från hela landet')

  // A press too many leads no further, and opens nothing but what was pressed.
  await first.rest()
  await first.button('Nästa').dblclick()
  await first.isOn(/Vad vill ni uppnå tillsammans/)
  await first.page.getByText(cue).waitFor()
  await first.rest()
  await first.button('Öppna frågan').dblclick()
  await first.button('Stäng för svar').waitFor()
  await onDisplay(/Vad vill ni uppnå tillsammans/)
  assert.equal(await now(({ state, revealed }) => state === 'open' && !revealed), true)
  assert.ok(!(await display.page.content()).includes(cue))

  const [person] = await meeting.people(1)
  await putNote(person, round, 'Närhet')
  await first.page.getByText('1 lapp', { exact: true }).waitFor()
  await second.press('Stäng om 5 min')
  await first.page.getByText('5 min kvar').first().waitFor()
  await first.press('+1 min')
  await second.page.getByText('6 min kvar').first().waitFor()
  await checkLayoutAt(first.screen, sizes, 'open', { leastTarget: 44 })
  await checkAccess(first.screen, 'open')
  await first.page.emulateMedia({ forcedColors: 'active' })
  assert.deepEqual(await forcedFaults(first.screen), [])
  await first.page.emulateMedia({ forcedColors: 'none' })

  // Both at once: it is shown once, and whoever shows it can take it back.
  await first.rest()
  const buttons = await Promise.all([first, second].map((remote) => remote.button('Visa svaren för alla').elementHandle()))
  await Promise.all(buttons.map((button) => button.evaluate((element) => element.click())))
  for (const { page } of [first, second]) await page.getByRole('button', { name: 'Dölj svaren igen' }).waitFor()
  await bar.getByRole('button', { name: 'Dölj svaren igen' }).waitFor()
  await display.page.getByText('Närhet').waitFor()
  await first.button('Ångra: Svaren visas för alla').click()
  for (const { page } of [first, second]) await page.getByRole('button', { name: 'Visa svaren för alla' }).waitFor()

  // What the room sees.
  await second.button('Storbilden').click()
  await second.press('Släckt')
  await now((_, { stage }) => stage.screen === 'blank')
  await second.press('Släckt')
  await now((_, { stage }) => stage.screen === 'round')
  await second.button('Mer …').click()
  await second.press('Nästa steg')
  await onDisplay('Nästa steg')
  await checkLayoutAt(second.screen, sizes.slice(0, 2), 'lists', { leastTarget: 44 })
  await second.button('Tillbaka').click()
  await second.press('Frågan')
  await onDisplay(/Vad vill ni uppnå tillsammans/)

  // A phone that was away has what happened meanwhile, and what it was doing.
  await first.screen.goOffline()
  await first.page.getByText('Ingen kontakt', { exact: true }).waitFor()
  assert.ok(await first.button('Nästa').isDisabled())
  await checkAccess(first.screen, 'offline')
  await second.button('Tillbaka').click()
  await second.press('Stäng för svar')
  await second.press('Stäng genast')
  await bar.getByRole('button', { name: 'Öppna igen' }).waitFor()
  await first.screen.goOnline()
  await first.button('Öppna igen').waitFor()
  first.screen.isBack()

  await steering(house, story, first)
  await new Keyboard(second.page).button('Nästa')
  for (const remote of [first, second]) await remote.isOn('Paus')
  await first.press('+5 min')
  await second.page.getByText('0 av 20 min').waitFor()
  await toTheEnd(story, first, second, display)
  house.check()
})

// Somebody else takes the steering: it is said, nothing is left to be refused, and one press takes it back.
async function steering(house, { meeting }, remote) {
  const office = house.keep(await Client.open(house.server, { cookie: meeting.cookie }))
  await office.attend({ as: 'host' })
  const account = uuid()
  const { secret: token } = await office.command('account.add', { id: account, name: 'Robin', role: 'facilitator' })
  const robin = house.keep(await Client.open(house.server, { cookie: cookieOf(await post(house.server, '/invite', { token, password })) }))
  await robin.attend({ as: 'host', process: meeting.process })
  await robin.command('session.steer', { id: meeting.session, account, name: 'Robin' })
  await remote.dock.getByText('Robin styr storbilden.').waitFor()
  assert.ok(await remote.button('Nästa').isDisabled())
  await checkAccess(remote.screen, 'somebody else steers')
  await remote.press('Ta över styrningen')
  await robin.until((store) => store.find('session', meeting.session).steered_by === meeting.account, 'it was taken')
  await remote.button('Ångra: Du styr storbilden').waitFor()
  assert.ok(await remote.button('Nästa').isEnabled())
}

// The end is asked for; taken back by the other phone; and the remote is left.
async function toTheEnd(story, first, second, display) {
  await story.stage('item', { item: story.items.at(-1) })
  await first.isOn('Utcheckning')
  await first.press('Avsluta')
  await first.press('Nej, fortsätt')
  await first.press('Avsluta')
  await first.press('Ja, avsluta')
  await second.button('Gå tillbaka till tillfället').waitFor()
  await checkAccess(second.screen, 'ended')
  await second.press('Gå tillbaka till tillfället')
  await first.button('Avsluta').waitFor()
  await display.page.getByRole('heading', { level: 1 }).waitFor()
  await first.page.getByText('Mer', { exact: true }).click()
  await checkAccess(first.screen, 'more')
  await first.page.getByRole('button', { name: 'Logga ut telefonen' }).click()
  await first.page.getByText('rikta kameran mot koden').waitFor()
  await second.button('Avsluta').waitFor()
}
