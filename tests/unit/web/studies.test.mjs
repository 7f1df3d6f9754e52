// What I have answered to a study: known, said here since, and asked about anew.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { answerTo, askingStudies } = await page('studies')
const { keyOf, makesUpFor } = await page('outbox_key')
const { myselfOf } = await page('myself')

const study = { id: 's', version: 2 }
const said = (params, state = 'sending') => ({ method: 'participant.consent', params: { study: 's', ...params }, state })

test('no answer is a no, and so is one to another text', () => {
  assert.deepEqual(answerTo(study, undefined, []), { consent: false, isAnswered: false, wasAnswered: false, nextRev: 1, state: undefined })
  const old = answerTo(study, { consent: true, rev: 3, version: 1 }, [])
  assert.deepEqual([old.consent, old.isAnswered, old.wasAnswered, old.nextRev], [false, false, true, 4])
  const now = answerTo(study, { consent: true, rev: 3, version: 2 }, [])
  assert.deepEqual([now.consent, now.isAnswered], [true, true])
  assert.equal(answerTo({ id: 's' }, { consent: true, rev: 1 }, []).consent, true, 'the first text needs no number')
})

test('what was said here since holds at once, and what was refused does not', () => {
  const known = { consent: false, rev: 1, version: 2 }
  const yes = answerTo(study, known, [said({ rev: 2, consent: true, version: 2 })])
  assert.deepEqual([yes.consent, yes.nextRev, yes.state], [true, 3, 'sending'])
  const refused = answerTo(study, known, [said({ rev: 2, consent: true, version: 2 }, 'refused')])
  assert.deepEqual([refused.consent, refused.nextRev, refused.state], [false, 3, 'refused'])
  assert.equal(answerTo(study, known, [said({ study: 'other', rev: 9, consent: true, version: 1 })]).nextRev, 2)
})

test('a closed study is told of to who answered it', () => {
  const studies = [{ id: 'b', title: 'B' }, { id: 'a', title: 'A', closed: true }, { id: 'c', title: 'C', closed: true }]
  assert.deepEqual(askingStudies(studies, ({ id }) => id === 'a').map(({ id }) => id), ['a', 'b'])
})

test('each study has a line of its own in the outbox, and none is an answer about myself', () => {
  const key = (params) => keyOf('participant.consent', params)
  assert.notEqual(key({ study: 'a', rev: 1 }), key({ study: 'b', rev: 1 }))
  assert.notEqual(key({ study: 'a', rev: 1 }), key({ rev: 1 }))
  assert.equal(makesUpFor({ key: key({ study: 'a' }), method: 'participant.consent' }, { key: key({ study: 'a' }), method: 'participant.consent' }), true)
  const me = myselfOf({ consent: false, rev: 1 }, [said({ rev: 7, consent: true, version: 1 })])
  assert.deepEqual([me.consent, me.nextRev, me.isWaiting], [false, 2, false])
})
