// Rounds of notes: who sees what, and when.
import test from 'node:test'
import assert from 'node:assert/strict'
import { uuid } from './support/client.mjs'
import { Meeting, putNote, refusal } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'

function said(client, text) {
  return client.received.some((message) => message.includes(text))
}

test('notes of an open round are seen by all at once', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const round = await meeting.addNotes()
  const [maj, ove] = await meeting.people(2)
  const { seq, entity } = await putNote(maj, round, 'Närhet\nTillit')
  assert.ok(seq > 0)
  assert.equal(entity.text, 'Närhet\nTillit')
  assert.equal(entity.rev, 1)
  const note = await ove.until((store) => store.notes(round)[0])
  assert.equal(note.text, 'Närhet\nTillit')
  assert.equal(note.rev, undefined, 'nothing of whose it is')
  assert.equal(note.id, entity.id)

  await maj.command('note.put', { id: note.id, round, rev: 2, text: 'Närhet' })
  await ove.until((store) => store.find('note', note.id)?.text === 'Närhet')
  assert.equal(await refusal(maj.command('note.put', { id: note.id, round, rev: 2, text: 'Åter' })), 'stale')
  assert.equal(await refusal(ove.command('note.put', { id: note.id, round, rev: 3, text: 'Annans' })), 'id_taken')
  await meeting.settleAll()
  await meeting.close()
})

test('own notes stay hidden until the round is revealed', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const round = await meeting.addNotes({ visibility: 'own' })
  const [maj, ove] = await meeting.people(2)
  await putNote(maj, round, 'Hemlighet ett')
  await putNote(ove, round, 'Hemlighet två')
  await meeting.host.until((store) => store.notes(round).length === 2)
  await meeting.settleAll()
  assert.ok(!said(ove, 'Hemlighet ett') && !said(maj, 'Hemlighet två'), 'in no payload')
  assert.equal(maj.store.allOwn('note').length, 1)

  await meeting.host.command('round.reveal', { id: round })
  for (const client of [maj, ove]) {
    await client.until((store) => store.notes(round).length === 2, 'both notes')
    assert.deepEqual(client.store.notes(round).map((note) => note.text).sort(), ['Hemlighet ett', 'Hemlighet två'])
  }
  const late = await meeting.person()
  assert.equal(late.store.notes(round).length, 2, 'who comes later sees them too')

  await meeting.host.command('round.reveal', { id: round, revealed: false })
  for (const client of [maj, ove, late]) await client.until((store) => store.notes(round).length === 0, 'hidden again')
  await meeting.settleAll()
  await meeting.close()
})

test('a group sees its own notes', async (t) => {
  const tables = [
    { id: uuid(), name: 'Bord 1' },
    { id: uuid(), name: 'Bord 2' },
  ]
  const meeting = await Meeting.open(await startServer(t), { session: { tables } })
  const round = await meeting.addNotes({ visibility: 'group' })
  const [maj, ove] = await meeting.people(2, { table: tables[0].id })
  const [siv] = await meeting.people(1, { table: tables[1].id })
  await putNote(maj, round, 'Från bord ett', { group_size: 4 })
  const note = await ove.until((store) => store.notes(round)[0])
  assert.equal(note.group_size, 4)
  const nobodys = await meeting.person()
  assert.equal(await refusal(putNote(nobodys, round, 'Från ingen grupp', { group_size: 2 })), 'not_a_group')
  await meeting.settleAll()
  assert.ok(!said(siv, 'Från bord ett'))
  const [mine, theirs] = [await putNote(maj, round, 'Min vid bord ett'), await putNote(siv, round, 'Min vid bord två')].map(({ entity }) => entity.id)
  await putNote(nobodys, round, 'Vid inget bord')
  await ove.until((store) => store.find('note', mine)?.table === tables[0].id, 'its table is told')
  await meeting.host.until((store) => store.find('note', theirs)?.table === tables[1].id, 'to hosts too')
  await maj.command('participant.put', { rev: 2, table: tables[1].id })
  await putNote(maj, round, 'Min vid bord ett, ändrad', { id: mine, rev: 2 })
  await meeting.host.until((store) => store.find('note', mine)?.rev === undefined && store.find('note', mine).text.endsWith('ändrad'))
  assert.equal(meeting.host.store.find('note', mine).table, tables[0].id, 'it stays where it was written')
  await meeting.host.command('round.reveal', { id: round })
  await siv.until((store) => store.notes(round).length === 4)
  const told = siv.store.notes(round).map(({ text, table }) => [text, table]).sort()
  assert.deepEqual(told, [
    ['Från bord ett', tables[0].id],
    ['Min vid bord ett, ändrad', tables[0].id],
    ['Min vid bord två', tables[1].id],
    ['Vid inget bord', undefined],
  ])
  const apart = await meeting.addNotes({ authorship: 'linked', visibility: 'all' })
  const { entity } = await putNote(ove, apart, 'Hos alla')
  await meeting.host.until((store) => store.find('note', entity.id))
  assert.equal(meeting.host.store.find('note', entity.id).table, undefined, "a person's table is told in no other round")
  await meeting.settleAll()
  await meeting.close()
})

test('removed and hidden notes leave the screens', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const round = await meeting.addNotes()
  const [maj, ove] = await meeting.people(2)
  const mine = (await putNote(maj, round, 'Tas bort')).entity.id
  const other = (await putNote(maj, round, 'Göms')).entity.id
  await ove.until((store) => store.notes(round).length === 2)

  await maj.command('note.remove', { id: mine, rev: 2 })
  await ove.until((store) => !store.find('note', mine), 'removed')
  await maj.command('note.remove', { id: mine, rev: 3, removed: false })
  await ove.until((store) => store.find('note', mine)?.text === 'Tas bort', 'put back')

  await meeting.host.command('note.hide', { id: other, reason: 'Namn på en person' })
  await ove.until((store) => !store.find('note', other), 'hidden')
  assert.equal(await refusal(ove.command('note.hide', { id: mine })), 'denied')
  const again = await meeting.person({ token: maj.token, author_secret: maj.authorSecret })
  const own = again.joined.own.find((entity) => entity.id === other)
  assert.equal(own?.hidden, true)
  assert.equal(own?.reason, 'Namn på en person', 'its author is told why')
  await meeting.host.command('note.hide', { id: other, hidden: false })
  await ove.until((store) => store.find('note', other)?.text === 'Göms', 'shown again')
  await meeting.settleAll()
  await meeting.close()
})

test('a note behind the closing is late, and let in by the host', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const round = await meeting.addNotes()
  const [maj, ove] = await meeting.people(2)
  await putNote(maj, round, 'I tid')
  await meeting.closeRound(round)
  const { entity } = await putNote(ove, round, 'För sent')
  assert.equal(entity.late, true)
  await meeting.settleAll()
  assert.ok(!said(maj, 'För sent'))
  await meeting.host.until((store) => store.find('note', entity.id)?.late, 'the host sees it')
  await meeting.host.command('note.admit', { id: entity.id })
  await maj.until((store) => store.find('note', entity.id)?.text === 'För sent')
  await meeting.settleAll()
  await meeting.close()
})

test('a deadline ends the round by itself, and can be moved', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const soon = await meeting.addNotes({ deadline: Date.now() + 800 })
  const moved = await meeting.addNotes({ deadline: Date.now() + 800, question: 'Vad är svårt?' })
  await meeting.host.command('round.deadline', { id: moved, deadline: Date.now() + 3_600_000 })
  await meeting.host.until((store) => store.find('round', soon)?.state === 'closed', 'the round is closed')
  assert.equal(meeting.host.store.find('round', moved).state, 'open')
  await meeting.close()
})

test('a closing is taken back, with the end that the round had', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const deadline = Date.now() + 3_600_000
  const round = await meeting.addNotes({ deadline })
  await meeting.host.command('round.close', { id: round, grace: 20_000 })
  await meeting.host.until((store) => store.find('round', round)?.state === 'closing', 'the round is closing')
  await meeting.host.command('round.deadline', { id: round, deadline: 0 })
  await meeting.host.command('round.deadline', { id: round, deadline })
  const [maj] = await meeting.people(1)
  const { entity } = await putNote(maj, round, 'Hann med')
  assert.equal(entity.late, undefined)
  await meeting.settleAll()
  const shown = meeting.host.store.find('round', round)
  assert.deepEqual([shown.state, shown.deadline], ['open', deadline])
  await meeting.host.command('round.close', { id: round, grace: 0 })
  assert.equal(await refusal(meeting.host.command('round.deadline', { id: round, deadline: 0 })), 'wrong_state')
  await meeting.close()
})

test('word fields and caps are kept', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const round = await meeting.addNotes({ notes: { fields: 2, cap: 1 } })
  const [maj] = await meeting.people(1)
  assert.equal(await refusal(putNote(maj, round, 'ett\ntvå\ntre')), 'bad_fields')
  assert.equal(await refusal(putNote(maj, round, '')), 'empty')
  await putNote(maj, round, 'tillit\nnärhet')
  assert.equal(await refusal(putNote(maj, round, 'en till')), 'over_note_cap')
  assert.equal(await refusal(putNote(maj, round, 'grupp', { group_size: 3 })), 'not_a_group')
  await meeting.close()
})

test('a repeated command is answered like the first', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const round = await meeting.addNotes()
  const [maj] = await meeting.people(1)
  const command = uuid()
  const params = { command, id: uuid(), round, rev: 1, text: 'En gång' }
  const first = await maj.request('note.put', params)
  for (let i = 0; i < 100; i++) assert.equal((await maj.request('note.put', params)).seq, first.seq)
  assert.equal(await refusal(maj.request('note.put', { ...params, text: 'Annat' })), 'id_conflict')
  const stale = { command: uuid(), id: params.id, round, rev: 1, text: 'För gammal' }
  const refused = []
  for (let i = 0; i < 2; i++) await maj.request('note.put', stale).catch((error) => refused.push([error.reason, error.seq]))
  assert.equal(refused[0][0], 'stale')
  assert.deepEqual(refused[1], refused[0])
  const late = await meeting.person()
  assert.equal(late.store.notes(round).length, 1)
  await meeting.close()
})
