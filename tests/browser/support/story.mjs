// A meeting from its plan to its end, moment by moment, filled with what is hard to show: long words, long notes, many of
// them. It is led over the protocol; the pages that look at it follow by themselves.
import { uuid } from '../../integration/support/client.mjs'
import { Meeting, putNote, putVote } from '../../integration/support/meeting.mjs'
import { laptop, phone, projector } from './screen.mjs'

export const longWord = 'kunskapsstyrningsorganisationen'
const longNote = `Vi behöver ${longWord} och ${'en samordnad individuell planering i hela länet '.repeat(20)}`.slice(0, 1000)
const texts = ['Närhet', 'Samverkan i hela länet', 'Att samverka', `Mod i ${longWord}`, 'Trygghet', 'Tillit mellan små och stora kommuner', longNote]
const about = {
  title: 'Inspirationsdag om hälso- och sjukvårdsförvaltningarnas framtid',
  asks_name: true,
  asks_organisation: true,
  asks_consent: true,
  roles: ['Chef', 'Förtroendevald', 'Profession'],
  levels: ['Kommun', 'Region'],
}
const named = (names, more = {}) => names.map((name) => ({ id: uuid(), name, ...more }))

export class Story {
  constructor(house) {
    this.house = house
    this.position = 0
  }

  static async open(house) {
    const story = new Story(house)
    story.meeting = house.keep(
      await Meeting.open(house.server, {
        about: { ...about, roles: named(about.roles), levels: named(about.levels), organisations: named(['Falu kommun', 'Region Dalarna'], { type: 'region' }) },
        session: { title: 'Första tillfället', live: false, tables: named(['Bord 1', `Bordet för ${longWord}`]) },
      }),
    )
    const { host } = story.meeting
    story.items = []
    for (const [form, title, minutes] of [['checkin', 'Incheckning', 15], ['lecture', 'Föreläsning: goda exempel från hela landet', 45], ['round', 'Vad vill ni uppnå?', 40], ['break', 'Paus', 15], ['talk', 'Ord som återkom', 20], ['round', 'Omröstning: värdeord', 10], ['checkout', 'Utcheckning', 10]]) {
      const id = uuid()
      await host.command('item.put', { id, base: 0, session: story.meeting.session, form, title, minutes, position: (story.position += 10) })
      story.items.push(id)
    }
    story.round = await story.meeting.addNotes({ open: false, item: story.items[2], visibility: 'own', question: `Vad vill ni uppnå tillsammans i ${longWord}?`, helper: 'En tanke på varje lapp.' })
    story.ballot = await story.meeting.addBallot(['Närhet', 'Samverkan', 'Trygghet', longWord, 'Individen i centrum', 'Enkelhet'], { open: false, item: story.items[5], result: 'hidden', question: 'Vilka ord ska bära vårt arbete?' })
    return story
  }

  get hostPath() {
    return `/host#/process/${this.meeting.process}/session/${this.meeting.session}/run`
  }

  get planPath() {
    return `/host#/process/${this.meeting.process}/session/${this.meeting.session}`
  }

  // A host page, a display and a phone that has joined, in one language: { host, display, phone }.
  async screens(options) {
    const { house, meeting } = this
    const language = options?.language ?? 'sv'
    const host = await house.screen(`host ${language}`, laptop, options)
    await this.logIn(host)
    await host.goto(this.hostPath)
    const display = await house.screen(`display ${language}`, projector, options)
    const { token } = await meeting.host.command('display.add', { session: meeting.session })
    await display.goto(`/display#token=${token}`)
    const own = await house.screen(`phone ${language}`, phone, options)
    await own.goto(`/j/#${meeting.link.secret}`)
    return { host, display, phone: own }
  }

  async logIn(screen) {
    await screen.logIn(this.meeting.cookie)
  }

  stage(screen, more = {}) {
    return this.meeting.host.command('session.stage', { id: this.meeting.session, screen, ...more })
  }

  async *moments() {
    const { meeting, items } = this
    const { host } = meeting
    yield 'planned'
    await host.command('session.run', { id: meeting.session, state: 'live' })
    await this.stage('item', { item: items[0] })
    yield 'check-in'
    await this.stage('item', { item: items[1] })
    yield 'lecture'
    await this.stage('round', { item: items[2], round: this.round })
    await host.command('round.open', { id: this.round, deadline: Date.now() + 600_000 })
    yield 'open'
    await this.write()
    yield 'notes'
    await host.command('round.reveal', { id: this.round })
    yield 'revealed'
    await meeting.closeRound(this.round)
    await putNote(this.people[0], this.round, 'En sen lapp')
    yield 'closed'
    await this.stage('item', { item: items[3] })
    yield 'break'
    await this.words()
    yield 'words'
    await this.stage('round', { item: items[5], round: this.ballot.id })
    await host.command('round.open', { id: this.ballot.id })
    yield 'ballot'
    for (const [i, person] of this.people.entries()) await putVote(person, this.ballot.id, this.ballot.choices[i % 5].id, 1 + (i % 3))
    await meeting.closeRound(this.ballot.id)
    yield 'result'
    await this.stage('join', { item: items[6] })
    yield 'join'
    await host.command('session.run', { id: meeting.session, state: 'ended' })
    yield 'ended'
  }

  async write() {
    const { meeting } = this
    this.people = await meeting.people(14)
    for (let i = 0; i < 28; i++) await putNote(this.people[i % 14], this.round, `${texts[i % texts.length]}${i < texts.length ? '' : ` ${i}`}`.slice(0, 1000))
    const [hidden] = meeting.host.store.notes(this.round)
    await meeting.host.command('note.hide', { id: hidden.id, reason: 'Den handlar om en enskild person' })
  }

  async words() {
    const { host } = this.meeting
    this.list = uuid()
    await host.command('words.put', { id: this.list, base: 0, title: 'Ord som återkom', rounds: [this.round], shown: true })
    await host.until((store) => store.find('words', this.list)?.words?.length > 3, 'the words')
    await this.stage('words', { item: this.items[4], list: this.list })
  }
}
