// Drafts that follow what others change, and a question's settings.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { draftOf, follow, isDirty } = await page('draft')
const { defaults, fixedSettings, hasAnswers, mayBecome, mayShow, partnersOf, problemsOf, roundPut, settingsOf } = await page('round_settings')

const typed = (saved, some) => ({ ...draftOf(saved), values: { ...saved, ...some } })

test('a draft that nobody touched follows the store', () => {
  const draft = follow(draftOf({ title: 'Paus', minutes: 15 }), { title: 'Fika', minutes: 20 })
  assert.deepEqual([draft.values, isDirty(draft), draft.conflicts], [{ title: 'Fika', minutes: 20 }, false, []])
})

test('what was typed stays, and what others changed beside it comes in', () => {
  const draft = follow(typed({ title: 'Paus', minutes: 15 }, { title: 'Lunch' }), { title: 'Paus', minutes: 20 })
  assert.deepEqual([draft.values, draft.conflicts], [{ title: 'Lunch', minutes: 20 }, []])
  assert.ok(isDirty(draft))
})

test('where both changed the same, ours stands and it is said; not where both meant the same', () => {
  const mine = typed({ title: 'Paus', minutes: 15 }, { title: 'Lunch' })
  assert.deepEqual(follow(mine, { title: 'Fika', minutes: 15 }).conflicts, ['title'])
  assert.equal(follow(mine, { title: 'Fika', minutes: 15 }).values.title, 'Lunch')
  const same = follow(mine, { title: 'Lunch', minutes: 15 })
  assert.deepEqual([same.conflicts, isDirty(same)], [[], false])
})

test('a conflict ends once the store has what was typed here', () => {
  const first = follow(typed({ title: 'Paus' }, { title: 'Lunch' }), { title: 'Fika' })
  assert.deepEqual(follow(first, { title: 'Lunch' }).conflicts, [])
})

test('lists are compared by what is in them', () => {
  const saved = { tables: [{ id: 'a', name: 'Bord 1' }] }
  const mine = typed(saved, { tables: [{ id: 'a', name: 'Bord 1' }] })
  assert.ok(!isDirty(mine))
  assert.ok(isDirty(typed(saved, { tables: [] })))
})

const round = (more = {}) => ({
  kind: 'round', id: 'r', seq: 4, session: 's', item: 'i', form: 'notes', question: 'Vad vill du?', visibility: 'own',
  authorship: 'anonymous', state: 'planned', scope: 'r', notes: { fields: 0, cap: 0 }, ...more,
})

test('settings put what they were read from', () => {
  const notes = round({ helper: 'Kort', notes: { fields: 2, cap: 3 }, scope: 'other' })
  const put = roundPut({ id: 'r', base: 4, session: 's', item: 'i', form: 'notes' }, settingsOf(notes))
  assert.deepEqual(put, {
    id: 'r', base: 4, session: 's', item: 'i', form: 'notes', question: 'Vad vill du?', helper: 'Kort', visibility: 'own',
    authorship: 'anonymous', scope: 'other', notes: { fields: 2, cap: 3 },
  })
  const choices = [{ id: 'a', text: 'Närhet', word: 'närhet' }, { id: 'b', text: 'Mod' }]
  const ballot = round({ form: 'ballot', notes: undefined, ballot: { choices, budget: 5, cap: 2, cut: 1, pass_of: 'r0', result: 'open' } })
  const vote = roundPut({ id: 'r', base: 4, session: 's', form: 'ballot' }, settingsOf(ballot))
  assert.deepEqual(vote.ballot, { choices, budget: 5, cap: 2, cut: 1, pass_of: 'r0', result: 'open' })
  assert.ok(!('notes' in vote) && !('item' in vote) && !('scope' in vote))
})

test('empty choices are left out, and a scope goes with anonymous answers alone', () => {
  const settings = { ...defaults, question: ' Vilka? ', choices: [{ id: 'a', name: ' Mod ' }, { id: 'b', name: ' ' }], scope: 'x', authorship: 'named' }
  const put = roundPut({ id: 'r', base: 0, session: 's', form: 'ballot' }, settings)
  assert.deepEqual([put.question, put.ballot.choices, put.scope], ['Vilka?', [{ id: 'a', text: 'Mod' }], undefined])
})

test('what is wrong is named by its setting', () => {
  assert.deepEqual(problemsOf('notes', { ...defaults, question: ' ', cap: 301 }), { question: 'empty', cap: 'number' })
  const twice = [{ id: 'a', name: 'Mod' }, { id: 'b', name: 'mod ' }]
  const wrong = { ...defaults, question: 'x', choices: twice, budget: NaN, choice_cap: 1.5 }
  assert.deepEqual(problemsOf('ballot', wrong), { choices: 'twice', budget: 'number', choice_cap: 'number' })
  assert.deepEqual(problemsOf('ballot', { ...defaults, question: 'x' }), { choices: 'no_choices' })
  assert.deepEqual(problemsOf('notes', { ...defaults, question: 'x' }), {})
})

test('a first answer fixes what people were told', () => {
  assert.deepEqual([...fixedSettings(undefined, false)], [])
  assert.deepEqual([...fixedSettings(round(), false)], [])
  assert.deepEqual([...fixedSettings(round({ opened: 5 }), false)], ['scope'])
  assert.deepEqual([...fixedSettings(round({ opened: 5 }), true)], ['authorship', 'scope', 'fields'])
  const group = round({ visibility: 'group' })
  assert.deepEqual(['own', 'group', 'all'].map((to) => mayBecome(group, true, to)), [true, true, false])
  assert.ok(mayBecome(group, false, 'all'))
  const hidden = round({ form: 'ballot', ballot: { choices: [], budget: 1, result: 'hidden' } })
  assert.deepEqual([mayShow(hidden, true, 'open'), mayShow(hidden, false, 'open'), mayShow(hidden, true, 'hidden')], [false, true, true])
})

test('answers are known by notes, by votes, or by what is said of how many', () => {
  assert.ok(!hasAnswers(round(), [], undefined))
  assert.ok(!hasAnswers(round({ share: 'none', answered: 0 }), [{ round: 'other' }], { voters: 0 }))
  assert.ok(hasAnswers(round(), [{ round: 'r' }], undefined))
  assert.ok(hasAnswers(round({ share: 'some' }), [], undefined))
  assert.ok(hasAnswers(round(), [], { voters: 2 }))
})

test('only anonymous questions that have not been opened are counted together', () => {
  const others = [
    round({ id: 'a', scope: 'a' }),
    round({ id: 'b', scope: 'b', opened: 5 }),
    round({ id: 'c', scope: 'b' }),
    round({ id: 'd', scope: 'd', authorship: 'named' }),
    round({ id: 'e', form: 'ballot' }),
  ]
  assert.deepEqual(partnersOf(round(), [round(), ...others]).map(({ id }) => id), ['a'])
})
