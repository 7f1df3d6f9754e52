// Value words as facilitators work with them: what may belong together, how it is taken back, what stands still.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const list = await page('word_list')

const row = (word, persons, more = {}) => ({ word, label: word, persons, forms: [{ word, persons }], ...more })
const words = (rows) => rows.map(({ word }) => word)

test('a search finds forms and parts, and keeps å, ä and ö apart from a and o', () => {
  const samverkan = row('samverkan', 9, { parts: [{ word: 'samverkan', persons: 6 }, { word: 'samverka', persons: 3, label: 'Att samverka' }] })
  assert.ok(list.matches(samverkan, ' ATT sam'))
  assert.ok(list.matches(row('nära', 3, { forms: [{ word: 'närmare', persons: 3 }] }), 'Närm'))
  assert.ok(!list.matches(row('nära', 3), 'nara'))
})

test('a word that is to be added is found where it stands already', () => {
  const rows = [row('trygg', 4, { forms: [{ word: 'trygga', persons: 4 }] }), row('trygga', 1)]
  assert.equal(list.rowNamed(rows, 'Trygga').persons, 1, 'a row of that name comes before a form')
  assert.equal(list.rowNamed(rows.slice(0, 1), 'trygga').persons, 4)
  assert.equal(list.rowNamed(rows, 'mod'), undefined)
})

test('each pair is proposed once, at the upper row', () => {
  const rows = [
    row('trygghet', 7, { suggestions: [{ word: 'trygg', reason: 'derived', label: 'trygga' }] }),
    row('trygg', 4, { label: 'trygga', suggestions: [{ word: 'trygghet', reason: 'derived', label: 'trygghet' }, { word: 'far', reason: 'spelling', label: 'långt bort' }] }),
  ]
  const proposals = list.proposalsOf(rows)
  assert.deepEqual(proposals.get('trygghet'), [{ word: 'trygg', label: 'trygga', persons: 4, reason: 'derived' }])
  assert.deepEqual(proposals.get('trygg'), [{ word: 'far', label: 'långt bort', persons: undefined, reason: 'spelling' }])
})

test('targets of a merge: the suggested ones first, then what begins so, never the word itself', () => {
  const rows = [row('gemensam', 9), row('samverkan', 8), row('samverka', 7), row('mod', 1)]
  assert.deepEqual(words(list.mergeTargets(rows, new Set(['samverka']), 'sam')), ['samverkan', 'gemensam'])
  assert.deepEqual(words(list.mergeTargets(rows, new Set(['samverka']), '', ['mod']))[0], 'mod')
})

test('what was decided is taken back by its inverse', () => {
  const inverse = (decision, before) => list.inverseOf(decision, before)
  const samverkan = row('samverkan', 9)
  assert.deepEqual(inverse({ what: 'merge', word: 'samverka', into: 'samverkan' }, row('samverka', 3)), { what: 'merge', word: 'samverka', into: '' })
  assert.deepEqual(inverse({ what: 'merge', word: 'samverka', into: '' }, samverkan), { what: 'merge', word: 'samverka', into: 'samverkan' })
  assert.deepEqual(inverse({ what: 'split', word: 'samverkar', apart: true }, samverkan), { what: 'split', word: 'samverkar', apart: false })
  const rename = { what: 'rename', word: 'samverkan', label: 'Samverkan' }
  assert.equal(inverse(rename, samverkan).label, '', 'it was called as people wrote it')
  assert.equal(inverse(rename, { ...samverkan, label: 'Att samverka' }).label, 'Att samverka')
})

test('a mark is taken back to the one that stood there', () => {
  const mark = (mark, marked = true) => ({ what: 'mark', word: 'vård', mark, marked })
  assert.deepEqual(list.inverseOf(mark('dropped'), row('vård', 3)), mark('dropped', false))
  assert.deepEqual(list.inverseOf(mark('kept'), row('vård', 3, { mark: 'aside' })), mark('aside'))
  assert.deepEqual(list.inverseOf(mark('dropped'), row('vård', 3, { mark: 'added' })), mark('dropped', false), 'added stays beside it')
  assert.deepEqual(list.inverseOf(mark('dropped', false), row('vård', 3, { mark: 'dropped' })), mark('dropped'))
})

test('a dropped word comes back as it was, a topic word is kept, a word nobody wrote is taken out', () => {
  assert.deepEqual(list.broughtBack(row('mod', 3, { mark: 'dropped' })), { what: 'mark', word: 'mod', mark: 'dropped', marked: false })
  assert.deepEqual(list.broughtBack(row('vård', 3, { mark: 'aside' })), { what: 'mark', word: 'vård', mark: 'kept', marked: true })
  assert.equal(list.removed(row('glädje', 0, { mark: 'added' })).mark, 'added')
  assert.equal(list.removed(row('glädje', 2, { mark: 'added' })).mark, 'dropped')
})

test('a form is counted apart only where something is left', () => {
  const forms = [{ word: 'samverkan', persons: 6 }, { word: 'samverka', persons: 3 }, { word: 'samverkar', persons: 2 }]
  assert.ok(!list.splittable(row('mod', 2), 'mod'))
  assert.ok(list.splittable(row('samverka', 9, { forms }), 'samverkar'))
  const merged = row('samverkan', 9, { forms, parts: [{ word: 'samverkan', persons: 6, label: 'samverkan' }, { word: 'samverka', persons: 3, label: 'samverka' }] })
  assert.deepEqual(forms.filter(({ word }) => list.splittable(merged, word)).map(({ word }) => word), ['samverkar'])
})

test('of a phrase its own forms are split, not those of the words inside', () => {
  const forms = [{ word: 'individen i centrum', persons: 3 }, { word: 'individer i centrum', persons: 1 }, { word: 'centrum', persons: 4, inside: true }]
  const parts = [{ word: 'individ i centrum', persons: 4, label: 'individen i centrum' }, { word: 'centrum', persons: 4, label: 'centrum', inside: true }]
  const phrase = row('individ i centrum', 4, { label: 'individen i centrum', forms, parts })
  assert.deepEqual(forms.map(({ word }) => list.splittable(phrase, word)), [false, true, false])
  assert.ok(!list.splittable({ ...phrase, forms: [forms[0], forms[2]] }, 'individen i centrum'))
  const rename = { what: 'rename', word: phrase.word, label: 'Personen i mitten' }
  assert.equal(list.inverseOf(rename, phrase).label, '', 'nobody had named it')
  assert.equal(list.rowNamed([phrase], 'Centrum'), phrase)
})

test('rows stand still while somebody works, with new figures and what is gone', () => {
  const last = new Map([['a', row('a', 3)], ['b', row('b', 2)], ['c', row('c', 1)]])
  const now = [row('c', 5), row('a', 3), row('new', 2)]
  const { rows, gone, isMoved } = list.arrange(now, ['a', 'b', 'c'], last)
  assert.deepEqual(rows.map(({ word, persons }) => [word, persons]), [['a', 3], ['b', 2], ['c', 5]])
  assert.deepEqual([...gone], ['b'])
  assert.ok(isMoved)
  assert.ok(!list.arrange(now, words(now), last).isMoved)
  assert.deepEqual(words(list.arrange(now, undefined, last).rows), ['c', 'a', 'new'])
})

test('another row of the same name is found, whatever its case, and never the row itself', () => {
  const rows = [row('samverka', 3, { label: 'samverkan' }), row('ända', 2), row('anda', 1)]
  assert.equal(list.labelled(rows, ' Samverkan ', 'ända')?.word, 'samverka')
  assert.equal(list.labelled(rows, 'samverkan', 'samverka'), undefined)
  assert.equal(list.labelled(rows, 'ända', 'samverka')?.word, 'ända')
  assert.equal(list.labelled(rows, '', 'samverka'), undefined)
})

test('further pages bring no row twice', () => {
  assert.deepEqual(words(list.joined([row('a', 2), row('b', 1)], [row('b', 1), row('c', 1), row('c', 1)])), ['a', 'b', 'c'])
})

test('rounds count persons where they are counted together, or where people are known', () => {
  const anonymous = (id, scope = id) => ({ id, scope, authorship: 'anonymous' })
  assert.ok(list.countsPersons([anonymous('a')]))
  assert.ok(!list.countsPersons([anonymous('a'), anonymous('b')]))
  assert.ok(list.countsPersons([anonymous('a'), anonymous('b', 'a')]))
  assert.ok(list.countsPersons([{ id: 'a', authorship: 'named' }, { id: 'b', authorship: 'linked' }]))
  assert.ok(!list.countsPersons([anonymous('a'), { id: 'b', authorship: 'named' }]))
})

test('the lists of a session, that of the round alone first', () => {
  const lists = [{ id: '1', rounds: ['b'] }, { id: '2', rounds: ['a', 'b'] }, { id: '3', rounds: ['a'] }, { id: '4', rounds: ['elsewhere'] }]
  assert.deepEqual(list.listsOf(lists, ['a', 'b'], 'a').map(({ id }) => id), ['3', '2', '1'])
})
