// Where the system chooses the colours, every page and state still says what it says.
import test from 'node:test'
import assert from 'node:assert/strict'
import { forcedFaults } from './support/forced.mjs'
import { House } from './support/house.mjs'
import { throughDoors, throughMeeting } from './support/pass.mjs'

for (const dark of [false, true]) {
  test(`controls, focus, choices, bars and codes are seen in a ${dark ? 'dark' : 'light'} contrast theme`, async (t) => {
    const house = await House.open(t)
    const found = new Map()
    const look = async ({ screen, state }) => {
      await screen.shot(`forced-${dark ? 'dark' : 'light'}-${screen.name.split(' ')[0]}-${state.replaceAll(' ', '-')}`)
      for (const fault of await forcedFaults(screen)) found.set(fault, [...(found.get(fault) ?? []), `${screen.name}, ${state}`])
    }
    const options = { dark, forcedColors: 'active' }
    await throughMeeting(house, options, look)
    await throughDoors(house, options, look)
    assert.deepEqual([...found].map(([fault, where]) => `${fault} (${where.length}: ${where.slice(0, 4).join('; ')})`), [])
  })
}
