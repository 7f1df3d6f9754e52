// What was sent on the follow-up day, and acknowledged: what screens and records must say, no more and no less.
import assert from 'node:assert/strict'
import { passes, people } from './followup_script.mjs'
import { notesOf, rowsOf } from './record.mjs'

const FEW = 5 // persons of fewer are not told where answers are anonymous
const consents = (by) => people[by].consent === true
const sorted = (rows) => rows.map((row) => JSON.stringify(row)).sort()
const sum = (numbers) => numbers.reduce((all, one) => all + one, 0)
const union = (sets) => new Set(sets.flatMap((set) => [...set]))

export class FollowupLedger {
  constructor() {
    this.notes = new Map() // id: { round, text, by, group, supporters, standing }
    this.moves = [] // { seq, board, note, from, to }
    this.votes = [] // { round, choice, by }
    this.pictures = [] // { id, caption, width, height }
  }

  standing() {
    return [...this.notes].filter(([, { standing }]) => standing).map(([id, note]) => ({ id, ...note }))
  }

  of(round) {
    return this.standing().filter((note) => note.round === round)
  }

  // The texts on a group's wall.
  wall(round, group) {
    return this.of(round).filter((note) => note.group === group).map(({ text }) => text).sort()
  }

  // Which notes are in which theme: the journal's order decides, and nothing else.
  inThemes(board) {
    const themesOf = new Map()
    const moves = this.moves.filter((move) => move.board === board).sort((a, b) => a.seq - b.seq)
    assert.equal(new Set(moves.map(({ seq }) => seq)).size, moves.length, 'each has its place in the journal')
    for (const { note, from, to } of moves) {
      const themes = themesOf.get(note) ?? new Set()
      themes.delete(from)
      if (to) themes.add(to)
      themesOf.set(note, themes)
    }
    return themesOf
  }

  sortings(board) {
    return [...this.inThemes(board)].flatMap(([note, themes]) => [...themes].map((theme) => [theme, note]))
  }

  // { notes, persons, votes } of a theme: persons and supporters each once, over all rounds.
  figures(board, theme, isIncluded = () => true) {
    const notes = this.sortings(board).filter(([in_]) => in_ === theme).map(([, note]) => this.notes.get(note)).filter(({ by }) => isIncluded(by))
    const persons = new Set(notes.map(({ by }) => by)).size
    return { notes: notes.length, persons: persons < FEW ? 0 : persons, votes: union(notes.map(({ supporters }) => supporters)).size }
  }

  votesOn(choice) {
    return this.votes.filter((vote) => vote.choice === choice).length
  }

  // ---- the documentation ----

  checkDocumentation(record, day) {
    const found = notesOf(record).map(({ text, round, supports, group, name }) => [text, round, supports, group, name])
    const expected = this.standing().map(({ text, round, supporters, group }) => [text, round, supporters.size, group, null])
    assert.deepEqual(sorted(found), sorted(expected), 'each note once, with its group and who supports it')
    assert.equal(rowsOf(record, 'sessions')[0].joined, people.length)
    this.checkThemes(record, day)
    this.checkVotes(record, day)
    this.checkGroups(record, day)
    this.checkPictures(record)
    for (const { text } of [...this.notes.values()].filter(({ standing }) => !standing)) {
      assert.ok(!JSON.stringify(record).includes(text), `taken away: ${text}`)
    }
  }

  checkThemes(record, { board }) {
    const rows = rowsOf(record, 'themes').filter((row) => row.board === board.id)
    assert.deepEqual(rows.map(({ title }) => title), board.themes.map(({ title }) => title))
    for (const { theme, title, notes, persons, votes, per_round: perRound } of rows) {
      assert.deepEqual({ notes, persons: persons ?? 0, votes }, this.figures(board.id, theme), title)
      assert.equal(perRound, false, 'the five rounds are counted together')
    }
    const found = rowsOf(record, 'sortings').filter((row) => row.board === board.id)
    assert.deepEqual(sorted(found.map(({ theme, note }) => [theme, note])), sorted(this.sortings(board.id)))
  }

  // The line is drawn by votes; what ties on it is neither chosen nor out.
  checkVotes(record, { ballots }) {
    const rows = rowsOf(record, 'votes')
    for (const [i, { id, choices }] of ballots.entries()) {
      const of = rows.filter(({ round }) => round === id)
      assert.deepEqual(of.map(({ choice, votes }) => [choice, votes]), choices.map((choice) => [choice.id, this.votesOn(choice.id)]))
      assert.deepEqual(of.map(({ votes }) => votes), passes[i].laid)
      const count = (side) => of.filter(({ cut }) => cut === side).length
      assert.deepEqual({ chosen: count('chosen'), tied: count('tied'), out: count('out') }, passes[i].sides)
    }
    assert.equal(rowsOf(record, 'rounds').find(({ round }) => round === ballots[1].id).pass_of, ballots[0].id)
  }

  checkGroups(record, day) {
    const rows = rowsOf(record, 'groups').filter((row) => row.group)
    const expected = day.grouping.groups.map(({ id, name }) => [name, day.members(id).length])
    assert.deepEqual(rows.map(({ name, participants }) => [name, participants]), expected)
  }

  checkPictures(record) {
    const found = rowsOf(record, 'pictures').map(({ picture: id, caption, width, height }) => ({ id, caption, width, height }))
    assert.deepEqual(sorted(found), sorted(this.pictures))
  }

  // ---- the research material ----

  checkResearch(record, { board }) {
    const text = JSON.stringify(record)
    for (const note of this.notes.values()) {
      if (!note.standing || !consents(note.by)) assert.ok(!text.includes(note.text), `without consent: ${note.text}`)
    }
    const given = this.standing().filter(({ by }) => consents(by))
    assert.deepEqual(sorted(notesOf(record).map(({ round, text: said }) => [round, said])), sorted(given.map(({ round, text: said }) => [round, said])))
    this.checkLabels(record, given)
    for (const row of rowsOf(record, 'themes').filter((one) => one.board === board.id)) {
      const { notes, persons } = this.figures(board.id, row.theme, consents)
      assert.deepEqual([row.notes, row.persons ?? 0], [notes, persons], `${row.title}, of those who consent`)
    }
    const sortings = this.sortings(board.id).filter(([, note]) => consents(this.notes.get(note).by))
    assert.deepEqual(sorted(rowsOf(record, 'sortings').filter((row) => row.board === board.id).map((row) => [row.theme, row.note])), sorted(sortings))
    const votes = this.votes.filter(({ by }) => consents(by)).map(({ choice }) => [choice, 1])
    assert.deepEqual(sorted(rowsOf(record, 'votes').map((row) => [row.choice, row.votes])), sorted(votes))
    this.checkTotals(record, board)
  }

  // One label for each person in all five rounds, which are counted together.
  checkLabels(record, given) {
    const labels = new Map()
    for (const { text, author } of notesOf(record)) {
      const { by } = given.find((note) => note.text === text)
      assert.equal(labels.get(by) ?? author, author, `${by} is one author`)
      labels.set(by, author)
    }
    assert.equal(new Set(labels.values()).size, labels.size, 'different persons, different labels')
  }

  checkTotals(record, board) {
    for (const { total, included, withheld } of rowsOf(record, 'totals')) assert.equal(included + withheld, total)
    const pictures = rowsOf(record, 'totals').filter(({ in_table: table }) => table === 'pictures')
    assert.deepEqual(pictures.map(({ total, included }) => [total, included]), [[this.pictures.length, 0]])
    for (const { round, total, included } of rowsOf(record, 'totals').filter(({ what }) => what === 'notes')) {
      assert.deepEqual([total, included], [this.of(round).length, this.of(round).filter(({ by }) => consents(by)).length])
    }
    const sortings = rowsOf(record, 'totals').filter(({ what, list }) => what === 'sortings' && list === board.id)
    assert.equal(sum(sortings.map(({ total }) => total)), this.sortings(board.id).length)
  }
}
