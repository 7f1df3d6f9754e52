// What a facilitator's page says of one session among several, and what it takes back.
import assert from 'node:assert/strict'
import test from 'node:test'
import { Client, uuid } from '../integration/support/client.mjs'
import { Host } from './support/host.mjs'
import { House } from './support/house.mjs'

const laptop = { viewport: { width: 1366, height: 768 } }
const spaced = (code) => `${code.slice(0, 3)} ${code.slice(3, 6)} ${code.slice(6)}`

// A facilitator's page on a day's first session, and beside it a host without a page, who adds a second one.
async function twoSessions(t) {
  const house = await House.open(t)
  const host = new Host(await house.screen('värd', laptop))
  await host.accept(await house.server.invite())
  await host.newFromTemplate('Två dagar')
  await host.lead()
  const beside = house.keep(await Client.open(house.server, { cookie: await host.cookie() }))
  await beside.attend({ as: 'host', process: host.process })
  const second = uuid()
  await beside.command('session.put', { id: second, base: 0, title: 'Andra dagen' })
  const way = await beside.command('joining.put', { session: second, open: true })
  return { house, host, beside, first: host.session, second, way }
}

test("a page says its own session's code, also where another was opened later", async (t) => {
  const { house, host, beside, first, second, way } = await twoSessions(t)
  const { code } = await beside.until((store) => store.nowIn(first)?.code && store.nowIn(first), 'the way into the first')
  const shown = async (wanted) => {
    await host.page.locator('.room-code').getByText(spaced(wanted)).waitFor()
    await host.page.locator('.room-stage').getByText(spaced(wanted)).waitFor()
  }
  await beside.until((store) => store.nowIn(second), 'the way into the second')
  await shown(code)
  await host.screen.shot('leading-first')
  await host.page.goto(host.page.url().replace(first, second))
  await shown(way.code)
  await host.page.getByRole('button', { name: 'Stäng dörren', exact: true }).click()
  await host.page.getByText('Dörren är stängd.').waitFor()
  assert.equal(await host.page.locator('.room-code').count(), 0)
  house.check()
})

test('taking a closing back gives the question the end that it had, or none', async (t) => {
  const { house, host, beside, first, second } = await twoSessions(t)
  await beside.command('session.run', { id: second, state: 'live' })
  for (const deadline of [Date.now() + 3_600_000, 0]) {
    const round = uuid()
    const settings = { visibility: 'all', authorship: 'anonymous', form: 'notes', question: `Slut: ${deadline}` }
    await beside.command('round.put', { id: round, base: 0, session: second, ...settings })
    await beside.command('round.open', { id: round, ...(deadline && { deadline }) })
    await beside.command('session.stage', { id: second, screen: 'round', round })
    await host.page.goto(host.page.url().replace(first, second))
    await host.bar.getByText(settings.question).or(host.page.getByRole('heading', { name: settings.question })).first().waitFor()
    await host.act('Stäng för svar')
    await beside.until((store) => store.find('round', round).state === 'closing', 'the round is closing')
    await host.page.getByRole('button', { name: 'Ångra: Frågan stänger' }).click()
    await beside.until(
      (store) => store.find('round', round).state === 'open' && (store.find('round', round).deadline ?? 0) === deadline,
      'the round is as it was',
    )
    await beside.command('round.close', { id: round, grace: 0 })
  }
  house.check()
})

test('a moment is marked at once, stands there with its time, and is taken back', async (t) => {
  const { house, host, beside, first } = await twoSessions(t)
  const { page } = host
  const marked = () => page.getByRole('list', { name: 'Det som är markerat' })
  await host.button('Markera …').click()
  await host.screen.shot('marks-form')
  await host.button('Ljudinspelning startad').click()
  await marked().getByText('Ljudinspelning startad').waitFor()
  const [mark] = await beside.until((store) => store.all('mark').length === 1 && store.all('mark'), 'the mark')
  assert.equal(mark.session, first)
  await host.button('Markera …').click()
  await page.getByLabel('Egen text').fill('Verkställighetssamordnaren berättar om i går')
  await page.keyboard.press('Enter')
  await marked().getByText('Verkställighetssamordnaren').waitFor()
  await host.screen.shot('marks')
  await page.setViewportSize({ width: 360, height: 740 })
  await page.getByText('Rummet:').click()
  await host.button('Markera …').click()
  await host.screen.shot('marks-narrow', { fullPage: true })
  await page.setViewportSize(laptop.viewport)
  await page.getByRole('button', { name: /^Ångra: Markerat: Verkställighets/ }).click()
  await marked().getByText('Verkställighetssamordnaren').waitFor({ state: 'detached' })
  await host.button('Ta bort markeringen Ljudinspelning startad').click()
  await page.getByText('Inget är markerat än.').waitFor()
  await page.getByRole('button', { name: /^Ångra: Markeringen Ljud/ }).click()
  const back = await beside.until((store) => store.all('mark')[0], 'it is back')
  assert.deepEqual([back.id, back.title, back.at], [mark.id, mark.title, mark.at])
  house.check()
})
