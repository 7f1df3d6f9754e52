// Holds a small meeting in which every kind of event happens, void ones and redactions too, and archives it.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { uuid } from '../integration/support/client.mjs'
import { Meeting, profile, putNote, putVote, refusal } from '../integration/support/meeting.mjs'
import { runProgram, Server } from '../integration/support/server.mjs'
import { events, storePath } from '../integration/support/store_file.mjs'
import { carryOn } from './carried.mjs'

const here = fileURLToPath(new URL('.', import.meta.url))
const about = {
  session_word: 'träff',
  roles: [
    { id: uuid(), name: 'Chef' },
    { id: uuid(), name: 'Förtroendevald' },
  ],
  levels: [{ id: uuid(), name: 'Lokal' }],
  organisations: [{ id: uuid(), name: 'Liten kommun', type: 'kommun' }],
}
const tables = [
  { id: uuid(), name: 'Bord 1' },
  { id: uuid(), name: 'Bord 2' },
]

async function prepare(meeting) {
  const { host, session } = meeting
  const base = () => host.store.find('process', meeting.process).seq
  await host.command('process.put', { base: base(), profile: profile({ ...about, title: 'Nära vård' }) })
  await host.command('process.put', { base: 0, profile: profile(about) }).then(assert.fail, ({ reason }) => assert.equal(reason, 'stale'))
  const item = uuid()
  await host.command('item.put', { id: item, base: 0, session, form: 'round', title: 'Vad vill vi?', about: 'Första\nandra', minutes: 20, position: 1 })
  await host.command('item.put', { id: uuid(), base: 0, session, form: 'break', title: 'Fika', minutes: 15, position: 2 })
  return item
}

async function join(meeting) {
  const people = await meeting.people(6, { role: about.roles[0].id, organisation: about.organisations[0].id, table: tables[0].id })
  const rev = (person) => person.store.findOwn('participant', person.participant).rev + 1
  await people[0].command('participant.put', { rev: rev(people[0]), name: 'Kim', role: about.roles[1].id, level: about.levels[0].id, table: tables[1].id })
  for (const person of people.slice(0, 5)) await person.command('participant.consent', { rev: rev(person), consent: true })
  return people
}

async function write(meeting, item, people) {
  const { host } = meeting
  const scope = uuid()
  const shared = { item, scope, helper: 'Skriv fritt' }
  const round = await meeting.addNotes({ ...shared, visibility: 'own', open: false })
  const second = await meeting.addNotes({ item, scope, question: 'Och sedan?', notes: { fields: 3, cap: 2 }, open: false })
  for (const id of [round, second]) await host.command('round.open', { id, deadline: Date.now() + 3_600_000 })
  const texts = ['Samverkan och trygghet', 'Mer samverkan', 'Samverka nära kvinnor', 'En kvinna i centrum', 'Individen i centrum', 'Trygg vård']
  const notes = []
  for (const [i, person] of people.entries()) notes.push((await putNote(person, round, texts[i])).entity.id)
  await putNote(people[1], round, 'Från oss alla', { group_size: 4 })
  await people[0].command('note.put', { id: notes[0], round, rev: 2, text: 'Samverkan, trygghet och närhet' })
  assert.equal(await refusal(people[0].command('note.put', { id: notes[0], round, rev: 1, text: 'För sent' })), 'stale')
  await people[2].command('note.remove', { id: notes[2], rev: 2 })
  await host.command('note.hide', { id: notes[3], reason: 'Om en person' })
  for (const person of people) await putNote(person, second, 'tillit\nnärhet')
  await host.command('round.reveal', { id: round })
  await host.command('round.deadline', { id: second, deadline: Date.now() + 1500 })
  await host.until((store) => store.find('round', second)?.state === 'closed', 'the deadline')
  await meeting.closeRound(round)
  const late = (await putNote(people[4], round, 'Kom efteråt')).entity.id
  await host.command('note.admit', { id: late })
  return { rounds: [round, second], note: notes[4] }
}

async function decide(meeting, rounds) {
  const { host } = meeting
  const list = uuid()
  await host.command('words.put', { id: list, base: 0, title: 'Värdeord', rounds, shown: true })
  const find = () => host.store.find('words', list)
  await host.until(() => ['samverka', 'närhet', 'trygg'].every((word) => find()?.words?.some((row) => row.word.startsWith(word))), 'the words')
  const word = (start) => find().words.find((row) => row.word.startsWith(start))?.word
  const edit = async (method, params) => {
    const before = find().seq
    await host.command(method, { list, base: before, ...params })
    await host.until(() => find().seq > before, `${method} is seen`)
  }
  await edit('word.merge', { word: word('trygg'), into: word('närhet') })
  await edit('word.merge', { word: word('närhet'), into: word('närhet') }).catch(() => {})
  await edit('word.split', { word: 'samverka' })
  await edit('word.rename', { word: word('närhet'), label: 'Närhet' })
  await edit('word.mark', { word: word('närhet'), mark: 'kept' })
  await edit('word.mark', { word: 'modighet', mark: 'added' })
  assert.equal(await refusal(host.command('word.rename', { list, base: 0, word: word('närhet'), label: 'För sent' })), 'stale')
}

async function vote(meeting, people) {
  const { id, choices } = await meeting.addBallot(['Närhet', 'Tillit'], { budget: 3, cap: 2, result: 'hidden' })
  for (const person of people) await putVote(person, id, choices[0].id, 2)
  await putVote(people[0], id, choices[0].id, 1, 2)
  assert.equal(await refusal(putVote(people[0], id, choices[1].id, 3)), 'over_choice_cap')
  await meeting.closeRound(id)
  assert.equal(await refusal(putVote(people[1], id, choices[1].id, 1)), 'closed')
}

// Which kinds of events schema/ knows.
function allKinds() {
  const folder = `${here}/../../schema`
  const files = ['process.json', 'people.json', 'words.json', ...readdirSync(`${folder}/rounds`).map((name) => `rounds/${name}`)]
  return files.flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')).$defs)
      .filter((name) => name.startsWith('event.'))
      .map((name) => name.slice('event.'.length)),
  )
}

async function checkJournal(server, process) {
  const found = new Set(events(storePath(server), process).map(({ kind }) => kind))
  // There is one version of the rules so far, so nothing raises them.
  assert.deepEqual(allKinds().filter((kind) => !found.has(kind)), ['rules.raise'])
}

async function main(name) {
  const server = await new Server().start()
  try {
    const meeting = await Meeting.open(server, { about, session: { tables } })
    const item = await prepare(meeting)
    const people = await join(meeting)
    const { rounds, note } = await write(meeting, item, people)
    await decide(meeting, rounds)
    await vote(meeting, people)
    await carryOn(meeting, people, note)
    await meeting.host.command('session.run', { id: meeting.session, state: 'ended' })
    await new Promise((resolve) => setTimeout(resolve, 2000)) // what is due to be redacted is
    await meeting.close()
    await server.stop()
    await checkJournal(server, meeting.process)
    const out = `${here}/${name}.zip`
    const archived = await runProgram(['archive', meeting.process, '--data', server.data, '--out', out])
    assert.equal(archived.status, 0, archived.stderr)
    const checked = await runProgram(['check', '--data', server.data])
    const line = checked.stdout.toString().split('\n').find((one) => one.includes(meeting.process))
    writeFileSync(`${here}/${name}.digest`, `${meeting.process} ${line.match(/\b[0-9a-f]{64}\b/)[0]}\n`)
    console.log(`${out}: ${readdirSync(here).filter((file) => file.startsWith(name)).join(', ')}`)
  } finally {
    server.child.kill('SIGKILL')
    server.removeData()
  }
}

await main(process.argv[2])
