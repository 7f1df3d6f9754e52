// The participant's page without a network: it is there, it shows the last it knew, and it goes on when the network is back.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Meeting } from '../integration/support/meeting.mjs'
import { House } from './support/house.mjs'
import { Phone } from './support/phone.mjs'
import { phone } from './support/screen.mjs'

async function joined(t) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server))
  const round = await meeting.addNotes({ question: 'Vad vill du uppnå?' })
  const own = new Phone(await house.screen('telefon', phone, { canGoOffline: true }))
  await own.joinByLink(meeting.link.secret)
  await own.introduce()
  await own.question('Vad vill du uppnå?')
  await own.page.evaluate(() => navigator.serviceWorker.ready)
  await own.page.waitForTimeout(2500) // (what is known is kept every other second)
  return { house, meeting, round, own }
}

test('after the first visit the page comes without a network, with what was known', async (t) => {
  const { meeting, round, own } = await joined(t)
  await own.screen.goOffline()
  await own.page.reload()
  await own.question('Vad vill du uppnå?')
  await own.page.getByRole('banner').getByText('Utan nät').waitFor()
  await own.write('Skrivet i tunneln')
  await own.hasState('Skrivet i tunneln', 'Sparad i telefonen – skickas när du har nät')
  await own.page.reload()
  await own.hasState('Skrivet i tunneln', 'Sparad i telefonen – skickas när du har nät')
  await own.screen.goOnline()
  await own.hasState('Skrivet i tunneln', 'Framme')
  own.screen.isBack()
  assert.deepEqual(meeting.host.store.notes(round).map(({ text }) => text), ['Skrivet i tunneln'])
})

test('back and forward work with and without a network', async (t) => {
  const { own } = await joined(t)
  const places = [['Mina svar', 'Mina svar'], ['Storbilden', /Storbilden (just nu|när du senast hade nät)/]]
  const walk = async () => {
    for (const [link, says] of places) {
      await own.goTo(link)
      await own.page.getByText(says).first().waitFor()
    }
    await own.page.goBack()
    await own.page.getByRole('heading', { name: 'Mina svar' }).waitFor()
    await own.page.goBack()
    await own.question('Vad vill du uppnå?')
    await own.page.goForward()
    await own.page.getByRole('heading', { name: 'Mina svar' }).waitFor()
    await own.page.goBack()
    await own.question('Vad vill du uppnå?')
  }
  await walk()
  await own.screen.goOffline()
  await walk()
  await own.page.reload()
  await walk()
})

test('a draft survives a reload and a change of question, with and without a network', async (t) => {
  const { meeting, own } = await joined(t)
  const paper = own.page.getByLabel('Din lapp')
  await paper.fill('Halvfärdig tanke')
  await own.page.waitForTimeout(1500)
  await own.screen.goOffline()
  await own.page.reload()
  assert.equal(await paper.inputValue(), 'Halvfärdig tanke')
  await own.screen.goOnline()
  await meeting.addNotes({ question: 'Vad är ditt nästa steg?' })
  await own.question('Vad är ditt nästa steg?') // (nobody is in the middle of writing after a reload)
  own.screen.isBack()
  assert.equal(await paper.inputValue(), '')
  await own.page.getByRole('link', { name: /Vad vill du uppnå|Fråga 1 är öppen/ }).first().click()
  await own.question('Vad vill du uppnå?')
  assert.equal(await paper.inputValue(), 'Halvfärdig tanke')
})

test('two tabs of one phone show the same, and are one participant', async (t) => {
  const { house, meeting, round, own } = await joined(t)
  await own.write('Från den första fliken')
  const page = await own.screen.context.newPage()
  await page.goto('/')
  await page.getByText('Från den första fliken').first().waitFor()
  await page.getByLabel('Din lapp').fill('Från den andra fliken')
  await page.getByRole('button', { name: 'Sätt upp lappen' }).click()
  await own.hasState('Från den andra fliken', 'Framme')
  await meeting.host.until((store) => store.notes(round).length === 2, 'both notes')
  assert.equal(meeting.host.store.find('session', meeting.session).joined, 1, 'one participant')
  house.check()
})

test('the worker keeps nothing of the meeting and of the other pages', async (t) => {
  const { own } = await joined(t)
  const kept = await own.page.evaluate(async () => {
    const urls = []
    for (const name of await caches.keys()) for (const request of await (await caches.open(name)).keys()) urls.push(new URL(request.url).pathname)
    return urls
  })
  assert.ok(kept.includes('/'), 'the page is kept')
  assert.deepEqual(kept.filter((path) => /^\/(ws|transcript|host|display|login|token|j\/)/.test(path)), [])
})
