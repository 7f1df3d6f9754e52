// What a facilitator may put on the big screen beside what is on.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { CHOOSABLE, stageChoices, stageOfList } = await page('stage_choices')

const session = { id: 's' }
const round = (id, opened = 1) => ({ id, session: 's', item: 'i', opened })
const on = { id: 'i', item: { id: 'i' }, rounds: [] }
const list = (id, rounds, shown = true) => ({ id, rounds, shown })

test('what stays on is said with everything that is shown', () => {
  const now = { session, on, round: round('r') }
  const stages = stageChoices(now, [list('l', ['r'])], [round('r')])
  assert.deepEqual(Object.keys(stages).sort(), [...CHOOSABLE].sort())
  for (const screen of CHOOSABLE) {
    const { list: words, ...stage } = stages[screen]
    assert.deepEqual(stage, { id: 's', item: 'i', round: 'r', screen })
    assert.equal(words, screen === 'words' ? 'l' : undefined)
  }
  assert.deepEqual(stageOfList(now, 'gap'), { id: 's', item: 'i', round: 'r', screen: 'entries', entries: 'gap' })
})

test('what there is nothing of cannot be chosen', () => {
  const possible = (stages) => CHOOSABLE.filter((screen) => stages[screen] !== undefined)
  assert.deepEqual(possible(stageChoices({ session, on: undefined, round: undefined }, [], [])), ['join', 'since', 'blank'])
  const unopened = stageChoices({ session, on, round: round('r', 0) }, [list('l', ['r'], false), list('x', ['elsewhere'])], [round('r', 0)])
  assert.deepEqual(possible(unopened), ['join', 'item', 'since', 'blank'])
})

test('where the room looks back, what came since last time stands in the place of the item', () => {
  const looking = { id: 'i', item: { id: 'i', form: 'since' }, rounds: [] }
  const stages = stageChoices({ session, on: looking, round: undefined }, [], [])
  assert.equal(stages.item, undefined)
  assert.deepEqual(stages.since, { id: 's', item: 'i', screen: 'since' })
})

test("the words of what is on go before the session's others", () => {
  const rounds = [round('a'), round('b')]
  const lists = [list('of a', ['a']), list('of both', ['a', 'b']), list('of b', ['b'])]
  const words = (one) => stageChoices({ session, on, round: one }, lists, rounds).words?.list
  assert.equal(words(rounds[0]), 'of a')
  assert.equal(words(rounds[1]), 'of both')
  assert.equal(words(undefined), 'of b')
})
