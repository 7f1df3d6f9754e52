// The record as a workbook and as a database: of meetings that were held, cell for cell what the CSV has.
import test from 'node:test'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Meeting, putNote } from './support/meeting.mjs'
import { makeFolder, runProgram, Server, startServer } from './support/server.mjs'
import { download } from './support/transcript.mjs'

const golden = fileURLToPath(new URL('../golden', import.meta.url))
const reader = fileURLToPath(new URL('support/tables.py', import.meta.url))

function tablesOf(kind, path) {
  const { status, stdout, stderr } = spawnSync('python3', [reader, kind, path], { encoding: 'utf8', maxBuffer: 1 << 28 })
  assert.equal(status, 0, stderr)
  return JSON.parse(stdout)
}

async function write(data, process, view, format, profile = '') {
  const out = join(data, `${view}${profile}.${format}`)
  const options = ['--data', data, '--view', view, '--format', format, '--out', out]
  const { status, stderr } = await runProgram(['transcript', process, ...options, ...(profile ? ['--profile', profile] : [])])
  assert.equal(status, 0, stderr)
  const tables = tablesOf(format, out)
  rmSync(out)
  return tables
}

// A date of a sheet, as it shows it.
function shownDate(days) {
  return new Date(Math.round((days - 25569) * 86400) * 1000).toISOString().slice(0, 19).replace('T', ' ')
}

const inSheet = {
  id: (cell) => cell,
  text: (cell) => cell,
  number: (cell) => (cell === '' ? '' : Number(cell)),
  flag: (cell) => ({ true: 'ja', false: 'nej', '': '' })[cell],
}
const inDatabase = {
  ...inSheet,
  time: (cell) => cell,
  flag: (cell) => ({ true: 1, false: 0, '': '' })[cell],
}

async function compare(data, process, view) {
  const plain = await write(data, process, view, 'csv', 'data')
  const local = await write(data, process, view, 'csv', 'excel-sv')
  const book = await write(data, process, view, 'xlsx')
  const database = await write(data, process, view, 'sqlite')
  const kinds = new Map(plain.dictionary.slice(1).map(([table, column, kind]) => [`${table}.${column}`, kind]))
  const names = Object.keys(plain).filter((name) => name !== 'dictionary')
  assert.deepEqual(Object.keys(book).slice(2).filter((name) => !name.startsWith('wide')), names.filter((name) => name in book))
  assert.deepEqual(Object.keys(database).sort(), ['about', ...Object.keys(plain)].sort())
  let cells = 0
  for (const name of names) {
    const [columns, ...rows] = plain[name]
    assert.deepEqual(book[name][0], columns, name)
    assert.deepEqual(database[name][0], columns, name)
    assert.equal(book[name].length, rows.length + 1, name)
    assert.equal(database[name].length, rows.length + 1, name)
    for (const [i, row] of rows.entries())
      for (const [j, cell] of row.entries()) {
        const where = `${name}, row ${i + 1}, ${columns[j]}`
        const kind = kinds.get(`${name}.${columns[j]}`)
        const found = book[name][i + 1][j]
        if (kind === 'time') assert.equal(found === '' ? '' : shownDate(found), local[name][i + 1][j], where)
        else assert.strictEqual(found, inSheet[kind](cell), where)
        assert.strictEqual(database[name][i + 1][j] ?? '', inDatabase[kind](cell), where)
        cells++
      }
  }
  return { cells, plain, book }
}

// Each line of the wide sheet is a note of one person, vote or answer of the other sheets, with their label.
function checkWide({ plain, book }) {
  const asObjects = ([names, ...rows]) => rows.map((row) => Object.fromEntries(names.map((name, i) => [name, row[i]])))
  const rounds = asObjects(plain.rounds)
  const place = new Map(rounds.map(({ round }, i) => [round, i + 1]))
  const scopes = new Map(rounds.map(({ round, scope }) => [round, scope]))
  const rows = new Map(asObjects(book.wide).map((row) => [`${row.scope} ${row.author}`, row]))
  assert.equal(rows.size, book.wide.length - 1, 'a row a person')
  const persons = new Set()
  for (const { round, author, text, group_size: size } of asObjects(plain.notes)) {
    if (size !== '0') continue
    persons.add(`${scopes.get(round)} ${author}`)
    const answer = rows.get(`${scopes.get(round)} ${author}`)[`q${place.get(round)}`]
    assert.ok(`\n${answer}\n`.includes(`\n${text}\n`), `${answer} has ${text}`)
  }
  for (const [table, list, value] of [['votes', 'choices', 'votes'], ['answers', 'statements', 'step']])
    for (const row of asObjects(plain[table])) {
      const part = list.slice(0, -1)
      const { number } = asObjects(plain[list]).find((each) => each[part] === row[part] && each.round === row.round)
      persons.add(`${scopes.get(row.round)} ${row.author}`)
      assert.equal(rows.get(`${scopes.get(row.round)} ${row.author}`)[`q${place.get(row.round)}_${number}`], Number(row[value]))
    }
  for (const { round, author } of asObjects(plain.diary)) persons.add(`${scopes.get(round)} ${author}`)
  assert.deepEqual([...rows.keys()].sort(), [...persons].sort(), 'and nobody else')
}

for (const release of readdirSync(golden).filter((name) => name.endsWith('.zip'))) {
  test(`${release}: every cell is the one that CSV has`, async (t) => {
    const store = new Server({ data: makeFolder() })
    t.after(() => store.removeData())
    const imported = await runProgram(['import', join(golden, release), '--data', store.data])
    assert.equal(imported.status, 0, imported.stderr)
    const [process] = readFileSync(join(golden, release.replace(/zip$/, 'digest')), 'utf8').trim().split(' ')
    const documentation = await compare(store.data, process, 'documentation')
    const research = await compare(store.data, process, 'research')
    assert.ok(documentation.cells > 500 && research.cells > 500, `${documentation.cells} and ${research.cells} cells`)
    if (research.book.wide) checkWide(research)
  })
}

test('a workbook and a database are downloaded, and leave no file behind', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const round = await meeting.addNotes()
  const texts = ['=1+1', '0123', 'https://example.org', '_x0041_', 'å ä ö 👩‍👧\nrad två', 'ע'.repeat(1000)]
  for (const text of texts) await putNote(await meeting.person(), round, text)
  const before = readdirSync(meeting.server.data).sort()
  for (const [format, type] of [['xlsx', /spreadsheetml/], ['sqlite', /sqlite3/]]) {
    const answer = await download(meeting, { format })
    assert.equal(answer.status, 200)
    assert.match(answer.headers['content-type'], type)
    assert.match(answer.headers['content-disposition'], new RegExp(`\\.${format}"?$`))
    assert.deepEqual(readdirSync(meeting.server.data).sort(), before, 'nothing new lies in the data folder')
    const path = join(meeting.server.data, `it.${format}`)
    writeFileSync(path, answer.body)
    const [columns, ...rows] = tablesOf(format, path).notes
    assert.deepEqual(rows.map((row) => row[columns.indexOf('text')]).sort(), [...texts].sort())
    rmSync(path)
  }
  await meeting.close()
})
