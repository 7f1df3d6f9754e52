// Boards in copies and templates: their themes with their keys, and nothing of what was sorted.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { stepsOfCopy } = await page('copy_session')
const { readTemplate } = await page('template_check')
const { fileOf } = await page('template_file')
const { templateOf } = await page('template_of')
const { stepsOf } = await page('template_steps')

const round = (id, session, more = {}) => ({ kind: 'round', id, seq: 1, session, key: id, form: 'notes', question: id, visibility: 'all', authorship: 'anonymous', notes: {}, scope: id, ...more })
const board = (id, rounds, more = {}) => ({ kind: 'board', id, seq: 2, title: id, rounds, hands: 'hosts', shown: true, notes: 4, ...more })
const theme = (id, of, more = {}) => ({ kind: 'theme', id, seq: 3, board: of, title: id, position: 10, notes: 4, ...more })
const meeting = {
  profile: { title: 'Process', language: 'sv', zone: 'Europe/Stockholm', roles: [], levels: [] },
  sessions: ['februari', 'april'].map((id) => ({ kind: 'session', id, seq: 1, title: id })),
  items: [],
  rounds: [round('a', 'februari'), round('b', 'februari'), round('c', 'april')],
  words: [],
  boards: [board('Februari', ['a', 'b']), board('Alla', ['b'], { hands: 'all' }), board('Året', ['a', 'c']), board('Borta', ['a'], { removed: true })],
  themes: [
    theme('Tid', 'Februari', { position: 20 }), theme('Mod', 'Februari', { key: 'courage', definition: 'Att våga' }), theme('Tid ', 'Februari', { position: 30 }),
    theme('Eget', 'Alla'), theme('Borta', 'Februari', { removed: true }), theme('Helhet', 'Året'),
  ],
}
const counting = () => {
  let n = 0
  return () => `id-${++n}`
}
const ofKind = (steps, method) => steps.filter((step) => step.method === method).map(({ params }) => params)
const wishes = () => ({ title: 'Ny', language: 'sv', zone: 'Europe/Stockholm', starts: 0, tableName: String, newId: counting() })

test('a session that is copied has its boards and their themes, in order and by key, which hosts alone see', () => {
  const steps = stepsOfCopy(meeting.sessions[0], 'ny', meeting, counting())
  const ids = new Map(ofKind(steps, 'round.put').map(({ id, key }) => [key, id]))
  const boards = ofKind(steps, 'board.put')
  assert.deepEqual(boards.map(({ id: _, ...put }) => put), [
    { base: 0, title: 'Februari', rounds: [ids.get('a'), ids.get('b')], hands: 'hosts' },
    { base: 0, title: 'Alla', rounds: [ids.get('b')], hands: 'hosts' },
  ])
  const themes = ofKind(steps, 'theme.put')
  assert.deepEqual(themes.map(({ board: of, title, key, definition }) => [of === boards[0].id, title, key, definition]), [
    [true, 'Mod', 'courage', 'Att våga'], [true, 'Tid', 'tid', undefined], [true, 'Tid ', 'tid-2', undefined], [false, 'Eget', 'eget', undefined],
  ])
  assert.ok(themes[0].position < themes[1].position && themes[1].position < themes[2].position)
  assert.ok(steps.findLastIndex(({ method }) => method === 'round.put') < steps.findIndex(({ method }) => method === 'board.put'), 'what is named comes before')
})

test('a template has those over several sessions too, and not what participants could name', () => {
  const once = templateOf(meeting, { name: 'Vår', about: '' })
  assert.deepEqual(once.sessions[0].boards.map(({ title, rounds, themes }) => [title.sv, rounds, themes.map(({ key }) => key)]), [
    ['Februari', ['a', 'b'], ['courage', 'tid', 'tid-2']], ['Alla', ['b'], []],
  ])
  assert.deepEqual(once.boards.map(({ title, rounds }) => [title.sv, rounds]), [['Året', ['1/a', '2/c']]])
  assert.deepEqual(readTemplate(fileOf(once)).template, once, 'it is a template')
  const { steps } = stepsOf(once, wishes())
  const key = new Map(ofKind(steps, 'round.put').map((put) => [put.id, put.key]))
  assert.deepEqual(ofKind(steps, 'board.put').map(({ title, rounds }) => [title, rounds.map((id) => key.get(id))]), [['Februari', ['a', 'b']], ['Alla', ['b']], ['Året', ['a', 'c']]])
})

test('what is wrong with a board is said with its place', () => {
  const faults = (change) => {
    const file = structuredClone(templateOf(meeting, { name: 'Vår', about: '' }))
    change(file)
    return readTemplate(fileOf(file)).faults?.map(({ path, wrong }) => `${path.join('/')} ${wrong}`)
  }
  const [first] = [(file) => file.sessions[0].boards[0]]
  assert.deepEqual(faults((file) => first(file).rounds.push('gone')), ['sessions/0/boards/0/rounds/2 not_there'])
  assert.deepEqual(faults((file) => (first(file).themes[1].key = 'courage')), ['sessions/0/boards/0/themes/1/key twice'])
  assert.deepEqual(faults((file) => (file.boards[0].rounds[1] = '3/c')), ['boards/0/rounds/1 not_there'])
  assert.deepEqual(faults((file) => Object.assign(file.sessions[0].rounds[1], { form: 'diary', visibility: 'own', notes: undefined })), ['sessions/0/boards/0/rounds/1 not_there', 'sessions/0/boards/1/rounds/0 not_there'])
  assert.deepEqual(faults((file) => (first(file).themes = Array(101).fill(first(file).themes[0]))), ['sessions/0/boards/0/themes too_many'])
})
