// Value words with the dictionaries that scripts/install installs.
import test from 'node:test'
import assert from 'node:assert/strict'
import { uuid } from './support/client.mjs'
import { Meeting, putNote } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'

const sentences = {
  sv: { texts: ['Tydliga ledare', 'Att vara en tydlig ledare'], word: 'tydlig', forms: ['tydlig', 'tydliga'] },
  en: { texts: ['Leaders who listen', 'My leader listened to me'], word: 'listen', forms: ['listen', 'listened'] },
}

test('parts and suggestions are called as people see them', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { host } = meeting
  const round = await meeting.addNotes({ question: '?' })
  for (const text of ['samverka', 'samverkan']) await putNote(await meeting.person(), round, text)
  const list = uuid()
  await host.command('words.put', { id: list, base: 0, title: 'Ord', rounds: [round] })
  const rows = () => host.store.find('words', list)?.words ?? []
  await host.until(() => rows().length === 2, 'two words')
  const base = () => host.store.find('words', list).seq
  await host.command('word.rename', { list, base: base(), word: 'samverka', label: 'Att samverka' })
  const suggestion = await host.until(() => rows().find(({ word }) => word === 'samverkan')?.suggestions?.[0])
  await host.until(() => rows().find(({ word }) => word === 'samverkan').suggestions[0].label === 'Att samverka')
  assert.equal(suggestion.word, 'samverka')
  await host.command('word.merge', { list, base: base(), word: 'samverka', into: 'samverkan' })
  const { parts } = await host.until(() => rows().find((row) => row.parts))
  assert.deepEqual(parts.map(({ label }) => label), ['samverkan', 'Att samverka'])
  await meeting.close()
})

test('a word that stands only in a phrase is inside it, until somebody decides otherwise', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { host } = meeting
  const round = await meeting.addNotes({ question: '?' })
  for (const text of ['Sätt individen i centrum.', 'Individen i centrum', 'Individen']) await putNote(await meeting.person(), round, text)
  const list = uuid()
  await host.command('words.put', { id: list, base: 0, title: 'Ord', rounds: [round] })
  const shown = () => (host.store.find('words', list)?.words ?? []).map(({ label, persons }) => `${label} ${persons}`)
  const named = (word) => host.store.find('words', list)?.words.find((row) => row.word === word)
  await host.until(() => shown().includes('individen i centrum 2') && shown().includes('individen 3'))
  const phrase = await host.until(() => named('individ i centrum')?.parts && named('individ i centrum'))
  assert.deepEqual(phrase.parts.map(({ word, persons, inside }) => [word, persons, inside ?? false]),
    [['individ i centrum', 2, false], ['centrum', 2, true]])
  assert.equal(named('centrum'), undefined)
  const notes = await host.request('words.notes', { list, word: phrase.word })
  assert.equal(notes.notes.length, 2)
  const mark = (marked) => host.command('word.mark', { list, base: host.store.find('words', list).seq, word: 'centrum', mark: 'kept', marked })
  await mark(true)
  await host.until(() => named('centrum')?.persons === 2 && !named('individ i centrum').parts)
  await mark(false)
  await host.until(() => !named('centrum') && named('individ i centrum').parts)
  await meeting.close()
})

for (const [language, { texts, word, forms }] of Object.entries(sentences))
  test(`forms of one word are counted together: ${language}`, async (t) => {
    const meeting = await Meeting.open(await startServer(t), { about: { language } })
    const round = await meeting.addNotes({ question: '?' })
    for (const text of texts) await putNote(await meeting.person(), round, text)
    const list = uuid()
    await meeting.host.command('words.put', { id: list, base: 0, title: 'Ord', rounds: [round] })
    const row = await meeting.host.until((store) =>
      store.find('words', list)?.words?.find((found) => found.word === word && found.persons === texts.length), word)
    assert.deepEqual(row.forms.map((form) => form.word).sort(), forms)
    await meeting.close()
  })
