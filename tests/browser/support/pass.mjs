// Goes through every page and state of a story, and looks at each. look({ screen, state }) is called for every one of them.
import { Carried, makeReturnLink, phonePlaces as betweenPlaces } from './carried.mjs'
import { Grouped } from './grouped.mjs'
import { addPicture, pngOf } from '../../integration/support/pictures.mjs'
import { putComparison } from './made.mjs'
import { Story, longWord } from './story.mjs'
import { Themed } from './themed.mjs'
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
  async revealed({ phone: screen }) {
    await screen.page.locator('main textarea').fill('')
  },
}

// A phone that stays with what was being written there goes on when it is told to.
async function goOn({ page }) {
  const offer = page.locator('.offer.over button')
  if (await offer.count()) await offer.click()
}

// (A page that was narrow meanwhile has closed it.)
async function askWhatToMark(page) {
  const form = page.locator('.mark-form')
  if (!(await form.count())) await page.getByRole('button', { name: /^(Markera …|Mark …)$/ }).click()
  return form
}

async function markPause(page) {
  await (await askWhatToMark(page)).getByRole('button', { name: /^(Paus|Pause)$/ }).click()
  await page.getByRole('list', { name: /^(Det som är markerat|What is marked)$/ }).waitFor()
}

// What is opened at some moments, is looked at, and is closed again: [screen, its state, how it is opened, how it is left].
const openings = {
  notes: [
    ['host', 'why a note is hidden', (page) => page.getByRole('list', { name: /Lappar|Notes/ }).getByRole('button', { name: /^(Dölj|Hide)/ }).first().click(), (page) => page.keyboard.press('Escape')],
    ['host', 'another computer', (page) => page.getByRole('button', { name: /^(På en annan dator|On another computer)$/ }).click(), (page) => page.keyboard.press('Escape')],
  ],
  closed: [
    ['host', 'late notes', (page) => page.getByRole('button', { name: /^(Sena|Late) \(1\)$/ }).click(), (page) => page.goBack()],
    ['host', 'wall', (page) => page.getByRole('button', { name: /^(Vägg|Wall)$/ }).click(), (page) => page.goBack()],
    ['host', 'results', (page) => page.getByRole('button', { name: /^(Resultat|Result)$/ }).click(), (page) => page.goBack()],
  ],
  break: [
    ['host', 'what to mark', askWhatToMark, () => {}],
    ['host', 'marks', markPause, () => {}],
    ['host', 'a cue', (page) => page.getByRole('button', { name: /^(Skriv stödord|Write a cue)$/ }).click(), (page) => page.getByRole('button', { name: /^(Klar|Done)$/ }).click()],
  ],
  words: [
    ['phone', 'who counts how', (page) => page.locator('main ol button').first().click(), (page) => page.locator('main ol button').first().click()],
    ['host', 'a word', (page) => page.getByRole('rowheader').getByRole('button').first().click(), (page) => page.getByRole('rowheader').getByRole('button').first().click()],
    ['host', 'what to do with a word', (page) => page.getByRole('button', { name: /^(Åtgärder för|Actions for)/ }).first().click(), (page) => page.keyboard.press('Escape')],
    ['host', 'a vote of words', (page) => page.getByRole('button', { name: /^(Gör omröstning av orden|Make a vote of the words)/ }).click(), (page) => page.getByRole('button', { name: /^(Tillbaka till orden|Back to the words)$/ }).click()],
  ],
  themes: [
    ['host', 'the wall of themes', (page) => page.getByRole('button', { name: /^(Vägg|Wall)$/ }).last().click(), (page) => page.getByRole('button', { name: /^(Lista|List)$/ }).last().click()],
    ['host', 'where a note goes', (page) => page.locator('.board-note-move').first().click(), (page) => page.keyboard.press('Escape')],
    ['host', 'a theme that is changed', (page) => page.getByRole('button', { name: /^(Ändra temat|Change the theme)/ }).first().click(), (page) => page.keyboard.press('Escape')],
  ],
  'themes that all sort': [
    ['phone', 'one note at a time', (page) => page.getByRole('button', { name: /^(En lapp i taget|One note at a time)$/ }).click(), (page) => page.getByRole('button', { name: /^(Alla teman|All themes)$/ }).click()],
  ],
}

export async function lookIntoOpenings(screens, state, look) {
  for (const [kind, what, open, leave] of openings[state] ?? []) {
    const screen = screens[kind]
    await open(screen.page)
    await still(screen)
    await look({ screen, state: what })
    await leave(screen.page)
  }
}

// The same meeting on all three pages from its plan to its end.
export async function throughMeeting(house, options, look) {
  const story = await Story.open(house)
  const screens = await story.screens(options)
  for await (const state of story.moments()) {
    await still(screens.phone)
    await doings[state]?.(screens)
    if (!['open', 'notes', 'revealed'].includes(state)) await goOn(screens.phone)
    for (const screen of Object.values(screens)) {
      await still(screen)
      await look({ screen, state })
    }
    await lookIntoOpenings(screens, state, look)
  }
  await phonePlaces(screens.phone, look)
  await hostPlaces(story, screens.host, look)
  if (!options.dark) await throughCarried(story, screens, look) // (in one of the two ways in which a test goes through)
  await withoutServer(house, screens, look)
}

// What the meetings of a process have in common, and the time between them.
async function throughCarried(story, { host, display, phone: own }, look) {
  const carried = new Carried(story)
  await carried.open()
  const at = async (screen, state) => {
    await still(screen)
    await look({ screen, state })
  }
  await own.page.evaluate(() => (location.hash = '#/storbild'))
  for await (const state of carried.stages()) for (const screen of [display, own]) await at(screen, state)
  await own.page.evaluate(() => (location.hash = '#/'))
  const grouped = new Grouped(story)
  await visit(host, grouped.hostPath)
  for await (const state of grouped.states()) {
    for (const screen of [host, display, own]) await at(screen, state)
    if (state !== 'called back') continue
    await grouped.moveWhoWrites(own)
    await at(own, 'moved while writing')
    await own.page.locator('main textarea').fill('')
  }
  const themed = new Themed(story)
  await visit(host, themed.hostPath)
  for await (const state of themed.states()) {
    for (const screen of [host, display, own]) await at(screen, state)
    await lookIntoOpenings({ host, phone: own }, state, look)
  }
  await throughComparison(story, { host, display, phone: own }, at)
  await visit(host, story.hostPath)
  for await (const state of carried.scale()) for (const screen of [host, display, own]) await at(screen, state)
  for (const [hash, state] of betweenPlaces) {
    await own.page.evaluate((to) => (location.hash = to), hash)
    await at(own, state)
  }
  await makeReturnLink(own)
  await at(own, 'return link')
  await carried.end()
  await own.page.evaluate(() => (location.hash = '#/'))
  await at(own, 'between the meetings')
  for (const [path, state] of carried.hostPlaces) {
    await visit(host, path)
    await at(host, state)
  }
}

// Words of two roles side by side, on all three pages; the host's also as a table, and where a new one is made.
async function throughComparison(story, { host, display, phone: own }, at) {
  const { meeting } = story
  const words = [['trygghet', longWord, 'mod'], ['trygghet', 'närhet']]
  const { round, comparison } = await putComparison(meeting, story.people, meeting.host.store.all('process')[0].profile.roles, words)
  await story.stage('comparison', { comparison, round })
  await visit(host, `${story.hostPath}/compare`)
  await host.page.locator('.compare-tools').waitFor()
  for (const screen of [host, display, own]) await at(screen, 'side by side')
  await host.page.getByRole('button', { name: /^(Tabell|Table)$/ }).click()
  await at(host, 'side by side as a table')
  await host.page.getByRole('button', { name: /^(Ny jämförelse|New comparison)$/ }).click()
  await at(host, 'a new comparison')
}

async function visit({ page }, path) {
  await page.evaluate((hash) => (location.hash = hash), path.replace('/host', ''))
}

// When the server is gone, every page stays, says so, and offers nothing that needs it.
async function withoutServer(house, screens, look) {
  for (const screen of Object.values(screens)) screen.watch.expectOutage()
  await house.server.kill()
  for (const screen of Object.values(screens)) {
    await screen.page.waitForTimeout(500)
    await still(screen)
    await look({ screen, state: 'no server' })
  }
  await house.server.start()
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
  for (const caption of [`Vad ${longWord} betyder för den som bor ensam`, '']) await addPicture(story.meeting, pngOf(300, 200), { caption, position: caption.length })
  const process = `/host#/process/${story.meeting.process}`
  const places = [
    ['/host#/', 'house'],
    ['/host#/new', 'new process'],
    ['/host#/accounts', 'accounts'],
    [process, 'process'],
    [`${process}/settings`, 'settings'],
    [`${process}/reuse`, 'reuse'],
    [story.planPath, 'plan'],
    [`${story.planPath}/details`, 'details'],
    [`${story.planPath}/invitation`, 'invitation'],
    [`${story.planPath}/cards`, 'cards'],
    [`${story.planPath}/slips`, 'slips'],
    [`${story.planPath}/paper`, 'notes on paper'],
    [`${story.planPath}/pictures`, 'pictures'],
    [`${story.planPath}/camera`, 'camera'],
    [`${story.planPath}/downloads`, 'downloads'],
    [`${story.planPath}/remote`, 'remote'],
    [`${story.hostPath}/words`, 'words'],
  ]
  for (const [path, state] of places) {
    await visit(screen, path)
    await still(screen)
    await look({ screen, state })
  }
  await visit(screen, '/host#/new')
  await screen.page.getByText(/^(Se vad som ingår|See what is in it)$/).first().click()
  await still(screen)
  await look({ screen, state: 'what is in a template' })
}

// What is there before anybody is in.
export async function throughDoors(house, options, look) {
  const language = options.language ?? 'sv'
  const screen = await house.screen(`door ${language}`, phone, options)
  screen.watch.expect(/status of 4\d\d/) // (a wrong password)
  for (const [path, state] of [['/', 'code'], ['/j/1234567890', 'wrong code'], ['/host', 'log in'], ['/research', 'log in to read'], ['/host#invite=00112233445566778899aabbccddeeff', 'invited'], ['/display', 'pairing']]) {
    await screen.page.setViewportSize(/^\/(host|research|display)/.test(path) ? laptop.viewport : phone.viewport)
    await screen.goto('about:blank')
    await screen.goto(path)
    if (state === 'wrong code') await screen.page.locator('main button').first().click().catch(() => {})
    await still(screen)
    await look({ screen, state })
  }
}
