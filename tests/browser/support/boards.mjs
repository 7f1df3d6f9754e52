// Large boards: their notes, written over the protocol, and the page on which they are sorted by keyboard.
import { uuid } from '../../integration/support/client.mjs'
import { Meeting } from '../../integration/support/meeting.mjs'
import { House } from './house.mjs'

const WRITERS = 8 // a person may write 300
const quick = { commands_per_second: 1_000_000, commands_burst: 1_000_000 }

// A question with so many notes, and whoever leads looks on: { house, meeting, round, notes: [{ id, text }] }.
export async function openNotes(t, texts) {
  const house = await House.open(t, { limits: quick })
  const meeting = house.keep(await Meeting.open(house.server))
  const round = await meeting.addNotes({ question: 'Vad ska vi göra?' })
  const notes = texts.map((text) => ({ id: uuid(), text }))
  const people = await meeting.people(WRITERS)
  await Promise.all(people.map(async (person, n) => {
    for (let i = n; i < notes.length; i += WRITERS) await person.command('note.put', { round, rev: 1, ...notes[i] })
  }))
  await meeting.host.until((store) => store.notes(round).length === notes.length, 'all notes')
  return { house, meeting, round, notes }
}

export async function putBoard(meeting, rounds, titles, { hands = 'hosts' } = {}) {
  const board = { id: uuid(), themes: titles.map((title) => ({ id: uuid(), title })) }
  await meeting.host.command('board.put', { id: board.id, base: 0, title: 'Det vi vill', rounds, hands, shown: true })
  for (const [i, theme] of board.themes.entries()) await meeting.host.command('theme.put', { base: 0, board: board.id, position: (i + 1) * 1000, ...theme })
  return board
}

// The titles of the themes that a note is in, as the store has them.
export function themesOf(store, note) {
  const themes = store.all('sorting').filter((sorting) => sorting.note === note).flatMap((sorting) => sorting.themes)
  return themes.map((id) => store.find('theme', id)?.title)
}

// Sorting with the hands on the keyboard.
export class Sorter {
  constructor(page) {
    this.page = page
  }

  // The note whose row has the focus: { theme, note }; nothing where no row has.
  async at() {
    const key = await this.page.evaluate(() => document.activeElement?.closest('[data-row]')?.dataset.row)
    const [theme, note] = key?.split(' ') ?? []
    return note ? { theme, note } : undefined
  }

  // From this row on, so many rows are marked, if it is more than one.
  async mark(count) {
    const rows = [await this.at()]
    for (let i = 1; i < count; i++) {
      await this.page.keyboard.press('Shift+ArrowDown')
      rows.push(await this.at())
    }
    return rows.map(({ note }) => note)
  }

  // What is marked, or has the focus, goes to the theme of that name, which is made if it is not there.
  async moveTo(title, { isNew = false } = {}) {
    const { keyboard } = this.page
    await keyboard.press('m')
    const field = this.page.getByRole('combobox', { name: 'Vilket tema?' })
    await field.waitFor()
    await keyboard.type(title)
    await keyboard.press('Enter')
    if (!isNew) return
    await this.page.getByLabel('Temats namn').waitFor()
    await keyboard.press('Enter')
  }

  // The focus goes on by itself, to a row that is none of these.
  async goesOn(notes) {
    await this.page.waitForFunction((gone) => {
      const key = document.activeElement?.closest('[data-row]')?.dataset.row
      return key && !gone.includes(key.split(' ')[1])
    }, notes)
  }
}
