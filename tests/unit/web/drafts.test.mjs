// What was begun and not put up.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { Drafts, fitted, isEmptyDraft, lengthOf, textOfDraft } = await page('drafts')

function makeShelf() {
  const kept = new Map()
  return { kept, getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => kept.set(name, value), removeItem: (name) => kept.delete(name) }
}

test('a draft is there after a reload, for its own question only', () => {
  const shelf = makeShelf()
  new Drafts(shelf).keep('round a', { text: 'Att den som ', isGroups: true })
  new Drafts(shelf).keep('round b', { text: '', fields: ['Närhet', ''] })
  assert.deepEqual(new Drafts(shelf).find('round a'), { text: 'Att den som ', isGroups: true })
  assert.deepEqual(new Drafts(shelf).find('round b'), { text: '', fields: ['Närhet', ''] })
  assert.equal(new Drafts(shelf).find('round c'), undefined)
})

test('an empty draft is none', () => {
  const shelf = makeShelf()
  const drafts = new Drafts(shelf)
  drafts.keep('round a', { text: 'Hej' })
  drafts.keep('round a', { text: '  \n' })
  assert.deepEqual([drafts.find('round a'), shelf.kept.size], [undefined, 0])
  assert.equal(isEmptyDraft({ text: '', fields: [' ', 'ord'] }), false)
})

test('a shelf that is full, forbidden or spoilt costs no more than the reload', () => {
  const no = () => {
    throw new Error('QuotaExceededError')
  }
  const full = new Drafts({ getItem: no, setItem: no, removeItem: no })
  full.keep('round a', { text: 'Hej' })
  assert.deepEqual(full.find('round a'), { text: 'Hej' })
  full.drop('round a')
  assert.equal(full.find('round a'), undefined)
  const spoilt = makeShelf()
  spoilt.kept.set('samskap draft round a', '{"text":3')
  assert.equal(new Drafts(spoilt).find('round a'), undefined)
  assert.deepEqual(new Drafts(undefined).find('round a'), undefined)
})

test('a note says what was written, without what is around it; fields stand one a line', () => {
  assert.equal(textOfDraft({ text: '  Närhet \n' }), 'Närhet')
  assert.equal(textOfDraft({ text: '', fields: [' Trygghet', '', 'Närhet '] }), 'Trygghet\nNärhet')
  assert.deepEqual(['👩‍⚕️', 'e\u0301', 'å'].map(lengthOf), [4, 1, 1])
})

test('what was begun stays in sight when the question gets fields, fewer of them, or none', () => {
  assert.deepEqual(fitted({ text: 'Närhet\n\nMod', isGroups: true }, 3), { text: '', isGroups: true, fields: ['Närhet', 'Mod', ''] })
  assert.deepEqual(fitted({ text: '', fields: ['ett', 'två', 'tre'] }, 2), { text: '', fields: ['ett', 'två tre'] })
  assert.deepEqual(fitted({ text: '', fields: ['ett', '', 'tre'] }, 0), { text: 'ett\ntre' })
  const same = { text: '', fields: ['ett', ''] }
  assert.equal(fitted(same, 2), same)
  assert.deepEqual([fitted({ text: 'Hej' }, 0), fitted({ text: '' }, 1)], [{ text: 'Hej' }, { text: '', fields: [''] }])
})

test('a draft goes when its note is kept, and not if another one was begun meanwhile', () => {
  const drafts = new Drafts(makeShelf())
  drafts.keep('round a', { text: 'Närhet', isGroups: true })
  drafts.dropSaid('round a', { text: 'Närhet ' })
  assert.equal(drafts.find('round a'), undefined)
  drafts.keep('round a', { text: 'Nästa' })
  drafts.dropSaid('round a', { text: 'Närhet' })
  assert.deepEqual(drafts.find('round a'), { text: 'Nästa' })
})

test('what another tab did is heard, and nothing comes back that was put up there', () => {
  const shelf = makeShelf()
  const [one, two] = [new Drafts(shelf), new Drafts(shelf)]
  let told = 0
  const end = two.subscribe(() => told++)
  two.keep('round a', { text: 'Här' })
  one.keep('round a', { text: 'Härifrån' })
  two.heard('samskap draft round a')
  assert.deepEqual([two.find('round a'), told], [{ text: 'Härifrån' }, 1])
  one.drop('round a')
  two.heard('samskap draft round a')
  assert.deepEqual([two.find('round a'), told], [undefined, 2])
  two.heard('samskap language')
  assert.equal(told, 2)
  two.lookAgain()
  two.heard(null)
  end()
  two.lookAgain()
  assert.equal(told, 4)
})

test('what a full shelf did not take stands before the older that is on it', () => {
  const shelf = makeShelf()
  const drafts = new Drafts(shelf)
  drafts.keep('round a', { text: 'Kort' })
  const { setItem } = shelf
  shelf.setItem = () => {
    throw new Error('QuotaExceededError')
  }
  drafts.keep('round a', { text: 'Kort och sedan långt' })
  assert.deepEqual(drafts.find('round a'), { text: 'Kort och sedan långt' })
  shelf.setItem = setItem
  drafts.keep('round a', { text: 'Kort igen' })
  assert.deepEqual(new Drafts(shelf).find('round a'), { text: 'Kort igen' })
})
