// What goes along when one of the days of a process is left.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { commandsIn } = await page('leaving')

const rounds = [{ id: 'r1', session: 'first' }, { id: 'q1', session: 'first' }, { id: 'r2', session: 'second' }]
const known = [{ id: 'known1', round: 'r1' }, { id: 'known2', round: 'r2' }]
const put = (id, round) => ({ method: 'note.put', params: { id, round, rev: 1, text: id } })
const remove = (id) => ({ method: 'note.remove', params: { id, rev: 2 } })
const commands = [
  put('a', 'r1'), put('b', 'r2'), remove('known1'), remove('known2'), remove('a'), remove('b'), put('gone', 'r9'), remove('unknown'),
  { method: 'vote.put', params: { round: 'q1', choice: 'c', rev: 1, votes: 1 } },
  { method: 'step.put', params: { id: 's1', session: 'first', rev: 1, text: 'Ring' } },
  { method: 'participant.put', params: { rev: 1, name: 'Kim' } },
  { method: 'participant.consent', params: { rev: 2, consent: true } },
]

test('what was written and voted in that day goes, and nothing of another or of who somebody is', () => {
  const said = (session) => commandsIn(session, commands, rounds, known).map(({ method, params }) => `${method} ${params.id ?? params.round}`)
  assert.deepEqual(said('first'), ['note.put a', 'note.remove known1', 'note.remove a', 'vote.put q1', 'step.put s1'])
  assert.deepEqual(said('second'), ['note.put b', 'note.remove known2', 'note.remove b'])
  assert.deepEqual(said('third'), [])
})
