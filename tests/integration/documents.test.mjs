// The record as a document, opened by a word processor: what people wrote comes out of it character for character, below
// whose it is, below the question.
import test from 'node:test'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { uuid } from './support/client.mjs'
import { Meeting, putNote, putVote } from './support/meeting.mjs'
import { runProgram, startServer } from './support/server.mjs'
import { download } from './support/transcript.mjs'

const BODIES = [
  'Räksmörgås å ä ö, 5 < 7 & "citat" \'så\' ]]> &amp;',
  'Familj 👩‍👩‍👧‍👦, hand 👍🏽, flagga 🇸🇪',
  'שלום עולם, אבל 12 פעמים',
  'rad ett\nrad  två med   luft\n\nrad fyra',
  '=SUM(A1)',
  [...'abcdeåäö 🙂'.repeat(100)].join(''),
]

// Opens documents without a screen and writes them as one XML file each.
function openDocuments(folder, names) {
  const home = join(folder, 'home')
  mkdirSync(home)
  const options = ['--headless', `-env:UserInstallation=file://${home}`, '--convert-to', 'fodt', '--outdir', folder, ...names]
  const { status, stderr, error } = spawnSync('soffice', options, {
    cwd: folder,
    env: { ...process.env, HOME: home },
    encoding: 'utf8',
    timeout: 90_000,
  })
  assert.equal(status, 0, `${error ?? ''} ${stderr}`)
}

const entities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (xml) =>
  xml
    .replace(/<text:s(?: text:c="(\d+)")?\/>/g, (_, count) => ' '.repeat(Number(count ?? 1)))
    .replace(/<text:line-break\/>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) => (code ? String.fromCodePoint(code) : entities[name]))

// What stands in it: { level (of a heading; 0: none), text }
function paragraphsOf(path) {
  const body = readFileSync(path, 'utf8').match(/<office:text[ >].*<\/office:text>/s)[0]
  return [...body.matchAll(/<text:(p|h)\b([^>]*?)(?:\/>|>(.*?)<\/text:\1>)/gs)].map(([, kind, attributes, content]) => ({
    level: kind === 'h' ? Number(attributes.match(/outline-level="(\d+)"/)[1]) : 0,
    style: attributes.match(/style-name="([^"]*)"/)?.[1],
    text: plain(content ?? ''),
  }))
}

// The bodies below the headings of a question: { who, text }
function bodiesBelow(paragraphs, question) {
  const from = paragraphs.findIndex(({ level, text }) => level === 1 && text === question)
  assert.ok(from >= 0, question)
  const bodies = []
  for (const { level, text } of paragraphs.slice(from + 1)) {
    if (level === 1) break
    if (level === 2) bodies.push({ who: text, lines: [] })
    else bodies.at(-1)?.lines.push(text)
  }
  return bodies.map(({ who, lines }) => ({ who, text: lines.join('\n') }))
}

async function holdMeeting(t) {
  const meeting = await Meeting.open(await startServer(t), { about: { asks_name: true } })
  const open = await meeting.addNotes({ helper: 'Tänk fritt.' })
  const named = await meeting.addNotes({ question: 'Vem gör vad?', authorship: 'named' })
  const ballot = await meeting.addBallot(['Närhet', 'Trygghet'], { budget: 3 })
  for (const [i, body] of BODIES.entries()) {
    const person = await meeting.person({ name: `Deltagare ${i}` })
    if (i < 5) await person.command('participant.consent', { rev: 2, consent: true })
    await putNote(person, open, body)
    await putNote(person, named, `Jag, ${i}`)
    await putVote(person, ballot.id, ballot.choices[i % 2].id, 2)
  }
  for (const id of [open, named, ballot.id]) await meeting.closeRound(id)
  await meeting.host.command('entry.put', { id: uuid(), base: 0, form: 'question', state: 'open', text: 'Vem äger frågan?', session: meeting.session })
  return meeting
}

async function written(meeting, folder, view) {
  const path = join(folder, `${view}.docx`)
  const options = ['--data', meeting.server.data, '--view', view, '--format', 'docx', '--out', path]
  const { status, stderr } = await runProgram(['transcript', meeting.process, ...options])
  assert.equal(status, 0, stderr)
  return path
}

// Each part is XML, and none names anything outside of the file.
function checkParts(folder, path) {
  const out = join(folder, 'parts')
  const python = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2]); print("\\n".join(z.namelist()))'
  const { status, stdout, stderr } = spawnSync('python3', ['-c', python, path, out], { encoding: 'utf8' })
  assert.equal(status, 0, stderr)
  const names = stdout.trim().split('\n')
  assert.equal(names[0], '[Content_Types].xml')
  const checked = spawnSync('xmllint', ['--noout', '--nonet', ...names.map((name) => join(out, name))], { encoding: 'utf8' })
  assert.equal(checked.status, 0, checked.stderr)
  for (const name of names) assert.doesNotMatch(readFileSync(join(out, name), 'utf8'), /TargetMode|vbaProject|INCLUDE/, name)
  assert.match(readFileSync(join(out, 'word/styles.xml'), 'utf8'), /<w:lang w:val="sv-SE"\/>/)
}

test('a word processor opens the record, and every text stands in it as it was written', async (t) => {
  const meeting = await holdMeeting(t)
  const folder = mkdtempSync(join(tmpdir(), 'samskap-documents-'))
  try {
    const answer = await download(meeting, { format: 'docx' })
    assert.equal(answer.status, 200)
    assert.match(answer.headers['content-type'], /wordprocessingml\.document/)
    writeFileSync(join(folder, 'documentation.docx'), answer.body)
    checkParts(folder, join(folder, 'documentation.docx'))
    await written(meeting, folder, 'research')
    openDocuments(folder, ['documentation.docx', 'research.docx'])

    const documentation = paragraphsOf(join(folder, 'documentation.fodt'))
    const all = bodiesBelow(documentation, 'Vad vill du uppnå?')
    assert.deepEqual(all.map(({ text }) => text).sort(), [...BODIES].sort())
    assert.deepEqual(all.map(({ who }) => who), BODIES.map((_, i) => `anonym ${i + 1}`))
    const named = bodiesBelow(documentation, 'Vem gör vad?').map(({ who, text }) => `${who}: ${text}`)
    assert.deepEqual(named.sort(), BODIES.map((_, i) => `Deltagare ${i}: Jag, ${i}`))
    const texts = documentation.map(({ text }) => text)
    for (const expected of ['God och nära vård', 'Dokumentation', 'Första tillfället', 'Närhet', 'Öppna frågor', 'Vem äger frågan?'])
      assert.ok(texts.includes(expected), expected)
    assert.deepEqual(texts.slice(texts.indexOf('Närhet'), texts.indexOf('Närhet') + 3), ['Närhet', '6', '3'])

    const research = paragraphsOf(join(folder, 'research.fodt'))
    const some = bodiesBelow(research, 'Vad vill du uppnå?')
    assert.deepEqual(some.map(({ text }) => text).sort(), BODIES.slice(0, 5).sort())
    assert.deepEqual(some.map(({ who }) => who).sort(), ['A1', 'A2', 'A3', 'A4', 'A5'])
    assert.ok(!JSON.stringify(research).includes('Deltagare 1'), 'no names')
    assert.ok(!JSON.stringify(research).includes('Vem äger frågan?'), 'no lists')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  await meeting.close()
})
