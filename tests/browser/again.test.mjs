// Who comes again, and the time between the meetings: the next session, homework, one's own next step, what is carried on.
import test from 'node:test'
import assert from 'node:assert/strict'
import { secret, uuid } from '../integration/support/client.mjs'
import { Meeting } from '../integration/support/meeting.mjs'
import { checkAccess } from './support/axe.mjs'
import { House } from './support/house.mjs'
import { checkLayout } from './support/layout.mjs'
import { Phone } from './support/phone.mjs'
import { phone } from './support/screen.mjs'

const DAY = 86_400_000

async function open(t, about) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server, { about: { asks_consent: false, ...about }, session: { title: 'Första träffen' } }))
  return { house, meeting }
}

async function comeIn(house, meeting, name, options) {
  const own = new Phone(await house.screen(name, phone, options))
  await own.joinByLink(meeting.link.secret)
  await own.introduce({ name })
  return own
}

const link = (own, name) => own.page.getByRole('link', { name, exact: true })
const region = (own, heading) => own.page.getByRole('main').locator('section').filter({ has: own.page.getByRole('heading', { name: heading, exact: true }) }).last()

async function nextSession(meeting, more = {}) {
  const id = uuid()
  await meeting.host.command('session.put', { id, base: 0, title: 'Andra träffen', starts: Date.now() + 3 * DAY, place: 'Rum Björken', minutes: 120, ...more })
  return id
}

const end = (meeting, id = meeting.session) => meeting.host.command('session.run', { id, state: 'ended' })

test('who has been to one session comes to the next when its door is open', async (t) => {
  const { house, meeting } = await open(t)
  const moa = await comeIn(house, meeting, 'Moa')
  await end(meeting)
  await moa.page.getByText('Ingen ny tid är bestämd än.').waitFor()
  const session = await nextSession(meeting)
  await moa.page.getByText('Andra träffen · Rum Björken').waitFor()
  await moa.button('Gå med').click()
  await moa.page.getByText('Dörren är inte öppen än.').waitFor()
  await checkAccess(moa.screen, 'a door that is not open yet')
  await moa.button('Tillbaka').click()
  await meeting.openJoining(session)
  await moa.button('Gå med').click()
  await moa.page.getByRole('heading', { name: /^Mötet börjar/ }).waitFor()
  await moa.page.reload()
  await moa.page.getByRole('heading', { name: /^Mötet börjar/ }).waitFor()
  const me = meeting.host.store.all('participant')
  assert.deepEqual(me.map(({ name }) => name), ['Moa'], 'it is the same person')
})

test('my next step is written, done and changed, also without a network, and seen by others where I say so', async (t) => {
  const { house, meeting } = await open(t)
  const moa = await comeIn(house, meeting, 'Moa', { canGoOffline: true })
  const sam = await comeIn(house, meeting, 'Sam')
  await end(meeting)
  await moa.page.getByLabel('Vad gör du själv till nästa gång?').fill('Ring kommunen')
  await moa.page.reload()
  await moa.page.waitForFunction(() => document.querySelector('textarea')?.value === 'Ring kommunen')
  await moa.button('Spara steget').click()
  const mine = () => region(moa, 'Mitt nästa steg').getByRole('listitem')
  await mine().filter({ hasText: 'Bara du ser det' }).waitFor()

  await moa.screen.goOffline()
  await moa.page.getByRole('button', { name: 'Ändra steget: Ring kommunen' }).click()
  await moa.page.getByLabel('Ditt steg').fill('Ring Rättvik')
  await moa.page.getByLabel('Visa steget och mitt namn för alla i processen').check()
  await moa.button('Spara ändringen').click()
  await moa.page.getByRole('button', { name: 'Gjort: Ring Rättvik' }).click()
  await mine().filter({ hasText: 'Sparat i telefonen' }).waitFor()
  await checkAccess(moa.screen, 'a step that waits')
  await moa.screen.goOnline()
  const other = region(sam, 'Mitt nästa steg').getByRole('listitem').filter({ hasText: 'Ring Rättvik' })
  await other.getByText('Moa · Gjort').waitFor()
  await mine().filter({ hasText: 'Alla i processen ser det' }).waitFor()
  moa.screen.isBack()

  const session = await nextSession(meeting)
  await meeting.openJoining(session)
  await moa.button('Gå med').click()
  await moa.page.getByText('Från en tidigare gång').waitFor()
  const done = moa.page.getByRole('button', { name: 'Gjort: Ring Rättvik' })
  assert.equal(await done.getAttribute('aria-pressed'), 'true')
  await moa.page.getByRole('button', { name: 'Ta bort steget: Ring Rättvik' }).click()
  await other.waitFor({ state: 'detached' })
  await moa.page.getByRole('button', { name: 'Ångra, ta tillbaka: Ring Rättvik' }).click()
  await other.waitFor()
})

test('between the meetings stands what is open, how long it is, what to read, and what is carried on', async (t) => {
  const { house, meeting } = await open(t)
  const { host } = meeting
  const round = await meeting.addNotes({ question: 'Vad har du sett sedan sist?', homework: true, open: false })
  const moa = await comeIn(house, meeting, 'Moa')
  await end(meeting)
  await nextSession(meeting)
  await host.command('round.open', { id: round, deadline: Date.now() + 3 * DAY + 60_000 })
  await host.command('material.put', { id: uuid(), base: 0, title: 'Läs det här först', url: 'https://example.org/underlag', about: 'Två sidor' })
  const entry = { base: 0, state: 'open' }
  await host.command('entry.put', { ...entry, id: uuid(), form: 'question', text: 'Vem äger frågan?' })
  await host.command('entry.put', { ...entry, id: uuid(), form: 'known', text: 'Hembesök minskar oro', basis: 'research', reference: 'Kunskapsöversikt 2019' })
  await host.command('entry.put', { ...entry, id: uuid(), form: 'step', text: 'Bjud in kommunen', state: 'closed', word: 'De kom' })
  await moa.page.getByText(/^3 dagar kvar · till \S+ \d+ \S+ \d\d\.\d\d$/).waitFor()
  await moa.page.getByRole('link', { name: 'Läs det här först' }).waitFor()
  await moa.page.getByText('forskning · Kunskapsöversikt 2019').waitFor()
  await moa.page.getByText('1 avslutad').click()
  await moa.page.getByText('De kom').waitFor()
  for (const dark of [false, true]) {
    await moa.page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    await checkAccess(moa.screen, `between the meetings, ${dark ? 'dark' : 'light'}`)
    await moa.screen.shot(`again-between${dark ? '-dark' : ''}`, { fullPage: true })
  }
  await moa.page.setViewportSize({ width: 320, height: 640 })
  await checkLayout(moa.screen, 'between the meetings, 320 px')
  await moa.screen.shot('again-between-320', { fullPage: true })
  await moa.page.setViewportSize(phone.viewport)

  await link(moa, 'Svara: Vad har du sett sedan sist?').click()
  await moa.question('Vad har du sett sedan sist?')
  await moa.page.getByText(/^3 dagar kvar/).waitFor()
  await moa.write('Två samtal med anhöriga')
  await moa.hasState('Två samtal med anhöriga', 'Framme')
  await link(moa, 'Tillbaka till mötet').click()
  await moa.page.getByText('Du har svarat ·').waitFor()
})

const secretIn = (address) => /#way=[0-9a-f-]{36}\.[0-9a-f]{32}$/.exec(address)?.[0]

test('a return link takes a person to another phone, once; what does not come along is said', async (t) => {
  const { house, meeting } = await open(t)
  await meeting.addNotes({ question: 'Vad vill du uppnå?' })
  const moa = await comeIn(house, meeting, 'Moa')
  await moa.write('Närhet')
  await moa.hasState('Närhet', 'Framme')
  await link(moa, 'Mina uppgifter').click()
  await moa.button('Gör en länk till mig').click()
  await moa.page.getByRole('img', { name: 'QR-kod som tar dig till en annan telefon' }).waitFor()
  const first = secretIn(await moa.page.locator('.way-text').textContent())
  await moa.button('Gör en ny länk').click()
  await moa.page.waitForFunction((old) => !document.querySelector('.way-text').textContent.endsWith(old), first)
  const way = secretIn(await moa.page.locator('.way-text').textContent())
  for (const dark of [false, true]) {
    await moa.page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    await checkAccess(moa.screen, `a return link, ${dark ? 'dark' : 'light'}`)
  }
  await moa.screen.shot('again-return-link', { fullPage: true })
  await moa.page.setViewportSize({ width: 320, height: 640 })
  await checkLayout(moa.screen, 'a return link, 320 px')
  await moa.page.emulateMedia({ media: 'print' })
  assert.equal(await moa.page.getByRole('button', { name: 'Skriv ut' }).isVisible(), false)
  assert.equal(await moa.page.getByRole('heading', { name: 'Byta telefon' }).isVisible(), false)
  assert.equal(await moa.page.locator('.way-qr').isVisible(), true, 'the card alone is printed')

  const other = new Phone(await house.screen('Moas andra telefon', phone))
  await other.screen.goto(`/j/${first}`)
  await other.page.getByText('Länken är redan använd, eller har bytts mot en nyare.').waitFor()
  await checkAccess(other.screen, 'a link that is used up')
  assert.equal(await other.page.evaluate(() => location.href.includes('way=')), false, 'the secret leaves the address bar')
  await other.page.goto('about:blank')
  await other.screen.goto(`/j/${way}`)
  await other.page.getByText('Välkommen tillbaka, Moa.').waitFor()
  await moa.page.emulateMedia({ media: 'screen' })
  await moa.page.getByText('Länken är använd').waitFor()
  assert.equal(await moa.page.locator('.way-card').count(), 0, 'what is used up is shown no more')
  await moa.screen.shot('again-return-link-used', { fullPage: true })
  await other.page.getByText('I anonyma frågor är den här telefonen en ny skribent.').waitFor()
  await checkAccess(other.screen, 'who came by a return link')
  await other.screen.shot('again-moved')
  await other.button('Jag förstår').click()
  await other.question('Vad vill du uppnå?')
  assert.equal(await other.page.getByRole('heading', { name: /^Mina lappar/ }).count(), 0, 'the author of an anonymous question stays behind')
  assert.deepEqual(meeting.host.store.all('participant').map(({ name }) => name), ['Moa'])
  await other.page.reload()
  await other.question('Vad vill du uppnå?')
})

test('a slip lets in somebody new, once', async (t) => {
  const { house, meeting } = await open(t)
  const slip = secret()
  await meeting.host.command('slips.put', { session: meeting.session, secrets: [slip] })
  const address = `/j/#way=${meeting.session}.${slip}`
  const own = new Phone(await house.screen('Sam', phone))
  await own.screen.goto(address)
  await own.page.getByRole('heading', { name: 'Välkommen', exact: true }).waitFor()
  await own.introduce({ name: 'Sam' })
  await own.page.getByRole('heading', { name: 'Nu händer det i rummet' }).waitFor()
  assert.equal(await own.page.getByText('Välkommen tillbaka').count(), 0)
  const late = new Phone(await house.screen('Kim', phone))
  await late.screen.goto(address)
  await late.page.getByText('Länken är redan använd').waitFor()
})

test('a phone that several share: the next one begins on an empty sheet, and each finds what is theirs', async (t) => {
  const { house, meeting } = await open(t)
  await meeting.addNotes({ question: 'Vad vill du uppnå?', visibility: 'own' })
  const own = await comeIn(house, meeting, 'Moa', { canGoOffline: true })
  await own.write('Moas lapp')
  await own.hasState('Moas lapp', 'Framme')
  await own.page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  await own.screen.goOffline()
  await own.write('Moas andra lapp')
  await own.hasState('Moas andra lapp', 'Sparad i telefonen')
  await own.page.getByLabel('Din lapp').fill('Moas påbörjade')
  await link(own, 'Lämna över till nästa').click()
  await own.page.getByText('1 sak är inte skickad än.').waitFor()
  await checkAccess(own.screen, 'handing over')
  await own.screen.shot('again-hand-over')
  await own.button('Lämna över till en ny person').click()
  await own.page.getByText('Mötet går inte att nå just nu.').waitFor()
  await own.screen.goOnline()

  await own.page.getByRole('heading', { name: 'Välkommen', exact: true }).waitFor()
  assert.equal(await own.page.getByLabel('Namn').inputValue(), '', 'the next one is asked anew who they are')
  await own.introduce({ name: 'Sam' })
  await own.question('Vad vill du uppnå?')
  assert.equal(await own.page.getByLabel('Din lapp').inputValue(), '')
  assert.equal(await own.page.getByText(/Moas/).count(), 0, 'nobody sees another’s notes')
  await meeting.host.until((store) => store.all('note').some(({ text }) => text === 'Moas andra lapp'), 'what Moa left unsent is sent')
  own.screen.isBack()
  await own.write('Sams lapp')
  await own.hasState('Sams lapp', 'Framme')
  const answered = () => meeting.host.store.all('participant').map(({ name }) => name).sort()
  assert.deepEqual(answered(), ['Moa', 'Sam'], 'two persons, on one phone')

  await link(own, 'Lämna över till nästa').click()
  await own.page.getByText('Sam har telefonen nu').waitFor()
  for (const dark of [false, true]) {
    await own.page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    await checkAccess(own.screen, `who shares the phone, ${dark ? 'dark' : 'light'}`)
  }
  await own.screen.shot('again-people')
  await own.page.setViewportSize({ width: 320, height: 640 })
  await checkLayout(own.screen, 'who shares the phone, 320 px')
  await own.button('Moa').click()
  await own.mine('Moas andra lapp').waitFor()
  assert.equal(await own.page.getByLabel('Din lapp').inputValue(), 'Moas påbörjade')
  assert.equal(await own.page.getByText('Sams lapp').count(), 0)
  await own.page.reload()
  await own.mine('Moas lapp').waitFor()

  await link(own, 'Lämna över till nästa').click()
  await own.page.getByRole('button', { name: 'Sam', exact: true }).focus()
  await own.page.keyboard.press('Enter')
  await own.mine('Sams lapp').waitFor()
  await link(own, 'Mina uppgifter').click()
  await own.button('Lämna mötet på den här telefonen').click()
  await own.button('Lämna mötet').click()
  await own.mine('Moas lapp').waitFor()
  await link(own, 'Lämna över till nästa').click()
  await own.page.getByRole('heading', { name: 'Lämna över till nästa' }).waitFor()
  assert.equal(await own.page.getByRole('button', { name: 'Sam', exact: true }).count(), 0, 'who has left has no place on the phone')
})

test('a seat is chosen at the door, and says who sits there', async (t) => {
  const role = uuid()
  const { house, meeting } = await open(t, { roles: [{ id: role, name: 'Chef' }, { id: uuid(), name: 'Vårdpersonal' }] })
  const seat = uuid()
  await meeting.host.command('seat.put', { id: seat, base: 0, title: 'Enhetschef Björken', role })
  const own = new Phone(await house.screen('Sam', phone))
  await own.joinByLink(meeting.link.secret)
  await own.page.getByLabel('Plats i gruppen').selectOption('Enhetschef Björken')
  assert.equal(await own.page.getByLabel('Roll').inputValue(), role)
  await own.page.getByLabel('Jag är ersättare').check()
  await checkAccess(own.screen, 'a seat is chosen')
  await own.screen.shot('again-seat')
  await own.introduce({ name: 'Sam' })
  const person = await meeting.host.until((store) => store.all('participant').find((one) => one.seat === seat), 'somebody sits there')
  assert.deepEqual([person.name, person.role, person.deputy], ['Sam', role, true])
})
