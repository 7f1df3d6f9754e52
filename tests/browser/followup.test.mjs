// A follow-up day on its screens: a phone, the page of whoever leads, the big screen and a group's own screen. People write in their
// groups, the server is killed, all come back to plenum, and a drawing comes; what was written is sorted by those who lead and by
// thumb; of three themes one is to be chosen, and it takes a second pass. At the end all screens hold what the server says they see.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Client, uuid } from '../integration/support/client.mjs'
import { Meeting, putNote, putVote } from '../integration/support/meeting.mjs'
import { pngOf } from '../integration/support/pictures.mjs'
import { putBoard, Sorter, themesOf } from './support/boards.mjs'
import { Display } from './support/display.mjs'
import { Host } from './support/host.mjs'
import { House } from './support/house.mjs'
import { Phone } from './support/phone.mjs'
import { laptop, phone, projector } from './support/screen.mjs'
import { settleWith } from './support/store.mjs'

const question = 'Vad flyttar vi närmare hemmet?'
const titles = ['Hemmet först', 'Samordning', 'Teknik']

class Day {
  static async open(t) {
    const day = new Day()
    day.house = await House.open(t)
    day.meeting = day.house.keep(await Meeting.open(day.house.server))
    day.crowd = await day.meeting.people(5)
    await day.plan()
    const open = async (name, kind) => day.house.screen(name, kind)
    day.host = new Host(await day.house.hostScreen(day.meeting, 'värd', laptop))
    day.phone = new Phone(await open('telefon', phone))
    day.display = new Display(await open('storbild', projector))
    day.group = new Display(await open('gruppens skärm', projector))
    return day
  }

  get path() {
    return `/host#/process/${this.meeting.process}/session/${this.meeting.session}`
  }

  async plan() {
    const { meeting } = this
    const { session } = meeting
    this.item = uuid()
    await meeting.host.command('item.put', { id: this.item, base: 0, session, form: 'round', title: 'Delmål 2', minutes: 30, position: 10 })
    this.grouping = { id: uuid(), session, title: 'Delmålsgrupper', groups: ['Björk', 'Ek'].map((name) => ({ id: uuid(), name })) }
    await meeting.host.command('grouping.put', { base: 0, ...this.grouping })
    const round = { question, item: this.item, visibility: 'group', grouping: this.grouping.id, notes: { supports: true }, open: false }
    this.round = await meeting.addNotes(round)
  }

  async showScreen(display, group) {
    const { token } = await this.meeting.host.command('display.add', { session: this.meeting.session, ...(group ? { group } : {}) })
    await display.screen.goto(`/display#token=${token}`)
    return token
  }

  // All come, and are dealt: three in each group.
  async gather() {
    const { meeting, phone: own, grouping } = this
    await own.joinByLink(meeting.link.secret)
    await own.introduce({ name: 'Robin' })
    const { host } = meeting
    const { id: robin } = await host.until((store) => store.all('participant').find(({ name }) => name === 'Robin'), 'all are there')
    await host.command('grouping.deal', { id: grouping.id, base: host.store.find('grouping', grouping.id).seq, method: 'balanced' })
    await host.until((store) => store.all('placing').length === 6, 'all are dealt')
    this.placeOf = (participant) => host.store.all('placing').find((placing) => placing.participant === participant).group
    this.home = this.placeOf(robin)
    this.tokens = [await this.showScreen(this.display), await this.showScreen(this.group, { grouping: grouping.id, group: this.home })]
    await this.host.screen.goto(`${this.path}/run/groups`)
  }

  // In the groups, while the server goes down and comes back; what is written meanwhile waits in the phone.
  async writeInGroups() {
    const { house, meeting, phone: own, group, display, round } = this
    await meeting.host.command('session.stage', { id: meeting.session, screen: 'round', item: this.item, round })
    await meeting.host.command('round.open', { id: round })
    await own.question(question)
    await own.write('Hembesök före hemgång')
    const inGroup = (home) => this.crowd.filter(({ participant }) => (this.placeOf(participant) === this.home) === home)
    this.texts = ['Provtagning hemma', 'En gemensam plan', 'Video med läkaren']
    for (const [i, person] of [inGroup(true)[0], inGroup(true)[1], inGroup(false)[0]].entries()) await putNote(person, round, this.texts[i])
    await group.page.getByText('Provtagning hemma').waitFor()

    const ends = [this.host, own, display, group].map(({ screen }) => screen.watch.expectOutage())
    await house.server.kill()
    await own.page.getByRole('banner').getByText('Utan nät').waitFor()
    await own.page.getByLabel('Din lapp').fill('En telefon hem')
    await own.button('Sätt upp lappen').click()
    await house.server.start()
    await meeting.attendAgain()
    await own.hasState('En telefon hem', 'Framme')
    await group.page.getByText('En telefon hem').waitFor()
    for (const end of ends) end()
    assert.equal(await group.page.getByText('Video med läkaren').count(), 0, "another group's wall")
    assert.equal(await display.page.getByText('Provtagning hemma').count(), 0, 'nor is it with all')
  }

  async plenum() {
    const { meeting, host, display, phone: own } = this
    await host.page.getByRole('button', { name: 'Om 2 min' }).click()
    await own.page.getByText(/^Alla samlas igen om 2 min/).waitFor()
    await host.reveal()
    await host.rest()
    await host.button('Väggarna på storbilden').click()
    for (const text of [...this.texts, 'Hembesök före hemgång', 'En telefon hem']) await display.page.getByText(text, { exact: true }).waitFor()
    await display.screen.shot('followup-walls')
    await meeting.closeRound(this.round)
  }

  // A drawing, as the graphic facilitator brings it.
  async draw() {
    const { host, meeting, display } = this
    await host.screen.goto(`${this.path}/pictures`)
    await host.page.getByLabel('Välj bilder').setInputFiles([{ name: 'bro.png', mimeType: 'image/png', buffer: pngOf(400, 300) }])
    await meeting.host.until((store) => store.all('picture').length === 1, 'the drawing')
    await host.page.getByLabel('Bildtext till bild 1').fill('Bron hem')
    await host.page.keyboard.press('Enter')
    await host.page.getByRole('button', { name: 'Visa den senaste på storbilden' }).click()
    await display.page.getByRole('img', { name: 'Bron hem' }).waitFor()
  }

  // By whoever leads, with the keyboard, and by thumb.
  async sort() {
    const { host, meeting, phone: own, display } = this
    this.board = await putBoard(meeting, [this.round], titles, { hands: 'all' })
    await host.screen.goto(`${this.path}/run/themes`)
    await host.page.getByRole('checkbox').first().focus()
    const sorter = new Sorter(host.page)
    const [note] = await sorter.mark(1)
    await sorter.moveTo('Hemmet')
    await meeting.host.until((store) => themesOf(store, note).join() === 'Hemmet först', 'it is sorted')
    await meeting.host.command('session.stage', { id: meeting.session, screen: 'themes', board: this.board.id })
    await display.title('Det vi vill')
    await own.goTo('Nu')
    await own.page.getByText('4 lappar kvar att sortera').waitFor()
    await own.page.getByRole('button', { name: /Samordning/ }).click()
    await meeting.host.until((store) => store.all('sorting').length === 2, 'another one')
    await own.screen.shot('followup-sorting-phone')
    await display.page.getByText('3 inte sorterade').waitFor()
  }

  // Two of three stand on the line, so it is about these once more.
  async prioritise() {
    const { meeting, display } = this
    const choices = this.board.themes.map(({ id: theme, title: text }, i) => ({ id: uuid(), text, theme, key: `tema-${i}` }))
    const first = await this.pass(choices, {}, [0, 0, 1, 1, 2])
    await display.page.getByText('Lika på gränsen: Hemmet först, Samordning').waitFor()
    await display.screen.shot('followup-tie')
    const again = choices.slice(0, 2).map((choice) => ({ ...choice, id: uuid() }))
    await this.pass(again, { pass_of: first }, [0, 0, 0, 1, 1])
    await display.page.getByText('Den främsta går vidare').waitFor()
  }

  async pass(choices, more, votes) {
    const { meeting } = this
    const settings = { choices, budget: 1, cap: 1, cut: 1, result: 'hidden', ...more }
    const id = await meeting.addRound({ form: 'ballot', question: 'Vad börjar vi med?', ballot: settings, item: this.item })
    await meeting.host.command('session.stage', { id: meeting.session, screen: 'round', item: this.item, round: id })
    const again = await Promise.all(this.crowd.map(({ token, authorSecret }) => meeting.person({ token, author_secret: authorSecret })))
    for (const [i, place] of votes.entries()) await putVote(again[i], id, choices[place].id, 1)
    await meeting.closeRound(id)
    return id
  }

  async checkScreens() {
    const { house, meeting, host } = this
    await house.server.settled()
    await settleWith(host.screen, meeting.process, meeting.host)
    for (const [i, { screen }] of [this.display, this.group].entries()) {
      const beside = house.keep(await Client.open(house.server))
      await beside.attend({ as: 'display', token: this.tokens[i] })
      await settleWith(screen, meeting.process, beside)
    }
  }
}

test('a follow-up day on phone, host page, big screen and a group\'s own screen', async (t) => {
  const day = await Day.open(t)
  await day.gather()
  await day.writeInGroups()
  await day.plenum()
  await day.draw()
  await day.sort()
  await day.prioritise()
  await day.checkScreens()
  await day.host.refusesNothing()
})
