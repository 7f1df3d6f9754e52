// No text is cut and nobody scrolls sideways: from 320 to 1920 px, at 200 % zoom, with long Swedish words and many notes.
import test from 'node:test'
import assert from 'node:assert/strict'
import { House } from './support/house.mjs'
import { layoutFaults } from './support/layout.mjs'
import { still, throughDoors, throughMeeting } from './support/pass.mjs'

// 683 × 384 and 960 × 540 are a laptop and a projector's computer at 200 %.
const sizes = {
  phone: [[320, 640], [380, 800], [768, 1024], [1366, 768]],
  host: [[320, 640], [683, 384], [768, 1024], [1366, 768], [1920, 1080]],
  door: [[320, 640], [683, 384], [1366, 768]],
  display: [[960, 540], [1024, 768], [1920, 1080]],
}
const leastTargets = { phone: 44, door: 24, host: 24, display: 24 }
const shown = new Set(['open', 'revealed', 'words', 'ballot', 'result', 'ended', 'plan', 'code'])

test('all text can be read at every size, in every state', async (t) => {
  const house = await House.open(t)
  const found = new Map()
  const add = (fault, where) => found.set(fault, [...(found.get(fault) ?? []), where])
  const look = async ({ screen, state }) => {
    const [kind] = screen.name.split(' ')
    const before = screen.page.viewportSize()
    for (const [width, height] of sizes[kind]) {
      await screen.page.setViewportSize({ width, height })
      await still(screen)
      const leastTarget = width < 768 ? leastTargets[kind] : 24
      for (const fault of await layoutFaults(screen, { leastTarget })) add(`${kind}: ${fault}`, `${state} ${width}`)
      if (shown.has(state)) await screen.shot(`layout-${kind}-${state.replaceAll(' ', '-')}-${width}`)
    }
    await screen.page.setViewportSize(before)
  }
  await throughMeeting(house, {}, look)
  await throughDoors(house, {}, look)
  assert.deepEqual([...found].map(([fault, where]) => `${fault} (${where.length}: ${where.slice(0, 4).join(', ')})`), [])
})
