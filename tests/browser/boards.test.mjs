// Several hands at one board: nobody's work is taken back or written over by another's, nothing goes where it was not sent, and
// whoever works by keyboard stays where they were.
import assert from 'node:assert/strict'
import test from 'node:test'
import { openNotes, putBoard, themesOf } from './support/boards.mjs'
import { laptop, phone } from './support/screen.mjs'

const texts = ['Ring först', 'En väg in', 'Skriv så att det förstås', 'Samma ingång för alla']

async function openBoard(t, titles, { hands } = {}) {
  const all = await openNotes(t, texts)
  const { house, meeting, round, notes } = all
  const board = await putBoard(meeting, [round], titles, { hands })
  const note = (text) => notes.find((one) => one.text === text).id
  const sort = (text, params) => meeting.host.command('note.sort', { board: board.id, note: note(text), ...params })
  const isIn = (text, expected) => meeting.host.until((store) => themesOf(store, note(text)).sort().join() === [...expected].sort().join(), `${text}: ${expected}`)
  const { page } = await (await house.hostScreen(meeting, 'värd', laptop)).goto(`/host#/process/${meeting.process}/session/${meeting.session}/run/themes`)
  const [first] = board.themes
  const change = (theme, params) => meeting.host.command('theme.put', { id: theme.id, base: meeting.host.store.find('theme', theme.id).seq, board: board.id, title: theme.title, position: 1000, ...params })
  return { ...all, board, first, sort, isIn, page, change, button: (name) => page.getByRole('button', { name, exact: true }) }
}

test('what others wrote or put into a theme is neither written over nor taken back', async (t) => {
  const { meeting, page, button, board, first, change, sort, isIn } = await openBoard(t, ['Närhet'])
  await button('Ändra temat Närhet').click()
  await page.getByLabel('Temats namn').fill('Närhet i vardagen')
  await change(first, { definition: 'Nära hemmet' })
  await meeting.host.until((store) => store.find('theme', first.id).definition === 'Nära hemmet', 'the other change')
  await page.waitForFunction(() => document.querySelector('dialog textarea').value === 'Nära hemmet')
  await button('Spara').click()
  await meeting.host.until((store) => store.find('theme', first.id).title === 'Närhet i vardagen', 'the own change')
  assert.equal(meeting.host.store.find('theme', first.id).definition, 'Nära hemmet')

  await button('Nytt tema').first().click()
  await page.getByLabel('Temats namn').fill('Språk')
  await button('Lägg till temat').click()
  await button('Ångra: Temat ”Språk” är tillagt').waitFor()
  const made = meeting.host.store.all('theme').find(({ title }) => title === 'Språk')
  await sort('Skriv så att det förstås', { to: made.id })
  await page.getByText('Går inte att ångra längre: Temat ”Språk” är tillagt').waitFor()
  await isIn('Skriv så att det förstås', ['Språk'])

  // One that somebody takes away while it is open for change does not become a new one.
  await button('Ändra temat Språk').click()
  await page.getByLabel('Temats namn').fill('Klarspråk')
  await change(made, { removed: true })
  await page.getByText('Någon annan har tagit bort det medan du skrev.').waitFor()
  await button('Stäng fönstret').click()
  await page.getByRole('heading', { name: 'Språk' }).waitFor({ state: 'detached' })
  assert.equal(meeting.host.store.all('theme').filter(({ board: of, removed }) => of === board.id && !removed).length, 1)
})

test('a mark goes with its note, a drag with what is dragged, and the chosen theme stays chosen', async (t) => {
  const { meeting, page, board, first, change, sort, isIn, notes } = await openBoard(t, ['Mod', 'Närhet', 'Tid'])
  const box = (text) => page.getByRole('checkbox', { name: text })
  const hide = (text) => meeting.host.command('note.hide', { id: notes.find((one) => one.text === text).id })
  await box('Ring först').check()
  await box('En väg in').check()
  await hide('En väg in')
  await page.getByRole('group', { name: '1 markerad' }).waitFor()
  await box('Ring först').press('m')
  const field = page.getByRole('combobox', { name: 'Vilket tema?' })
  await field.press('ArrowDown')
  await change(first, { removed: true })
  await page.getByRole('option', { name: 'Mod' }).waitFor({ state: 'detached' })
  assert.equal(await page.locator('.board-targets [aria-selected=true]').textContent(), 'Närhet')
  await field.press('Enter')
  await isIn('Ring först', ['Närhet'])

  // The arrows reach every note of the wall, also of what is folded in the list.
  await page.getByRole('button', { name: 'Närhet', exact: true }).click()
  await page.getByRole('button', { name: 'Vägg', exact: true }).last().click()
  await box('Samma ingång för alla').focus()
  await page.keyboard.press('ArrowDown')
  await page.waitForFunction(() => document.activeElement.closest('[data-row]')?.textContent.includes('Ring först'))

  // Dragged, and gone meanwhile: what others do is shown again.
  const card = await page.locator('.board-note').filter({ hasText: 'Skriv så' }).boundingBox()
  await page.mouse.move(card.x + 12, card.y + 6)
  await page.mouse.down()
  await page.mouse.move(card.x + 30, card.y + 12, { steps: 3 })
  await page.mouse.move(card.x + 34, card.y + 14)
  await sort('Samma ingång för alla', { to: board.themes[2].id })
  await page.getByText('1 lapp har flyttats av andra').waitFor()
  await hide('Skriv så att det förstås')
  await page.locator('.board-note').filter({ hasText: 'Skriv så' }).waitFor({ state: 'detached' })
  await page.mouse.up()
  await page.mouse.move(300, 300)
  await page.mouse.move(320, 320)
  await page.getByText('1 lapp flyttades av andra.').waitFor()
})

test('whoever changes between boards by keyboard stays at the choice', async (t) => {
  const { meeting, page, round, board } = await openBoard(t, ['Mod'])
  const another = await putBoard(meeting, [round], ['Tid'])
  const choice = page.getByRole('combobox', { name: 'Tavla' })
  await choice.focus()
  for (const { id, themes: [{ title }] } of [board, another, board]) {
    await choice.selectOption(id)
    await page.getByRole('heading', { name: title }).waitFor()
  }
  assert.ok(await choice.evaluate((element) => element === document.activeElement))
  await page.getByRole('button', { name: 'Ny tavla', exact: true }).press('Enter')
  await page.getByRole('button', { name: 'Gör tavlan' }).waitFor()
  assert.ok(await page.evaluate(() => document.activeElement.closest('.board') !== null), 'the focus stays among the boards')
})

test('on a phone the next note is read out, and what another put somewhere stays there', async (t) => {
  const { house, meeting, round, board, sort, isIn } = await openBoard(t, ['Mod', 'Tid'], { hands: 'all' })
  await meeting.closeRound(round)
  const { page } = await (await house.screen('telefon', phone)).goto(`/j/#${meeting.link.secret}`)
  await page.getByRole('button', { name: 'Fortsätt' }).click()
  await page.getByRole('link', { name: /^Sortera lapparna/ }).click()
  const text = () => page.locator('[aria-live=polite] .note-text').textContent()
  const first = await text()
  await sort(first, { to: board.themes[0].id })
  await page.getByText('Någon annan har lagt den i Mod.').waitFor()
  await page.getByRole('group', { name: 'Vilket tema?' }).getByRole('button', { name: 'Tid' }).click()
  await isIn(first, ['Mod', 'Tid'])
  const second = await text()
  assert.notEqual(second, first)
  await page.getByRole('button', { name: 'Nytt tema' }).press('Enter')
  await page.keyboard.type('mod')
  await page.keyboard.press('Enter')
  await isIn(second, ['Mod'])
  assert.equal(meeting.host.store.all('theme').length, 2, 'the name is there already')
  const third = await text()
  await page.getByRole('button', { name: 'Hoppa över' }).click()
  await page.getByRole('button', { name: 'Alla teman' }).click()
  await page.getByRole('button', { name: 'En lapp i taget' }).click()
  assert.notEqual(await text(), third, 'what was put off stays so')
})
