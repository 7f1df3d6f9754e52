// Templates as somebody who leads meets them: what is in one is seen before it is chosen; a process is made, copied, kept as a
// template, taken home as a file and brought in again; sessions go into a calendar.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { Meeting } from '../integration/support/meeting.mjs'
import { Host } from './support/host.mjs'
import { House } from './support/house.mjs'
import { Phone } from './support/phone.mjs'
import { laptop, phone } from './support/screen.mjs'

const LPU = 'Lokal praktikutveckling (LPU)'

async function open(t, kind = laptop) {
  const house = await House.open(t)
  const host = new Host(await house.screen('värd', kind))
  await host.accept(await house.server.invite())
  return { house, host, page: host.page }
}

const card = (page, name) => page.getByRole('radio', { name: new RegExp(`^${name.replace(/[()]/g, '\\$&')}`) })

async function downloaded(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()])
  return { name: download.suggestedFilename(), path: await download.path(), text: readFileSync(await download.path(), 'utf8') }
}

async function create(host, title, date) {
  await host.page.getByLabel('Vad heter den?').fill(title)
  if (date) await host.page.getByLabel(/^(Dag|Första dagen)$/).fill(date)
  await host.button('Skapa processen').click()
  await host.page.getByRole('link', { name: title }).first().waitFor()
}

test('an LPU is seen before it is chosen, and becomes five meetings', async (t) => {
  const { house, host, page } = await open(t)
  await page.getByRole('link', { name: 'Ny process' }).click()
  await card(page, LPU).focus()
  await page.keyboard.press('Space')
  await page.getByText('5 tillfällen · 120 min var').first().waitFor()
  await page.getByText('Se vad som ingår').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Träff 4: Vi prövar' }).waitFor()
  await page.getByText('När märker du av utmaningen?').waitFor()
  await host.screen.shot('templates-01-contents', { fullPage: true })
  await create(host, 'Vårt LPU', '2026-10-01')
  await page.goto(`${house.server.url}/host#/process/${host.process}`)
  for (const [title, when] of [['Träff 1: Vår utmaning', '1 oktober'], ['Träff 5: Det vi tar med oss', '24 december']]) {
    const row = page.getByRole('listitem').filter({ hasText: title })
    await row.getByText(when).waitFor()
  }
  const { name, text } = await downloaded(page, () => host.button('Lägg till alla 5 i kalendern').click())
  assert.equal(name, 'vart-lpu.ics')
  assert.equal(text.match(/BEGIN:VEVENT/g).length, 5)
  assert.match(text, /SUMMARY:Vårt LPU: Träff 1: Vår utmaning\r\n/)
  const [from, to] = ['DTSTART', 'DTEND'].map((line) => text.match(new RegExp(`${line}:(\\d{8})T(\\d{4})`)).slice(1))
  assert.deepEqual([from[0], Number(to[1]) - Number(from[1])], ['20261001', 200])
  await host.screen.shot('templates-02-sessions', { fullPage: true })
  house.check()
})

test('a process is copied, kept as a template, and the template removed: all of it taken back', async (t) => {
  const { house, host, page } = await open(t)
  await page.getByRole('link', { name: 'Ny process' }).click()
  await card(page, 'Återblick').check()
  await create(host, 'Höstens återblick')
  await page.goto(`${house.server.url}/host#/process/${host.process}/reuse`)
  await page.getByLabel('Vad heter mallen?').fill('')
  await host.button('Spara mallen').click()
  await page.getByText('Skriv vad mallen heter.').waitFor()
  await page.getByLabel('Vad heter mallen?').fill('Vår återblick')
  await page.getByLabel('När är den bra?').fill('Efter varje termin.')
  await host.button('Spara mallen').click()
  await page.getByText('Mallen är sparad.').waitFor()
  await host.screen.shot('templates-03-reuse', { fullPage: true })
  await host.button('Ångra: Mallen ”Vår återblick” är sparad').click()
  await page.getByText('Mallen är sparad.').waitFor({ state: 'detached' })
  await host.button('Spara mallen').click()
  await page.getByText('Mallen är sparad.').waitFor()

  await host.button('Kopiera processen …').click()
  await page.getByRole('heading', { name: 'Ny process', level: 1 }).waitFor()
  assert.ok(await card(page, 'Kopia av Höstens återblick').isChecked())
  assert.equal(await card(page, 'Vår återblick').count(), 1, 'the one that was taken back is gone')
  await create(host, 'Vårens återblick')
  await page.getByText('Det vi prövar').first().waitFor()

  await page.goto(`${house.server.url}/host#/new`)
  await card(page, 'Vår återblick').check()
  await page.getByText('Efter varje termin.').waitFor()
  await page.getByText('1 tillfälle · 60 min · 5 frågor').last().waitFor()
  await host.button('Ta bort mallen').click()
  await card(page, 'Vår återblick').waitFor({ state: 'detached' })
  await host.button('Ångra: Mallen ”Vår återblick” är borttagen').click()
  await card(page, 'Vår återblick').waitFor()
  house.check()
})

test('a template goes home as a file and comes in again; what is wrong with one is said', async (t) => {
  const { house, host, page } = await open(t)
  await page.getByRole('link', { name: 'Ny process' }).click()
  await card(page, 'Dialog med invånare').check()
  const { name, path, text } = await downloaded(page, () => host.button('Ladda ned mallen som fil').click())
  assert.equal(name, 'samskap-dialog-med-invanare.json')
  const file = page.locator('input[type=file]')
  const wrong = JSON.parse(text)
  delete wrong.sessions[0].items[2].title
  wrong.sessions[0].items[4].round.visibility = 'some'
  await file.setInputFiles({ name: 'fel.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(wrong)) })
  await page.getByText('Filen går inte att använda som mall.').waitFor()
  await page.getByText('Tillfälle 1, programpunkt 3, ”title”: saknas').waitFor()
  await page.getByText(/Tillfälle 1, programpunkt 5, ”round”, ”visibility”: är inget av det/).waitFor()
  await host.screen.shot('templates-04-wrong', { fullPage: true })
  await file.setInputFiles({ name: 'ingen.json', mimeType: 'application/json', buffer: Buffer.from('Hej') })
  await page.getByText('Filen: är ingen JSON-fil').waitFor()

  await file.setInputFiles(path)
  await page.getByText('Filen går inte att använda som mall.').waitFor({ state: 'detached' })
  await page.getByRole('group', { name: 'Från dig' }).getByRole('radio').isChecked()
  await create(host, 'Dialog i bygden')
  await page.getByText('När det var bra').first().waitFor()
  house.check()
})

test('a session is copied from its row', async (t) => {
  const { house, host, page } = await open(t)
  await page.getByRole('link', { name: 'Ny process' }).click()
  await card(page, 'Styrgruppsmöte').check()
  await create(host, 'Styrgruppen')
  await page.goto(`${house.server.url}/host#/process/${host.process}`)
  await page.getByRole('button', { name: 'Kopiera: Styrgruppen' }).click()
  await page.getByLabel('Vad heter det?').fill('Möte 2')
  await host.button('Skapa tillfället').click()
  await page.getByRole('heading', { name: 'Möte 2', level: 1 }).waitFor()
  await page.getByText('Ställningstagande').first().waitFor()
  house.check()
})

test('a participant takes the session into a calendar', async (t) => {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server, { session: { live: false } }))
  const { host, session } = meeting
  const { seq } = host.store.find('session', session)
  await host.command('session.put', { id: session, base: seq, title: 'Träff på Stora torget', starts: Date.parse('2027-03-02T12:00:00Z') })
  const mobile = new Phone(await house.screen('telefon', phone))
  await mobile.joinByLink(meeting.link.secret)
  await mobile.introduce({})
  const { page } = mobile
  const { text, name } = await downloaded(page, () => page.getByRole('button', { name: 'Lägg till i kalendern' }).click())
  assert.equal(name, 'traff-pa-stora-torget.ics')
  assert.match(text, /DTSTART:20270302T120000Z\r\n/)
  assert.match(text, new RegExp(`UID:${session}\r\n`))
  await mobile.screen.shot('templates-05-phone', { fullPage: true })
  house.check()
})
