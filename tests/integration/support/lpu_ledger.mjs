// What was sent in the scripted LPU, and acknowledged: what its records must say, no more and no less.
import assert from 'node:assert/strict'
import { people } from './lpu_script.mjs'
import { notesOf, rowsOf } from './record.mjs'

const consents = (name) => people[name]?.consent === true
const sorted = (rows) => rows.map((row) => JSON.stringify(row)).sort()
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0)

export class LpuLedger {
  constructor() {
    this.notes = new Map() // id: { round, session, text, by, named, supports, standing }
    this.votes = [] // { round, choice, votes, voters, hands, by }
    this.answers = [] // { round, statement, value, by }
    this.steps = new Map()
    this.diary = new Map()
    this.joined = new Map() // by session
  }

  note(id, note) {
    this.notes.set(id, { named: false, ...note, supports: 0, standing: true })
  }

  takeAway(id) {
    this.notes.get(id).standing = false
  }

  support(id) {
    this.notes.get(id).supports++
  }

  vote(round, choice, { votes, voters = 0, hands = 0 }, by) {
    this.votes.push({ round, choice, votes, voters, hands, by })
  }

  answer(round, statement, value, by) {
    this.answers.push({ round, statement, value, by })
  }

  step(id, step) {
    this.steps.set(id, step)
  }

  // The steps that others see are those that are shared, with their name.
  checkShared(store) {
    const shared = [...this.steps].filter(([, step]) => step.shared)
    assert.deepEqual(sorted(store.all('step').map(({ id, text, name }) => [id, text, name])), sorted(shared.map(([id, { text, by }]) => [id, text, by])))
  }

  // What somebody meant to do is on their phone, and nothing of others' that is not shared.
  checkOwnSteps(name, store) {
    const own = store.allOwn('step').filter(({ removed }) => !removed)
    assert.deepEqual(own.map(({ text }) => text).sort(), [...this.steps.values()].filter(({ by }) => by === name).map(({ text }) => text).sort())
  }

  standing() {
    return [...this.notes.values()].filter(({ standing }) => standing)
  }

  gone() {
    return [...this.notes.values()].filter(({ standing }) => !standing)
  }

  of(round) {
    return this.standing().filter((note) => note.round === round)
  }

  onPaper(round) {
    return new Set(this.of(round).map(({ by }) => by).filter((by) => people[by].paper)).size
  }

  // ---- the documentation ----

  checkDocumentation(record, { entries, seats }) {
    this.checkNotes(record)
    this.checkVotes(record)
    this.checkAnswers(record)
    this.checkEntries(record, entries, seats)
    this.checkSteps(record, () => true)
    this.checkDiary(record, () => true, ({ answer }) => answer ?? null)
    assert.deepEqual(rowsOf(record, 'seats').map(({ title }) => title).sort(), [...seats.keys()].sort())
    const held = Object.values(people).map(({ seat, deputy = false }) => [seat, deputy])
    assert.deepEqual(sorted(rowsOf(record, 'holdings').map(({ title, deputy }) => [title, deputy])), sorted(held))
    for (const { text } of this.gone()) assert.ok(!JSON.stringify(record).includes(text), `taken away: ${text}`)
    const joined = new Map(rowsOf(record, 'sessions').map((row) => [row.session, row.joined]))
    for (const [session, count] of this.joined) assert.equal(joined.get(session), count, 'who joined')
  }

  // Each once, in its round and meeting, with the name where the round says so and with those who support it.
  checkNotes(record) {
    const expected = this.standing().map(({ round, session, text, by, named, supports }) => {
      const { paper = false } = people[by]
      return { text, round, session, name: named && !paper ? by : null, supports, entered: named && paper }
    })
    const found = notesOf(record).map(({ text, round, session, name, supports, entered }) => {
      return { text, round, session, name, supports: supports ?? 0, entered: entered === true }
    })
    assert.deepEqual(sorted(found), sorted(expected))
  }

  checkVotes(record) {
    const [{ round }] = this.votes
    for (const row of rowsOf(record, 'votes')) {
      const of = this.votes.filter(({ choice }) => choice === row.choice)
      for (const what of ['votes', 'voters', 'hands']) assert.equal(row[what], sum(of.map((vote) => vote[what])), `${row.text}: ${what}`)
    }
    const { total } = rowsOf(record, 'totals').find((row) => row.round === round && row.what === 'voters')
    assert.equal(total, new Set(this.votes.map(({ by }) => by).filter(Boolean)).size + this.people, 'persons, with and without a phone')
  }

  // How many chose each step; nothing where fewer than five have answered.
  checkAnswers(record) {
    const rows = rowsOf(record, 'answers')
    const asked = new Set(this.answers.map(({ statement }) => statement))
    assert.deepEqual([...new Set(rows.map(({ statement }) => statement))].sort(), [...asked].sort())
    for (const { statement, step, persons } of rows) {
      const of = this.answers.filter((answer) => answer.statement === statement)
      const chosen = of.filter(({ value }) => value === step).length
      assert.equal(persons ?? 0, of.length < 5 ? 0 : chosen, `step ${step}`)
    }
    for (const round of new Set(this.answers.map((answer) => answer.round))) {
      const { total } = rowsOf(record, 'totals').find((row) => row.round === round && row.what === 'persons')
      assert.equal(total, new Set(this.answers.filter((answer) => answer.round === round).map(({ by }) => by)).size)
    }
  }

  checkEntries(record, entries, seats) {
    const titles = new Map([...seats].map(([title, id]) => [id, title]))
    const members = ['form', 'text', 'state', 'owner', 'basis', 'reference', 'recipient', 'outcome', 'learnt', 'word', 'note', 'session']
    const plain = (row) => [...members.map((member) => row[member] ?? null), titles.get(row.seat) ?? row.seat ?? null]
    const expected = [...entries.values()].filter(({ removed }) => !removed)
    assert.deepEqual(sorted(rowsOf(record, 'entries').map(plain)), sorted(expected.map(plain)))
  }

  // Those that are shared: with whose they are in the documentation, and never in research material.
  checkSteps(record, isIncluded, nameOf = (by) => by) {
    const shared = [...this.steps].filter(([, step]) => step.shared && isIncluded(step.by))
    const expected = shared.map(([id, { session, text, by, done = false }]) => [id, session, text, done, nameOf(by)])
    assert.deepEqual(sorted(rowsOf(record, 'steps').map((row) => [row.step, row.session, row.text, row.done, row.name])), sorted(expected))
  }

  checkDiary(record, isIncluded, answerOf) {
    const expected = [...this.diary.values()].filter(({ by }) => isIncluded(by))
    const plain = (row, answer) => [row.about, row.day, row.text, row.tags, answer]
    assert.deepEqual(sorted(rowsOf(record, 'diary').map((row) => plain(row, row.answer))), sorted(expected.map((entry) => plain(entry, answerOf(entry)))))
  }

  // ---- the research material ----

  checkResearch(record) {
    const text = JSON.stringify(record)
    const withheld = this.standing().filter(({ by }) => !consents(by))
    for (const note of [...withheld, ...this.gone()]) assert.ok(!text.includes(note.text), `without consent: ${note.text}`)
    for (const name of Object.keys(people)) assert.doesNotMatch(text, new RegExp(`"${name}\\b`), `the name ${name}`)
    const given = this.standing().filter(({ by }) => consents(by))
    const plain = (note) => [note.round, note.text]
    assert.deepEqual(sorted(notesOf(record).map(plain)), sorted(given.map(plain)))
    this.checkLabels(record, given)
    this.checkResearchVotes(record)
    this.checkTotals(record)
    this.checkSteps(record, consents, () => undefined)
    this.checkDiary(record, consents, () => undefined)
    for (const table of ['entries', 'seats', 'holdings']) assert.deepEqual(rowsOf(record, table), [], `${table} are about people`)
  }

  // As many labels as persons, in each round, and the same label for the same person's notes.
  checkLabels(record, given) {
    for (const round of new Set(given.map((note) => note.round))) {
      const labels = new Map()
      for (const { text, author } of notesOf(record).filter((row) => row.round === round)) {
        const { by } = given.find((note) => note.round === round && note.text === text)
        assert.equal(labels.get(by) ?? author, author, `${by} is one author`)
        labels.set(by, author)
      }
      assert.equal(new Set(labels.values()).size, labels.size, 'different persons, different labels')
    }
  }

  checkResearchVotes(record) {
    const votes = this.votes.filter(({ by }) => by && consents(by)).map(({ choice, votes: laid }) => [choice, laid])
    assert.deepEqual(sorted(rowsOf(record, 'votes').map((row) => [row.choice, row.votes])), sorted(votes))
    const answers = this.answers.filter(({ by }) => consents(by)).map(({ statement, value }) => [statement, value])
    assert.deepEqual(sorted(rowsOf(record, 'answers').map((row) => [row.statement, row.step])), sorted(answers))
  }

  checkTotals(record) {
    for (const { total, included, withheld } of rowsOf(record, 'totals')) assert.equal(included + withheld, total)
    for (const row of rowsOf(record, 'totals').filter(({ what }) => what === 'notes')) {
      const of = this.of(row.round)
      assert.deepEqual([row.total, row.included], [of.length, of.filter(({ by }) => consents(by)).length])
    }
  }
}
