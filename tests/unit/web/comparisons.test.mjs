// Words or themes side by side: what is withheld stays unknown, in the order, in the picture and in what is taken along.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { awaitedRounds, comparedRows, comparisonAsTable, comparisonAsText, inOrderOf, isOthers, nextOrder, OWN_ORDER, overlapped, pairOf, percentOf, sidesOf, stepOf } = await page('comparisons')
const { csvOf } = await page('csv')

const columns = [{ id: 'chef', persons: 10 }, { id: 'vald', persons: 20 }, { persons: 5 }]
const row = (label, ...cells) => ({ label, word: label, cells })
const rows = [row('Samverkan', 6, 20, 5), row('Mod', 9, 0, 0), row('Närhet', -1, 12, -1), row('Tillit', 0, 8, 0), row('Åtgärd', 5, 10, 0)]
const compared = comparedRows({ columns, rows })
const labels = (list) => list.map(({ label }) => label)

test('shares are of those who wrote, and what is withheld is no 0', () => {
  assert.deepEqual(compared[0].shares, [0.6, 1, 1])
  assert.deepEqual(compared[2].cells, [undefined, 12, undefined])
  assert.deepEqual([compared[2].difference, compared[2].most], [undefined, undefined], 'one figure is no difference')
  assert.deepEqual(compared.map(({ difference }) => difference === undefined ? undefined : percentOf(difference)), [40, 90, undefined, 40, 50])
  assert.deepEqual(compared.map(({ most }) => most), [undefined, 0, undefined, 1, undefined], 'nobody has the most where two have as much')
  assert.deepEqual(compared.map(({ least }) => least), [0, undefined, undefined, undefined, 2])
  assert.deepEqual(comparedRows({ columns: [{ persons: 0 }], rows: [row('Mod', 0)] })[0].shares, [0])
  assert.deepEqual(comparedRows({}), [])
})

test('how strongly a cell is drawn', () => {
  assert.deepEqual([0, 0.01, 0.2, 0.21, 0.8, 0.99, 1].map(stepOf), [0, 1, 1, 2, 4, 5, 5])
})

test('sorted by a column: equal ones as they stood, and what is withheld last both ways', () => {
  assert.deepEqual(labels(inOrderOf(compared, { by: 1, descending: true })), ['Samverkan', 'Närhet', 'Åtgärd', 'Tillit', 'Mod'])
  assert.deepEqual(labels(inOrderOf(compared, { by: 0, descending: true })), ['Mod', 'Samverkan', 'Åtgärd', 'Tillit', 'Närhet'])
  assert.deepEqual(labels(inOrderOf(compared, { by: 0, descending: false })), ['Tillit', 'Åtgärd', 'Samverkan', 'Mod', 'Närhet'])
  assert.deepEqual(labels(inOrderOf(compared, { by: 'difference', descending: true })), ['Mod', 'Åtgärd', 'Samverkan', 'Tillit', 'Närhet'])
  assert.deepEqual(labels(inOrderOf(compared, { by: 'label', descending: false })).at(-1), 'Åtgärd')
  assert.deepEqual(inOrderOf(compared, OWN_ORDER), compared)
})

test('a head gives the largest first and names from A, then the reverse, then the order of the list', () => {
  const pressed = (by, times) => Array.from({ length: times }).reduce((order) => nextOrder(order, by), OWN_ORDER)
  assert.deepEqual([1, 2, 3].map((times) => pressed(2, times)), [{ by: 2, descending: true }, { by: 2, descending: false }, OWN_ORDER])
  assert.deepEqual([1, 2, 3].map((times) => pressed('label', times)), [{ by: 'label', descending: false }, { by: 'label', descending: true }, OWN_ORDER])
  assert.deepEqual(nextOrder({ by: 1, descending: false }, 2), { by: 2, descending: true })
})

test('two are set against each other: those that are, or those beside all others', () => {
  assert.deepEqual(pairOf(columns), [0, 1])
  assert.deepEqual(pairOf(columns.slice(1)), [0, 1])
  assert.equal(pairOf([...columns, { id: 'tredje', persons: 5 }]), undefined)
  assert.equal(pairOf(columns.slice(0, 1)), undefined)
  assert.ok(!isOthers({ type: 'Kommun', persons: 5 }))
})

test('what both wrote, and what only one did', () => {
  const { both, first, second, untold } = sidesOf(compared, [0, 1])
  assert.deepEqual([both, first, second].map(labels), [['Samverkan', 'Åtgärd'], ['Mod'], ['Tillit']])
  assert.equal(untold, 1)
  const others = sidesOf(compared, [0, 2])
  assert.deepEqual([others.both, others.first, others.second].map(labels), [['Samverkan'], ['Mod', 'Åtgärd'], []], 'what neither wrote is in none')
})

test('which rounds are waited for', () => {
  const round = (id, more) => ({ id, state: 'closed', visibility: 'own', revealed: true, ...more })
  const rounds = [round('a'), round('b', { state: 'open' }), round('c', { revealed: false }), round('d', { revealed: false, visibility: 'all' }), round('e', { state: 'planned', removed: true })]
  assert.deepEqual(awaitedRounds(rounds).map(({ round: { id }, awaits }) => [id, awaits]), [['b', 'closing'], ['c', 'showing']])
})

test('what was told by the same of some of the rounds stands in the way', () => {
  const told = [{ id: '1', by: 'role', rounds: ['a', 'b'] }, { id: '2', by: 'level' }]
  const found = (rounds, by = 'role') => overlapped(told, rounds, by)?.id
  assert.deepEqual([['a'], ['a', 'b', 'c'], ['b', 'c']].map((rounds) => found(rounds)), ['1', '1', '1'])
  assert.deepEqual([['b', 'a'], ['c'], []].map((rounds) => found(rounds)), [undefined, undefined, undefined])
  assert.equal(found(['a'], 'level'), undefined)
  assert.equal(overlapped([{ id: '3', by: 'session', rounds: ['a', 'b'] }], ['a'], 'session'), undefined)
})

test('to be taken along, the withheld with its word', () => {
  const comparison = { columns: columns.slice(0, 2), rows: [row('Närhet', 6, 0), row('=SUM(A1)', -1, -1)] }
  const heads = { title: 'Chefer och förtroendevalda', row: 'Ord', all: 'Alla som skrev', columns: ['Chef', 'Förtroendevald; vald'], withheld: 'döljs' }
  const table = comparisonAsTable(comparison, heads)
  assert.deepEqual(table.slice(1), [['Alla som skrev', '10', '20'], ['Närhet', '6', '0'], ['=SUM(A1)', 'döljs', 'döljs']])
  assert.equal(csvOf(table), '\ufeffOrd;Chef;"Förtroendevald; vald"\r\nAlla som skrev;10;20\r\nNärhet;6;0\r\n\'=SUM(A1);döljs;döljs\r\n')
  const text = comparisonAsText(comparison, heads, ['30 personer skrev.'])
  assert.equal(text.split('\n')[3], 'Närhet: Chef 6, Förtroendevald; vald 0')
  assert.equal(text.split('\n').at(-1), '30 personer skrev.')
  assert.equal(csvOf([['Sade "ja"\nsen nej', '-', 'rak']]), '\ufeff"Sade ""ja""\nsen nej";\'-;rak\r\n')
})
