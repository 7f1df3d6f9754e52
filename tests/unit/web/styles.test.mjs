// The style sheets: no rule for a class that no page gives, no colour but the tokens, no token that is not there.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import test from 'node:test'
import { filesUnder, web } from './support/modules.mjs'

const sources = join(web, 'src')
const files = filesUnder(sources).filter((path) => !path.includes('generated'))
const read = (path) => readFileSync(path, 'utf8')
const sheets = files.filter((path) => path.endsWith('.css')).map((path) => ({ name: relative(sources, path), text: read(path).replace(/\/\*[\s\S]*?\*\//g, '') }))
const code = files.filter((path) => /\.tsx?$/.test(path) && !path.includes('/texts/')).map((path) => read(path).replace(/^import .*$/gm, '').replace(/(^|\s)\/\/.*$/gm, ''))
const tokens = 'shared/tokens.css'

test('each class that a sheet names is given by some page', () => {
  const quoted = code.flatMap((text) => [...text.matchAll(/"([^"\n]*)"|`([^`]*)`/g)].map(([, plain, template]) => plain ?? template))
  const given = new Set(quoted.flatMap((text) => text.match(/[\w-]+/g) ?? []))
  // ("pattern-${about}" gives any that begins so.)
  const begun = [...new Set(quoted.flatMap((text) => [...text.matchAll(/(?:^|\s)([a-z][\w-]*)\$\{/g)].map(([, beginning]) => beginning)))]
  const isGiven = (name) => given.has(name) || begun.some((beginning) => name.startsWith(beginning) && (beginning.length > 2 || name.length <= beginning.length + 1))
  const dead = sheets.flatMap(({ name, text }) => {
    const selectors = text.replace(/@import[^;]*;/g, '').replace(/\{[^{}]*\}/g, '{}')
    return [...selectors.matchAll(/\.([a-zA-Z][\w-]*)/g)].filter(([, one]) => !isGiven(one)).map(([, one]) => `${name}: .${one}`)
  })
  assert.deepEqual([...new Set(dead)], [])
})

test('colours are tokens, and each token that is used is there', () => {
  const inCode = code.flatMap((text) => [...text.matchAll(/"(--[\w-]+)"/g)].map(([, name]) => name))
  const known = new Set([...sheets.flatMap(({ text }) => [...text.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name)), ...inCode])
  for (const { name, text } of sheets) {
    for (const [, used] of text.matchAll(/var\((--[\w-]+)/g)) assert.ok(known.has(used), `${name}: ${used}`)
    // (What a mask lets through is no colour.)
    const raw = text.replace(/mask-image:[^;]*;/g, '').match(/#[0-9a-f]{3,8}\b(?=[^{}]*\})|\b(?:rgb|hsl)a?\([^)]*\)/gi) ?? []
    if (name !== tokens) assert.deepEqual(raw, [], name)
  }
})

test('where colours are forced, what draws with its own ground says so for each way in which it is drawn', () => {
  const faults = sheets.flatMap(({ name, text }) => {
    const [plain, forced = ''] = text.split('@media (forced-colors: active)')
    const adjusted = [...forced.matchAll(/([^{}]+)\{[^{}]*forced-color-adjust: none[^{}]*\}/g)].flatMap(([, selectors]) => selectors.split(',').map((one) => one.trim()))
    const drawn = [...plain.matchAll(/([^{}]+)\{[^{}]*background: (?!transparent)[^{}]*\}/g)].flatMap(([, selectors]) => selectors.split(',').map((one) => one.trim()))
    // A rule that says more of the same thing is stronger than the forced one.
    return drawn.filter((one) => adjusted.some((base) => one !== base && (one.endsWith(` ${base}`) || one.startsWith(`${base}.`))) && !adjusted.includes(one)).map((one) => `${name}: ${one}`)
  })
  assert.deepEqual(faults, [])
})

test('what takes long to say is said by one rule', () => {
  const rules = sheets.flatMap(({ name, text }) => [...text.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector, body]) => ({ at: `${name}: ${selector.trim()}`, body: body.trim().replace(/\s+/g, ' ').replace(/height: \d+px/, 'height') })))
  const twins = new Map()
  for (const { at, body } of rules) if (body.split(';').filter((one) => one.trim()).length >= 6) twins.set(body, [...(twins.get(body) ?? []), at])
  assert.deepEqual([...twins.values()].filter((ats) => ats.length > 1), [])
})
