// A scale in the facilitator's page: its settings, what is wrong with them, and what its figures say.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { defaults, fixedSettings, hasAnswers, mayShow, problemsOf, roundPut, settingsOf } = await page('round_settings')
const { isWritten } = await page('run_of')

const statements = [{ id: 'a', text: 'Vi möts', key: 'delmal-1' }, { id: 'b', text: 'Vi provar' }]
const round = (more = {}) => ({
  kind: 'round', id: 'r', seq: 4, session: 's', item: 'i', form: 'scale', question: 'Hur går det?', visibility: 'own', authorship: 'anonymous',
  state: 'planned', scale: { statements, steps: 5, low: 'inte alls', high: 'helt', result: 'hidden' }, ...more,
})
const open = { statements, steps: 5, result: 'open' }
const place = { id: 'r', base: 4, session: 's', form: 'scale' }

test("a scale's settings put what they were read from, and nothing of other forms", () => {
  const put = roundPut(place, settingsOf(round()))
  assert.deepEqual(put.scale, round().scale)
  assert.deepEqual(Object.keys(put).filter((key) => ['notes', 'ballot', 'diary'].includes(key)), [])
  assert.deepEqual(roundPut(place, settingsOf(round({ scale: open }))).scale, open, 'ends without a name are left out')
})

test('a diary puts no settings', () => {
  const put = roundPut({ ...place, form: 'diary' }, { ...defaults, question: 'Vad såg du?' })
  assert.deepEqual(Object.keys(put).filter((key) => ['notes', 'ballot', 'scale'].includes(key)), [])
})

test('what is wrong with a scale is named by its setting', () => {
  const named = (...names) => names.map((name, i) => ({ id: String(i), name }))
  const of = (some) => problemsOf('scale', { ...defaults, question: 'x', ...some })
  assert.deepEqual(of({}), { statements: 'no_statements' })
  assert.deepEqual(of({ statements: named('Vi möts', 'vi möts ') }), { statements: 'same_statements' })
  for (const steps of [1, 11, 2.5]) assert.deepEqual(of({ statements: named('Vi möts', ' '), steps }), { steps: 'number' })
  for (const steps of [2, 10]) assert.deepEqual(of({ statements: named('Vi möts'), steps }), {})
})

test('the first answer fixes the steps and their ends, and what was hidden stays so', () => {
  assert.ok(hasAnswers(round(), [], { answered: 1 }) && !hasAnswers(round(), [], { answered: 0 }))
  for (const setting of ['steps', 'low', 'high']) {
    assert.ok(fixedSettings(round(), true).has(setting))
    assert.ok(!fixedSettings(round({ opened: 1 }), false).has(setting))
  }
  assert.ok(!mayShow(round(), true, 'open') && mayShow(round(), false, 'open') && mayShow(round({ scale: open }), true, 'open'))
})

test('people write in questions with notes and in diaries alone', () => {
  assert.deepEqual(['notes', 'ballot', 'scale', 'diary'].filter((form) => isWritten({ form })), ['notes', 'diary'])
})
