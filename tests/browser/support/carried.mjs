// What a process carries from meeting to meeting, crowded and with long words, looked at on all three pages: lists and what came
// since last time on the big screen, a scale, and the places on the phone and with the host that are for the time between.
import { uuid } from '../../integration/support/client.mjs'
import { longWord } from './story.mjs'

const DAY = 86_400_000
const statements = ['Vi vet vem som ringer', `Vi har en gemensam bild av vad ${longWord} betyder för den som bor ensam`].map((text) => ({ id: uuid(), text }))
const lists = {
  question: Array.from({ length: 12 }, (_, i) => ({ text: `Fråga ${i + 1} om ${longWord}`, ...(i % 3 ? {} : { owner: 'Enhetschefen' }) })),
  step: [{ text: 'Bjud in kommunen', owner: 'Kim', until: Date.now() + 30 * DAY }, { text: 'Skriv till nämnden', state: 'closed', word: 'Svar i juni' }],
  known: [{ text: 'Hembesök minskar oro', basis: 'research', reference: 'Kunskapsöversikt 2019, kapitel 3' }],
  message: [{ text: 'Räkna inte sängar på fredagar', state: 'sent', recipient: 'Regionledningen' }],
  trial: [{ text: 'En telefon', state: 'closed', recipient: 'Norra området', outcome: 'Fjorton samtal', learnt: 'De vill veta vem', word: 'Vi fortsätter' }],
}

export class Carried {
  constructor(story) {
    this.story = story
  }

  get host() {
    return this.story.meeting.host
  }

  put(method, params) {
    return this.host.command(method, { id: uuid(), base: 0, ...params })
  }

  // The next meeting, homework until then, the roster, material, and all lists.
  async open() {
    const { meeting } = this.story
    await this.host.command('session.run', { id: meeting.session, state: 'live' })
    await this.put('session.put', { title: `Andra tillfället i ${longWord}`, starts: Date.now() + 21 * DAY, minutes: 120, place: 'Rum Björken', link: 'https://example.org/samtal' })
    await meeting.addNotes({ question: `Vad har du sett av ${longWord} sedan sist?`, homework: true, deadline: Date.now() + 20 * DAY })
    const seat = uuid()
    await this.put('seat.put', { id: seat, title: `Hemsjukvården i ${longWord}` })
    await this.put('holding.put', { seat, name: 'Bo Exempel', deputy: true })
    await this.put('material.put', { title: `Färdplan för ${longWord}`, url: 'https://example.org/fardplan', about: 'Två sidor' })
    for (const [form, entries] of Object.entries(lists))
      for (const [i, entry] of entries.entries()) await this.put('entry.put', { form, state: 'open', position: i, ...entry })
    await this.story.people[0].command('step.put', { id: uuid(), rev: 1, text: `Ring ${longWord}`, shared: true })
  }

  async *stages() {
    const { story } = this
    await story.stage('entries', { entries: 'question' })
    yield 'a list'
    await story.stage('since')
    yield 'since last time'
    const [{ id }] = this.host.store.notes(story.round).filter(({ hidden, late, text }) => text && !hidden && !late)
    await story.stage('note', { note: id })
    yield 'a note'
    const [picture] = this.host.store.all('picture').filter(({ caption }) => caption)
    await story.stage('picture', { picture: picture.id })
    yield 'a picture'
    await story.stage('pictures')
    yield 'pictures'
    await story.stage('blank')
    yield 'blank'
  }

  async *scale() {
    const { story } = this
    const { meeting } = story
    const scale = { statements, steps: 5, low: 'Stämmer inte alls', high: `Stämmer i hela ${longWord}`, result: 'hidden' }
    const round = await meeting.addRound({ form: 'scale', question: 'Hur väl stämmer det i dag?', scale })
    await story.stage('round', { round })
    yield 'scale'
    for (const [i, person] of story.people.entries()) {
      await person.command('answer.put', { round, statement: statements[0].id, rev: 1, value: 1 + (i % 5) })
      if (i < 3) await person.command('answer.put', { round, statement: statements[1].id, rev: 1, value: 4 })
    }
    await meeting.closeRound(round)
    yield 'scale result'
  }

  end() {
    return this.host.command('session.run', { id: this.story.meeting.session, state: 'ended' })
  }

  // Places with the host: [path, state].
  get hostPlaces() {
    const process = `/host#/process/${this.story.meeting.process}`
    const parts = ['carry/question', 'carry/trial', 'materials', 'seats', 'challenge'].map((part) => [`${process}/${part}`, part])
    return [...parts, [`${this.story.planPath}/paper`, 'paper']]
  }
}

// What is a tap away on a phone, beside what throughMeeting looks at.
export const phonePlaces = [['#/mellan', 'between'], ['#/telefonen', 'shared phone']]

export async function makeReturnLink({ page }) {
  await page.evaluate(() => (location.hash = '#/jag'))
  await page.getByRole('button', { name: /^(Gör en länk till mig|Make a link for me)$/ }).click()
  await page.locator('.way-qr').waitFor()
}
