// How the questions of the scripted LPU are led and answered.
import { uuid } from './client.mjs'
import { hasDevice } from './lpu_people.mjs'
import { ballot, diary, meetings, people, whoDoes } from './lpu_script.mjs'
import { today } from './template_process.mjs'

export class LpuRounds {
  async ask(number, key) {
    const { id } = this.round(number, key)
    await this.host.command('round.open', { id })
    await this.answer(number, key)
    await this.closeRound(number, key)
  }

  async answer(number, key) {
    const round = this.round(number, key)
    const lines = meetings[number - 1][key]
    if (round.form === 'notes') await this.writeAll(round, lines)
    else await this.takeStands(round, lines)
  }

  // All at once, but who shares a phone: they wait until they are handed it.
  async together(names, act) {
    const owners = names.filter((name) => !people[name].sharesWith)
    await Promise.all(owners.map(act))
    for (const name of names.filter((one) => people[one].sharesWith)) await this.onSharedPhone(name, () => act(name))
  }

  async onSharedPhone(name, act) {
    const [next, before] = [this.person(name).device, this.person(people[name].sharesWith).device]
    before.goOffline()
    next.goOnline()
    await act()
    next.goOffline()
    before.goOnline()
  }

  async writeAll(round, lines) {
    const made = lines.map(([name, text, more = {}]) => ({ name, text, ...more, id: uuid() }))
    this.made = { ...this.made, [round.key]: made }
    await this.together([...new Set(lines.map(([name]) => name))], async (name) => {
      for (const note of made) if (note.name === name) await this.write(round, note)
    })
    for (const note of made) for (const supporter of note.supportedBy ?? []) await this.support(note, supporter)
    for (const note of made.filter(({ hidden }) => hidden)) {
      await this.host.command('note.hide', { id: note.id, reason: note.hidden })
      this.ledger.takeAway(note.id)
    }
  }

  async write(round, { name, id, text, before, removed }) {
    const person = this.person(name)
    if (!hasDevice(name)) await person.write(round.id, id, text)
    else {
      if (before) await person.command('note.put', { id, round: round.id, rev: 1, text: before })
      await person.command('note.put', { id, round: round.id, rev: before ? 2 : 1, text })
    }
    this.ledger.note(id, { round: round.id, session: round.session, text, by: name, named: round.authorship === 'named' })
    if (!removed) return
    await person.command('note.remove', { id, rev: 2 })
    this.ledger.takeAway(id)
  }

  // Who has a page supports it there.
  async support(note, name) {
    if (!this.person(name).device) return
    await this.together([name], () => this.person(name).command('note.support', { note: note.id, rev: this.person(name).rev++ }))
    this.ledger.support(note.id)
  }

  async takeStands(round, lines) {
    await this.together(Object.keys(lines), async (name) => {
      for (const [i, value] of lines[name].entries()) {
        const statement = round.scale.statements[i].id
        await this.person(name).command('answer.put', { round: round.id, statement, rev: 1, value })
        this.ledger.answer(round.id, statement, value, name)
      }
    })
  }

  // Closed at once; what was written for oneself is shown to all, but what is for those who lead.
  async closeRound(number, key) {
    const { id, form, visibility } = this.round(number, key)
    await this.meeting.closeRound(id)
    if (form !== 'notes' || visibility === 'all' || key === 'evaluation-note') return
    await this.host.command('round.reveal', { id })
    await this.host.until((store) => store.find('round', id).revealed, 'it is shown')
  }

  // A vote with phones, and the hands of those who have none.
  async vote(number, item) {
    const vote = await this.openVote(number, item)
    await this.layVotes(vote)
    const { people: count, votes } = ballot.hands
    const hands = vote.choices.map(({ id, key }) => ({ id, votes: votes[key] ?? 0 }))
    await this.host.command('hands.put', { round: vote.id, base: 0, people: count, choices: hands })
    this.raiseHands(vote)
    await this.meeting.closeRound(vote.id)
    return vote.id
  }

  async openVote(number, item) {
    const choices = Object.entries(ballot.choices).map(([key, text]) => ({ id: uuid(), key, text }))
    const settings = { choices, budget: 3, cap: 3, result: 'hidden' }
    const about = { key: 'picture-words', item: item.id, session: this.sessionOf(number) }
    const id = await this.meeting.addRound({ form: 'ballot', question: ballot.question, ballot: settings, ...about })
    await this.stage(number, 'round', { item: item.id, round: id })
    return { id, choices }
  }

  // Who has a page lays their votes there.
  async layVotes({ id, choices }) {
    await this.together(Object.keys(ballot.votes), async (name) => {
      for (const [key, votes] of Object.entries(ballot.votes[name])) {
        const choice = choices.find((one) => one.key === key).id
        if (this.person(name).device) await this.person(name).command('vote.put', { round: id, choice, rev: 1, votes })
        this.ledger.vote(id, choice, { votes, voters: 1 }, name)
      }
    })
  }

  raiseHands({ id, choices }) {
    this.ledger.people = ballot.hands.people
    for (const { id: choice, key } of choices) {
      const votes = ballot.hands.votes[key] ?? 0
      this.ledger.vote(id, choice, { votes, hands: votes })
    }
  }

  // In the diary, which goes on from meeting to meeting: each sees their own, and what was answered them.
  async keepDiary() {
    const { id: round } = this.host.store.all('round').find(({ form }) => form === 'diary')
    await this.host.command('round.open', { id: round })
    for (const [name, about, text, tags, { answer, removed }] of diary) {
      const entry = { id: uuid(), round, about, day: today(), text, tags }
      await this.person(name).command('diary.put', { ...entry, rev: 1 })
      if (removed) await this.person(name).command('diary.put', { ...entry, rev: 2, removed })
      else this.ledger.diary.set(entry.id, { ...entry, by: name, answer })
      if (!answer) continue
      await this.host.command('diary.answer', { id: entry.id, text: answer })
      await this.person(name).device.client.until((store) => store.findOwn('diary', entry.id)?.answer === answer, 'the answer')
    }
  }

  // Beside the template: a question whose answers are signed.
  async promise(number, between = () => {}) {
    const about = { key: 'promise', session: this.sessionOf(number), authorship: 'named' }
    const id = await this.meeting.addRound({ form: 'notes', notes: {}, question: whoDoes.question, ...about })
    await this.host.until((store) => store.find('round', id), 'the question')
    await this.writeAll(this.round(number, 'promise'), whoDoes.lines)
    await between(id)
    await this.meeting.closeRound(id)
  }
}
