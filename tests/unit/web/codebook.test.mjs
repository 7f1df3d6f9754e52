// Codebooks of other programs as themes.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { LARGEST_CODEBOOK, proposed, readCodebook } = await page('codebook')

const read = (body) => readCodebook(`<?xml version="1.0" encoding="UTF-8"?>\n${body}`)
const book = (codes) => read(`<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>${codes}</Codes></CodeBook>`)
const code = (name, inside = '', isCodable = true) => `<Code guid="x" name="${name}" isCodable="${isCodable}">${inside}</Code>`
const titles = ({ codes }) => codes.map(({ title }) => title)

test('a code is a theme, its description what belongs there', () => {
  const { codes, shortened } = book(code('Trygghet', '<Description> Att våga\r\nfråga </Description>') + code(' Nära\n vård '))
  assert.deepEqual(codes, [
    { title: 'Trygghet', definition: 'Att våga\nfråga', heading: '' },
    { title: 'Nära vård', definition: '', heading: '' },
  ])
  assert.equal(shortened, 0)
})

test('codes within codes are named with those, headings only where names would be the same', () => {
  const nested = code('Tid', code('Väntan', code('I telefon')))
  assert.deepEqual(titles(book(nested)), ['Tid', 'Tid / Väntan', 'Tid / Väntan / I telefon'])
  const under = code('A', code('Mod') + code('Tid'), false) + code('B', code('mod'), false)
  assert.deepEqual(titles(book(under)), ['A / Mod', 'Tid', 'B / mod'])
  assert.deepEqual(book(under).codes.map(({ heading }) => heading), ['A', 'A', 'B'])
  assert.deepEqual(titles(book(code('Två') + code('två'))), ['Två'], 'the same twice')
})

test('what is too long is cut, and told', () => {
  const { codes, shortened } = book(code('å'.repeat(81), `<Description>${'x'.repeat(1001)}</Description>`) + code('👩‍👧'.repeat(16)))
  assert.equal([...codes[0].title].length, 80)
  assert.equal(codes[0].definition.length, 1000)
  assert.ok(codes[0].title.endsWith('…'))
  assert.equal([...codes[1].title].length, 48)
  assert.equal(shortened, 1)
})

test('what is no codebook is refused, and nothing in it is put in its place', () => {
  assert.deepEqual(read('<Project/>'), { wrong: 'project' })
  assert.deepEqual(read('<html/>'), { wrong: 'not_codebook' })
  assert.deepEqual(book(''), { wrong: 'no_codes' })
  assert.deepEqual(book(code('Bara rubrik', '', false)), { wrong: 'no_codes' })
  assert.deepEqual(readCodebook('PK'), { wrong: 'not_xml' })
  assert.deepEqual(readCodebook('<!DOCTYPE x [<!ENTITY a "b">]><CodeBook/>'), { wrong: 'not_xml' })
  assert.deepEqual(readCodebook(' '.repeat(LARGEST_CODEBOOK + 1)), { wrong: 'too_large' })
  const deep = (depth) => book(Array.from({ length: depth }).reduce((inside) => code('Under', inside, false), code('Djupt')))
  assert.deepEqual(titles(deep(50)), ['Djupt'])
  assert.deepEqual(deep(51), { wrong: 'no_codes' }, 'not deeper than that')
})

test('of several headings the first is proposed, without what the board has, as far as there is room', () => {
  const { codes } = book(code('Teman', code('A') + code('B') + code('C'), false) + code('Ord', code('D'), false))
  assert.deepEqual([...proposed(codes, (title) => title === 'A', 10)], ['B', 'C'])
  assert.deepEqual([...proposed(codes, () => false, 1)], ['A'])
  assert.deepEqual([...proposed(codes, () => false, -1)], [])
  assert.deepEqual([...proposed([], () => false, 5)], [])
})
