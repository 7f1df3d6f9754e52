// axe-core on every page and state: both languages, both themes, and at 320 px.
import test from 'node:test'
import assert from 'node:assert/strict'
import { accessFaults } from './support/axe.mjs'
import { House } from './support/house.mjs'
import { throughDoors, throughMeeting } from './support/pass.mjs'

// Looks once as it is, once in the other theme, once narrow; gives what was found, by where.
function looker(found) {
  const note = (where, faults) => {
    for (const fault of faults) found.set(fault, [...(found.get(fault) ?? []), where])
  }
  return async ({ screen, state }) => {
    const { page } = screen
    const where = `${screen.name}, ${state}`
    note(where, await accessFaults(screen))
    await page.emulateMedia({ colorScheme: screen.dark ? 'light' : 'dark' })
    note(`${where}, ${screen.dark ? 'light' : 'dark'}`, await accessFaults(screen, ['color-contrast']))
    await page.emulateMedia({ colorScheme: screen.dark ? 'dark' : 'light' })
    if (screen.name.startsWith('display')) return
    const before = page.viewportSize()
    await page.setViewportSize({ width: 320, height: 640 })
    note(`${where}, 320 px`, await accessFaults(screen))
    await page.setViewportSize(before)
  }
}

for (const [language, dark] of [['sv', false], ['en', true]]) {
  test(`every page and state can be read by everybody: ${language}, ${dark ? 'dark' : 'light'} first`, async (t) => {
    const house = await House.open(t)
    const found = new Map()
    const look = looker(found)
    await throughMeeting(house, { language, dark }, look)
    await throughDoors(house, { language, dark }, look)
    assert.deepEqual([...found].map(([fault, where]) => `${fault} (${where.length}: ${where.slice(0, 4).join('; ')})`), [])
  })
}
