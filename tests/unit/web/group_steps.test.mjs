// The groups that are made for a question, and what becomes of them where the question is refused.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { buildModules, load, web } from './support/modules.mjs'

const element = () => ({ setAttribute() {}, append() {}, textContent: '' })
globalThis.document = { documentElement: element(), body: element(), createElement: element, addEventListener() {}, visibilityState: 'visible' }
const folder = await buildModules({ steps: join(web, 'src/host/groups/steps.ts'), store: join(web, 'src/shared/store.ts') })
const { saveGroups, takeAwayGroups } = await load(folder, 'steps')
const { Store } = await load(folder, 'store')

const settings = { way: 'balanced', from: '', most: 0, rows: ['Norr', 'Syd'].map((name) => ({ id: name, name, link: '' })) }

// A page whose server takes everything but what `refuse` names; dealing says anew how many stand in each group.
function opened(refuse = () => undefined) {
  const store = new Store((draw) => draw())
  store.sync({ epoch: 'e', full: true, seq: 1, entities: [], gone: [] })
  const sent = []
  const put = (method, params) => {
    sent.push([method, params])
    const reason = refuse(method)
    if (reason) return { command: 'c', answer: Promise.resolve({ arrived: false, refused: { reason, message: '' } }) }
    const seq = store.seq + 1
    const { base: _, ...now } = method === 'grouping.put' ? params : { ...store.find('grouping', params.id), dealt: true }
    store.sync({ epoch: 'e', seq, entities: [{ ...now, kind: 'grouping', seq }], gone: [] })
    return { command: 'c', answer: Promise.resolve({ arrived: true, result: { seq } }) }
  }
  return { live: { session: { store, outbox: { put, dismiss() {} } } }, sent }
}

for (const way of ['balanced', 'choice'])
  test(`groups that were made for a question that is refused are taken away again (${way})`, async () => {
    const { live, sent } = opened()
    const made = await saveGroups(live, 's', 'Vad gör vi?', { ...settings, way }, undefined)
    assert.deepEqual([made.refused, made.unused], [undefined, made.grouping])
    await takeAwayGroups(live, made.unused)
    const [method, { id, base, removed, groups }] = sent.at(-1)
    assert.deepEqual([method, id, base, removed], ['grouping.put', made.grouping, sent.length, true], 'as it stands since it was dealt')
    assert.deepEqual(groups.map(({ name }) => name), ['Norr', 'Syd'])
  })

test('groups in which nobody could be dealt a place are told apart from those that were never made', async () => {
  const undealt = await saveGroups(opened((method) => (method === 'grouping.deal' ? 'too_many' : undefined)).live, 's', 'Vad?', settings, undefined)
  assert.deepEqual([undealt.refused.reason, undealt.unused], ['too_many', undealt.grouping])
  const unmade = await saveGroups(opened(() => 'too_many').live, 's', 'Vad?', settings, undefined)
  assert.deepEqual([unmade.refused.reason, unmade.unused], ['too_many', undefined])
})

test('groups that a question goes by already are nobody else’s to take away', async () => {
  const { live } = opened()
  const { grouping } = await saveGroups(live, 's', 'Vad gör vi?', settings, undefined)
  const again = await saveGroups(live, 's', 'Och sedan?', { ...settings, way: 'like', from: grouping }, undefined)
  assert.deepEqual([again.grouping, again.unused], [grouping, undefined])
})
