// What happens to a phone in the middle of things: another question opens, the disk is full, a newer page is there.
import test from 'node:test'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { uuid } from '../integration/support/client.mjs'
import { Meeting, putNote } from '../integration/support/meeting.mjs'
import { House } from './support/house.mjs'
import { Phone } from './support/phone.mjs'
import { phone } from './support/screen.mjs'

async function joined(t, { about, options, ...more } = {}) {
  const house = await House.open(t, options)
  const meeting = house.keep(await Meeting.open(house.server, { about }))
  const own = new Phone(await house.screen('telefon', phone, more))
  return { house, meeting, own }
}

const stage = (meeting, round) => meeting.host.command('session.stage', { id: meeting.session, screen: 'round', round })

test('a vote that somebody is in the middle of stays, and nothing moves under the finger', async (t) => {
  const { meeting, own } = await joined(t)
  const ballot = await meeting.addBallot(['Närhet', 'Mod', 'Trygghet'], { question: 'Vilka ord?', budget: 3 })
  await stage(meeting, ballot.id)
  await own.joinByLink(meeting.link.secret)
  await own.introduce()
  await own.question('Vilka ord?')
  const more = own.button('Ge en röst till Mod')
  await more.click()
  const before = await more.boundingBox()
  const next = await meeting.addNotes({ question: 'Vad tar du med dig?' })
  const way = own.page.getByText(/gå dit/).first()
  await way.waitFor()
  assert.deepEqual(await more.boundingBox(), before, 'another question opens')
  await stage(meeting, next)
  await own.page.getByRole('button', { name: /gå dit/ }).waitFor()
  assert.deepEqual(await more.boundingBox(), before, 'the room goes on')
  await more.click()
  await own.page.getByText('1 av 3 röster kvar', { exact: true }).waitFor()
  await meeting.host.command('round.close', { id: ballot.id, grace: 30_000 })
  await own.page.getByText(/^Omröstningen avslutas snart/).waitFor()
  assert.deepEqual(await more.boundingBox(), before, 'the vote is about to end')
  await meeting.closeRound(ballot.id)
  await own.question('Vad tar du med dig?')
})

test('who presses what goes away goes on in what comes instead', async (t) => {
  const { meeting, own } = await joined(t, { about: { asks_name: true } })
  await meeting.addNotes({ question: 'Vad vill du uppnå?' })
  const isInMain = () => own.page.waitForFunction(() => document.activeElement.localName === 'main')
  await own.joinByCode(meeting.link.code)
  await isInMain()
  assert.equal(await own.page.getByRole('navigation', { name: 'I mötet' }).count(), 0, 'nowhere to go yet')
  await own.button('Fortsätt').press('Enter')
  await own.question('Vad vill du uppnå?')
  await isInMain()
})

test('a link that was cut on its way says so', async (t) => {
  const { meeting, own } = await joined(t)
  await own.screen.goto(`/j/#${meeting.link.secret.slice(0, 20)}`)
  await own.page.getByText('Länken är inte hel').waitFor()
  await own.page.getByLabel('Kod').fill(meeting.link.code)
  await own.button('Gå med').click()
  await own.page.getByRole('heading', { name: 'Välkommen' }).waitFor()
})

test('where the server cannot store, the phone says so, keeps what is written, and sends it later', async (t) => {
  // (The limit stands in for a full disk, which sends no signal.)
  const { house, meeting, own } = await joined(t, { options: { wrap: ['bash', '-c', 'trap "" XFSZ; exec "$@"', 'bash'] } })
  const round = await meeting.addNotes({ question: 'Vad vill du uppnå?' })
  const limit = (size) => spawnSync('prlimit', ['--pid', String(house.server.child.pid), `--fsize=${size}:unlimited`])
  await own.joinByLink(meeting.link.secret)
  await own.introduce()
  await own.question('Vad vill du uppnå?')
  const filler = await meeting.person()
  limit(Math.max(...house.server.files().map(({ path }) => statSync(path).size)) + 4096)
  for (let stored = true; stored; ) stored = await putNote(filler, round, `${uuid()} ${'ö'.repeat(900)}`).then(() => true, () => false)
  await own.page.getByRole('banner').getByText('Servern kan inte spara just nu').waitFor()
  await own.write('På en full disk')
  await own.hasState('På en full disk', 'Sparad i telefonen – skickas när servern kan spara igen')
  await own.screen.shot('phone-read-only')
  const late = new Phone(await house.screen('ny telefon', phone))
  await late.screen.goto(`/j/#${meeting.link.secret}`)
  await late.page.getByText('Mötet går inte att nå just nu').waitFor()
  limit('unlimited')
  await own.hasState('På en full disk', 'Framme')
  await late.page.getByRole('heading', { name: 'Välkommen' }).waitFor()
})

test('a newer page takes the place of the kept one while somebody writes', async (t) => {
  const { meeting, own } = await joined(t, { canGoOffline: true })
  await meeting.addNotes({ question: 'Vad vill du uppnå?' })
  await own.joinByLink(meeting.link.secret)
  await own.introduce()
  await own.question('Vad vill du uppnå?')
  const kept = () => own.page.evaluate(async () => (await caches.keys()).join())
  await own.page.evaluate(() => navigator.serviceWorker.ready)
  const before = await kept()
  await own.page.getByLabel('Din lapp').fill('Halvfärdig tanke')
  own.screen.network.changes.set('/sw.js', (text) => text.replace(/VERSION="\w+"/, 'VERSION="0123456789abcdef"'))
  await own.page.evaluate(async () => (await navigator.serviceWorker.ready).update())
  await own.page.waitForFunction(async (old) => (await caches.keys()).join() !== old && (await caches.keys()).length === 1, before)
  assert.match(await kept(), /0123456789abcdef/)
  assert.equal(await own.page.getByLabel('Din lapp').inputValue(), 'Halvfärdig tanke', 'what is begun stays')
  await own.button('Sätt upp lappen').click()
  await own.hasState('Halvfärdig tanke', 'Framme')
  await own.screen.goOffline()
  await own.page.reload()
  await own.question('Vad vill du uppnå?')
  await own.mine('Halvfärdig tanke').waitFor()
})

test('what somebody said of themselves and was not taken is said where they are, with what to do', async (t) => {
  const roles = ['Chef', 'Profession'].map((name) => ({ id: uuid(), name }))
  const about = { title: 'God och nära vård', language: 'sv', zone: 'Europe/Stockholm', asks_name: true, roles }
  const { house, meeting, own } = await joined(t, { about, canGoOffline: true })
  await meeting.addNotes({ question: 'Vad vill du uppnå?' })
  await own.joinByLink(meeting.link.secret)
  await own.screen.goOffline()
  await own.page.getByRole('banner').getByText('Utan nät').waitFor()
  await own.introduce({ name: 'Kim', role: 'Chef' })
  await own.question('Vad vill du uppnå?')
  const { seq } = meeting.host.store.find('process', meeting.process)
  await meeting.host.command('process.put', { base: seq, profile: { ...about, roles: roles.slice(1) } })
  await own.screen.goOnline()
  const line = own.page.getByRole('alert').filter({ hasText: 'finns inte längre' })
  await line.waitFor()
  own.screen.isBack()
  await own.question('Vad vill du uppnå?')
  await own.screen.shot('refused-me')
  await line.getByRole('link', { name: 'Se över uppgifterna' }).click()
  await own.page.getByText('Något av det du valde om dig själv finns inte längre').waitFor()
  assert.equal(await own.page.getByLabel('Namn').inputValue(), 'Kim', 'what was written is still there')
  assert.equal(await own.page.getByLabel('Roll').inputValue(), '')
  await own.screen.shot('refused-me-about')
  await own.page.getByLabel('Roll').selectOption('Profession')
  await own.button('Spara').click()
  await own.page.getByText('Sparat', { exact: true }).waitFor()
  await own.goTo('Just nu')
  await own.question('Vad vill du uppnå?')
  assert.equal(await line.count(), 0)
  house.check()
})

const crowded = (names) => names.map((name) => ({ id: uuid(), name }))

test('the question about research has been seen before anybody goes on past it', async (t) => {
  const about = {
    asks_name: true, asks_consent: true, asks_organisation: true, roles: crowded(['Chef']), levels: crowded(['Kommun']),
    organisations: crowded(['Falu kommun']).map((one) => ({ ...one, type: 'kommun' })),
  }
  const { meeting, own } = await joined(t, { about })
  await meeting.addNotes({ question: 'Vad vill du uppnå?' })
  await own.joinByLink(meeting.link.secret)
  const tick = own.page.getByLabel('Det jag skriver får användas i forskning')
  const isSeen = () =>
    tick.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return document.elementFromPoint(left + width / 2, top + height / 2) === element
    })
  const name = own.page.getByLabel('Namn')
  for (const [width, height] of [[360, 740], [360, 640], [320, 568], [360, 330]]) {
    await own.page.setViewportSize({ width, height })
    for (const colorScheme of ['dark', 'light']) {
      await own.page.emulateMedia({ colorScheme })
      await own.page.evaluate(() => scrollTo(0, 0))
      await own.screen.shot(`welcome-${width}-${height}-${colorScheme}`)
    }
    await own.button('Fortsätt').scrollIntoViewIfNeeded()
    const [above, below] = [await tick.boundingBox(), await own.button('Fortsätt').boundingBox()]
    assert.ok(above.y + above.height <= below.y, 'it stands before the button, and not under it')
    await own.page.evaluate(() => scrollTo(0, 0))
    if (await isSeen()) continue
    await name.press('Enter')
    await own.page.getByRole('heading', { name: 'Välkommen' }).waitFor()
    assert.ok(await isSeen(), `it has come into view at ${width} × ${height}`)
    assert.equal(await tick.evaluate((element) => element === document.activeElement), true)
  }
  await tick.press('Enter')
  await own.question('Vad vill du uppnå?')
})
