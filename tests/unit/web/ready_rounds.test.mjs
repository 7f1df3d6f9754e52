// Rounds that are added in one press: what the server takes, and the same as the shipped templates ask.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { readyRoundPuts, readyRounds } = await page('ready_rounds')
const { bearsRounds } = await page('meeting')

const place = { id: 'i', session: 's' }
const forms = ['checkin', 'lecture', 'film', 'break', 'round', 'talk', 'checkout', 'since']
const puts = (form, language = 'sv') => {
  let n = 0
  return readyRoundPuts(form, place, language, () => `id-${++n}`)
}

test('questions to who speaks are seen at once by all, without who asks, and can be supported', () => {
  for (const form of ['lecture', 'film']) {
    const [round] = puts(form)
    assert.deepEqual([round.item, round.session, round.base, round.key], ['i', 's', 0, 'questions'])
    assert.deepEqual([round.visibility, round.authorship, round.notes.supports], ['all', 'anonymous', true])
  }
  assert.equal(puts('lecture', 'en')[0].question, 'What would you like to ask the lecturer?')
  assert.deepEqual(forms.filter((form) => puts(form).length > 0 && !bearsRounds(form)), [])
})

test('the minute about the meeting is what the templates ask, so that meetings can be compared', () => {
  const template = JSON.parse(readFileSync(new URL('../../../schema/templates/lpu.json', import.meta.url)))
  const checkout = template.sessions[0].items.find(({ form }) => form === 'checkout')
  assert.deepEqual(readyRounds('checkout'), checkout.rounds)
  const [scale, note] = puts('checkout', 'en')
  assert.deepEqual(scale.scale.statements.map(({ key, text }) => [key, text])[1], ['evaluation-forward', 'We got further.'])
  assert.equal(new Set(scale.scale.statements.map(({ id }) => id)).size, 3)
  assert.deepEqual([note.notes.cap, note.key], [1, 'evaluation-note'])
})
