// Themes out of a codebook of another program, and taken back at once; and records for such programs, asked for on the page.
import assert from 'node:assert/strict'
import test from 'node:test'
import { readFile } from 'node:fs/promises'
import { uuid } from '../integration/support/client.mjs'
import { Meeting, putNote } from '../integration/support/meeting.mjs'
import { find, findAll, readXml } from '../integration/support/xml.mjs'
import { readZip } from '../integration/support/zip.mjs'
import { checkAccess } from './support/axe.mjs'
import { House } from './support/house.mjs'
import { checkLayout } from './support/layout.mjs'
import { laptop, phone } from './support/screen.mjs'

const code = (name, inside = '', isCodable = true) => `<Code guid="${uuid()}" name="${name}" isCodable="${isCodable}">${inside}</Code>`
const book = (codes, head = '') => `<?xml version="1.0" encoding="utf-8"?>\n${head}<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="NVivo"><Codes>${codes}</Codes></CodeBook>`
const file = (name, text) => ({ name, mimeType: 'application/xml', buffer: Buffer.from(text) })
const many = code('Tid', `<Description>Det som tar tid, &amp; det som får ta tid</Description>${code('Väntan')}`) + code('Närhet') + code('Samverkan över gränser mellan huvudmän och verksamheter')

async function open(t) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server))
  const round = await meeting.addNotes({ question: 'Vad vill ni uppnå?' })
  await putNote(await meeting.person(), round, 'Att få tid')
  const board = uuid()
  await meeting.host.command('board.put', { id: board, base: 0, title: 'Vad vi vill', rounds: [round], hands: 'hosts' })
  await meeting.host.command('theme.put', { id: uuid(), base: 0, board, title: 'närhet', position: 1000 })
  return { house, meeting, round, board }
}

const titlesOf = (store, board) => store.all('theme').filter((theme) => theme.board === board).sort((a, b) => a.position - b.position).map(({ title }) => title)
const are = (meeting, board, titles) => meeting.host.until((store) => titlesOf(store, board).join('|') === titles.join('|'), titles.join())

test('the codes of a codebook become themes, and are taken back at once', async (t) => {
  const { house, meeting, board } = await open(t)
  const screen = await house.hostScreen(meeting, 'värd', laptop)
  const { page } = screen
  await screen.goto(`/host#/process/${meeting.process}/session/${meeting.session}/run/themes`)
  await page.getByRole('button', { name: 'Hämta in en kodbok …' }).click()
  const input = page.locator('dialog input[type=file]')
  await input.setInputFiles(file('fel.qdc', 'PK\x03\x04'))
  await page.getByText('Filen går inte att läsa').waitFor()
  await input.setInputFiles(file('dtd.qdc', book(many, '<!DOCTYPE CodeBook [<!ENTITY a "b">]>\n')))
  await page.getByText('Filen går inte att läsa').waitFor()
  await screen.shot('codebook-wrong')
  await input.setInputFiles(file('projekt.qde', '<Project xmlns="urn:QDA-XML:project:1.0"/>'))
  await page.getByText('Det här är ett helt projekt').waitFor()
  await input.setInputFiles(file('koder.qdc', book(many)))
  await page.getByText('Det som tar tid, & det som får ta tid').waitFor()
  assert.equal(await page.getByRole('checkbox', { name: 'Närhet finns redan på tavlan' }).isDisabled(), true)
  await screen.shot('codebook')
  await checkAccess(screen, 'a codebook')
  await checkLayout(screen, 'a codebook')
  await page.setViewportSize({ width: 320, height: 740 })
  await screen.shot('codebook-320')
  await checkLayout(screen, 'a codebook at 320 px')
  await page.setViewportSize(laptop.viewport ?? { width: 1366, height: 768 })
  await page.getByRole('checkbox', { name: /^Samverkan/ }).uncheck()
  await page.getByRole('button', { name: 'Lägg till 2 teman' }).click()
  await are(meeting, board, ['närhet', 'Tid', 'Tid / Väntan'])
  assert.equal(meeting.host.store.all('theme').find(({ title }) => title === 'Tid').definition, 'Det som tar tid, & det som får ta tid')
  await page.getByRole('button', { name: 'Ångra: 2 teman ur kodboken är tillagda' }).click()
  await are(meeting, board, ['närhet'])
})

test('a project and a codebook are downloaded, and the codebook is read in again', async (t) => {
  const { house, meeting, board } = await open(t)
  const screen = await house.hostScreen(meeting, 'värd', phone, { acceptDownloads: true })
  const { page } = screen
  const fetched = async (name) => {
    await page.getByLabel(name).check()
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Hämta', exact: true }).click()
    return readFile(await (await coming).path())
  }
  await screen.goto(`/host#/process/${meeting.process}/downloads`)
  await page.getByLabel('Projekt för textanalys (REFI-QDA)').check()
  await screen.shot('downloads-project')
  await checkLayout(screen, 'downloads of a project')
  const project = readXml(readZip(await fetched('Projekt för textanalys (REFI-QDA)')).get('project.qde').toString())
  assert.equal(findAll(project, 'PlainTextSelection').length, 1)
  await page.getByLabel('Bara frågor som öppnades från och med').fill('2999-12-31')
  const nothing = readXml(readZip(await fetched('Projekt för textanalys (REFI-QDA)')).get('project.qde').toString())
  assert.equal(findAll(nothing, 'TextSource').length, 0)
  const bytes = await fetched('Kodbok för textanalys (REFI-QDA)')
  assert.equal(find(readXml(bytes.toString()), 'Code').attributes.name, 'Tavlor med teman')

  const other = uuid()
  await meeting.host.command('board.put', { id: other, base: 0, title: 'En till', rounds: meeting.host.store.find('board', board).rounds, hands: 'hosts' })
  await screen.goto(`/host#/process/${meeting.process}/session/${meeting.session}/run/themes`)
  await page.getByRole('combobox', { name: 'Tavla' }).selectOption({ label: 'En till' })
  await page.getByRole('button', { name: 'Hämta in en kodbok …' }).click()
  await page.locator('dialog input[type=file]').setInputFiles(file('samskap.qdc', bytes.toString()))
  await page.getByRole('button', { name: 'Lägg till 1 tema', exact: true }).click()
  await are(meeting, other, ['närhet'])
})
