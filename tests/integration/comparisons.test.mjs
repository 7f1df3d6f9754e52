// Words and themes side by side: told to everybody alike once all is closed, with small figures withheld, before and after a restart.
import test from 'node:test'
import assert from 'node:assert/strict'
import { uuid } from './support/client.mjs'
import { Meeting, putNote, refusal } from './support/meeting.mjs'
import { rowsOf } from './support/record.mjs'
import { startServer } from './support/server.mjs'
import { lines } from './support/transcript.mjs'

const CHEF = uuid()
const VALD = uuid()
const roles = [
  { id: CHEF, name: 'Chef' },
  { id: VALD, name: 'Förtroendevald' },
]

async function withRole(meeting, count, role) {
  const people = await meeting.people(count)
  for (const person of people) await person.command('participant.put', { rev: 1, role })
  return people
}

async function toldTo(client, id) {
  await client.until((store) => store.find('comparison', id)?.state === 'told', 'the comparison')
  await client.settle()
  return client.store.find('comparison', id)
}

// One that is shown goes onto the big screen, whichever round is on.
async function stageOf({ host, session }, comparison) {
  const stage = { screen: 'comparison', comparison }
  assert.equal(await refusal(host.command('session.stage', { id: session, screen: 'comparison' })), 'wrong_form')
  assert.equal(await refusal(host.command('session.stage', { id: session, screen: 'comparison', comparison: uuid() })), 'unknown_comparison')
  const { entity } = await host.command('session.stage', { id: session, ...stage })
  assert.deepEqual(entity.stage, stage)
}

test('what both wrote, and what only one did', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server, { about: { roles } })
  const round = await meeting.addNotes({ notes: { fields: 3 } })
  const managers = await withRole(meeting, 6, CHEF)
  const elected = await withRole(meeting, 7, VALD)
  const themed = []
  for (const person of managers) {
    themed.push(uuid())
    await putNote(person, round, 'Trygghet\nEffektivitet', { id: themed.at(-1) })
  }
  for (const [i, person] of elected.entries()) await putNote(person, round, i < 3 ? 'Trygghet\nNärhet\nMod' : 'Trygghet\nNärhet')
  const list = uuid()
  await meeting.host.command('words.put', { id: list, base: 0, title: 'Värdeord', rounds: [round] })
  const words = uuid()
  await meeting.host.command('comparison.put', { id: words, base: 0, title: 'Chefer och förtroendevalda', list, by: 'role', shown: true })
  await meeting.host.settle()
  assert.equal(meeting.host.store.find('comparison', words).state, 'waiting')
  assert.equal(meeting.host.store.find('comparison', words).columns, undefined, 'nothing while people write')
  assert.equal(managers[0].store.find('comparison', words), undefined)
  assert.equal(await refusal(managers[0].command('comparison.put', { id: uuid(), base: 0, title: 'Min', list, by: 'role' })), 'denied')

  await meeting.closeRound(round)
  const told = await toldTo(meeting.host, words)
  assert.deepEqual(told.columns.map(({ id, persons }) => [id, persons]), [[CHEF, 6], [VALD, 7]])
  assert.deepEqual(told.rows.map(({ cells }) => String(cells)).sort(), ['0,7', '6,0', '6,7'])
  assert.equal(told.withheld, 1, 'three wrote the fourth')
  const seen = await toldTo(elected[0], words)
  assert.deepEqual(seen.rows, told.rows)
  await stageOf(meeting, words)

  const board = uuid()
  const theme = uuid()
  await meeting.host.command('board.put', { id: board, base: 0, title: 'Väggen', rounds: [round], hands: 'hosts' })
  await meeting.host.command('theme.put', { id: theme, base: 0, board, title: 'Trygg vård' })
  const themes = uuid()
  await meeting.host.command('comparison.put', { id: themes, base: 0, title: 'Teman', board, by: 'role' })
  for (const note of themed.slice(0, 4)) await meeting.host.command('note.sort', { board, note, to: theme })
  assert.equal((await toldTo(meeting.host, themes)).withheld, 1)
  await meeting.host.command('note.sort', { board, note: themed[4], to: theme })
  await meeting.host.until((store) => store.find('comparison', themes).rows?.length === 1, 'the row')
  assert.deepEqual(meeting.host.store.find('comparison', themes).rows[0].cells, [5, 0])
  await meeting.settleAll([meeting.host, elected[0]])

  const recorded = rowsOf(await lines(meeting), 'comparisons').filter(({ comparison }) => comparison === words)
  assert.deepEqual(recorded.filter(({ row }) => !row).map(({ column, persons }) => [column, persons]), [['Chef', 6], ['Förtroendevald', 7]])
  assert.deepEqual(recorded.filter(({ row }) => row).map(({ row, persons }) => `${row} ${persons}`),
    told.rows.flatMap(({ label, cells }) => cells.map((cell) => `${label} ${cell}`)))

  await server.kill()
  await server.start()
  await meeting.attendAgain()
  assert.deepEqual((await toldTo(meeting.host, words)).rows, told.rows)
  await meeting.host.settle()
})
