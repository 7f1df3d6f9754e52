// Notes sorted into themes by many hands at once: the journal's order decides, and every screen ends in the same state.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Client, uuid } from './support/client.mjs'
import { Meeting, putNote, putVote, refusal } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'

const HANDS = 6
const NOTES = 300
const TITLES = ['Trygghet', 'Närhet', 'Tid', 'Samverkan', 'Enkelhet', 'Jämlikhet']

async function putBoard(meeting, rounds, more = {}) {
  const id = uuid()
  await meeting.host.command('board.put', { id, base: 0, title: 'Vad vi vill', rounds, hands: 'hosts', shown: true, ...more })
  return id
}

async function putThemes(client, board, titles = TITLES) {
  const ids = titles.map(() => uuid())
  await Promise.all(ids.map((id, i) => client.command('theme.put', { id, base: 0, board, title: titles[i], position: i })))
  return ids
}

async function putNotes(people, round, count) {
  const ids = Array.from({ length: count }, () => uuid())
  await Promise.all(people.map(async (person, n) => {
    for (let i = n; i < count; i += people.length) await putNote(person, round, `Lapp ${i}`, { id: ids[i] })
  }))
  return ids
}

async function open(t, more) {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const round = await meeting.addNotes({ notes: { supports: true }, ...more })
  return { server, meeting, round }
}

async function display(meeting) {
  const { token } = await meeting.host.command('display.add', { session: meeting.session })
  const client = await Client.open(meeting.server)
  await client.attend({ as: 'display', token })
  return client
}

function inThemes(client, board) {
  return client.store.all('sorting').filter((sorting) => sorting.board === board).map(({ note, themes }) => `${note} ${themes}`).sort()
}

test('six hands sort three hundred notes at once, and the server goes down in the middle', async (t) => {
  const { server, meeting, round } = await open(t)
  const people = await meeting.people(8)
  const notes = await putNotes(people, round, NOTES)
  const board = await putBoard(meeting, [round])
  const themes = await putThemes(meeting.host, board)
  const screen = await display(meeting)
  const hosts = await Promise.all(Array.from({ length: HANDS }, async () => {
    const client = await Client.open(server, { cookie: meeting.cookie })
    await client.attend({ as: 'host', process: meeting.process })
    return client
  }))

  // Each hand takes every note, in its own order, and puts it where that hand thinks it belongs.
  const stored = new Set()
  const sortHalf = (half) => Promise.all(hosts.map(async (host, hand) => {
    const jobs = notes.filter((_, i) => i % 2 === half).map((note, i) => ({ note, i })).sort((a, b) => ((a.i * (hand + 7)) % 151) - ((b.i * (hand + 7)) % 151))
    await Promise.all(jobs.map(async ({ note, i }) => {
      const to = themes[(i + hand) % themes.length]
      const { seq } = await host.command('note.sort', { board, note, from: themes[(i + hand + 1) % themes.length], to })
      assert.ok(!stored.has(seq), 'every command has its place in the journal')
      stored.add(seq)
    }))
  }))
  await sortHalf(0)
  for (const client of hosts.splice(0)) await client.close()
  await server.kill()
  await server.start()
  await meeting.attendAgain()
  const again = await Promise.all(Array.from({ length: HANDS }, async () => {
    const client = await Client.open(server, { cookie: meeting.cookie })
    await client.attend({ as: 'host', process: meeting.process })
    return client
  }))
  hosts.push(...again)
  await sortHalf(1)

  const screens = [meeting.host, ...hosts, await display(meeting), await meeting.person()]
  for (const client of screens) await client.settle()
  const [first, ...others] = screens.map((client) => inThemes(client, board))
  assert.equal(first.length, NOTES)
  for (const other of others) assert.deepEqual(other, first)
  assert.equal(meeting.host.store.find('board', board).unsorted ?? 0, 0)
  for (const theme of themes) {
    const own = meeting.host.store.all('sorting').filter((sorting) => sorting.themes.includes(theme))
    assert.equal(meeting.host.store.find('theme', theme).notes, own.length)
    assert.equal(meeting.host.store.find('theme', theme).persons, 8)
  }
  for (const client of [screen, ...screens.slice(1)]) client.drop()
  await meeting.host.close()
})

test('participants sort where they may, and only what all see', async (t) => {
  const { meeting, round } = await open(t, { visibility: 'own' })
  const [maj, ove] = await meeting.people(2)
  const { entity: note } = await putNote(maj, round, 'Närhet')
  const board = await putBoard(meeting, [round])
  const [near, time] = await putThemes(meeting.host, board, ['Närhet', 'Tid'])
  await ove.until((store) => store.find('theme', near), 'the theme')
  assert.equal(await refusal(ove.command('note.sort', { board, note: note.id, to: near })), 'denied')
  assert.equal(await refusal(ove.command('theme.put', { id: uuid(), base: 0, board, title: 'Mitt' })), 'denied')
  assert.equal(await refusal(ove.command('board.put', { id: uuid(), base: 0, title: 'Min', rounds: [round], hands: 'all' })), 'denied')
  const { seq: base } = meeting.host.store.find('board', board)
  await meeting.host.command('board.put', { id: board, base, title: 'Vad vi vill', rounds: [round], hands: 'all' })
  await meeting.host.command('note.sort', { board, note: note.id, to: near })
  await meeting.host.until((store) => store.find('theme', near).notes === 1, 'it is sorted')
  assert.equal(await refusal(ove.command('note.sort', { board, note: note.id, to: time })), 'hidden')
  await meeting.settleAll()
  assert.deepEqual(inThemes(ove, board), [], 'nobody else sees where hidden notes are')
  assert.ok(!ove.store.find('theme', near).notes, 'nor how many')

  await meeting.host.command('round.reveal', { id: round })
  await ove.until((store) => store.find('theme', near).notes === 1, 'it is shown')
  const { entity } = await ove.command('note.sort', { board, note: note.id, from: near, to: time })
  assert.deepEqual(entity.themes, [time])
  assert.ok(!ove.received.some((message) => message.includes(maj.participant)), 'nobody is named to others')
  const mine = uuid()
  await maj.command('theme.put', { id: mine, base: 0, board, title: 'Nära', definition: 'Det som ligger intill' })
  await ove.until((store) => store.find('theme', mine)?.title === 'Nära', 'a theme of hers')
  assert.equal(await refusal(ove.command('theme.put', { id: mine, base: 0, board, title: 'Annat' })), 'stale')
  assert.equal(await refusal(ove.command('theme.put', { id: uuid(), base: 0, board, title: ' ' })), 'empty')
  assert.equal(await refusal(ove.command('note.sort', { board, note: note.id })), 'empty')
  assert.equal(await refusal(ove.command('note.sort', { board, note: note.id, to: uuid() })), 'unknown_theme')
  assert.equal(await refusal(ove.command('note.sort', { board: uuid(), note: note.id, to: time })), 'unknown_board')

  await meeting.settleAll()
  const burst = await Promise.all(Array.from({ length: 100 }, () => ove.command('note.sort', { board, note: note.id, to: time }).then(() => 'stored', ({ reason }) => reason)))
  assert.ok(burst.includes('too_often'), 'one hand does not work faster than hands do')
  await meeting.close()
})

test('what a theme comes to is voted on in passes, and a theme that is undone is whole again', async (t) => {
  const { meeting, round } = await open(t)
  const people = await meeting.people(3)
  const { entity: note } = await putNote(people[0], round, 'Närhet')
  const board = await putBoard(meeting, [round])
  const themes = await putThemes(meeting.host, board, ['Närhet', 'Tid', 'Lugn'])
  await meeting.host.command('note.sort', { board, note: note.id, to: themes[0] })
  for (const [i, person] of people.slice(1).entries()) {
    await person.until((store) => store.find('note', note.id), 'the note')
    await person.command('note.support', { note: note.id, rev: i + 1 })
  }
  await meeting.host.until((store) => store.find('theme', themes[0]).votes === 2, 'persons who support it')

  const { seq: base } = meeting.host.store.find('theme', themes[0])
  await meeting.host.command('theme.put', { id: themes[0], base, board, title: 'Närhet', removed: true })
  await people[1].until((store) => !store.find('theme', themes[0]) && store.all('sorting').length === 0, 'it is gone')
  await meeting.host.command('theme.put', { id: themes[0], base: meeting.host.store.seq, board, title: 'Närhet' })
  await people[1].until((store) => store.find('theme', themes[0])?.votes === 2 && store.all('sorting').length === 1, 'it is back')

  const choices = themes.map((theme, i) => ({ id: uuid(), text: TITLES[i], theme, key: `tema-${i}` }))
  const first = await meeting.addRound({ form: 'ballot', question: 'Vilka först?', ballot: { choices, budget: 3, result: 'open', cut: 2 } })
  await putVote(people[0], first, choices[0].id, 2)
  await putVote(people[1], first, choices[1].id, 1)
  await putVote(people[2], first, choices[2].id, 1)
  await meeting.closeRound(first)
  const second = uuid()
  const pass = { id: second, base: 0, session: meeting.session, form: 'ballot', question: 'Och av dem?', visibility: 'all', authorship: 'anonymous' }
  const again = choices.slice(0, 2).map((choice) => ({ ...choice, id: uuid() }))
  assert.equal(await refusal(meeting.host.command('round.put', { ...pass, ballot: { choices: again, budget: 1, result: 'open', cut: 1, pass_of: round } })), 'unknown_round')
  const { entity } = await meeting.host.command('round.put', { ...pass, ballot: { choices: again, budget: 1, result: 'open', cut: 1, pass_of: first } })
  assert.equal(entity.ballot.pass_of, first)
  assert.equal(entity.ballot.choices[0].theme, themes[0])

  await meeting.host.command('session.stage', { id: meeting.session, screen: 'themes', board })
  await people[0].until((store) => store.find('session', meeting.session).stage?.board === board, 'the board is on the big screen')
  const rows = await record(meeting)
  assert.deepEqual(rows.filter(({ table }) => table === 'votes').map(({ cut }) => cut), ['chosen', 'tied', 'tied', null, null])
  assert.deepEqual(rows.filter(({ table }) => table === 'sortings').map(({ theme, note: of }) => [theme, of]), [[themes[0], note.id]])
  assert.equal(rows.find(({ table, theme }) => table === 'themes' && theme === themes[0]).votes, 2)
  await meeting.settleAll()
  await meeting.close()
})

async function record(meeting) {
  const url = `${meeting.server.url}/transcript/${meeting.process}?view=documentation&format=jsonl`
  const answer = await fetch(url, { headers: { Cookie: meeting.cookie } })
  assert.equal(answer.status, 200)
  return (await answer.text()).trim().split('\n').map((line) => JSON.parse(line))
}
