// At 200 % and on the narrowest screen, who plans and leads reaches every control and sees it whole: nothing lies over it.
import test from 'node:test'
import assert from 'node:assert/strict'
import { House } from './support/house.mjs'
import { layoutFaults } from './support/layout.mjs'
import { still } from './support/pass.mjs'
import { Story } from './support/story.mjs'
import { laptop } from './support/screen.mjs'

// A laptop at 200 %, a phone, the narrowest screen, and that one lying down.
const sizes = [[683, 384], [320, 640], [320, 256], [568, 320]]

// Runs in the page: goes to each control as the keyboard does, and looks at whether it is to be seen there.
function findHidden() {
  const faults = []
  const selector = 'button, a[href], input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
  const isUnseen = (element) => {
    for (let at = element; at; at = at.parentElement) if (getComputedStyle(at).clipPath !== 'none') return true
    return false
  }
  for (const element of document.querySelectorAll(selector)) {
    const isIn = element.checkVisibility({ visibilityProperty: true }) && element.tabIndex >= 0 && !element.disabled && !element.closest('[inert]')
    if (!isIn || isUnseen(element)) continue
    element.focus()
    if (document.activeElement !== element) continue
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect()
    const name = `<${element.tagName.toLowerCase()} ${element.className}> ${(element.ariaLabel ?? element.textContent).trim().slice(0, 40)}`
    if (left < -1 || right > innerWidth + 1) faults.push(`beside the screen: ${name}`)
    // (What is higher than the window is seen in part.)
    const from = Math.max(top, 0)
    const to = Math.min(bottom, innerHeight)
    if (to - from < Math.min(height, 40) - 1) {
      faults.push(`out of sight: ${name}: ${Math.round(top)} to ${Math.round(bottom)}`)
      continue
    }
    const at = document.elementFromPoint(left + width / 2, from + Math.min(to - from, 40) / 2)
    const holds = at && (element.contains(at) || at.contains(element) || [...(element.labels ?? [])].some((label) => label.contains(at)))
    if (!holds) faults.push(`under <${at?.tagName.toLowerCase()} ${at?.className}>: ${name}`)
  }
  return [...new Set(faults)]
}

async function look(screen, state, found) {
  const before = screen.page.viewportSize()
  for (const [width, height] of sizes) {
    await screen.page.setViewportSize({ width, height })
    await still(screen)
    await screen.shot(`reach-${state}-${width}x${height}`)
    const faults = [...(await layoutFaults(screen)), ...(await screen.page.evaluate(findHidden))]
    for (const fault of faults) found.push(`${state}, ${width} × ${height}: ${fault}`)
    await screen.page.evaluate(() => document.activeElement?.blur?.())
  }
  await screen.page.setViewportSize(before)
}

test('every control of the plan and of leading is reached at 200 % and at 320 px', async (t) => {
  const house = await House.open(t)
  const story = await Story.open(house)
  const screen = await house.screen('värd', laptop)
  await story.logIn(screen)
  const found = []
  const { page } = screen

  await screen.goto(story.planPath)
  await page.locator('.item-row').first().waitFor()
  await look(screen, 'plan', found)
  await page.locator('.item-row').filter({ hasText: 'Vad vill ni uppnå?' }).locator('.item-open').click()
  await page.locator('.item-form').waitFor()
  await page.locator('.item-form input').first().fill('Vad vill ni uppnå tillsammans?')
  await look(screen, 'plan-item', found)
  for (const tab of ['details', 'invitation', 'cards', 'downloads']) {
    await page.evaluate((hash) => (location.hash = hash), `${story.planPath.replace('/host', '')}/${tab}`)
    await look(screen, `plan-${tab}`, found)
  }

  await screen.goto(story.hostPath)
  const wanted = new Set(['planned', 'open', 'notes', 'closed', 'words', 'ballot', 'result', 'ended'])
  for await (const state of story.moments()) {
    if (!wanted.has(state)) continue
    await still(screen)
    await look(screen, `run-${state}`, found)
    if (state !== 'words') continue
    await page.evaluate((hash) => (location.hash = hash), `${story.hostPath.replace('/host', '')}/words`)
    await look(screen, 'run-words-tab', found)
    await page.goBack()
  }
  assert.deepEqual(found, [])
})
