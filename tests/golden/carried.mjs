// The second part of the golden meeting: what is carried from meeting to meeting, who sits where and comes back, and the
// kinds of rounds beside notes and ballots. Every command is there as it is accepted, and some as they are refused.
import assert from 'node:assert/strict'
import { Client, secret, uuid } from '../integration/support/client.mjs'
import { refusal } from '../integration/support/meeting.mjs'

const day = (n) => new Date(Date.now() - n * 86_400_000).toISOString().slice(0, 10)
const revOf = (person) => person.store.findOwn('participant', person.participant).rev + 1

// Put, changed, removed and put back: each text but the last is due to be emptied.
async function change(host, method, params, ...changes) {
  let { seq } = await host.command(method, { base: 0, ...params })
  for (const more of changes) ({ seq } = await host.command(method, { ...params, ...more, base: seq }))
  assert.equal(await refusal(host.command(method, { ...params, base: 0 })), 'stale')
  return seq
}

async function carry(meeting, note) {
  const { host, session } = meeting
  const process = () => host.store.find('process', meeting.process)
  const more = { challenge: 'Att hitta hem', challenge_why: 'Många läggs in igen', challenge_whose: 'Bådas', organisers: 'Region och kommun' }
  await host.command('process.put', { base: process().seq, profile: { ...process().profile, ...more } })
  const plan = { id: session, title: 'Andra träffen', minutes: 120, place: 'Biblioteket', link: 'https://example.org/samtal', tables: host.store.find('session', session).tables }
  await host.command('session.put', { ...plan, base: host.store.find('session', session).seq })
  const spare = uuid()
  await change(host, 'session.put', { id: spare, title: 'Av misstag' }, { removed: true })
  const item = uuid()
  const lecture = { id: item, session, form: 'lecture', title: 'Forskning om tillit', cue: 'Låt Robin tala först' }
  await change(host, 'item.put', lecture, { ...lecture, summary: 'Tillit växer av möten', skipped: true }, { ...lecture, summary: 'Tillit växer av möten' })
  const material = { id: uuid(), session, item, title: 'Rapporten', url: 'https://example.org/rapport', about: 'Tio sidor' }
  await change(host, 'material.put', material, { removed: true }, { title: 'Rapporten i korthet' })
  assert.equal(await refusal(host.command('material.put', { ...material, id: uuid(), base: 0, url: 'ftp://example.org' })), 'bad_fields')
  const forms = ['question', 'step', 'gap', 'known', 'message', 'trial']
  for (const [i, form] of forms.entries()) {
    const entry = { id: uuid(), form, session, text: `Post ${i}`, state: 'open', owner: 'Kim', until: 1893456000000, basis: 'experience', recipient: 'Nämnden', position: i }
    await change(host, 'entry.put', entry, { text: `Post ${i} igen`, ...(i === 0 ? { note } : {}) }, i === 1 ? { removed: true } : { state: 'closed', word: 'Gjort', outcome: 'Det gick', learnt: 'Mer tid', reference: 'Boken' })
  }
  for (const screen of [{ screen: 'item', item }, { screen: 'note', note }, { screen: 'entries', entries: 'step' }, { screen: 'since' }, { screen: 'blank' }])
    await host.command('session.stage', { id: session, ...screen })
  await host.command('session.stage', { id: session, screen: 'join', undone: true })
  await host.command('session.steer', { id: session, account: meeting.account, name: 'Ordförande' })
  await host.command('session.steer', { id: session })
  return item
}

async function seat(meeting, people) {
  const { host } = meeting
  const seats = [uuid(), uuid()]
  for (const [i, id] of seats.entries()) await change(host, 'seat.put', { id, title: `Plats ${i + 1}`, position: i }, { position: i + 1 })
  const holding = { id: uuid(), seat: seats[0], name: 'Robin', from: 1000 }
  await change(host, 'holding.put', holding, { name: 'Robin Ek', until: 2000 }, { removed: true }, { name: 'Eva', deputy: true })
  const [first, second] = people
  await first.command('participant.put', { rev: revOf(first), name: 'Kim Nyman', seat: seats[0], deputy: true })
  await first.until((store) => store.findOwn('participant', first.participant)?.seat, 'the seat')
  assert.equal(await refusal(first.command('participant.put', { rev: revOf(first), seat: uuid() })), 'unknown_seat')
  const step = { id: uuid(), session: meeting.session, text: 'Ringa grannen' }
  await first.command('step.put', { ...step, rev: 1, shared: true })
  await first.command('step.put', { ...step, rev: 2, text: 'Ringa båda grannarna', shared: true, done: true })
  assert.equal(await refusal(first.command('step.put', { ...step, rev: 2 })), 'stale')
  await second.command('step.put', { id: uuid(), rev: 1, text: 'För mig själv' })
}

// By a return link, and by a slip; what was used up lets nobody in again.
async function comeBack(meeting, person) {
  const { host, session } = meeting
  const [link, ...slips] = [secret(), secret(), secret()]
  await person.command('way.put', { secret: link })
  await host.command('slips.put', { session, secrets: slips })
  for (const way of [link, slips[0]]) {
    const client = await Client.open(meeting.server)
    const { participant } = await client.join({ session, way, token: secret(), author_secret: secret() })
    assert.equal(participant === person.participant, way === link)
    await client.close()
  }
}

async function scale(meeting, people) {
  const statements = ['Vi möts', 'Vi provar'].map((text, i) => ({ id: uuid(), text, key: `delmal-${i}` }))
  const id = await meeting.addRound({ form: 'scale', question: 'Hur går det?', visibility: 'own', key: 'hur', scale: { statements, steps: 4, low: 'inte alls', high: 'helt', result: 'open' } })
  for (const [i, person] of people.entries()) await person.command('answer.put', { round: id, statement: statements[0].id, rev: 1, value: 1 + (i % 4) })
  await people[0].command('answer.put', { round: id, statement: statements[1].id, rev: 1, value: 4 })
  await people[0].command('answer.put', { round: id, statement: statements[1].id, rev: 2, value: 0 })
  assert.equal(await refusal(people[0].command('answer.put', { round: id, statement: statements[1].id, rev: 2, value: 3 })), 'stale')
  await meeting.closeRound(id)
  assert.equal(await refusal(people[0].command('answer.put', { round: id, statement: statements[0].id, rev: 9, value: 3 })), 'closed')
}

async function diary(meeting, people) {
  const { host, session } = meeting
  const id = await meeting.addRound({ form: 'diary', question: 'Vad lade du märke till?', visibility: 'own', authorship: 'linked', homework: true, session })
  const entries = people.map(() => uuid())
  const put = (person, i, rev, more = {}) =>
    person.command('diary.put', { id: entries[i], round: id, rev, about: ['reflection', 'observation', 'action'][i % 3], day: day(i), text: `Dag ${i}`, tags: 'möte, tid', ...more })
  for (const [i, person] of people.entries()) await put(person, i, 1)
  await put(people[0], 0, 2, { text: 'Dag noll' })
  await put(people[1], 1, 2, { removed: true })
  assert.equal(await refusal(put(people[0], 0, 2)), 'stale')
  const { seq } = await host.command('diary.answer', { id: entries[0], text: 'Tack' })
  await host.command('diary.answer', { id: entries[0], base: seq, text: 'Tack ska du ha' })
  await host.command('round.reveal', { id })
}

async function withoutDevice(meeting, people) {
  const { host } = meeting
  const round = await meeting.addNotes({ authorship: 'named', notes: { supports: true }, question: 'Vad undrar ni?' })
  const note = uuid()
  await people[0].command('note.put', { id: note, round, rev: 1, text: 'Vem betalar' })
  await people[1].command('note.support', { note, rev: 1, on: true })
  await people[1].command('note.support', { note, rev: 2, on: false })
  await people[2].command('note.support', { note, rev: 1, on: true })
  assert.equal(await refusal(people[0].command('note.support', { note, rev: 1 })), 'denied')
  const paper = { id: uuid(), round, person: uuid() }
  await host.command('note.enter', { ...paper, rev: 1, text: 'På papper' })
  await host.command('note.enter', { ...paper, rev: 2, text: 'På papper, rättat' })
  await host.command('note.enter', { ...paper, id: uuid(), rev: 1, text: 'En till' })
  await meeting.closeRound(round)
  const { id, choices } = await meeting.addBallot(['Nu', 'Sedan'], { budget: 1 })
  const hands = { round: id, people: 4, choices: [{ id: choices[0].id, votes: 3 }] }
  const { seq } = await host.command('hands.put', { ...hands, base: 0 })
  await host.command('hands.put', { ...hands, base: seq, people: 5 })
  assert.equal(await refusal(host.command('hands.put', { ...hands, base: 0 })), 'stale')
  await meeting.closeRound(id)
}

// note: one that all may read. Leaves the diary open: homework hinders no end of a session.
export async function carryOn(meeting, people, note) {
  await carry(meeting, note)
  await seat(meeting, people)
  await comeBack(meeting, people[5])
  await scale(meeting, people)
  await diary(meeting, people)
  await withoutDevice(meeting, people)
}
