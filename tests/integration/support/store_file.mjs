// Looks into the store of a server that is not running, as whoever holds the data folder could.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'

const byPython = `
import json, sqlite3, sys
db = sqlite3.connect('file:' + sys.argv[1] + '?mode=ro', uri=True)
db.row_factory = sqlite3.Row
print(json.dumps([dict(row) for row in db.execute(sys.argv[2])]))
`

export function storePath(server) {
  const stores = server.files().filter(({ bytes }) => bytes.subarray(0, 15).toString() === 'SQLite format 3')
  assert.equal(stores.length, 1, 'the data folder holds one database')
  return stores[0].path
}

// The rows of a query, as objects.
export function query(path, sql) {
  for (const [command, ...options] of [
    ['sqlite3', '-readonly', '-json', path, sql],
    ['python3', '-c', byPython, path, sql],
  ]) {
    const { status, stdout, stderr, error } = spawnSync(command, options, { encoding: 'utf8', maxBuffer: 2 ** 28 })
    if (error?.code === 'ENOENT') continue
    assert.equal(status, 0, stderr)
    return stdout.trim() === '' ? [] : JSON.parse(stdout)
  }
  throw new Error('neither sqlite3 nor python3 is there to read the store')
}

// Changes the store of a server that is not running, to bring about what only an accident could.
export function change(path, sql) {
  const { status, stderr } = spawnSync('sqlite3', [path, sql], { encoding: 'utf8' })
  assert.equal(status, 0, stderr)
}

// The events of a process, with their bodies read.
export function events(path, process) {
  return query(path, `select * from event where process = '${process}' order by seq`).map((event) => ({
    ...event,
    body: JSON.parse(event.body),
  }))
}
