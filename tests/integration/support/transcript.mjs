// The record of a process, as its host downloads it.
import assert from 'node:assert/strict'
import { ask } from './http.mjs'

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
