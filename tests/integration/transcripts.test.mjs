// The record, by HTTP and from the command line, during and after a session.
import test from 'node:test'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuid } from './support/client.mjs'
import { ask } from './support/http.mjs'
import { Meeting, putNote, putVote } from './support/meeting.mjs'
import { Package } from './support/packages.mjs'
import { notesOf, parseTable, rowsOf, tallyOf } from './support/record.mjs'
import { startServer } from './support/server.mjs'
import { download, lines, parseLines, writtenLines } from './support/transcript.mjs'

const TABLES = ['sessions', 'items', 'rounds', 'participants', 'notes', 'votes', 'words']
const awkward = '=SUM(A1);"citat", komma\nrad två; å ä ö 👩‍👧'

// Two consent to research, two do not.
async function holdMeeting(t) {
  const meeting = await Meeting.open(await startServer(t))
  const round = await meeting.addNotes()
  const ballot = await meeting.addBallot(['ja', 'nej'], { budget: 3 })
  const people = await meeting.people(4)
  const texts = ['Samtycke ett', awkward, 'Utan samtycke ett', 'Utan samtycke två']
  for (const [i, person] of people.entries()) {
    if (i < 2) await person.command('participant.consent', { rev: 1, consent: true })
    await putNote(person, round, texts[i])
    await putVote(person, ballot.id, ballot.choices[0].id, i)
  }
  return { meeting, round, ballot, texts, people }
}

// Calls with the folder that a zip's files lie in.
async function unpack(bytes, use) {
  const folder = mkdtempSync(join(tmpdir(), 'samskap-zip-'))
  try {
    writeFileSync(join(folder, 'it.zip'), bytes)
    const python = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])'
    const { status, stderr } = spawnSync('python3', ['-c', python, join(folder, 'it.zip'), join(folder, 'out')], { encoding: 'utf8' })
    assert.equal(status, 0, stderr)
    return await use(join(folder, 'out'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// The files of a zip, by name.
function unzip(bytes) {
  const read = (folder) =>
    new Map(
      readdirSync(folder, { recursive: true })
        .filter((name) => /\.\w+$/.test(name))
        .map((name) => [name.split('/').at(-1), readFileSync(join(folder, name))]),
    )
  return unpack(bytes, read)
}

// The byte order mark says that a text is UTF-8; this reader takes it for a part of the first column's name.
function withoutMark(path) {
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^\ufeff/, ''))
}

test('the documentation holds all, during and after the session', async (t) => {
  const { meeting, round, ballot, texts } = await holdMeeting(t)
  const during = await lines(meeting)
  assert.deepEqual(notesOf(during).map(({ text }) => text).sort(), [...texts].sort())
  assert.equal(tallyOf(during).get('ja'), 6)
  await meeting.closeRound(round)
  await meeting.closeRound(ballot.id)
  await meeting.host.command('session.run', { id: meeting.session, state: 'ended' })
  const after = await lines(meeting)
  assert.deepEqual(notesOf(after).map(({ text }) => text).sort(), [...texts].sort())
  const tally = meeting.host.store.find('tally', ballot.id)
  assert.equal(tallyOf(after).get('ja'), tally.votes, "the totals are the screen's")
  assert.ok(!JSON.stringify(after).includes('"seq"'), 'no order of coming in')
  for (const table of TABLES.filter((name) => name !== 'items' && name !== 'words'))
    assert.ok(rowsOf(after, table).length > 0, table)
  await meeting.close()
})

test('the research material holds what people consented to, and counts the rest', async (t) => {
  const { meeting, texts } = await holdMeeting(t)
  assert.equal((await download(meeting, { view: 'research' })).status, 403, 'downloading it is a grant of its own')
  const record = await writtenLines(meeting.server.data, meeting.process, 'research')
  assert.deepEqual(notesOf(record).map(({ text }) => text).sort(), texts.slice(0, 2).sort())
  assert.ok(!JSON.stringify(record).includes('Utan samtycke'))
  const total = rowsOf(record, 'totals').find((row) => row.what === 'notes' && row.included !== undefined)
  assert.equal(total.included, 2)
  assert.equal(total.withheld, 2)
  assert.equal(total.total, 4)
  await meeting.close()
})

test('csv: tidy tables for programs and for spreadsheets', async (t) => {
  const { meeting, texts } = await holdMeeting(t)
  const plain = await unzip((await download(meeting, { format: 'csv', profile: 'data' })).body)
  for (const table of TABLES) assert.ok(plain.has(`${table}.csv`), table)
  const notes = parseTable(plain.get('notes.csv').toString(), ',')
  assert.deepEqual(notes.map(({ text }) => text).sort(), [...texts].sort())

  const excel = await unzip((await download(meeting, { format: 'csv', profile: 'excel-sv' })).body)
  const text = excel.get('notes.csv').toString()
  assert.ok(text.startsWith('\ufeff'), 'a byte order mark')
  assert.match(text, /;.*\r\n/)
  const cells = parseTable(text.slice(1), ';').map((row) => Object.values(row)).flat()
  assert.ok(!cells.some((cell) => /^[=+@\t\r]/.test(cell)), 'no cell is a formula')
  assert.ok(cells.some((cell) => cell.includes('SUM(A1);"citat"')))
  await meeting.close()
})

test('csv, alone and among all formats: programs are told what the files are, and can tell whether one was changed', async (t) => {
  const { meeting } = await holdMeeting(t)
  for (const wish of [{ format: 'csv', profile: 'data' }, { format: 'csv', profile: 'excel-sv' }, { format: 'bundle' }])
    await unpack((await download(meeting, wish)).body, async (folder) => {
      const sums = spawnSync('sha256sum', ['--strict', '-c', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' })
      assert.equal(sums.status, 0, sums.stdout + sums.stderr)
      const files = readdirSync(folder, { recursive: true }).filter((name) => /\.\w+$/.test(name))
      assert.equal(sums.stdout.trim().split('\n').length, files.length, 'each file has its sum')
      for (const name of files.filter((file) => file.endsWith('.csv'))) withoutMark(join(folder, name))
      const described = await Package.load(join(folder, 'datapackage.json'), { basePath: folder, strict: true })
      assert.ok(described.valid, described.errors.join())
      assert.equal(described.descriptor.title, 'God och nära vård')
      const tables = described.resources.map(({ name }) => `${name}.csv`)
      assert.deepEqual(tables.sort(), files.filter((name) => name.endsWith('.csv')).sort(), 'and each table its schema')
      for (const resource of described.resources) {
        const rows = await resource.read({ keyed: true })
        if (resource.name === 'notes') assert.deepEqual(rows.map(({ late }) => late), [false, false, false, false])
        if (resource.name === 'rounds') assert.ok(rows.every(({ opened }) => opened instanceof Date))
      }
    })
  await meeting.close()
})

test('the record says what merged words are called, as the screens do', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { host } = meeting
  const round = await meeting.addNotes({ question: '?' })
  for (const text of ['samverka', 'samverkan']) await putNote(await meeting.person(), round, text)
  const list = uuid()
  await host.command('words.put', { id: list, base: 0, title: 'Värdeord', rounds: [round] })
  const base = (await host.until((store) => store.find('words', list)?.words?.length === 2 && store.find('words', list))).seq
  await host.command('word.rename', { list, base, word: 'samverka', label: 'Att samverka' })
  await host.command('word.merge', { list, base, word: 'samverkan', into: 'samverka' })
  const [row] = rowsOf(await lines(meeting), 'words')
  assert.equal(row.word, 'Att samverka')
  assert.equal(row.parts, 'Att samverka 1|samverkan 1')
  const answer = await download(meeting)
  assert.equal(Number(answer.headers['content-length']), answer.body.length, 'pages show how far it has come')
  await meeting.close()
})

test('one session alone; wrong wishes; strangers', async (t) => {
  const { meeting } = await holdMeeting(t)
  const other = await meeting.addSession({ title: 'Andra tillfället' })
  const path = `/transcript/${meeting.process}/${other}?view=documentation&format=jsonl`
  const record = parseLines((await ask(meeting.server, path, { headers: { Cookie: meeting.cookie } })).text)
  assert.equal(notesOf(record).length, 0)
  assert.deepEqual(rowsOf(record, 'sessions').map(({ title }) => title), ['Andra tillfället'])
  for (const wrong of [{ format: 'pdf' }, { view: 'all' }, { format: 'csv', profile: 'no-such' }]) {
    const { status, text } = await download(meeting, wrong)
    assert.ok(status >= 400 && status < 500, `${JSON.stringify(wrong)}: ${status}`)
    assert.match(JSON.parse(text).message, new RegExp(`^${Object.keys(wrong).at(-1)} must be`), 'it says what would do')
  }
  const names = new Set()
  for (const wish of [`${path}`, path.replace(`/${other}`, ''), path.replace('jsonl', 'csv'), path.replace('jsonl', 'csv&profile=excel-sv')])
    names.add((await ask(meeting.server, wish, { headers: { Cookie: meeting.cookie } })).headers['content-disposition'])
  assert.equal(names.size, 4, [...names].join())
  const stranger = await ask(meeting.server, `/transcript/${meeting.process}?view=documentation&format=jsonl`)
  assert.ok([401, 403].includes(stranger.status), String(stranger.status))
  assert.ok(!stranger.text.includes('Samtycke'))
  await meeting.close()
})

test('the command line writes the same documentation', async (t) => {
  const { meeting } = await holdMeeting(t)
  for (const round of meeting.host.store.all('round')) await meeting.closeRound(round.id)
  const byHttp = await lines(meeting)
  await meeting.close()
  for (const which of [meeting.process, meeting.session])
    assert.deepEqual(notesOf(await writtenLines(meeting.server.data, which, 'documentation')), notesOf(byHttp))
})
