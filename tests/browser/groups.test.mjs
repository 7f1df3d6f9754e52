// Group work, from the plan to plenum: people are mixed, somebody is moved, a line is said and all are called back; each group has its
// wall, also on a screen of its own; then the walls stand side by side. And people who choose for themselves.
import test from 'node:test'
import assert from 'node:assert/strict'
import { uuid } from '../integration/support/client.mjs'
import { Meeting, putNote } from '../integration/support/meeting.mjs'
import { checkAccess } from './support/axe.mjs'
import { Display } from './support/display.mjs'
import { Host } from './support/host.mjs'
import { House } from './support/house.mjs'
import { Phone } from './support/phone.mjs'
import { laptop, phone, projector } from './support/screen.mjs'

const question = 'Hur kommer vi närmare varandra?'
const named = (names) => names.map((name) => ({ id: uuid(), name }))

async function open(t, { people = 8 } = {}) {
  const house = await House.open(t)
  const roles = named(['Chef', 'Förtroendevald'])
  const meeting = house.keep(await Meeting.open(house.server, { about: { roles } }))
  const item = uuid()
  await meeting.host.command('item.put', { id: item, base: 0, session: meeting.session, form: 'round', title: 'Grupparbete', minutes: 30, position: 10 })
  const round = await meeting.addNotes({ open: false, item, question, visibility: 'own' })
  const crowd = []
  for (let i = 0; i < people; i++) crowd.push(await meeting.person({ name: `Person ${i + 1}`, role: roles[i % 2].id }))
  const host = new Host(await house.hostScreen(meeting, 'värd', laptop))
  const own = new Phone(await house.screen('telefon', phone))
  await own.joinByLink(meeting.link.secret)
  await own.introduce({ name: 'Robin' })
  return { house, meeting, item, round, crowd, host, own, plan: `/host#/process/${meeting.process}/session/${meeting.session}` }
}

async function showBigScreen({ house, meeting }) {
  const { token } = await meeting.host.command('display.add', { session: meeting.session })
  const big = new Display(await house.screen('storbild', projector))
  await big.screen.goto(`/display#token=${token}`)
  return big
}

// As the facilitator plans it: in the question's form.
async function planGroups({ host, plan }, way, count) {
  await host.screen.goto(plan)
  await host.page.getByRole('button', { name: 'Ändra: Grupparbete' }).or(host.page.getByRole('button', { name: /^Grupparbete/ })).first().click()
  await host.page.getByRole('radio', { name: 'De i samma grupp' }).check()
  await host.page.getByRole('radio', { name: way, exact: true }).check()
  await host.page.getByLabel('Antal grupper').fill(String(count))
}

const save = (host) => host.page.getByRole('button', { name: 'Spara', exact: true }).click()
// As in a browser that lets a page copy nothing: the list stands there to be copied by hand.
async function copyByHand({ page, screen }) {
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
    document.execCommand = () => false
  })
  await page.getByRole('button', { name: 'Kopiera listan' }).click()
  await page.getByRole('menuitem', { name: 'Som text' }).click()
  await page.getByText('Det gick inte att kopiera. Texten är markerad: kopiera den själv.').waitFor()
  const list = page.getByRole('textbox', { name: 'Kopiera listan' })
  await list.waitFor()
  await screen.shot('groups-copied-by-hand')
  return list.evaluate((field) => field.value.slice(field.selectionStart, field.selectionEnd))
}

const room = (host, name) => host.page.locator('.groups-room').filter({ has: host.page.getByRole('heading', { name, exact: true }) })

test('a room works in mixed groups and comes back to its walls', async (t) => {
  const all = await open(t)
  const { meeting, round, crowd, host, own, plan } = all
  await planGroups(all, 'Blanda', 3)
  await host.page.getByText('9 har gått med: 3 i varje grupp.').waitFor()
  await host.page.getByText('alla ser dem när de visas, grupp för grupp').first().waitFor()
  await host.screen.shot('groups-form')
  await checkAccess(host.screen)
  await save(host)
  await meeting.host.until((store) => store.find('round', round)?.grouping, 'the question goes by groups')
  const { grouping } = meeting.host.store.find('round', round)
  await meeting.host.until((store) => store.all('placing').length === 9, 'all are dealt')

  await host.screen.goto(`${plan}/run/groups`)
  await host.page.getByText('3 grupper · 9 i grupp').waitFor()
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'round', item: all.item, round })
  const big = await showBigScreen(all)
  await meeting.host.command('round.open', { id: round, deadline: Date.now() + 600_000 })
  await big.page.getByText('Grupp 3').waitFor()
  await own.question(question)
  const mine = own.page.getByRole('region', { name: 'Min grupp' })
  await mine.getByText(/^Du är i Grupp \d · 3 personer$/).waitFor()
  await meeting.host.until((store) => store.all('placing').length === store.all('participant').length, 'all have a place')
  const groupOf = (participant) => meeting.host.store.all('placing').find((one) => one.participant === participant).group
  const robin = meeting.host.store.all('participant').find(({ name }) => name === 'Robin').id
  const { groups } = meeting.host.store.find('grouping', grouping)
  const nameOf = (group) => groups.find(({ id }) => id === group).name
  const [home, away] = [groupOf(robin), groups.find(({ id }) => id !== groupOf(robin)).id]

  await own.write('Vi ringer innan vi skriver')
  const at = (group) => crowd.filter(({ participant }) => groupOf(participant) === group)
  await putNote(at(home)[0], round, 'Samma ingång för alla')
  await putNote(at(away)[0], round, 'Mindre stuprör')
  const wall = own.page.getByRole('region', { name: 'Gruppens vägg' })
  await wall.getByText('Samma ingång för alla').waitFor()
  assert.equal(await own.page.getByText('Mindre stuprör').count(), 0, "another group's wall is not seen")
  await own.screen.shot('groups-phone', { fullPage: true })

  await host.screen.shot('groups-desk')
  await checkAccess(host.screen)
  assert.match(await copyByHand(host), /Grupp 2[\s\S]*Grupp 3/)
  await room(host, nameOf(home)).getByRole('button', { name: `Titta in: ${nameOf(home)}` }).click()
  await room(host, nameOf(home)).getByText('Vi ringer innan vi skriver').waitFor()

  // Moved by keyboard alone, and back.
  const paper = own.page.getByLabel('Din lapp')
  await paper.fill('Ett halvt utkast')
  const stands = await paper.evaluate((field) => field.getBoundingClientRect().top)
  await host.page.getByRole('button', { name: 'Flytta till … Robin' }).focus()
  await host.page.keyboard.press('Enter')
  await host.page.getByRole('menuitem', { name: new RegExp(`^${nameOf(away)} `) }).press('Enter')
  await mine.getByText(`Du är nu i ${nameOf(away)}. Dina lappar ligger kvar i ${nameOf(home)}.`).waitFor()
  await wall.getByText('Mindre stuprör').waitFor()
  assert.equal(await paper.inputValue(), 'Ett halvt utkast')
  assert.equal(await paper.evaluate((field) => field.getBoundingClientRect().top), stands, 'nothing moves under the hands of who is writing')
  await own.screen.shot('groups-phone-moved')
  await host.rest()
  await host.bar.getByRole('button', { name: /^Ångra/ }).click()
  await mine.getByText(new RegExp(`^Du är i ${nameOf(home)}`)).waitFor()
  await wall.getByText('Samma ingång för alla').waitFor()

  // What is said to all of them stands over the head, and takes nothing away.
  await host.page.getByLabel('Skriv till alla grupper').fill('Välj en som berättar')
  await host.button('Skicka').click()
  await own.page.getByText('Välj en som berättar').waitFor()
  await big.page.getByText('Välj en som berättar').waitFor()
  await big.screen.shot('groups-display-working')
  await host.page.getByRole('button', { name: 'Om 2 min' }).click()
  await own.page.getByText(/^Alla samlas igen om 2 min · \d\d[.:]\d\d$/).waitFor()
  await own.screen.shot('groups-phone-called')
  await checkAccess(own.screen)
  assert.equal(await own.page.getByLabel('Din lapp').inputValue(), 'Ett halvt utkast')

  // A group's own screen.
  await host.page.getByRole('button', { name: `Egen skärm för ${nameOf(home)}` }).click()
  const dialog = host.page.getByRole('dialog')
  await dialog.getByText(/^\d{4} \d{4}$/).waitFor()
  const link = await dialog.locator('textarea').inputValue()
  await host.screen.shot('groups-own-screen-dialog')
  await host.page.keyboard.press('Escape')
  const group = new Display(await all.house.screen('gruppens skärm', projector))
  await group.screen.goto(link.replace(/^https?:\/\/[^/]+/, ''))
  await group.page.getByText('Samma ingång för alla').waitFor()
  await group.page.getByText(nameOf(home), { exact: true }).waitFor()
  assert.equal(await group.page.getByText('Mindre stuprör').count(), 0)
  await group.screen.shot('groups-display-own')

  await host.reveal()
  await host.rest()
  const called = own.page.getByRole('region', { name: 'Till alla grupper' })
  await called.waitFor()
  await host.button('Väggarna på storbilden').click()
  await called.waitFor({ state: 'detached' }) // (its two minutes are not over)
  await big.page.locator('[data-screen="walls"]').waitFor()
  for (const text of ['Grupp 1', 'Grupp 2', 'Grupp 3', 'Mindre stuprör', 'Samma ingång för alla']) await big.page.getByText(text, { exact: true }).waitFor()
  await big.screen.shot('groups-display-walls')
  await checkAccess(big.screen)
  await host.rest()
  await host.page.getByRole('button', { name: `Visa ensam på storbilden: ${nameOf(away)}` }).click()
  await big.page.getByText('Samma ingång för alla').waitFor({ state: 'detached' })
  await big.page.getByText('Mindre stuprör').waitFor()
  await own.goTo('Storbilden')
  await own.page.getByRole('heading', { name: nameOf(away), level: 2 }).waitFor()
  await host.refusesNothing()
})

test('people choose their groups, and a full one takes nobody more', async (t) => {
  const all = await open(t, { people: 2 })
  const { meeting, round, crowd, host, own } = all
  await planGroups(all, 'Väljer själva', 2)
  await host.page.getByLabel('Högst i varje grupp').fill('1')
  await save(host)
  await meeting.host.until((store) => store.find('round', round)?.grouping, 'the question goes by groups')
  const { grouping } = meeting.host.store.find('round', round)
  const [first] = meeting.host.store.find('grouping', grouping).groups
  await meeting.host.command('round.open', { id: round })
  await own.question(question)
  const mine = own.page.getByRole('region', { name: 'Min grupp' })
  assert.equal(await own.button('Sätt upp lappen').isDisabled(), true, 'in no group nobody writes')
  await crowd[0].command('group.choose', { grouping, group: first.id, rev: 1 })
  await mine.getByRole('button', { name: /Grupp 1.*Full/ }).waitFor()
  await own.screen.shot('groups-phone-choose')
  await mine.getByRole('button', { name: /Grupp 2/ }).click()
  await mine.getByText(/^Du är i Grupp 2/).waitFor()
  await own.write('Nu är jag här')
  await own.hasState('Nu är jag här', 'Framme')

  // Behind the closing: whoever is in no group is told why what was begun is not sent, and how it can be.
  await own.page.getByLabel('Din lapp').fill('Hann inte fram')
  const { participant, seq } = meeting.host.store.all('placing').find((one) => one.participant !== crowd[0].participant)
  await meeting.host.command('group.place', { grouping, participant, base: seq })
  await meeting.closeRound(round)
  await own.page.getByText('Du har ingen grupp, så lappen går inte att skicka. Välj grupp här ovanför.').waitFor()
  assert.equal(await own.button('Skicka lappen ändå').isDisabled(), true)
  await own.screen.shot('groups-phone-late', { fullPage: true })
  await checkAccess(own.screen)
  await mine.getByRole('button', { name: /Grupp 2/ }).click()
  await own.button('Skicka lappen ändå').click()
  await own.hasState('Hann inte fram', 'Kom efter stängning')
})
