// The record of a process, as its host downloads it.
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ask } from './http.mjs'
import { runProgram } from './server.mjs'

export function download(meeting, { view = 'documentation', format = 'jsonl', ...more } = {}) {
  const query = new URLSearchParams({ view, format, ...more })
  return ask(meeting.server, `/transcript/${meeting.process}?${query}`, { headers: { Cookie: meeting.cookie } })
}

export async function lines(meeting, options) {
  const answer = await download(meeting, options)
  assert.equal(answer.status, 200, answer.text.slice(0, 300))
  return parseLines(answer.text)
}

export function parseLines(text) {
  return text.trimEnd().split('\n').map((line) => JSON.parse(line))
}

// The record of a process or session by the command line, as lines.
export async function writtenLines(data, which, view, ...more) {
  const folder = mkdtempSync(join(tmpdir(), 'samskap-record-'))
  try {
    const out = join(folder, 'record.jsonl')
    const options = ['--data', data, '--view', view, '--format', 'jsonl', '--out', out, ...more]
    const { status, stderr } = await runProgram(['transcript', which, ...options])
    assert.equal(status, 0, stderr)
    return parseLines(readFileSync(out, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
