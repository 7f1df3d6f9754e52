// A day that two lead: how it keeps its programme and what they change of it, what they have to remember, and who of them
// steers the big screen, also when that one goes home.
import assert from 'node:assert/strict'
import test from 'node:test'
import { Client, uuid } from '../integration/support/client.mjs'
import { cookieOf, post } from '../integration/support/http.mjs'
import { Meeting, password } from '../integration/support/meeting.mjs'
import { checkAccess } from './support/axe.mjs'
import { Display } from './support/display.mjs'
import { Host } from './support/host.mjs'
import { House } from './support/house.mjs'
import { laptop, projector } from './support/screen.mjs'

const MINUTE = 60_000
const programme = [['checkin', 'Incheckning', 15], ['lecture', 'Föreläsning', 20], ['film', 'Film', 10], ['talk', 'Samtal', 20], ['checkout', 'Utcheckning', 10]]

// A session that is live and seven minutes late, on the page of who made it, and on a display; and a colleague's log-in.
async function lateDay(t) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server, { session: { title: 'Träff', live: false } }))
  const { host, session, process } = meeting
  const items = []
  for (const [i, [form, title, minutes]] of programme.entries()) {
    items.push(uuid())
    await host.command('item.put', { id: items[i], base: 0, session, form, title, minutes, position: (i + 1) * 10 })
  }
  const starts = Date.now() - 15 * MINUTE - 7.5 * MINUTE
  await host.command('session.put', { id: session, base: host.store.find('session', session).seq, title: 'Träff', starts, minutes: 75 })
  await host.command('session.run', { id: session, state: 'live' })
  for (const item of items.slice(0, 2)) await host.command('session.stage', { id: session, screen: 'item', item })
  const lobby = house.keep(await Client.open(house.server, { cookie: meeting.cookie }))
  await lobby.attend({ as: 'host' })
  const { secret } = await lobby.command('account.add', { id: uuid(), name: 'Bo Ask', role: 'facilitator' })
  const colleague = cookieOf(await post(house.server, '/invite', { token: secret, password }))
  const open = async (name, cookie) => {
    const screen = await (await house.screen(name, laptop)).logIn(cookie)
    await screen.goto(`/host#/process/${process}/session/${session}/run`)
    const page = new Host(screen)
    await page.isOn('Föreläsning')
    return page
  }
  const { token } = await host.command('display.add', { session })
  const big = await house.screen('storbild', projector)
  await big.goto(`/display#token=${token}`)
  return { house, meeting, items, own: await open('Ordförande', meeting.cookie), openColleague: () => open('Bo', colleague), display: new Display(big) }
}

const row = (host, title) => host.programme.getByRole('button', { name: new RegExp(`^${title}`) })
const item = ({ host }, id) => host.store.find('item', id)

async function keepsTheTime({ meeting, items, own }) {
  const { page } = own
  const pace = own.programme.getByText('7 min efter planen')
  await pace.waitFor()
  await pace.click()
  await own.programme.getByText('Slut i den här takten').waitFor()
  assert.equal(await page.getByRole('status').getByText('7 min efter planen').count(), 0, 'it says nothing by itself')
  await page.keyboard.press('t')
  await page.getByRole('status').getByText(/^Klockan är .* 7 min efter planen\. Föreläsning · \d av 20 min\./).waitFor()
  await page.getByRole('main').getByText(/^Planerat .* Började .* av 20 min$/).waitFor()
  await row(own, 'Film').getByText(/^ca /).waitFor()

  await own.button('+5 min: Föreläsning').click()
  await meeting.host.until(() => item(meeting, items[1]).minutes === 25, 'five more minutes')
  await page.getByRole('main').getByText(/av 25 min$/).waitFor()
  await own.button('Ångra: Föreläsning: 25 min').click()
  await meeting.host.until(() => item(meeting, items[1]).minutes === 20, 'as many as before')
}

async function skipsAndMoves({ meeting, items, own, display }) {
  const { page, bar } = own
  await row(own, 'Film').click()
  await own.button('Hoppa över: Film').click()
  await row(own, 'Film').getByText('Hoppas över').waitFor()
  await bar.getByText('Härnäst: Samtal').waitFor()
  await bar.getByRole('button', { name: 'Ångra: Film hoppas över' }).click()
  await bar.getByText('Härnäst: Film').waitFor()
  await own.rest()
  await own.button('Hoppa över: Film').click()
  await bar.getByText('Härnäst: Samtal').waitFor()

  await own.button('Ändra programmet').click()
  await own.button('Flytta ned Samtal').click()
  const order = async (wanted) => meeting.host.until((store) => {
    const put = items.map((id) => store.find('item', id)).sort((a, b) => a.position - b.position)
    return put.map(({ title }) => title).join() === wanted.join()
  }, wanted.join())
  await order(['Incheckning', 'Föreläsning', 'Film', 'Utcheckning', 'Samtal'])
  await own.rest() // (its own page has drawn it, too)
  await page.locator(`#item-${items[3]}`).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await order(['Incheckning', 'Föreläsning', 'Film', 'Samtal', 'Utcheckning'])
  await checkAccess(own.screen, 'changing the programme')
  await own.screen.shot('agenda-change')
  await own.button('Klar med ändringarna').click()
  await own.button('Tillbaka till det som pågår').click()

  await own.button('Skriv stödord').click()
  await page.getByLabel('Stödord till Föreläsning').fill('Be om en fråga från varje bord')
  await own.button('Spara').click()
  await page.getByRole('region', { name: 'Stödord till Föreläsning' }).getByText('Be om en fråga från varje bord').waitFor()
  await meeting.host.until(() => item(meeting, items[1]).cue, 'the cue')
  assert.equal(await display.page.getByText('Be om en fråga').count(), 0)
}

async function steers({ own, openColleague, display }) {
  const free = 'En till leder. Ni kan båda byta storbild.'
  assert.equal(await own.page.getByText(/styr storbilden/i).count(), 0, 'who leads alone hears nothing of it')
  const bo = await openColleague()
  await own.page.getByText(free).waitFor()
  await bo.page.getByRole('region', { name: 'Stödord till Föreläsning' }).waitFor()
  await bo.button('Styr storbilden själv').click()
  await own.bar.getByText('Bo Ask styr storbilden.').waitFor()
  for (const name of ['Nästa', 'Gå med', 'Släckt']) assert.equal(await own.button(name).isDisabled(), true, name)
  await checkAccess(own.screen, 'somebody else steers')
  await own.screen.shot('agenda-theirs')

  await own.bar.getByRole('button', { name: 'Ta över styrningen' }).click()
  await bo.bar.getByText('Ordförande styr storbilden.').waitFor()
  await own.bar.getByRole('button', { name: 'Ångra: Du styr storbilden' }).click()
  await bo.page.getByText('Du styr storbilden.').waitFor()
  await bo.rest()
  await bo.button('Lämna över till Ordförande').click()
  await own.page.getByText('Du styr storbilden.').waitFor()
  await own.button('Mer …').click()
  await own.button('Öppna frågor 0').click()
  await display.title('Öppna frågor')
  await own.rest()
  await own.button('Lämna över till Bo Ask').click()

  await bo.page.getByText('Du styr storbilden.').waitFor()
  await bo.next('Samtal')
  await display.title('Samtal')
  await own.isOn('Samtal')
  return bo
}

// Whoever steered has gone home: nobody waits for them.
async function goesHome({ own, display }, bo) {
  await bo.page.close()
  await own.bar.getByText('Bo Ask styr storbilden, men har inte sidan öppen.').waitFor()
  await own.bar.getByRole('button', { name: 'Ta över styrningen' }).click()
  await own.next('Utcheckning')
  await display.title('Utcheckning')
  await own.rest()
  await own.button('Släpp styrningen').click()
  await own.page.getByText('Du styr storbilden.').waitFor({ state: 'detached' })
  await own.refusesNothing()
}

test('two lead a day that runs late', async (t) => {
  const day = await lateDay(t)
  await keepsTheTime(day)
  await skipsAndMoves(day)
  const bo = await steers(day)
  await goesHome(day, bo)
  await checkAccess(day.own.screen, 'leading alone again')
  day.house.check()
})
