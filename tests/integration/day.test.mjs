// A day of 33 participants on a bad network, with a server that is killed three times.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Chance } from './support/chance.mjs'
import { uuid } from './support/client.mjs'
import { Device } from './support/device.mjs'
import { Meeting } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'
import { notesOf, tallyOf } from './support/record.mjs'
import { lines } from './support/transcript.mjs'

const PEOPLE = 33
const vocabulary = ['samverkan', 'trygghet', 'närhet', 'tillit', 'enkelhet', 'kvinnor', 'kvinna', 'jämlikhet', 'delaktighet', 'mod']
const removedText = 'Ordet som ingen fick läsa: svampkorgen'

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

class Day {
  constructor(t) {
    this.t = t
    this.chance = new Chance()
    console.log(`SEED=${this.chance.seed}`)
    this.expected = new Map() // note id: { round, text, late }
    this.votes = new Map() // choice id: votes
  }

  async open() {
    this.server = await startServer(this.t)
    this.meeting = await Meeting.open(this.server)
    this.devices = Array.from({ length: PEOPLE }, () => new Device(this.server, this.meeting.link, this.chance))
  }

  // Killed without warning after a while, and started again.
  async killOnce() {
    await pause(100 + this.chance.below(300))
    await this.server.kill()
    await pause(this.chance.below(100))
    await this.server.start()
    await this.meeting.attendAgain()
  }

  sentence() {
    return Array.from({ length: 1 + this.chance.below(3) }, () => this.chance.pick(vocabulary)).join(' och ')
  }

  // One person answers a question: some notes, some of them changed once or more.
  async answer(device, round, count) {
    for (let i = 0; i < count; i++) {
      const id = uuid()
      const revs = 1 + this.chance.below(3)
      for (let rev = 1; rev <= revs; rev++) {
        const text = `${this.sentence()} ${rev}`
        const { reason } = await device.command('note.put', { id, round, rev, text })
        assert.equal(reason, undefined)
        this.expected.set(id, { round, text, late: false })
        await pause(this.chance.below(30))
      }
    }
  }

  async firstQuestion() {
    const round = await this.meeting.addNotes({ question: 'Vad vill du uppnå?' })
    this.first = round
    const [remover] = this.devices
    const id = uuid()
    const work = this.devices.map((device) => this.answer(device, round, 2))
    work.push(
      remover.command('note.put', { id, round, rev: 1, text: removedText }).then(async ({ reason }) => {
        assert.equal(reason, undefined)
        const { seq } = await remover.command('note.remove', { id, rev: 2 })
        assert.ok(seq > 0)
      }),
    )
    await Promise.all([this.killOnce(), ...work])
    await this.meeting.closeRound(round)
  }

  // Some are offline when the round closes: what they wrote meanwhile comes late.
  async secondQuestion() {
    const round = await this.meeting.addNotes({ question: 'Vad är ditt nästa steg?' })
    this.second = round
    const away = this.chance.shuffle(this.devices).slice(0, 5)
    const here = this.devices.filter((device) => !away.includes(device))
    await Promise.all(here.map((device) => this.answer(device, round, 1 + this.chance.below(3))))
    for (const device of away) device.goOffline()
    const late = away.map((device) => {
      const id = uuid()
      const text = `${this.sentence()} sent`
      this.expected.set(id, { round, text, late: true })
      return { id, answer: device.command('note.put', { id, round, rev: 1, text }) }
    })
    await this.meeting.closeRound(round)
    for (const device of away) device.goOnline()
    for (const { answer } of late) assert.equal((await answer).reason, undefined, 'a late note is kept')
    const { host } = this.meeting
    await host.until((store) => late.every(({ id }) => store.find('note', id)?.late), 'the late notes')
    for (const { id } of late.slice(1)) await host.command('note.admit', { id })
    this.notAdmitted = late[0].id
  }

  async chooseWords() {
    const { host } = this.meeting
    const list = uuid()
    await host.command('words.put', { id: list, base: 0, title: 'Värdeord', rounds: [this.first, this.second], shown: true })
    const rows = await host.until((store) => store.find('words', list)?.words?.length >= 5 && store.find('words', list).words)
    const chosen = rows.slice(0, 5)
    const choices = chosen.map(({ word, label }) => ({ id: uuid(), text: label, word }))
    this.choices = choices
    this.ballot = await this.meeting.addRound({
      form: 'ballot',
      question: 'Vilka ord är viktigast?',
      ballot: { choices, budget: 5, cap: 0, result: 'hidden' },
    })
  }

  // One person lays votes and moves them, within the budget all the time.
  async vote(device) {
    const mine = new Map(this.choices.map(({ id }) => [id, { votes: 0, rev: 0 }]))
    for (let i = 0; i < 6; i++) {
      const choice = this.chance.pick([...mine.keys()])
      const cell = mine.get(choice)
      const left = 5 - [...mine.values()].reduce((sum, { votes }) => sum + votes, 0)
      const votes = this.chance.below(cell.votes + left + 1)
      const { reason } = await device.command('vote.put', { round: this.ballot, choice, rev: ++cell.rev, votes })
      assert.equal(reason, undefined)
      cell.votes = votes
    }
    for (const [choice, { votes }] of mine) this.votes.set(choice, (this.votes.get(choice) ?? 0) + votes)
  }

  async voting() {
    await Promise.all([this.killOnce(), ...this.devices.map((device) => this.vote(device))])
    await this.killOnce()
    await this.meeting.closeRound(this.ballot)
  }

  visible() {
    return [...this.expected].filter(([id]) => id !== this.notAdmitted)
  }

  async checkScreens() {
    for (const device of this.devices) device.calmDown()
    const digests = new Set()
    for (const device of this.devices) digests.add((await device.settle()).digest)
    assert.equal(digests.size, 1, 'all see the same')
    for (const { store } of this.devices) {
      assert.equal(store.all('note').length, this.visible().length, 'nothing lost, nothing twice')
      for (const [id, { text, round }] of this.visible()) {
        assert.equal(store.find('note', id)?.text, text)
        assert.equal(store.find('note', id).round, round)
      }
      const tally = store.find('tally', this.ballot)
      for (const { id } of this.choices)
        assert.equal(tally.choices?.find((choice) => choice.id === id)?.votes ?? 0, this.votes.get(id))
    }
    const told = await this.meeting.host.settle()
    assert.ok(told.seq > 0)
  }

  async checkRecord() {
    const record = await lines(this.meeting)
    assert.ok(!JSON.stringify(record).includes('svampkorgen'))
    const texts = notesOf(record).map((note) => note.text).sort()
    assert.deepEqual(texts, this.visible().map(([, { text }]) => text).sort())
    const counted = tallyOf(record)
    for (const { id, text } of this.choices) assert.equal(counted.get(text) ?? 0, this.votes.get(id), text)
  }

  async checkErased() {
    const bytes = Buffer.from('svampkorgen')
    for (let tries = 0; tries < 100 && this.server.holding(bytes).length > 0; tries++) await pause(100)
    assert.deepEqual(this.server.holding(bytes), [], 'the removed text is in no byte of the data folder')
  }

  async end() {
    for (const device of this.devices) await device.finish()
    await this.meeting.host.close()
  }
}

test('a day of 33 participants: nothing lost, nothing twice', async (t) => {
  const day = new Day(t)
  await day.open()
  await day.firstQuestion()
  await day.secondQuestion()
  await day.chooseWords()
  await day.voting()
  await day.checkScreens()
  await day.checkRecord()
  await day.checkErased()
  await day.end()
  const drops = day.devices.reduce((sum, { connections }) => sum + connections - 1, 0)
  const repeats = day.devices.reduce((sum, { answered }) => sum + answered.length, 0)
  console.log(`${repeats} commands of ${PEOPLE} people, ${drops} times connected again`)
})
