// Journals of earlier releases are still read, and judged as they were then; words of real notes are counted as people
// found right when they looked.
import test from 'node:test'
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { makeFolder, runProgram, Server } from './support/server.mjs'
import { notesOf } from './support/record.mjs'
import { writtenLines } from './support/transcript.mjs'
import { firstRows, goldenOf, hasData, sets } from '../golden/words.mjs'

const folder = fileURLToPath(new URL('../golden', import.meta.url))
const releases = readdirSync(folder).filter((name) => name.endsWith('.zip'))

test('there is a golden journal', () => assert.ok(releases.length > 0))

for (const release of releases) {
  test(`${release} folds to the state it had`, async (t) => {
    const [process, digest] = readFileSync(join(folder, release.replace(/zip$/, 'digest')), 'utf8').trim().split(' ')
    const store = new Server({ data: makeFolder() })
    t.after(() => store.removeData())
    const imported = await runProgram(['import', join(folder, release), '--data', store.data])
    assert.equal(imported.status, 0, imported.stderr)
    const checked = await runProgram(['check', '--data', store.data])
    assert.equal(checked.status, 0, checked.stderr)
    assert.ok(checked.stdout.toString().split('\n').some((line) => line.includes(process) && line.includes(digest)), checked.stdout.toString())
    assert.ok(notesOf(await writtenLines(store.data, process, 'documentation')).length > 0)
  })
}

for (const set of Object.keys(sets)) {
  test(`the first words of ${set} are what they were`, { skip: !hasData && 'the notes are not beside the checkout' }, async () => {
    assert.equal(await firstRows(set), readFileSync(goldenOf(set), 'utf8'))
  })
}
