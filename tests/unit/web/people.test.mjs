// The people who share a device.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { MOST_PEOPLE, nameFor, People, plainName, shelfFor, valuesFor } = await page('people')
const { Drafts } = await page('drafts')

class Shelf {
  kept = new Map()
  getItem = (name) => this.kept.get(name) ?? null
  setItem = (name, value) => void this.kept.set(name, value)
  removeItem = (name) => void this.kept.delete(name)
}

test('a device is one person’s until it is handed over', () => {
  const shelf = new Shelf()
  const people = new People(shelf)
  assert.deepEqual([people.all, people.current.id, people.wasShared], [[{ id: '', name: '' }], '', false])
  assert.deepEqual(people.add('b'), { id: 'b', name: '' })
  assert.equal(people.current.id, '')
  assert.equal(people.switchTo('b'), true)
  people.call('b', 'Sam')
  people.call('', 'Moa')
  people.call('nobody', 'Kim')
  assert.deepEqual(new People(shelf).all, [{ id: '', name: 'Moa' }, { id: 'b', name: 'Sam' }])
  assert.equal(new People(shelf).current.name, 'Sam')
  people.forget('b')
  assert.ok(people.wasShared, 'also when the other one has left')
  assert.equal(people.current.name, 'Moa')
  people.forget('')
  assert.equal(people.all.length, 1, 'the last one stays')
})

test('ten, and not one more', () => {
  const people = new People(new Shelf())
  for (let i = 1; i < MOST_PEOPLE; i++) assert.ok(people.add(`p${i}`))
  assert.equal(people.all.length, MOST_PEOPLE)
  assert.equal(people.add('one more'), undefined)
  assert.equal(people.all.length, MOST_PEOPLE)
})

test('a shelf that is forbidden, or holds something else, leaves one person, and nobody is added', () => {
  const fails = () => { throw new Error('forbidden') }
  for (const shelf of [undefined, { getItem: fails, setItem: fails, removeItem: fails }]) {
    const people = new People(shelf)
    assert.deepEqual([people.all.length, people.current.id, people.add('b'), people.switchTo('b')], [1, '', undefined, false])
  }
  for (const text of ['{', '7', 'null', '[]', '[7,null,{"id":1}]']) {
    const shelf = new Shelf()
    shelf.setItem('samskap people', text)
    assert.deepEqual(new People(shelf).all, [{ id: '', name: '' }], text)
  }
})

test('each keeps what is theirs under names of their own', async () => {
  assert.deepEqual([nameFor('', 'secrets'), nameFor('b', 'secrets')], ['secrets', 'secrets @b'])
  assert.deepEqual([plainName('', 'secrets'), plainName('', 'secrets @b'), plainName('b', 'secrets @b'), plainName('b', 'secrets')], ['secrets', undefined, 'secrets', undefined])
  const shelf = new Shelf()
  const [moa, sam] = ['', 'b'].map((person) => new Drafts(shelfFor(person, shelf)))
  moa.keep('round r', { text: 'Moas' })
  assert.equal(sam.find('round r'), undefined)
  sam.keep('round r', { text: 'Sams' })
  assert.equal(moa.find('round r').text, 'Moas')
  sam.drop('round r')
  assert.equal(moa.find('round r').text, 'Moas')
  const kept = new Map()
  const values = { value: async (name) => kept.get(name), keep: async (name, value) => void kept.set(name, value) }
  await valuesFor('', values).keep('secrets', 1)
  assert.equal(await valuesFor('b', values).value('secrets'), undefined)
  await valuesFor('b', values).keep('secrets', 2)
  assert.deepEqual([...kept], [['secrets', 1], ['secrets @b', 2]])
})
