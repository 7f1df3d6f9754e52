// Projects and codebooks for programs of qualitative analysis (REFI-QDA 1.5), read by other means than they were written:
// valid, and what is known to stop importers is not in them.
import test from 'node:test'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { uuid } from './support/client.mjs'
import { Meeting, putNote } from './support/meeting.mjs'
import { notesOf, rowsOf } from './support/record.mjs'
import { makeFolder, runProgram, Server, shared, startServer } from './support/server.mjs'
import { download, lines, writtenLines } from './support/transcript.mjs'
import { find, findAll, readXml } from './support/xml.mjs'
import { readZip } from './support/zip.mjs'

const TEXTS = [
  'Å ä ö, é och e\u0301',
  'Familjen 👩‍👧‍👦 & 🏳️‍🌈, <b>"så"</b> 👍🏽',
  'שלום, הכול יחד\nمرحبا',
  'x'.repeat(989) + '👩‍👧‍👦ÅÄÖ𝔛🇸🇪',
  'två\n\nrader',
]

const schemas = join(shared, 'schemas')
const withoutSchemas = !existsSync(schemas) && 'the schemas are not beside the checkout'

function validate(xml, schema) {
  const folder = mkdtempSync(join(tmpdir(), 'samskap-qda-'))
  try {
    writeFileSync(join(folder, 'it.xml'), xml)
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--schema', join(schemas, schema), join(folder, 'it.xml')], { encoding: 'utf8' })
    assert.equal(status, 0, stderr)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

// A room with all that a project may hold; two of three consent to research.
async function holdMeeting(t) {
  const meeting = await Meeting.open(await startServer(t), { about: { asks_name: true } })
  const { host } = meeting
  const item = uuid()
  await host.command('item.put', { id: item, base: 0, session: meeting.session, form: 'lecture', title: 'Föreläsning', summary: 'Om tillit.\nOch mer.' })
  const round = await meeting.addNotes({ item })
  const empty = await meeting.addNotes({ question: 'Något mer?' })
  const named = await meeting.addNotes({ question: 'Vad vill du uppnå?', authorship: 'named' })
  const people = await meeting.people(3)
  const ids = TEXTS.map(() => uuid())
  for (const [i, person] of people.entries()) {
    await person.command('participant.put', { rev: 1, name: `Kim ${i}` })
    if (i < 2) await person.command('participant.consent', { rev: 2, consent: true })
    await putNote(person, named, `Med namn ${i}`)
  }
  for (const [i, text] of TEXTS.entries()) await putNote(people[i % 2], round, text, { id: ids[i] })
  await putNote(people[2], round, 'Utan samtycke')
  const board = uuid()
  await host.command('board.put', { id: board, base: 0, title: 'Väggen', rounds: [round], hands: 'hosts', shown: true })
  const themes = [uuid(), uuid()]
  for (const [i, id] of themes.entries())
    await host.command('theme.put', { id, base: 0, board, title: ['Närhet', 'närhet'][i], definition: i ? '' : 'Nära\nvarandra', position: i })
  await host.command('note.sort', { board, note: ids[0], to: themes[0] })
  await host.command('words.put', { id: uuid(), base: 0, title: 'Ord', rounds: [round] })
  return { meeting, round, empty, named, ids, themes }
}

function readProject(bytes) {
  const files = readZip(bytes)
  assert.equal([...files.keys()][0], 'project.qde')
  const xml = files.get('project.qde').toString()
  return { files, xml, project: readXml(xml) }
}

async function fetchProject(meeting, more = {}) {
  const answer = await download(meeting, { format: 'qdpx', ...more })
  assert.equal(answer.status, 200, answer.text.slice(0, 200))
  assert.match(answer.headers['content-disposition'], /\.qdpx"?$/)
  return readProject(answer.body)
}

// By the command line.
function writtenFile({ process, server: { data } }, format, view) {
  return written(data, process, format, view)
}

async function written(data, process, format, view) {
  const folder = mkdtempSync(join(tmpdir(), 'samskap-qda-'))
  try {
    const out = join(folder, `it.${format}`)
    const { status, stderr } = await runProgram(['transcript', process, '--data', data, '--view', view, '--format', format, '--out', out])
    assert.equal(status, 0, stderr)
    return readFileSync(out)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const textOf = (files, element) => {
  const path = element.attributes.plainTextPath
  assert.match(path, /^internal:\/\/[0-9a-f-]{36}\.txt$/)
  const bytes = files.get(`sources/${path.slice('internal://'.length)}`)
  assert.ok(bytes, path)
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  assert.ok(text.length > 0 && !text.startsWith('\ufeff') && !text.includes('\r'))
  return text
}

// Each selection's text, by its guid: counted in code points.
function selectionsOf(files, project) {
  const found = new Map()
  for (const source of findAll(project, 'TextSource')) {
    const points = [...textOf(files, source)]
    for (const { attributes } of findAll(source, 'PlainTextSelection')) {
      const [start, end] = [attributes.startPosition, attributes.endPosition].map(Number)
      assert.ok(0 <= start && start < end && end <= points.length)
      found.set(attributes.guid, points.slice(start, end).join(''))
    }
  }
  return found
}

function checkShape(project, files) {
  const order = ['Users', 'CodeBook', 'Variables', 'Cases', 'Sources', 'Notes', 'Links', 'Sets', 'Description']
  const places = project.children.map(({ name }) => order.indexOf(name))
  assert.deepEqual(places, [...places].sort((a, b) => a - b))
  for (const name of ['Users', 'CodeBook', 'Codes', 'Variables', 'Cases', 'Sources', 'Notes', 'Links', 'Sets', 'Set'])
    for (const element of findAll(project, name)) assert.ok(element.children.length > 0, `${name} is empty`)
  assert.equal(project.attributes.origin, 'Samskap')
  const folded = (name) => findAll(project, name).map(({ attributes }) => attributes.name.toLowerCase())
  for (const name of ['Code', 'TextSource', 'Note', 'Set', 'Variable']) assert.equal(new Set(folded(name)).size, folded(name).length, `names of ${name}`)
  const guids = ['User', 'Code', 'Variable', 'TextSource', 'PlainTextSelection', 'Coding', 'Note', 'Set'].flatMap((name) => findAll(project, name).map(({ attributes }) => attributes.guid))
  assert.equal(new Set(guids).size, guids.length, 'guids')
  for (const ref of ['CodeRef', 'NoteRef', 'VariableRef', 'MemberCode', 'MemberSource'])
    for (const { attributes } of findAll(project, ref)) assert.ok(guids.includes(attributes.targetGUID), `${ref} to what is not there`)
  for (const name of ['TextSource', 'Note', 'PlainTextSelection', 'Coding'])
    for (const { attributes } of findAll(project, name)) assert.match(attributes.creationDateTime, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  for (const selection of findAll(project, 'PlainTextSelection')) assert.ok(selection.children.length > 0, 'a selection without a code')
  const texts = [...findAll(project, 'TextSource'), ...findAll(project, 'Note')].map((element) => textOf(files, element))
  assert.equal(texts.length, files.size - 1, 'no file that nothing names')
}

test('a project has every note where its text says, and is valid', async (t) => {
  const { meeting, empty, ids, themes } = await holdMeeting(t)
  const { files, xml, project } = await fetchProject(meeting)
  checkShape(project, files)
  if (!withoutSchemas) validate(xml, 'REFI-QDA-Project.xsd')
  const selections = selectionsOf(files, project)
  TEXTS.forEach((text, i) => assert.equal(selections.get(ids[i]), text.normalize('NFC')))
  const rows = notesOf(await lines(meeting))
  assert.deepEqual(new Map([...selections].sort()), new Map(rows.map(({ note, text }) => [note, text]).sort()))
  const nothing = findAll(project, 'TextSource').filter((source) => findAll(source, 'PlainTextSelection').length === 0)
  assert.equal(nothing.length, 1, 'an empty round')
  assert.equal(textOf(files, nothing[0]), 'Något mer?\n')
  assert.ok(empty)

  const codes = new Map(findAll(project, 'Code').map((code) => [code.attributes.guid, code]))
  assert.equal(codes.get(themes[0]).attributes.name, 'Närhet')
  assert.equal(codes.get(themes[0]).children[0].text, 'Nära\nvarandra')
  assert.equal(codes.get(themes[1]).attributes.name, 'närhet (Väggen)')
  const sorted = findAll(project, 'PlainTextSelection').filter((one) => findAll(one, 'CodeRef').some(({ attributes }) => attributes.targetGUID === themes[0]))
  assert.deepEqual(sorted.map(({ attributes }) => attributes.guid), [ids[0]])
  const cases = findAll(project, 'Case')
  assert.deepEqual(cases.map(({ attributes }) => attributes.name).sort(), ['Kim 0', 'Kim 1', 'Kim 2'])
  for (const one of cases) {
    assert.equal(codes.get(one.attributes.guid).attributes.name, one.attributes.name)
    assert.equal(find(one, 'CodeRef').attributes.targetGUID, one.attributes.guid)
  }
  assert.equal(textOf(files, find(project, 'Note')), 'Om tillit.\nOch mer.\n')
  assert.deepEqual(findAll(project, 'Set').map(({ attributes }) => attributes.name), ['Väggen', 'Ord', 'Första tillfället'])
  await meeting.close()
})

test('a project of research material has those who consent, under labels', async (t) => {
  const { meeting } = await holdMeeting(t)
  const { files, xml, project } = readProject(await writtenFile(meeting, 'qdpx', 'research'))
  checkShape(project, files)
  if (!withoutSchemas) validate(xml, 'REFI-QDA-Project.xsd')
  const all = [...files.values()].map(String).join('\n')
  assert.ok(!all.includes('Utan samtycke') && !all.includes('Kim '), 'no names')
  const rows = notesOf(await writtenLines(meeting.server.data, meeting.process, 'research'))
  const labels = new Map(findAll(project, 'PlainTextSelection').map(({ attributes }) => [attributes.guid, attributes.name]))
  assert.deepEqual(new Map([...labels].sort()), new Map(rows.map(({ note, author }) => [note, author]).sort()))
  assert.equal(findAll(project, 'Case').length, new Set(rows.map(({ round, author }) => round + author)).size)
  assert.match(all, /saknas: 1</)
  await meeting.close()
})

test('a record later on has the same names and ids, and may be of what is new alone', async (t) => {
  const { meeting } = await holdMeeting(t)
  await meeting.server.settled() // (its words are looked up)
  const before = await fetchProject(meeting)
  const late = await meeting.addNotes({ question: 'Vad vill du uppnå?' })
  await putNote(meeting.clients[0], late, 'Senare')
  const after = await fetchProject(meeting)
  const namesOf = ({ project }, what) => findAll(project, what).map(({ attributes }) => `${attributes.guid} ${attributes.name}`)
  for (const what of ['Code', 'TextSource', 'Case', 'Set'])
    for (const name of namesOf(before, what)) assert.ok(namesOf(after, what).includes(name), name)
  assert.equal(namesOf(after, 'TextSource').length, namesOf(before, 'TextSource').length + 1)
  const none = await fetchProject(meeting, { profile: 'since-2999-01-01' })
  assert.equal(findAll(none.project, 'TextSource').length, 0)
  checkShape(none.project, none.files)
  if (!withoutSchemas) validate(none.xml, 'REFI-QDA-Project.xsd')
  assert.deepEqual(namesOf(await fetchProject(meeting, { profile: 'since-2001-01-01' }), 'TextSource'), namesOf(after, 'TextSource'))
  assert.equal((await download(meeting, { format: 'qdpx', profile: 'since-2001' })).status, 400)
  await meeting.close()
})

test('a codebook has themes with their definitions, words and the agenda', async (t) => {
  const { meeting, themes } = await holdMeeting(t)
  const xml = (await download(meeting, { format: 'qdc' })).text
  if (!withoutSchemas) validate(xml, 'REFI-QDA-Codebook.xsd')
  const book = readXml(xml)
  const codes = findAll(book, 'Code')
  const theme = codes.find(({ attributes }) => attributes.guid === themes[0])
  assert.equal(theme.attributes.name, 'Närhet')
  assert.equal(find(theme, 'Description').text, 'Nära\nvarandra')
  assert.ok(codes.some(({ attributes }) => attributes.name === 'Föreläsning'))
  assert.ok(codes.some(({ attributes }) => attributes.name === 'familjen' || attributes.name === 'Familjen'))
  assert.ok(!xml.includes('Kim '), 'nobody who answered')
  assert.deepEqual(findAll(book, 'MemberCode').slice(0, 2).map(({ attributes }) => attributes.guid), themes)
  await meeting.close()

  const nothing = await Meeting.open(await startServer(t), { session: { title: 'Tomt' } })
  const empty = (await download(nothing, { format: 'qdc' })).text
  if (!withoutSchemas) validate(empty, 'REFI-QDA-Codebook.xsd')
  const project = await fetchProject(nothing)
  checkShape(project.project, project.files)
  if (!withoutSchemas) validate(project.xml, 'REFI-QDA-Project.xsd')
  await nothing.close()
})

// Meetings that were held: a whole day, and an LPU with groups, diaries and lists.
const golden = fileURLToPath(new URL('../golden', import.meta.url))
for (const release of readdirSync(golden).filter((name) => name.endsWith('.zip'))) {
  test(`${release}: every text of the record is selected, character for character`, async (t) => {
    const store = new Server({ data: makeFolder() })
    t.after(() => store.removeData())
    assert.equal((await runProgram(['import', join(golden, release), '--data', store.data])).status, 0)
    const [process] = readFileSync(join(golden, release.replace(/zip$/, 'digest')), 'utf8').trim().split(' ')
    for (const view of ['documentation', 'research']) {
      const { files, xml, project } = readProject(await written(store.data, process, 'qdpx', view))
      checkShape(project, files)
      if (!withoutSchemas) validate(xml, 'REFI-QDA-Project.xsd')
      const record = await writtenLines(store.data, process, view)
      const texts = [...notesOf(record).map(({ note, text }) => [note, text]), ...rowsOf(record, 'diary').map(({ entry, text }) => [entry, text])]
      assert.ok(texts.length > 5)
      assert.deepEqual(new Map([...selectionsOf(files, project)].sort()), new Map(texts.sort()))
    }
  })
}
