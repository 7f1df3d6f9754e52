// The templates that the house keeps: what each holds is fetched once, and again when another has taken its place.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { buildModules, load, web } from './support/modules.mjs'
import { page } from './support/pages.mjs'

const element = () => ({ setAttribute() {}, append() {}, textContent: '' })
globalThis.document ??= { documentElement: element(), body: element(), createElement: element, addEventListener() {}, visibilityState: 'visible' }
globalThis.addEventListener ??= () => {}
globalThis.location ??= new URL('http://127.0.0.1/host')
const folder = await buildModules({ templates: join(web, 'src/host/templates.ts'), house: join(web, 'src/host/house.ts') })
const { fetchEach, fetchedOf } = await load(folder, 'templates')
const { houseLive } = await load(folder, 'house')
const { bodyOf } = await page('template_file')
const { templateOfFile } = await page('template')

const body = await bodyOf(templateOfFile(JSON.parse(readFileSync(new URL('../../../schema/templates/retrospective.json', import.meta.url), 'utf8'))))
const asked = []
let isThere = true
const request = async (_, { id }) => {
  asked.push(id)
  if (!isThere) throw new Error('away')
  return { body }
}
houseLive.value = { session: { connection: { request } } }
const kept = (id, seq = 1) => ({ id, title: id, seq })
const always = () => true

test('each is fetched once, and anew when it has changed', async () => {
  await fetchEach([kept('a'), kept('b')], always)
  await fetchEach([kept('a'), kept('b')], always)
  assert.deepEqual(asked.splice(0), ['a', 'b'])
  assert.equal(fetchedOf(kept('a')).template.sessions.length, 1)
  assert.equal(fetchedOf(kept('a', 2)), undefined)
  await fetchEach([kept('a', 2)], always)
  assert.deepEqual(asked.splice(0), ['a'])
})

test('where the server does not answer no more are asked for, and they are asked for again', async () => {
  isThere = false
  await fetchEach([kept('c'), kept('d')], always)
  assert.deepEqual([asked.splice(0), fetchedOf(kept('c'))], [['c'], undefined])
  isThere = true
  await fetchEach([kept('c'), kept('d')], always)
  assert.deepEqual(asked.splice(0), ['c', 'd'])
})

test('nothing is fetched for who looks no more', async () => {
  let isWanted = true
  await fetchEach([kept('e'), kept('f')], () => isWanted && !(isWanted = false))
  assert.deepEqual(asked.splice(0), ['e'])
})
