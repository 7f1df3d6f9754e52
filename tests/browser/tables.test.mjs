// Work by tables, without any groups being made: each table sees its own notes while it writes, the facilitator looks in and enters
// what stands on paper, and in plenum each table has its wall.
import test from 'node:test'
import assert from 'node:assert/strict'
import { uuid } from '../integration/support/client.mjs'
import { Meeting, putNote } from '../integration/support/meeting.mjs'
import { checkAccess } from './support/axe.mjs'
import { Display } from './support/display.mjs'
import { Host } from './support/host.mjs'
import { House } from './support/house.mjs'
import { checkLayout } from './support/layout.mjs'
import { Phone } from './support/phone.mjs'
import { laptop, phone, projector } from './support/screen.mjs'

const question = 'Vad kan vi göra redan i höst?'
const tables = ['Bord 1', 'Bord 2', 'Bord 3'].map((name) => ({ id: uuid(), name }))

async function open(t) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server, { session: { tables } }))
  const item = uuid()
  await meeting.host.command('item.put', { id: item, base: 0, session: meeting.session, form: 'round', title: 'Vid borden', minutes: 30, position: 10 })
  const round = await meeting.addNotes({ item, question, visibility: 'group' })
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'round', item, round })
  const at = []
  for (const table of tables) at.push(await meeting.people(2, { table: table.id }))
  const own = new Phone(await house.screen('telefon', phone))
  await own.joinByLink(meeting.link.secret)
  await own.introduce({ table: 'Bord 1' })
  await own.question(question)
  const host = new Host(await house.hostScreen(meeting, 'värd', laptop))
  await host.screen.goto(`/host#/process/${meeting.process}/session/${meeting.session}/run/groups`)
  return { house, meeting, round, at, own, host }
}

const room = ({ page }, name) => page.locator('.groups-room').filter({ has: page.getByRole('heading', { name, exact: true }) })

test('each table has its wall, on the phone, in the look-in and on the big screen', async (t) => {
  const { house, meeting, round, at, own, host } = await open(t)
  await own.page.getByText('Din grupp ser svaren nu, alla ser dem när de visas, grupp för grupp.').waitFor()
  await own.write('Ringa varandra innan vi skriver')
  await putNote(at[0][0], round, 'En gemensam lista', { group_size: 4 })
  await putNote(at[1][0], round, 'Byta arbetsplats en dag')
  const nowhere = await meeting.person()
  await putNote(nowhere, round, 'Skriver hemifrån')
  // (It stands there at once where it came before anything else was read.)
  const theirs = own.page.getByText('En gemensam lista')
  const fresh = own.page.getByRole('button', { name: '1 nytt svar' })
  await theirs.or(fresh).first().waitFor()
  if (await fresh.isVisible()) await fresh.click()
  await theirs.waitFor()
  assert.equal(await own.page.getByText('Byta arbetsplats en dag').count(), 0, "another table's wall is not seen")

  await host.page.getByText('3 bord · 7 vid bord · 1 vid inget bord').waitFor()
  const look = async (name, text) => {
    await room(host, name).getByRole('button', { name: `Titta in: ${name}` }).click()
    await room(host, name).getByText(text).waitFor()
  }
  await look('Bord 1', 'Ringa varandra innan vi skriver')
  await look('Bord 2', 'Byta arbetsplats en dag')
  await look('Vid inget bord', 'Skriver hemifrån')
  assert.equal(await room(host, 'Bord 2').getByText('Ringa varandra').count(), 0)
  await host.screen.shot('tables-desk')
  await checkAccess(host.screen, 'looking in at the tables')

  // What a table wrote on paper is the table's.
  await host.page.getByRole('button', { name: 'Papper' }).click()
  await host.page.getByLabel('Från vilket bord?').selectOption('Bord 3')
  await host.page.getByRole('textbox', { name: 'Vad står det på lappen?' }).fill('Skrivet för hand')
  await host.page.keyboard.press('Enter')
  await meeting.host.until((store) => store.notes(round).some(({ text, table }) => text === 'Skrivet för hand' && table === tables[2].id), 'at its table')
  await host.screen.shot('tables-paper')
  await checkAccess(host.screen, 'paper of a table')
  await checkLayout(host.screen, 'paper of a table')

  // The list can be narrowed to one table.
  await host.page.getByRole('button', { name: 'Lista' }).click()
  await host.page.getByRole('combobox', { name: 'Visa', exact: true }).selectOption({ label: 'Bord 3' })
  await host.page.getByText('Skrivet för hand').first().waitFor()
  await host.page.getByText('Byta arbetsplats en dag').waitFor({ state: 'detached' })

  const { token } = await meeting.host.command('display.add', { session: meeting.session })
  const big = new Display(await house.screen('storbild', projector))
  await big.screen.goto(`/display#token=${token}`)
  await host.reveal()
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'walls', round })
  const wall = (name) => big.page.locator('.stage-column-of').filter({ hasText: name })
  await wall('Bord 1').getByText('Ringa varandra innan vi skriver').waitFor()
  await wall('Bord 2').getByText('Byta arbetsplats en dag').waitFor()
  await wall('Bord 3').getByText('Skrivet för hand').waitFor()
  await wall('Vid inget bord').getByText('Skriver hemifrån').waitFor()
  await big.screen.shot('tables-display-walls')
  await checkAccess(big.screen, 'the walls of tables')
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'walls', round, group: tables[1].id })
  await big.page.getByText('Ringa varandra innan vi skriver').waitFor({ state: 'detached' })
  await own.goTo('Storbilden')
  await own.page.getByRole('heading', { name: 'Bord 2', level: 2 }).waitFor()
  await own.page.getByText('Byta arbetsplats en dag').waitFor()
  await own.screen.shot('tables-phone-walls')
  await host.refusesNothing()
})
