// The first rows of `samskap words` over notes that people really wrote, one file a set beside this script. The notes
// lie beside the checkout (shared/data, with their licences). `node tests/golden/words.mjs` with TEST_PROGRAM writes the
// files anew: look at the difference before you keep it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runProgram } from '../integration/support/server.mjs'

const ROWS = 30
const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

// Fields in quotes may hold commas, line ends and doubled quotes.
function csvRows(text) {
  const rows = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1).push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === '') break
    if (end !== ',') rows.push([])
  }
  const [heads, ...rest] = rows
  return rest.filter((row) => row.length > 1).map((row) => Object.fromEntries(heads.map((head, i) => [head, row[i]])))
}

function polis(name) {
  return csvRows(readFileSync(`${data}polis/${name}/comments.csv`, 'utf8')).filter((row) => row.moderated !== '-1')
    .map((row) => [row['author-id'], row['comment-body']])
}

// Everybody's first thought, forty people to a room.
function ideas(room) {
  return csvRows(readFileSync(`${data}ideas/C1-preserve-the-environment-ideas.csv`, 'utf8')).slice(room * 40, room * 40 + 40)
    .map((row) => [row.ID, row.DESCRIPTION])
}

function swedish(session) {
  return readFileSync(`${data}swedish/ud-sv-A-sessions.tsv`, 'utf8').split('\n').map((line) => line.split('\t'))
    .filter(([name]) => name === session).map(([, person, , text]) => [person, text])
}

export const sets = {
  'london-en': () => polis('london.youth.policing'),
  'seattle-en': () => polis('15-per-hour-seattle'),
  'biodiversity-en': () => polis('scoop-hivemind.biodiversity'),
  'ideas-en': () => ideas(2),
  'a01-sv': () => swedish('A01'),
  'a03-sv': () => swedish('A03'),
  'a19-sv': () => swedish('A19'),
}

export const hasData = existsSync(`${data}polis`)
export const goldenOf = (set) => fileURLToPath(new URL(`words/${set}.tsv`, import.meta.url))

export async function firstRows(set) {
  const notes = sets[set]().map(([person, text]) => `${person}\t${text.replace(/\s+/g, ' ').trim()}\n`).join('')
  const { status, stdout, stderr } = await runProgram(['words', '--lang', set.slice(-2)], { input: notes })
  if (status !== 0) throw new Error(stderr)
  return stdout.toString().split('\n').slice(0, ROWS).join('\n') + '\n'
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const set of Object.keys(sets)) writeFileSync(goldenOf(set), await firstRows(set))
