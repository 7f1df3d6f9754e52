// Notes sorted into themes by many hands at once: hosts, and participants by their phones. A hand takes the notes in an
// order of its own, looks where they are on its own screen, and is not sure of what the others do meanwhile.
import { uuid } from './client.mjs'
import { Chance } from './chance.mjs'
import { themes as titles } from './followup_script.mjs'

export async function putBoard(host, { rounds, title, hands = 'all' }) {
  const id = uuid()
  await host.command('board.put', { id, base: 0, title, rounds, hands })
  const themes = titles.map((name, i) => ({ id: uuid(), title: name, position: (i + 1) * 1000, key: `theme-${i + 1}` }))
  for (const theme of themes) await host.command('theme.put', { base: 0, board: id, ...theme })
  return { id, themes }
}

// Its place, or nothing where it would have been in too many.
async function move(hand, sort) {
  try {
    const { seq, reason } = await hand.command('note.sort', sort)
    return reason === 'too_many' ? undefined : seq
  } catch (error) {
    if (error.reason !== 'too_many') throw error
  }
}

// What a hand does with a note that it sees in these themes.
function choose(chance, seen, themes) {
  const to = chance.pick(themes).id
  if (seen.length === 0) return { to }
  const from = chance.pick(seen)
  if (chance.maybe(0.1)) return { from } // out of it, for somebody else to see to
  return seen.length === 1 && chance.maybe(0.2) ? { to } : { from, to }
}

async function sortSome(hand, { board, notes, count, chance, ledger }) {
  const order = chance.shuffle(notes)
  for (const note of order.slice(0, count)) {
    const seen = hand.store.all('sorting').find((one) => one.board === board.id && one.note === note)?.themes ?? []
    const { from, to } = choose(chance, seen, board.themes)
    if (from === to) continue
    const seq = await move(hand, { board: board.id, note, ...(from ? { from } : {}), ...(to ? { to } : {}) })
    if (seq !== undefined) ledger.moves.push({ seq, board: board.id, note, from, to })
  }
}

// Six hands, each with so many of the notes; then what lies nowhere yet is dealt among them.
export async function sortTogether(hands, { seed, board, notes, count, ledger }) {
  await Promise.all(hands.map((hand, i) => sortSome(hand, { board, notes, count, chance: new Chance(seed + i), ledger })))
  const lies = ledger.inThemes(board.id)
  const rest = notes.filter((note) => !lies.get(note)?.size)
  await Promise.all(hands.map(async (hand, i) => {
    for (const [n, note] of rest.entries()) {
      if (n % hands.length !== i) continue
      const to = board.themes[n % board.themes.length].id
      const seq = await move(hand, { board: board.id, note, to })
      ledger.moves.push({ seq, board: board.id, note, to })
    }
  }))
}
