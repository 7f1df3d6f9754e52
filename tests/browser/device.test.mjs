// What a phone keeps, in a real browser: IndexedDB, Web Locks and channels between tabs. No screens.
import test from 'node:test'
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Meeting } from '../integration/support/meeting.mjs'
import { launchMortal } from './support/browser.mjs'
import { serveDevicePage, Tab } from './support/device.mjs'
import { House } from './support/house.mjs'
import { phone } from './support/screen.mjs'

const three = ['Närhet', 'Tillit mellan små och stora', 'Mod att sluta']

async function open(t) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server))
  const round = await meeting.addNotes()
  const screen = await house.screen('telefon', phone, { canGoOffline: true })
  await serveDevicePage(screen.context, house.server)
  const tab = () => Tab.open(screen.context, house.server)
  const texts = () => meeting.host.store.notes(round).map(({ text }) => text).sort()
  const arrived = (expected) => meeting.host.until(() => texts().join() === [...expected].sort().join(), `the notes ${expected}`)
  return { house, meeting, round, screen, tab, texts, arrived }
}

test('two tabs at once are the same participant, and so is the page when it is loaded again', async (t) => {
  const { tab } = await open(t)
  const tabs = await Promise.all([tab(), tab(), tab()])
  const [first, ...others] = await Promise.all(tabs.map((one) => one.call('secrets')))
  assert.match(first.token, /^[0-9a-f]{32}$/)
  assert.match(first.author_secret, /^[0-9a-f]{32}$/)
  assert.notEqual(first.token, first.author_secret)
  for (const other of others) assert.deepEqual(other, first)
  await tabs[0].load()
  assert.deepEqual(await tabs[0].call('secrets'), first)
})

test('what is written without a network survives a reload, and arrives once and in order', async (t) => {
  const { meeting, round, screen, tab, texts, arrived } = await open(t)
  const one = await tab()
  assert.equal(await one.join(meeting.link), true, 'the device can keep things')
  await one.joined()
  await one.until('questions', (questions) => questions.length === 1)
  await new Promise((resolve) => setTimeout(resolve, 2500)) // (the view is kept every other second)
  await screen.goOffline()
  await one.until('connection', ({ state }) => state !== 'joined')
  for (const text of three) await one.call('putNote', round, text)
  await one.until('commands', (commands) => commands.length === 3 && commands.every(({ state, isStored }) => state === 'saved' && isStored))

  await one.load()
  await one.join(meeting.link)
  const kept = await one.until('commands', (commands) => commands.length === 3)
  assert.deepEqual(kept.map(({ text }) => text), three, 'in the order in which they were written')
  assert.deepEqual(await one.call('questions'), ['Vad vill du uppnå?'], 'the page shows the last it knew')
  assert.deepEqual(texts(), [])

  await screen.goOnline()
  await arrived(three)
  await one.unsent([])
  screen.isBack()
  assert.deepEqual((await one.call('notes')).sort(), [...three].sort())
})

test('two tabs agree about what is unsent, and the one that stays sends what the other left', async (t) => {
  const { meeting, round, screen, tab, arrived } = await open(t)
  const first = await tab()
  const second = await tab()
  for (const one of [first, second]) {
    await one.join(meeting.link)
    await one.joined()
  }
  await second.call('putNote', round, three[0]) // the first leads: it sends for both
  await arrived([three[0]])
  for (const one of [first, second]) await one.unsent([])

  await screen.goOffline()
  for (const one of [first, second]) await one.until('connection', ({ state }) => state !== 'joined')
  await first.call('putNote', round, three[1])
  await first.until('commands', (commands) => commands.length === 1 && commands[0].isStored)
  await second.unsent([three[1]])
  await first.page.close()
  await second.call('putNote', round, three[2])
  await second.unsent([three[1], three[2]])
  await screen.goOnline()
  await arrived(three)
  await second.unsent([])
  screen.isBack()
})

test('a tab that is closed while it sends leaves nothing unsent and nothing twice', async (t) => {
  const { meeting, round, screen, tab, arrived } = await open(t)
  const many = Array.from({ length: 30 }, (_, i) => `Lapp ${i + 1}`)
  const first = await tab()
  const second = await tab()
  for (const one of [first, second]) {
    await one.join(meeting.link)
    await one.joined()
  }
  for (const text of many) await first.call('putNote', round, text)
  await first.until('commands', (commands) => commands.every(({ isStored }) => isStored))
  await first.page.close()
  await arrived(many)
  await second.unsent([])
  assert.equal(screen.watch.faults.length, 0)
})

test('a battery that dies takes nothing along', async (t) => {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server))
  const round = await meeting.addNotes()
  const profile = mkdtempSync(join(tmpdir(), 'samskap-profile-'))
  t.after(() => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }))

  const before = await launchMortal(profile)
  await serveDevicePage(before.context, house.server)
  const one = await Tab.open(before.context, house.server)
  const mine = await one.call('secrets')
  await one.join(meeting.link)
  await one.joined()
  await house.server.kill()
  await one.until('connection', ({ state }) => state !== 'joined')
  for (const text of three) await one.call('putNote', round, text)
  await one.until('commands', (commands) => commands.length === 3 && commands.every(({ isStored }) => isStored))
  await before.kill()

  await house.server.start()
  await meeting.attendAgain()
  const after = await launchMortal(profile)
  await serveDevicePage(after.context, house.server)
  const again = await Tab.open(after.context, house.server)
  assert.deepEqual(await again.call('secrets'), mine)
  await again.join(meeting.link)
  await again.unsent([])
  assert.deepEqual((await again.call('notes')).sort(), [...three].sort())
  await meeting.host.until((store) => store.notes(round).length === 3, 'the three notes')
  await after.kill()
})
