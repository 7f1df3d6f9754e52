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
