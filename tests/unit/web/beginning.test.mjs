// The beginning of a text that is too long for where it stands.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { beginningOf } = await page('beginning')

test('what is short enough is whole', () => {
  assert.equal(beginningOf(' Kaffet står framme. ', 40), 'Kaffet står framme.')
})

test('what is longer ends with a sentence, or else with a word', () => {
  assert.equal(beginningOf('Vi lyssnar först. Sedan talar vi om det.', 24), 'Vi lyssnar först. …')
  assert.equal(beginningOf('Ja. Sedan talar vi länge om det', 26), 'Ja. Sedan talar vi länge …')
  assert.equal(beginningOf('kunskapsstyrningsorganisationen', 10), 'kunskapsst …')
})
