// The pages' texts: the same in every language, whole, and of the kind that people speak at work.
import test from 'node:test'
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { relative } from 'node:path'
import { web } from './support/modules.mjs'
import { catalogues, sourceFiles } from './support/texts.mjs'

const ts = createRequire(new URL('../../../web/package.json', import.meta.url))('typescript')
const { languages, paths, found } = await catalogues()

// Each form of a text: of one that counts, one for each plural category.
const forms = (text) => (typeof text === 'string' ? [text] : Object.values(text))
const places = (text) => [...new Set(forms(text).flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)))].sort()

// Every text of a language, as { at, text }.
function everyText(language) {
  return found.flatMap(({ where, name, texts }) =>
    Object.entries(texts[language]).flatMap(([key, text]) => forms(text).map((form) => ({ at: `${where} ${name}.${language}.${key}`, text: form }))),
  )
}

function refuse(language, wrong) {
  const bad = everyText(language).filter(({ text }) => wrong(text))
  assert.deepEqual(bad, [])
}

test('every file of texts holds a catalogue', () => {
  assert.ok(found.length > 0)
  for (const path of paths) assert.ok(found.some(({ where }) => where === path), `${path} exports none, by language`)
})

test('every language has the same keys', () => {
  for (const { where, name, texts } of found)
    for (const language of languages)
      assert.deepEqual(Object.keys(texts[language]).sort(), Object.keys(texts.sv).sort(), `${where} ${name}.${language}`)
})

test('every language has the same places in a text', () => {
  for (const { where, name, texts } of found)
    for (const language of languages)
      for (const [key, text] of Object.entries(texts[language]))
        assert.deepEqual(places(text), places(texts.sv[key]), `${where} ${name}.${language}.${key}`)
})

test('what counts has its forms, and counts by {n} in one language as in the other', () => {
  for (const { where, name, texts } of found)
    for (const language of languages)
      for (const [key, text] of Object.entries(texts[language])) {
        if (typeof text === 'string') continue
        assert.ok(text.one && text.other, `${where} ${name}.${language}.${key}`)
        assert.ok(Object.keys(text).every((form) => ['zero', 'one', 'other'].includes(form)), `${where} ${key}`)
      }
})

test('no text is empty, or has blanks at its ends', () => {
  for (const language of languages) refuse(language, (text) => text.trim() === '' || text.trim() !== text || text.includes('  '))
})

test('how far something has come is said in one place', () => {
  const pages = found.filter(({ where }) => where.startsWith('participant'))
  const states = pages.find(({ name }) => name === 'stateTexts').texts
  const again = pages.filter(({ name }) => name !== 'stateTexts').flatMap(({ where, texts }) =>
    languages.flatMap((language) =>
      Object.entries(texts[language]).filter(([, text]) => Object.values(states[language]).includes(text)).map(([key]) => `${where} ${language}.${key}`),
    ),
  )
  assert.deepEqual(again, [])
})

test('nobody is shouted at', () => {
  for (const language of languages) refuse(language, (text) => text.includes('!'))
})

test('an ellipsis is one character', () => {
  for (const language of languages) refuse(language, (text) => text.includes('...'))
})

test('words that mean something else to those who read them are not used', () => {
  refuse('sv', (text) => /\b(protokoll|protokollet|minnesanteckningar|minnesanteckningarna|prickar|prickarna)\b/i.test(text))
  refuse('sv', (text) => text === 'Stäng')
})

// Text between tags, and in the attributes that are read out, that stands in the code itself.
function writtenTexts(path) {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const isSaid = /^(aria-label|aria-description|aria-roledescription|aria-valuetext|title|placeholder|alt)$/
  const hasWords = (text) => /\p{L}{2,}/u.test(text)
  const written = []
  const visit = (node) => {
    if (ts.isJsxText(node) && hasWords(node.text)) written.push(node.text.trim())
    if (ts.isJsxAttribute(node) && isSaid.test(node.name.getText()) && node.initializer && ts.isStringLiteral(node.initializer))
      if (hasWords(node.initializer.text)) written.push(node.initializer.text)
    ts.forEachChild(node, visit)
  }
  visit(file)
  return written
}

// Names that are the same in all languages: of the product, and of a format.
const names = new Set(['Samskap', 'JSON Lines'])

test('what a page says stands in a catalogue, and not in its code', () => {
  const written = sourceFiles('.tsx').flatMap((path) =>
    writtenTexts(path).filter((text) => !names.has(text)).map((text) => `${relative(web, path)}: ${text}`),
  )
  assert.deepEqual(written, [])
})

test('no page makes markup of text', () => {
  const risky = /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write|srcdoc)\b/
  const found = [...sourceFiles('.ts'), ...sourceFiles('.tsx')].filter((path) => risky.test(readFileSync(path, 'utf8')))
  assert.deepEqual(found.map((path) => relative(web, path)), [])
})
