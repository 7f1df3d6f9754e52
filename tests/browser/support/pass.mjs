// Goes through every page and state of a story, and looks at each. look({ screen, state }) is called for every one of them.
import { Story } from './story.mjs'
import { laptop, phone } from './screen.mjs'

const QUIET = 150

// Until nothing on the page has changed for a while.
export async function still({ page }) {
  await page.evaluate(
    (quiet) =>
      new Promise((resolve) => {
        const end = () => {
          observer.disconnect()
          resolve()
        }
        let timer = setTimeout(end, quiet)
        setTimeout(end, 10 * quiet) // (a clock that counts down is never still)
        const observer = new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(end, quiet)
        })
        observer.observe(document.body, { subtree: true, childList: true, attributes: true })
      }),
    QUIET,
  )
}

// What a participant does at some moments, so that own things are there to be seen.
const doings = {
  async 'check-in'({ phone: screen }) {
    await screen.page.locator('main form button:not([type=button])').first().click()
  },
  async open({ phone: screen }) {
    await screen.page.locator('main textarea').fill('Min egen lapp om samverkansöverenskommelserna')
    await screen.page.locator('main form button.primary').first().click()
    await screen.page.locator('main textarea').fill('Ett utkast')
  },
}

// The same meeting on all three pages from its plan to its end.
export async function throughMeeting(house, options, look) {
  const story = await Story.open(house)
  const screens = await story.screens(options)
  for await (const state of story.moments()) {
    await still(screens.phone)
    await doings[state]?.(screens)
    for (const screen of Object.values(screens)) {
      await still(screen)
      await look({ screen, state })
    }
  }
  await phonePlaces(screens.phone, look)
  await hostPlaces(story, screens.host, look)
  return story
}

// What is a tap away on a phone.
async function phonePlaces(screen, look) {
  for (const [hash, state] of [['#/svar', 'my answers'], ['#/storbild', 'big screen'], ['#/jag', 'about me'], ['#/forskning', 'research'], ['#/moten', 'meetings']]) {
    await screen.page.evaluate((to) => (location.hash = to), hash)
    await still(screen)
    await look({ screen, state })
  }
}

async function hostPlaces(story, screen, look) {
  const process = `/host#/process/${story.meeting.process}`
  const places = [
    ['/host#/', 'house'],
    ['/host#/new', 'new process'],
    ['/host#/accounts', 'accounts'],
    [process, 'process'],
    [`${process}/settings`, 'settings'],
    [story.planPath, 'plan'],
    [`${story.planPath}/details`, 'details'],
    [`${story.planPath}/invitation`, 'invitation'],
    [`${story.planPath}/cards`, 'cards'],
    [`${story.planPath}/downloads`, 'downloads'],
    [`${story.hostPath}/words`, 'words'],
  ]
  for (const [path, state] of places) {
    await screen.page.evaluate((hash) => (location.hash = hash), path.replace('/host', ''))
    await still(screen)
    await look({ screen, state })
  }
}

// What is there before anybody is in.
export async function throughDoors(house, options, look) {
  const language = options.language ?? 'sv'
  const screen = await house.screen(`door ${language}`, phone, options)
  screen.watch.expect(/status of 4\d\d/) // (a wrong password)
  for (const [path, state] of [['/', 'code'], ['/j/1234567890', 'wrong code'], ['/host', 'log in'], ['/host#invite=00112233445566778899aabbccddeeff', 'invited'], ['/display', 'pairing']]) {
    await screen.page.setViewportSize(path.startsWith('/host') || path === '/display' ? laptop.viewport : phone.viewport)
    await screen.goto('about:blank')
    await screen.goto(path)
    if (state === 'wrong code') await screen.page.locator('main button').first().click().catch(() => {})
    await still(screen)
    await look({ screen, state })
  }
}
