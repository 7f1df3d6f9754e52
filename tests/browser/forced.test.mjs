// Where the system chooses the colours, every page and state still says what it says: in a light contrast theme and a dark one.
import test from 'node:test'
import assert from 'node:assert/strict'
import { forcedFaults } from './support/forced.mjs'
import { House } from './support/house.mjs'
import { throughDoors, throughMeeting } from './support/pass.mjs'

test('controls, focus, choices, bars and codes are seen in contrast themes, light and dark', async (t) => {
  const house = await House.open(t)
  const found = new Map()
  const look = async ({ screen, state }) => {
    for (const theme of ['dark', 'light']) {
      await screen.page.emulateMedia({ colorScheme: theme })
      assert.deepEqual(await themeOf(screen), { theme, isForced: true })
      await screen.shot(`forced-${theme}-${screen.name.split(' ')[0]}-${state.replaceAll(' ', '-')}`)
      for (const fault of await forcedFaults(screen)) found.set(fault, [...(found.get(fault) ?? []), `${screen.name}, ${state}, ${theme}`])
    }
  }
  const options = { forcedColors: 'active' }
  await throughMeeting(house, options, look)
  await throughDoors(house, options, look)
  assert.deepEqual([...found].map(([fault, where]) => `${fault} (${where.length}: ${where.slice(0, 4).join('; ')})`), [])
})

function themeOf({ page }) {
  return page.evaluate(() => ({
    theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    isForced: matchMedia('(forced-colors: active)').matches,
  }))
}
