// A board with long names and many themes, looked at on all three pages: led by hosts alone and one theme of it on the big screen,
// and sorted by all.
import { uuid } from '../../integration/support/client.mjs'
import { longWord } from './story.mjs'

const titles = ['Närhet', `Mod i ${longWord} och tillit till andra som arbetar i den`.slice(0, 80), 'Samverkan', 'Trygghet', 'Tid', `${longWord}${longWord}`, 'Språk', 'En väg in', 'Kunskap', 'Förtroende', 'Uppföljning']

export class Themed {
  constructor(story) {
    this.story = story
  }

  get hostPath() {
    return `${this.story.hostPath}/themes`
  }

  async *states() {
    const { story } = this
    const { host } = story.meeting
    const notes = host.store.notes(story.round).filter(({ hidden, late, removed }) => !hidden && !late && !removed)
    const board = { id: uuid(), title: `Teman om ${longWord}`, rounds: [story.round] }
    const themes = titles.map((title, i) => ({ id: uuid(), title, position: 10 * (i + 1), definition: i % 2 ? '' : `Det som handlar om ${title} i vardagen` }))
    const { seq } = await host.command('board.put', { ...board, base: 0, hands: 'hosts', shown: true })
    for (const theme of themes) await host.command('theme.put', { ...theme, base: 0, board: board.id })
    const beside = { item: story.items[2], round: story.round } // (whose tabs the host's page has)
    const sorted = notes.filter((_, i) => i % 3)
    for (const [i, { id }] of sorted.entries()) await host.command('note.sort', { board: board.id, note: id, to: themes[i % 5].id })
    await host.command('note.sort', { board: board.id, note: sorted[0].id, to: themes[1].id })
    await story.stage('themes', { ...beside, board: board.id })
    yield 'themes'
    await story.stage('themes', { ...beside, board: board.id, theme: themes[1].id })
    yield 'a theme'
    await host.command('board.put', { ...board, base: seq, hands: 'all', shown: true })
    await story.stage('themes', { ...beside, board: board.id })
    yield 'themes that all sort'
    await host.command('board.put', { ...board, base: host.store.find('board', board.id).seq, hands: 'hosts', removed: true })
  }
}
