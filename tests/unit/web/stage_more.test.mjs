// The walls of groups, boards and comparisons that the big screen may be told to show.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { moreChoices } = await page('stage_more')

const session = { id: 's' }
const on = { id: 'i', item: { id: 'i' }, rounds: [] }
const title = { screen: 'title' }
const asked = (id, more = {}) => ({ id, session: 's', item: 'i', form: 'notes', visibility: 'group', grouping: 'g', state: 'closed', opened: 1, revealed: true, ...more })
const groupings = [{ id: 'g', session: 's', groups: [{ id: 'a', name: 'Grupp 1' }, { id: 'b', name: 'Grupp 2' }] }]
const board = (id, more = {}) => ({ id, title: id, rounds: ['r'], hands: 'hosts', shown: true, ...more })
const theme = (id, of, position) => ({ kind: 'theme', id, board: of, title: id, position, seq: 1 })
const comparison = (id, more = {}) => ({ id, title: id, by: 'role', list: 'l', shown: true, state: 'told', ...more })

const of = (made, view = title, round = undefined) =>
  moreChoices({ session, on, round }, view, { rounds: [], groupings, boards: [], themes: [], comparisons: [], ...made })
const said = (choices) => choices.map(({ name = '*', isShown }) => (isShown ? `${name}!` : name)).join(' ')

test('walls stand side by side or one alone, and what is on stays on', () => {
  const round = asked('r')
  const { walls } = of({ rounds: [round] }, { screen: 'walls', round, group: 'b' }, round)
  assert.equal(said(walls), '* Grupp 1 Grupp 2!')
  assert.deepEqual(walls[0].stage, { id: 's', item: 'i', round: 'r', screen: 'walls' })
  assert.deepEqual(walls[1].stage, { id: 's', item: 'i', round: 'r', screen: 'walls', group: 'a' })
})

test('there are walls once the room may see them, of the question that is on before those behind it', () => {
  assert.deepEqual(of({ rounds: [asked('r', { revealed: false })] }).walls, [])
  assert.deepEqual(of({ rounds: [asked('r', { session: 'other' })] }).walls, [])
  assert.deepEqual(of({ rounds: [asked('r', { visibility: 'all' })] }).walls, [], 'of no groups')
  const rounds = [asked('first'), asked('last', { opened: 9 }), asked('gone', { opened: 10, removed: true })]
  const roundOf = (view, round) => of({ rounds }, view, round).walls[0].stage.round
  assert.equal(roundOf(title, undefined), 'last')
  assert.equal(roundOf(title, rounds[0]), 'first')
  assert.equal(roundOf({ screen: 'walls', round: rounds[0] }, undefined), 'first', 'its walls are shown')
})

test('a board stands with all its themes, and these one by one', () => {
  const themes = [theme('Tid', 'w', 2), theme('Närhet', 'w', 1), theme('Annat', 'x', 1)]
  const one = of({ rounds: [asked('r')], boards: [board('w')], themes }).themes
  assert.equal(said(one), '* Närhet Tid')
  assert.deepEqual(one[2].stage, { id: 's', item: 'i', screen: 'themes', board: 'w', theme: 'Tid' })
  const boards = [board('w'), board('x'), board('hidden', { shown: false })]
  assert.equal(said(of({ rounds: [asked('r')], boards, themes }).themes), 'w x')
  const shown = of({ rounds: [asked('r')], boards, themes }, { screen: 'themes', board: boards[0], theme: themes[0] }).themes
  assert.equal(said(shown), 'w Närhet Tid! x', 'those of the one that is shown')
})

test("another session's own board is not offered, one over several is", () => {
  const rounds = [asked('r'), asked('other', { session: 'o' }), asked('third', { session: 't' })]
  const boards = [board('own'), board('theirs', { rounds: ['other'] }), board('all', { rounds: ['other', 'third'] })]
  assert.equal(said(of({ rounds, boards }).themes), 'all own')
})

test('comparisons are offered once they are told to all', () => {
  const comparisons = [comparison('b'), comparison('a'), comparison('hidden', { shown: false }), comparison('early', { state: 'waiting' })]
  const { comparisons: choices } = of({ comparisons }, { screen: 'comparison', comparison: comparisons[0] })
  assert.equal(said(choices), 'a b!')
  assert.deepEqual(choices[0].stage, { id: 's', item: 'i', screen: 'comparison', comparison: 'a' })
})
