// The phone as remote: the address that makes it one, and what it offers at a moment.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { buildModules, load, web } from './support/modules.mjs'
import { page } from './support/pages.mjs'

const { hashOf, placeOf, remoteHash } = await page('host_route')
const folder = await buildModules({ moves: join(web, 'src/host/remote/moves.ts'), code_now: join(web, 'src/host/remote/code_now.ts') })
const { hasEnd, movesOf, nameOfView } = await load(folder, 'moves')
const { nameOf } = await page('stage_choices')
const { codeNow } = await load(folder, 'code_now')

const secret = '00112233445566778899aabbccddeeff'
const to = { process: 'p', session: 's' }

test("a remote's address leads to its session, and stands nowhere once the secret is gone", () => {
  assert.deepEqual(placeOf(remoteHash(secret, to)), { screen: 'phone', secret, to })
  assert.equal(hashOf({ screen: 'remote', ...to }), '#/process/p/session/s/remote')
  assert.deepEqual(placeOf('#/process/p/session/s/remote'), { screen: 'remote', ...to })
})

test('an address without a secret, or without a session, is no remote', () => {
  for (const hash of ['#remote=', `#remote=${secret}`, `#remote=${secret}&process=p`, `#remote=${secret}&session=s`, '#process=p&session=s'])
    assert.deepEqual(placeOf(hash), { screen: 'house' }, hash)
})

const round = (state, more = {}) => ({ form: 'notes', visibility: 'own', state, opened: state === 'planned' ? 0 : 1, ...more })
const offers = (one) => movesOf(one, 1_000).map(({ move, isMain }) => (isMain ? `${move}!` : move)).join(' ')

test('what comes next most often is the main one, at each moment of a question', () => {
  assert.equal(offers(round('planned')), 'open!')
  assert.equal(offers(round('open')), 'reveal! close')
  assert.equal(offers(round('open', { revealed: true })), 'unreveal close!')
  assert.equal(offers(round('closing', { deadline: 5_000 })), 'close_now go_on!')
  assert.equal(offers(round('closed')), 'reveal! open_again')
  assert.equal(offers(round('closed', { revealed: true })), 'unreveal open_again')
})

test('questions that may be opened together are, in one press; or this one alone', () => {
  const together = (one) => movesOf(one, 1_000, 2).map(({ move, isMain }) => (isMain ? `${move}!` : move)).join(' ')
  assert.equal(together(round('planned')), 'open_together! open')
  assert.equal(together(round('open', { revealed: true })), 'unreveal close!')
})

test('where there is nothing to show, nothing is offered to be shown', () => {
  for (const form of ['ballot', 'scale']) {
    assert.equal(offers(round('open', { form })), 'close!')
    assert.equal(offers(round('closed', { form })), 'open_again')
  }
  assert.equal(offers(round('open', { visibility: 'all' })), 'close!')
})

test('a closing that was put off for long is open again to who leads', () => {
  assert.equal(offers(round('closing', { deadline: 200_000 })), 'reveal! close')
})

test('an end that was taken away is none', () => {
  assert.ok(hasEnd({ deadline: 1 }))
  assert.ok(!hasEnd({ deadline: 0 }) && !hasEnd({}))
})

test('the question on the screen is called by what the room sees of it', () => {
  const ballot = (state, result) => round(state, { form: 'ballot', ballot: { result } })
  assert.equal(nameOf('round', round('open')), 'round')
  assert.equal(nameOf('round', round('open', { revealed: true })), 'answers')
  assert.equal(nameOf('round', ballot('open', 'hidden')), 'round')
  assert.equal(nameOf('round', ballot('closed', 'hidden')), 'result')
  assert.equal(nameOf('round', undefined), 'round')
  assert.equal(nameOf('join', round('open', { revealed: true })), 'join')
  assert.equal(nameOfView({ screen: 'round', round: ballot('open', 'open') }), 'result')
  assert.equal(nameOfView({ screen: 'title' }), 'title')
})

test('a code that waits no more was used, unless its time was up', () => {
  const shown = { is: 'shown', secret, expires: 600_000 }
  assert.equal(codeNow(shown, secret, true, 1_000), shown)
  assert.equal(codeNow(shown, secret, false, 1_000).is, 'used')
  assert.equal(codeNow(shown, secret, false, 600_500).is, 'over')
  assert.equal(codeNow(shown, secret, false, 599_000).is, 'over')
  assert.equal(codeNow(shown, 'another', false, 1_000), shown)
})
