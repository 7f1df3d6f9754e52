// Group work with long names and many groups, looked at on all three pages: at work, called back, and its walls in plenum.
import { uuid } from '../../integration/support/client.mjs'
import { putNote } from '../../integration/support/meeting.mjs'
import { longWord } from './story.mjs'

export class Grouped {
  constructor(story) {
    this.story = story
  }

  get hostPath() {
    return `${this.story.hostPath}/groups`
  }

  async *states() {
    const { story } = this
    const { meeting, people } = story
    const { host, session } = meeting
    const grouping = (this.grouping = uuid())
    const groups = ['Grupp 1', `Rummet för ${longWord}`, 'Grupp 3', 'Grupp 4', 'Grupp 5', 'Grupp 6'].map((name, i) => ({ id: uuid(), name, ...(i % 2 ? { link: `https://example.org/rum/${i}` } : {}) }))
    const made = await host.command('grouping.put', { id: grouping, base: 0, session, title: `Samtal om ${longWord}`, groups })
    await host.command('grouping.deal', { id: grouping, base: made.seq, method: 'balanced' })
    const round = await meeting.addNotes({ question: `Vad gör vi tillsammans i ${longWord}?`, visibility: 'group', grouping, deadline: Date.now() + 600_000 })
    await story.stage('round', { round })
    for (const [i, person] of people.entries()) await putNote(person, round, i % 4 ? `Gruppens lapp ${i} om ${longWord}` : 'En tanke till '.repeat(20))
    await host.until((store) => store.all('placing').length >= people.length, 'all are dealt')
    const out = host.store.all('placing').find(({ participant }) => participant === people[0].participant)
    await host.command('group.place', { grouping, participant: out.participant, base: out.seq })
    yield 'groups at work'
    await host.command('session.say', { id: session, text: '', back: true, until: Date.now() + 120_000 })
    yield 'called back'
    await host.command('session.say', { id: session, text: '' })
    await host.command('round.reveal', { id: round })
    await story.stage('walls', { round })
    yield 'walls'
    await meeting.closeRound(round)
  }

  // Whoever holds that phone, in the middle of a note.
  async moveWhoWrites({ page }) {
    const { meeting, people } = this.story
    const { store } = meeting.host
    await page.locator('main textarea').fill('Ett halvt utkast')
    const { participant, group, seq } = store.all('placing').find((one) => one.grouping === this.grouping && people.every(({ participant }) => participant !== one.participant))
    const { id: to } = store.find('grouping', this.grouping).groups.findLast(({ id }) => id !== group)
    await meeting.host.command('group.place', { grouping: this.grouping, participant, group: to, base: seq })
    await page.locator('.group-moved').waitFor()
  }
}
