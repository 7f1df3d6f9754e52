// Notes sorted into themes: by keyboard in the list, by mouse on the wall, by thumb on phones; shown on the big screen, voted on
// with a line and in a second pass. Nothing jumps while somebody is in the middle of something.
import assert from 'node:assert/strict'
import test from 'node:test'
import { uuid } from '../integration/support/client.mjs'
import { Meeting, putNote, putVote } from '../integration/support/meeting.mjs'
import { checkAccess } from './support/axe.mjs'
import { House } from './support/house.mjs'
import { checkLayout } from './support/layout.mjs'
import { Phone } from './support/phone.mjs'
import { laptop, phone, projector } from './support/screen.mjs'

const texts = [
  'Att den som behöver hjälp bara ska behöva berätta en gång',
  'Samma ingång oavsett var i länet man bor',
  'Trygghet i hela kedjan, oavsett vem som är huvudman',
  'Mod att sluta med sådant som inte hjälper någon',
  'Vi ringer innan vi skriver en remiss',
  'Att elevhälsan är med från början',
  'Kunskapsstyrningsorganisationen ska märkas ute i verksamheterna',
  'Tillit mellan små och stora kommuner',
]

async function open(t, { notes = texts, ...more } = {}) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server))
  const item = uuid()
  await meeting.host.command('item.put', { id: item, base: 0, session: meeting.session, form: 'round', title: 'Vad vi vill', minutes: 20, position: 1000 })
  const round = await meeting.addNotes({ item, question: 'Vad vill ni uppnå tillsammans?', notes: { supports: true }, ...more })
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'round', item, round })
  const people = await meeting.people(6)
  for (const [i, text] of notes.entries()) await putNote(people[i % people.length], round, text)
  await meeting.host.until((store) => store.notes(round).length === notes.length, 'all notes')
  return { house, meeting, round, people }
}

async function asHost({ house, meeting }, name, path, kind = laptop, options = {}) {
  const screen = await house.hostScreen(meeting, name, kind, options)
  await screen.goto(`/host#/process/${meeting.process}${path}`)
  return screen
}

async function putBoard(meeting, round, titles, more = {}) {
  const board = uuid()
  await meeting.host.command('board.put', { id: board, base: 0, title: 'Vad vi vill', rounds: [round], hands: 'hosts', shown: true, ...more })
  const themes = titles.map(() => uuid())
  for (const [i, title] of titles.entries()) await meeting.host.command('theme.put', { id: themes[i], base: 0, board, title, position: (i + 1) * 1000 })
  return { board, themes }
}

const themesOfNote = (meeting, text) => {
  const { store } = meeting.host
  const note = store.all('note').find((one) => one.text === text)
  const sorting = store.all('sorting').find((one) => one.note === note.id)
  return (sorting?.themes ?? []).map((id) => store.find('theme', id)?.title).sort()
}
const isIn = (meeting, text, titles) => meeting.host.until(() => themesOfNote(meeting, text).join() === [...titles].sort().join(), `${text}: ${titles}`)

test('the first theme is made from notes, and all can be done by keyboard', async (t) => {
  const here = await open(t)
  const { meeting } = here
  const screen = await asHost(here, 'värd', `/session/${meeting.session}/run/themes`)
  const { page } = screen
  const row = (text) => page.getByRole('checkbox', { name: text })
  const button = (name) => page.getByRole('button', { name, exact: true })
  await screen.shot('themes-none')
  await button('Gör tavlan').click()
  await button('Första temat').waitFor()
  await screen.shot('themes-empty')
  await checkAccess(screen, 'a board without themes')

  await row(texts[0]).focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.getByText('2 markerade', { exact: true }).first().waitFor()
  await page.keyboard.press('n')
  await page.getByLabel('Temats namn').fill('En väg in')
  await screen.shot('themes-new')
  await page.keyboard.press('Enter')
  await isIn(meeting, texts[0], ['En väg in'])
  await isIn(meeting, texts[1], ['En väg in'])

  // One goes on at the next note, and a theme that is not there yet is made on the way.
  await page.waitForFunction((text) => document.activeElement?.closest('li')?.textContent.includes(text), texts[2])
  await page.keyboard.press('m')
  await page.getByRole('combobox', { name: 'Vilket tema?' }).fill('Trygghet')
  await screen.shot('themes-move')
  await checkAccess(screen, 'where a note is moved')
  await page.keyboard.press('Enter')
  await page.getByLabel('Temats namn').press('Enter')
  await isIn(meeting, texts[2], ['Trygghet'])

  await row(texts[0]).focus()
  await page.keyboard.press('a')
  await page.getByRole('combobox', { name: 'Vilket tema?' }).fill('try')
  await page.keyboard.press('Enter')
  await isIn(meeting, texts[0], ['En väg in', 'Trygghet'])
  await page.getByText('Också i Trygghet', { exact: true }).waitFor()
  await button('Ångra: 1 lapp också i Trygghet').click()
  await isIn(meeting, texts[0], ['En väg in'])
  await row(texts[1]).focus()
  await page.keyboard.press('t')
  await isIn(meeting, texts[1], [])
  await screen.shot('themes-list')
  await checkAccess(screen, 'the list')
  await page.setViewportSize({ width: 320, height: 640 })
  await checkLayout(screen, 'the list, 320 px')
  await screen.shot('themes-list-320')
})

test('on the wall notes are dragged, and what others move waits meanwhile', async (t) => {
  const here = await open(t)
  const { meeting, round } = here
  const { board, themes } = await putBoard(meeting, round, ['En väg in', 'Trygghet', 'Kunskapsstyrningsorganisationens delaktighetsförutsättningar'])
  const screen = await asHost(here, 'värd', `/session/${meeting.session}/run/themes`)
  const { page } = screen
  await page.getByRole('button', { name: 'Vägg', exact: true }).last().click()
  const card = (text) => page.locator('.board-note').filter({ hasText: text })
  const field = (title) => page.locator('.board-field').filter({ has: page.getByRole('heading', { name: title }) })
  const carry = async (text, title) => {
    const from = await card(text).boundingBox()
    const to = await field(title).boundingBox()
    await page.mouse.move(from.x + from.width - 12, from.y + 12)
    await page.mouse.down()
    await page.mouse.move(from.x + from.width - 18, from.y + 18, { steps: 3 })
    await page.mouse.move(to.x + 40, to.y + 30, { steps: 6 })
    await page.mouse.move(to.x + 42, to.y + 32)
    await page.locator('.is-over').waitFor()
  }
  await carry(texts[0], 'Trygghet')
  const others = meeting.host.store.all('note').filter(({ text }) => texts.slice(2, 5).includes(text))
  for (const { id } of others) await meeting.host.command('note.sort', { board, note: id, to: themes[0] })
  await page.getByText('3 lappar har flyttats av andra').waitFor()
  assert.equal(await field('En väg in').locator('.board-note').count(), 0, 'nothing moves while one drags')
  await page.mouse.up()
  await isIn(meeting, texts[0], ['Trygghet'])
  await field('En väg in').getByText(texts[2]).waitFor()
  await checkAccess(screen, 'the wall')
  await screen.shot('themes-wall')
  await page.emulateMedia({ colorScheme: 'dark' })
  await screen.shot('themes-wall-dark')
  await page.getByRole('button', { name: /^Ångra: 1 lapp flyttad till Trygghet/ }).click()
  await isIn(meeting, texts[0], [])
})

test('all sort by their phones, and the big screen shows the board and one theme', async (t) => {
  const here = await open(t)
  const { house, meeting, round } = here
  const { board, themes } = await putBoard(meeting, round, ['En väg in', 'Trygghet i hela kedjan', 'Mod'], { hands: 'all' })
  await meeting.closeRound(round)
  const { token } = await meeting.host.command('display.add', { session: meeting.session })
  const display = await house.screen('storbild', projector)
  await display.goto(`/display#token=${token}`)
  const own = await house.screen('telefon', phone)
  await own.goto(`/j/#${meeting.link.secret}`)
  await own.page.getByRole('button', { name: 'Fortsätt' }).click()
  await own.page.getByRole('link', { name: 'Sortera lapparna: Vad vi vill' }).click()
  const which = own.page.getByRole('group', { name: 'Vilket tema?' })
  await own.shot('themes-phone-first')
  const first = await own.page.locator('.sorter-note .note-text').textContent()
  await own.shot('themes-phone')
  await checkAccess(own, 'the phone that sorts')
  await which.getByRole('button', { name: 'Mod' }).click()
  await isIn(meeting, first, ['Mod'])
  await own.page.getByRole('button', { name: 'Tillbaka', exact: true }).click()
  await isIn(meeting, first, [])
  assert.equal(await own.page.locator('.sorter-note .note-text').textContent(), first)
  await which.getByRole('button', { name: 'Nytt tema' }).click()
  await own.page.getByLabel('Temats namn').fill('Vardag')
  await own.page.getByRole('button', { name: 'Lägg lappen där' }).click()
  await isIn(meeting, first, ['Vardag'])
  const second = await own.page.locator('.sorter-note .note-text').textContent()
  await own.page.getByRole('button', { name: 'Hoppa över' }).click()
  assert.notEqual(await own.page.locator('.sorter-note .note-text').textContent(), second)
  await own.page.getByRole('button', { name: 'Alla teman' }).click()
  await own.page.getByText('Vardag').click()
  await own.shot('themes-phone-list')
  await own.page.setViewportSize({ width: 320, height: 640 })
  await checkLayout(own, 'the list on a phone, 320 px')

  const notes = meeting.host.store.all('note').filter(({ text }) => text !== first)
  for (const [i, { id }] of notes.entries()) await meeting.host.command('note.sort', { board, note: id, to: themes[i % 2] })
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'themes', board })
  await display.page.getByRole('row').filter({ hasText: 'Vardag' }).waitFor()
  await display.shot('themes-display')
  await checkLayout(display, 'the board')
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'themes', board, theme: themes[0] })
  await display.page.getByRole('heading', { name: 'En väg in' }).waitFor()
  await display.page.locator('.stage-sheet').first().waitFor()
  await display.shot('themes-display-one')
  await checkLayout(display, 'one theme')
})

test('a note that is too long for the phone is read to its end by keyboard', async (t) => {
  const long = `${'Den som söker hjälp ska inte behöva berätta samma sak för fem olika verksamheter. '.repeat(12)}Sist av allt.`
  const here = await open(t, { notes: [long] })
  await putBoard(here.meeting, here.round, ['Trygghet'], { hands: 'all' })
  await here.meeting.closeRound(here.round)
  const own = await here.house.screen('telefon', phone)
  await own.goto(`/j/#${here.meeting.link.secret}`)
  await own.page.getByRole('button', { name: 'Fortsätt' }).click()
  await own.page.getByRole('link', { name: 'Sortera lapparna: Vad vi vill' }).click()
  const note = own.page.getByRole('group', { name: 'Lappen, som går att rulla' })
  await note.focus()
  await own.page.keyboard.press('End')
  await own.page.waitForFunction(() => {
    const { scrollTop, clientHeight, scrollHeight } = document.querySelector('.sorter-note')
    return scrollTop + clientHeight > scrollHeight - 4
  })
  await own.shot('themes-phone-long')
  await checkAccess(own, 'a long note')
  await own.page.setViewportSize({ width: 360, height: 4000 })
  await note.waitFor({ state: 'detached' }) // (with room for all of it there is nothing to reach)
})

// What the page says of the line, a phone says too.
async function lineOnPhone({ house, meeting }, { id, item }) {
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'round', item, round: id })
  const own = new Phone(await house.screen('telefon', phone))
  await own.joinByLink(meeting.link.secret)
  await own.introduce()
  await own.goTo('Storbilden')
  await own.page.getByText('De 2 främsta går vidare. På gränsen, med lika många röster: Trygghet, Mod.').waitFor()
  const rows = await own.page.locator('.ballot-result .choices > li').evaluateAll((items) => items.map((item) => item.querySelector('.choice-text')?.textContent ?? item.textContent))
  assert.deepEqual(rows, ['Närhet', 'Trygghet', 'Mod', 'Här går gränsen', 'Tid'])
  assert.equal(await own.page.getByText('Delar platsen på gränsen').count(), 2)
  await own.screen.shot('themes-tie-phone', { fullPage: true })
  await checkAccess(own.screen, 'a tie on the line')
  await own.page.setViewportSize({ width: 320, height: 640 })
  await checkLayout(own.screen, 'a tie on the line, 320 px')
}

test('themes become choices, the line shows a tie, and the next pass is held against the first', async (t) => {
  const here = await open(t)
  const { meeting, round, people } = here
  await putBoard(meeting, round, ['Närhet', 'Trygghet', 'Mod', 'Tid'])
  await meeting.closeRound(round)
  const screen = await asHost(here, 'värd', `/session/${meeting.session}/run/themes`)
  const { page } = screen
  const button = (name) => page.getByRole('button', { name, exact: true })
  await button('Gör till val i en omröstning').click()
  await page.getByLabel('Går vidare').selectOption('2')
  await screen.shot('themes-ballot')
  await button('Lägg till omröstningen').click()
  await button('Gå till omröstningen nu').click()
  const ballots = () => meeting.host.store.all('round').filter(({ form, removed }) => form === 'ballot' && !removed).sort((a, b) => a.seq - b.seq)
  const [ballot] = ballots()
  assert.equal(ballot.ballot.cut, 2)
  assert.ok(ballot.ballot.choices.every(({ theme }) => meeting.host.store.find('theme', theme)))
  await meeting.host.command('round.open', { id: ballot.id })
  const vote = async (id, votes) => {
    const { choices } = meeting.host.store.find('round', id).ballot
    for (const [i, [title, n]] of Object.entries(votes).entries()) await putVote(people[i], id, choices.find(({ text }) => text === title).id, n)
    await meeting.closeRound(id)
  }
  await vote(ballot.id, { Närhet: 5, Trygghet: 3, Mod: 3, Tid: 1 })
  await page.getByText('”Trygghet” och ”Mod” har lika många röster och står på gränsen. En plats är kvar.').waitFor()
  assert.equal(await page.getByText('delar platsen på gränsen').count(), 2)
  await screen.shot('themes-tie')
  await checkAccess(screen, 'a tie on the line')
  await lineOnPhone(here, ballot)
  await button('Rösta igen mellan dem').click()
  await button('Lägg till omröstningen').click()
  await button('Gå till omröstningen nu').click()
  const again = ballots().find(({ id }) => id !== ballot.id)
  assert.deepEqual([again.ballot.pass_of, again.ballot.cut, again.ballot.budget, again.ballot.choices.map(({ text }) => text)], [ballot.id, 1, 1, ['Trygghet', 'Mod']])
  await meeting.host.command('round.open', { id: again.id })
  await vote(again.id, { Mod: 1 })
  const row = page.getByRole('region', { name: 'Jämfört med tidigare' }).getByRole('row')
  await row.filter({ hasText: 'Närhet' }).getByText('inte med nu').waitFor()
  await screen.shot('themes-compared', { fullPage: true })
  await checkAccess(screen, 'two passes')
})
