// A record as researchers look through it: lines that come in pieces, tables that are narrowed, and whether all adds up.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { buildModules, load, web } from './support/modules.mjs'

const folder = await buildModules({ reading: join(web, 'src/research/reading.ts') })
const { emptyReading, isId, KEPT, Lines, roundsIn, sessionsIn, takeLine, totalsOf, wantedRows } = await load(folder, 'reading')

const rows = [
  { format: 'samskap.transcript', view: 'research', at: '2021-02-12T16:00:00.000Z' },
  { table: 'sessions', session: 's1', title: 'Första' },
  { table: 'sessions', session: 's2', title: 'Andra' },
  { table: 'rounds', round: 'r1', session: 's1', question: 'Vad vill vi?' },
  { table: 'rounds', round: 'r2', session: 's2', question: 'Vad gör vi?' },
  { table: 'notes', round: 'r1', session: 's1', text: 'Åka till varandra', late: false },
  { table: 'notes', round: 'r2', session: 's2', text: 'Ringa', late: true },
  { table: 'totals', in_table: 'notes', what: 'notes', session: 's1', round: 'r1', total: 3, included: 1, withheld: 2 },
  { table: 'totals', in_table: 'notes', what: 'notes', session: 's2', round: null, total: 3, included: 1, withheld: 1 },
]

function read(all = rows) {
  const reading = emptyReading()
  for (const row of all) takeLine(reading, JSON.stringify(row))
  return reading
}

test('lines come out of pieces that end anywhere', () => {
  const lines = new Lines()
  assert.deepEqual(lines.take('{"a":'), [])
  assert.equal(lines.isBroken, true)
  assert.deepEqual(lines.take('1}\n{"b":2}\n\n{'), ['{"a":1}', '{"b":2}'])
  assert.deepEqual(lines.take('}\n'), ['{}'])
  assert.equal(lines.isBroken, false)
})

test('rows stand in their tables, with the columns that they came with', () => {
  const { header, tables, count } = read()
  assert.equal(header.view, 'research')
  assert.deepEqual([...tables.keys()], ['sessions', 'rounds', 'notes', 'totals'])
  assert.deepEqual(tables.get('notes').columns, ['round', 'session', 'text', 'late'])
  assert.equal(count, rows.length - 1)
})

test('a table is narrowed to a session, to a question, and to what is searched for', () => {
  const reading = read()
  const texts = (wanted) => wantedRows(reading.tables.get('notes'), { session: '', round: '', search: '', ...wanted }).map(({ text }) => text)
  assert.deepEqual(texts({}), ['Åka till varandra', 'Ringa'])
  assert.deepEqual(texts({ session: 's2' }), ['Ringa'])
  assert.deepEqual(texts({ round: 'r1' }), ['Åka till varandra'])
  assert.deepEqual(texts({ search: ' ÅKA ' }), ['Åka till varandra'])
  assert.deepEqual(texts({ session: 's1', search: 'ringa' }), [])
  assert.equal(wantedRows(reading.tables.get('sessions'), { session: '', round: 'r1', search: '' }).length, 2, 'what tells no question is not narrowed by one')
  assert.deepEqual(sessionsIn(reading).map(({ name }) => name), ['Första', 'Andra'])
  assert.deepEqual(roundsIn(reading, 's2'), [{ id: 'r2', name: 'Vad gör vi?' }])
})

test('what does not add up is told', () => {
  const [first, second] = totalsOf(read())
  assert.deepEqual([first.of, first.total, first.isOff], ['Vad vill vi?', 3, false])
  assert.deepEqual([second.of, second.isOff], ['Andra', true])
})

test('a page holds so many rows of a table, and says how many there are', () => {
  const reading = emptyReading()
  for (let i = 0; i < KEPT + 3; i++) takeLine(reading, '{"table":"notes","text":"x"}')
  assert.equal(reading.tables.get('notes').rows.length, KEPT)
  assert.equal(reading.tables.get('notes').count, KEPT + 3)
})

test('ids are told from what people read', () => {
  assert.equal(isId('0f8fad5b-d9cb-469f-a165-70867728950e'), true)
  for (const value of ['Ringa', '', null, 3, undefined]) assert.equal(isId(value), false)
})
