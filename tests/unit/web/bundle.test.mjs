// What the built pages weigh and load. TEST_PAGES: the folder that the build wrote them to.
import test from 'node:test'
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { filesUnder } from './support/modules.mjs'

const folders = ['sanitize', 'dev', 'release'].map((name) => fileURLToPath(new URL(`../../../build/${name}/web`, import.meta.url)))
const built = process.env.TEST_PAGES ?? folders.find(existsSync) ?? folders[0]
const PARTICIPANT_AT_MOST = 60_000 // bytes, compressed

const read = (path) => readFileSync(join(built, path))

// Every script and style that a page loads before anybody does anything: those it names, and what they import.
function firstView(page) {
  const named = [...read(page).toString().matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, path]) => path)
  const all = new Set(named)
  for (const path of all) {
    if (!path.endsWith('.js')) continue
    for (const [, imported] of read(path).toString().matchAll(/(?:\bfrom|\bimport)\s*"\.\/([^"]+\.js)"/g)) all.add(`assets/${imported}`)
  }
  return [...all]
}

test('the pages are built', () => {
  assert.ok(existsSync(join(built, 'index.html')), `there are no pages in ${built}`)
})

test('the participant page is light', () => {
  const weights = firstView('index.html').map((path) => ({ path, bytes: gzipSync(read(path), { level: 9 }).length }))
  const whole = weights.reduce((sum, { bytes }) => sum + bytes, 0)
  const list = weights.map(({ path, bytes }) => `${String(bytes).padStart(7)} ${path}`).join('\n')
  console.log(`${String(whole).padStart(7)} bytes of the participant page's first view\n${list}`)
  assert.ok(weights.some(({ path }) => path.endsWith('.js')) && weights.some(({ path }) => path.endsWith('.css')))
  assert.ok(whole <= PARTICIPANT_AT_MOST, `${whole} bytes are more than ${PARTICIPANT_AT_MOST}:\n${list}`)
})

// Names of XML vocabularies, and where somebody may read on: neither is loaded.
const harmless = /^https?:\/\/(www\.w3\.org\/|localhost|example\.)/

test('the pages name no other host to load from', () => {
  const loading = /(?:src|href|action|poster|data|url|import|fetch|from)\s*[=(]?\s*["'(]\s*((?:https?:)?\/\/[^"')\s]+)/g
  const found = filesUnder(built)
    .filter((path) => ['.html', '.js', '.css', '.webmanifest', '.svg'].includes(extname(path)))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(loading)].map(([, address]) => `${relative(built, path)}: ${address}`))
    .filter((line) => !harmless.test(line.split(': ')[1]))
  assert.deepEqual(found, [])
})

test('the pages hold no script or style of their own, which the content security policy would refuse', () => {
  for (const path of filesUnder(built).filter((name) => name.endsWith('.html'))) {
    const html = readFileSync(path, 'utf8')
    assert.doesNotMatch(html, /<script(?![^>]*\bsrc=)/, relative(built, path))
    assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=/, relative(built, path))
    assert.doesNotMatch(html, /(src|href)="(data|javascript):/, relative(built, path))
  }
})
