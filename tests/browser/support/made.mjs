// What a room has made before plenum: the walls of its groups, a board, and words side by side.
import { uuid } from '../../integration/support/client.mjs'
import { putNote } from '../../integration/support/meeting.mjs'
import { putBoard } from './boards.mjs'

export const groups = ['Grupp 1', 'Grupp 2', 'Grupp 3'].map((name) => ({ id: uuid(), name }))

// A question that groups answered, for all to see.
export async function putWalls(meeting, people) {
  const { host, session } = meeting
  const grouping = uuid()
  const { seq } = await host.command('grouping.put', { id: grouping, base: 0, session, title: 'Samtal', groups })
  await host.command('grouping.deal', { id: grouping, base: seq, method: 'balanced' })
  const round = await meeting.addNotes({ question: 'Hur kommer vi närmare varandra?', visibility: 'group', grouping })
  await host.until((store) => store.all('placing').length >= people.length, 'all are dealt')
  await Promise.all(people.map((person, i) => putNote(person, round, `Tanke ${i + 1}`)))
  await meeting.closeRound(round)
  await host.command('round.reveal', { id: round })
  return round
}

// The words of half of the people and of the other half, by role: { round, comparison }. `words`: of each half.
export async function putComparison(meeting, people, roles, words) {
  const { host } = meeting
  const round = await meeting.addNotes({ question: 'Vad är viktigast?' })
  // (A role goes along with what is written once five have it.)
  for (const [i, person] of people.entries()) await person.command('participant.put', { rev: 2, role: roles[i % 2].id })
  for (const [i, person] of people.entries()) await putNote(person, round, words[i % 2].join(', '))
  await meeting.closeRound(round)
  const [list, comparison] = [uuid(), uuid()]
  await host.command('words.put', { id: list, base: 0, title: 'Värdeord', rounds: [round], shown: true })
  await host.command('comparison.put', { id: comparison, base: 0, title: 'Chefer och förtroendevalda', list, by: 'role', shown: true })
  await host.until((store) => store.find('comparison', comparison)?.rows?.length > 0, 'the comparison is told')
  return { round, comparison }
}

export async function putThemes(meeting, round) {
  const { host } = meeting
  const board = await putBoard(meeting, [round], ['Närhet', 'Samma ingång', 'Mod'])
  for (const [i, note] of host.store.notes(round).entries()) await host.command('note.sort', { board: board.id, note: note.id, to: board.themes[i % 3].id })
  return board
}
