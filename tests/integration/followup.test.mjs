// A follow-up day: 78 people in eight balanced groups on five sub-goals, back to plenum after each; what they wrote is sorted into
// themes by six hands at once, and of the twenty themes five are chosen in two passes. Drawings come while it goes on, and in the
// middle of it the server is killed. What is taken home is what was sent.
import test from 'node:test'
import assert from 'node:assert/strict'
import { uuid } from './support/client.mjs'
import { FollowupDay } from './support/followup.mjs'
import { passes, people } from './support/followup_script.mjs'
import { putBoard, sortTogether } from './support/followup_sorting.mjs'
import { addAccount } from './support/meeting.mjs'
import { pngOf } from './support/pictures.mjs'
import { runProgram, startServer } from './support/server.mjs'
import { download, lines, parseLines } from './support/transcript.mjs'

const SORTED = 50 // notes that each hand takes, of about 300

// 76 are there in time, and are dealt; two come when the others sit.
async function gather(day) {
  const [inTime, late] = [day.guests.slice(0, -2), day.guests.slice(-2)]
  for (let i = 0; i < inTime.length; i += 13) await Promise.all(inTime.slice(i, i + 13).map((guest) => guest.come()))
  await day.deal()
  await day.settle()
  for (const guest of inTime) assert.equal(guest.group, day.places.get(guest), 'each knows where they stand')
  day.checkBalance()
  for (const guest of late) await day.comeLate(guest)
  assert.ok(day.sizes().every((size) => size === 9 || size === 10))
}

// Somebody is moved when they have written already: what they wrote stays where it was, and what they write then is the new group's.
async function writeAndMove(day, k) {
  const round = day.rounds[k]
  await day.open(round)
  await day.writeAll(k)
  const [mover, ...others] = day.writers(k)
  const { id, group } = day.ledger.of(round).find(({ by }) => by === mover.number)
  await day.moveTo(mover, day.grouping.groups.find((one) => one.id !== group).id)
  await day.change(mover, id)
  await day.write(mover, round)
  await day.takeAway(others[0], day.ledger.of(round).find(({ by }) => by === others[0].number).id)
  await day.checkWalls(round)
  await day.plenum(round)
}

async function writeAndDraw(day, k, drawing) {
  await day.open(day.rounds[k])
  await Promise.all([day.writeAll(k), drawing && day.draw(...drawing)])
  await day.checkWalls(day.rounds[k])
  await day.plenum(day.rounds[k])
}

// The server goes down while half of them write and a drawing is on its way; nothing is lost, nothing is there twice.
async function writeThroughKill(day, k, drawing) {
  await day.open(day.rounds[k])
  await day.draw(...drawing)
  const writers = day.writers(k)
  const middle = Math.floor(writers.length / 2)
  await day.writeAll(k, writers.slice(0, middle))
  const writing = day.writeAll(k, writers.slice(middle))
  await day.killServer()
  await writing
  assert.equal(day.ledger.of(day.rounds[k]).length, writers.length)
  await day.checkWalls(day.rounds[k])
  await day.plenum(day.rounds[k])
}

// Hosts and participants, three of each.
const sixHands = (day) => [...day.hosts, ...day.guests.slice(0, 3)]

// All screens show where the journal's order has left every note.
async function checkSorting(day, board) {
  await day.settle()
  const expected = day.ledger.sortings(board.id).map((pair) => pair.join()).sort()
  for (const { store } of [...day.here(), ...day.screens]) {
    const seen = store.all('sorting').filter((sorting) => sorting.board === board.id)
    assert.deepEqual(seen.flatMap(({ note, themes }) => themes.map((theme) => [theme, note].join())).sort(), expected)
    for (const { id, title } of board.themes) {
      const { notes = 0, persons = 0, votes = 0 } = store.find('theme', id)
      assert.deepEqual({ notes, persons, votes }, day.ledger.figures(board.id, id), title)
    }
    const { notes, unsorted = 0, revealed } = store.find('board', board.id)
    assert.deepEqual([notes, unsorted, revealed], [day.ledger.standing().length, 0, true])
  }
}

async function sort(day, { title, seed, meanwhile }) {
  const board = await putBoard(day.host, { rounds: day.rounds, title })
  await day.stage('themes', { board: board.id })
  const notes = day.ledger.standing().map(({ id }) => id)
  await day.settle()
  await Promise.all([sortTogether(sixHands(day), { seed, board, notes, count: SORTED, ledger: day.ledger }), meanwhile?.()])
  await checkSorting(day, board)
  return board
}

// The same notes again, in other orders, while most are out for coffee; when they are back they see the same as those who stayed.
async function sortAgain(day, seeds) {
  const away = day.guests.slice(6)
  for (const { device } of away) device.goOffline()
  for (const seed of seeds) await sort(day, { title: `Ordning ${seed}`, seed })
  for (const { device } of away) device.goOnline()
  await day.settle()
  for (const { id, title, rounds, hands, seq: base } of day.host.store.all('board').filter(({ title: name }) => name.startsWith('Ordning'))) {
    await checkSorting(day, { id, themes: day.host.store.all('theme').filter(({ board }) => board === id) })
    await day.host.command('board.put', { id, base, title, rounds, hands, removed: true })
  }
}

// Twenty themes, five above the line: three share the last place, and a second pass is about these.
async function prioritise(day) {
  const choiceOf = ({ id: theme, title: text, key }) => ({ id: uuid(), text, theme, key })
  const first = await day.vote(day.board.themes.map(choiceOf), passes[0])
  assert.equal(first.voters, people.length)
  const byVotes = first.choices.toSorted((a, b) => b.votes - a.votes)
  const tied = byVotes.slice(4, 7)
  assert.equal(new Set(tied.map(({ votes }) => votes)).size, 1, 'three with as many votes on the line')
  const { choices } = day.ballots[0]
  const second = await day.vote(tied.map(({ id }) => choiceOf(day.board.themes[choices.findIndex((choice) => choice.id === id)])), passes[1])
  const [best] = second.choices.toSorted((a, b) => b.votes - a.votes)
  assert.equal(best.votes, 30)
}

async function checkRecords(day) {
  day.ledger.checkDocumentation(await lines(day.meeting), day)
  const { cookie } = await addAccount(day.server, day.meeting.cookie, 'Forskarkonto', 'researcher')
  const answer = await download({ ...day.meeting, cookie }, { view: 'research' })
  assert.equal(answer.status, 200, answer.text.slice(0, 300))
  day.ledger.checkResearch(parseLines(answer.text), day)
}

async function checkStore(server) {
  await server.stop()
  const { status, stderr } = await runProgram(['check', '--data', server.data])
  assert.equal(status, 0, stderr)
}

test('a follow-up day: what is taken home is what was sent', async (t) => {
  const server = await startServer(t)
  const day = await FollowupDay.open(server)
  t.after(() => day.close())
  await gather(day)
  await writeAndMove(day, 0)
  await writeAndDraw(day, 1, [pngOf(320, 240), 'Trädet'])
  await writeThroughKill(day, 2, [pngOf(240, 320, { ink: [160, 40, 20] }), 'Bron'])
  await writeAndDraw(day, 3)
  await writeAndDraw(day, 4)
  const drawing = () => day.draw(pngOf(300, 300, { ink: [20, 120, 40] }), 'Vägen')
  day.board = await sort(day, { title: 'Vad vi vill', seed: day.chance.below(2 ** 31), meanwhile: drawing })
  await sortAgain(day, [day.chance.below(2 ** 31), day.chance.below(2 ** 31)])
  await prioritise(day)
  await day.settle()
  await day.checkPictures()
  await checkRecords(day)
  await day.close()
  await checkStore(server)
})
