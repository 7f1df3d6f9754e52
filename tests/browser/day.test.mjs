// The inspiration day, as it is meant to go: three real pages and thirty phones, a network that goes away, a server that is
// killed. At the end the big screen, the host, the phones and the documentation say the same.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Client } from '../integration/support/client.mjs'
import { Crowd } from './support/crowd.mjs'
import { Display } from './support/display.mjs'
import { House } from './support/house.mjs'
import { Host } from './support/host.mjs'
import { Phone } from './support/phone.mjs'
import { laptop, phone } from './support/screen.mjs'
import { settleWith } from './support/store.mjs'
import { notesOf, tallyOf } from '../integration/support/record.mjs'
import { parseLines } from '../integration/support/transcript.mjs'

const PEOPLE = 30
const TITLE = 'Inspirationsdag 12 februari'
const firstQuestion = 'Vad vill ni uppnå tillsammans?'
const values = ['Samverkan i hela länet', 'Trygghet för den som väntar', 'Närhet', 'Tillit mellan små och stora kommuner', 'Enkelhet: ett samtal, en kontakt', 'Samverkan', 'Jämlikhet', 'Trygga möten', 'Mod']
const removedText = 'Det här ville jag inte säga'
const offlineTexts = ['Ringa varandra innan vi skriver', 'Boka ett möte med elevhälsan', 'Läsa varandras planer']

const sorted = (texts) => [...texts].sort()
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

class Day {
  async open(t) {
    this.house = await House.open(t)
    const { house } = this
    this.host = new Host(await house.screen('värd', laptop, { still: false }))
    await this.host.accept(await house.server.invite())
    await this.host.newFromTemplate(TITLE)
    await this.host.lead()
    this.display = new Display(await this.host.openDisplay())
    await this.display.title(TITLE)
    await this.display.page.getByText('och skriv koden').waitFor()
    await this.display.screen.shot('day-01-display-join')
  }

  // A second facilitator without a page: sees what a host sees, and where people get in.
  async watch() {
    this.cookie = await this.host.cookie()
    this.process = this.host.process
    this.session = this.host.session
    await this.attend()
    this.link = { secret: await this.watcher.until((store) => store.nowIn(this.session)?.secret, 'the way in') }
  }

  async attend() {
    this.watcher = this.house.keep(await Client.open(this.house.server, { cookie: this.cookie }))
    await this.watcher.attend({ as: 'host', process: this.process })
    await this.watcher.until((store) => store.find('process', this.process), 'the process')
  }

  openRound() {
    return this.watcher.until((store) => store.all('round').find(({ state }) => state === 'open'), 'an open round')
  }

  async gather() {
    this.phone = new Phone(await this.house.screen('telefon', phone, { canGoOffline: true, still: false }))
    await this.phone.joinByLink(this.link.secret)
    assert.doesNotMatch(this.phone.page.url(), new RegExp(this.link.secret), 'the secret leaves the address bar')
    await this.phone.screen.shot('day-02-phone-welcome')
    await this.phone.introduce({ role: 'Chef', level: 'Kommun', table: 'Bord 2', consent: true })
    this.crowd = this.house.keep(new Crowd(this.house.server, this.link, PEOPLE))
    await this.host.page.getByText(new RegExp(`^${PEOPLE + 1} (med|har gått med)`)).first().waitFor()
    await this.host.begin()
    await this.phone.question('Incheckning')
    await this.host.next('Föreläsning: goda exempel')
    await this.phone.question('Föreläsning: goda exempel')
    await this.display.title('Föreläsning: goda exempel')
  }

  async firstRound() {
    const { host, phone, display } = this
    await host.next('Vad vill ni uppnå?')
    await host.openRound()
    await phone.question(firstQuestion)
    await phone.page.getByText('Alla ser svaren när de visas. Ingen ser vem som skrev.').waitFor()
    await phone.write('Närhet till den som behöver oss')
    await phone.write(removedText)
    await phone.write('Individen i centrum på riktigt')
    await phone.writeAsGroup('Samma ingång oavsett var i länet man bor')
    for (const text of ['Närhet till den som behöver oss', 'Samma ingång oavsett var i länet man bor']) await phone.hasState(text, 'Framme')
    await phone.button(`Ta bort lappen: ${removedText}`).click()
    this.first = (await this.openRound()).id
    await this.crowd.write(this.first, (i) => `${values[i % values.length]}${i < values.length ? '' : ` ${i}`}`)
    await display.title(firstQuestion)
    await display.page.getByText(`${PEOPLE + 1} av ${PEOPLE + 1} har svarat`).waitFor()
    assert.deepEqual(await display.notes(), [], 'nothing is seen before it is shown')
    await phone.screen.shot('day-03-phone-notes', { fullPage: true })

    await host.hide('Individen i centrum på riktigt', 'Den handlar om en enskild person')
    await phone.hasState('Individen i centrum på riktigt', 'Dold för de andra: Den handlar om en enskild person')
    await host.reveal()
    await host.closeRound()
    await phone.page.getByText('Stängt för svar').waitFor()
    await this.notesAgree(this.first, PEOPLE + 2)
    for (const [screen, name] of [[host, 'host'], [display, 'display'], [phone, 'phone']]) await screen.screen.shot(`day-04-${name}-revealed`)
  }

  // In the middle of the round a phone loses its network, writes, is loaded again, and comes back when all is over.
  async secondRound() {
    const { host, phone, display } = this
    await host.next('Paus')
    await display.title('Paus')
    await host.next('Ert nästa steg')
    await host.openRound()
    const { id, question } = await this.openRound()
    Object.assign(this, { second: id, secondQuestion: question })
    await phone.question(question)
    await phone.write('Ett gemensamt mål för i höst')
    await phone.hasState('Ett gemensamt mål för i höst', 'Framme')
    await this.crowd.write(id, (i) => `Nästa steg ${i + 1}: ${values[i % values.length].toLowerCase()}`)

    await phone.screen.goOffline()
    await phone.page.getByRole('banner').getByText('Utan nät').waitFor()
    for (const text of offlineTexts) {
      await phone.write(text)
      await phone.hasState(text, 'Sparad i telefonen – skickas när du har nät')
    }
    await phone.page.reload()
    await phone.question(question)
    for (const text of offlineTexts) await phone.hasState(text, 'Sparad i telefonen – skickas när du har nät')
    await phone.screen.shot('day-05-phone-offline', { fullPage: true })

    await host.reveal()
    await host.closeRound()
    await phone.screen.goOnline()
    for (const text of offlineTexts) await phone.hasState(text, 'Kom efter stängning')
    phone.screen.isBack()
    await host.tab('Sena (3)')
    for (const text of offlineTexts.slice(0, 2)) {
      await host.button(`Släpp in lappen: ${text}`).click()
      await phone.hasState(text, 'är med ändå')
    }
    await host.screen.shot('day-06-host-late')
    await host.tab('Lista')
    await this.notesAgree(id, PEOPLE + 3)
  }

  async words() {
    const { host, phone, display } = this
    await host.next('Ord som återkom')
    await host.page.getByRole('table').first().waitFor()
    const merge = host.page.getByRole('button', { name: /slå ihop\?$/ }).first()
    await merge.waitFor()
    await merge.click()
    await host.page.getByRole('button', { name: /^Ångra: ”.*” räknas ihop med/ }).waitFor()
    await host.button('Visa orden för alla').click()
    await host.button('Visa på storbilden').click()
    const list = await this.watcher.until((store) => store.all('words').find(({ shown, words }) => shown && words?.length > 4), 'the list')
    await display.title(list.title)
    await phone.page.getByRole('heading', { name: list.title }).waitFor()
    await this.watcher.settle()
    await this.house.server.settled()
    const { words } = this.watcher.store.find('words', list.id)
    const counted = words.filter(({ mark }) => !mark).slice(0, 8).map(({ label, persons }) => `${label} ${persons}`)
    await this.until(async () => (await display.bars()).map((cells) => cells.join(' ')).join() === counted.join(), `the words ${counted}`)
    for (const [screen, name] of [[host, 'host'], [display, 'display'], [phone, 'phone']]) await screen.screen.shot(`day-07-${name}-words`)
    await host.makeBallot()
  }

  // The server is killed while people vote, and comes again.
  async vote() {
    const { host, phone, display } = this
    await host.goToBallot('Vilka ord ska bära vårt arbete?')
    const round = await this.openRound()
    this.ballot = round
    await display.title(round.question)
    await phone.question(round.question)
    const [favourite, other] = round.ballot.choices
    for (let i = 0; i < 2; i++) await phone.button(`Ge en röst till ${favourite.text}`).click()
    await phone.page.getByText('Framme.').first().waitFor()
    await phone.screen.shot('day-08-phone-vote')

    const ends = [host, phone, display].map(({ screen }) => screen.watch.expectOutage())
    const voting = this.crowd.vote(round.id, round.ballot)
    await pause(300)
    await this.house.server.kill()
    await phone.page.getByRole('banner').getByText('Utan nät').waitFor()
    await phone.button(`Ge en röst till ${other.text}`).click()
    await phone.page.getByText('Sparat i telefonen').waitFor()
    await this.house.server.start()
    this.sums = await voting
    await this.attend()
    await phone.page.getByText('Framme.').first().waitFor()
    for (const end of ends) end()
    this.sums.set(favourite.id, this.sums.get(favourite.id) + 2)
    this.sums.set(other.id, this.sums.get(other.id) + 1)
    await host.closeBallot()
  }

  async result() {
    const { host, phone, display } = this
    const expected = sorted(this.ballot.ballot.choices.map(({ id, text }) => `${text} ${this.sums.get(id)}`))
    const told = (cells) => sorted(cells.map((row) => `${row.at(-2)} ${row.at(-1)}`))
    await this.until(async () => told(await display.bars()).join() === expected.join(), `the result ${expected}`)
    await phone.page.getByText(`${PEOPLE + 1} personer röstade`).waitFor()
    await host.page.getByText(`från ${PEOPLE + 1} personer`).first().waitFor()
    for (const { id, text } of this.ballot.ballot.choices) {
      const sum = this.sums.get(id)
      const row = host.page.getByRole('row').filter({ has: host.page.getByRole('rowheader', { name: text, exact: true }) }).first()
      assert.ok((await row.getByRole('cell').allTextContents()).includes(String(sum)), `${text} on the host page: ${sum}`)
      const mine = phone.page.getByRole('main').getByRole('listitem').filter({ has: phone.page.getByText(text, { exact: true }) }).first()
      assert.match(await mine.innerText(), new RegExp(`(^|\\D)${sum} röst`), `${text} on the phone`)
    }
    for (const [screen, name] of [[host, 'host'], [display, 'display'], [phone, 'phone']]) await screen.screen.shot(`day-09-${name}-result`)
  }

  async end() {
    const { host, phone, display } = this
    await host.toTheEnd()
    await phone.page.getByText('Tack för i dag').first().waitFor()
    await display.page.getByText('Tack för i dag').first().waitFor()
    for (const [screen, name] of [[host, 'host'], [display, 'display'], [phone, 'phone']]) await screen.screen.shot(`day-10-${name}-end`)
  }

  async documentation() {
    const written = await this.host.download('JSON Lines')
    const record = parseLines(written)
    for (const text of [removedText, 'Individen i centrum på riktigt', offlineTexts[2]]) assert.ok(!written.includes(text), `${text} is in no record`)
    const seen = [...this.texts.values()].flat()
    assert.deepEqual(sorted(notesOf(record).map(({ text }) => text)), sorted(seen))
    const tally = tallyOf(record)
    for (const { id, text } of this.ballot.ballot.choices) assert.equal(tally.get(text) ?? 0, this.sums.get(id), text)
  }

  // What each of the three pages and the server hold is the same, to the letter.
  async storesAgree() {
    await settleWith(this.host.screen, this.process, this.watcher)
    const display = await this.watcher.command('display.add', { session: this.session })
    const beside = this.house.keep(await Client.open(this.house.server))
    await beside.attend({ as: 'display', token: display.token })
    await settleWith(this.display.screen, this.process, beside)
    await settleWith(this.phone.screen, this.process, this.crowd.devices[0].client)
  }

  // A round's notes on every screen, which are then expected in the documentation.
  async notesAgree(round, count) {
    const { host, phone, display } = this
    const open = () => this.watcher.store.notes(round).filter(({ hidden, late, admitted }) => !hidden && (!late || admitted)).map(({ text }) => text)
    await this.watcher.until(() => open().length === count, `${count} notes`)
    const expected = sorted(open())
    this.texts = (this.texts ?? new Map()).set(round, expected)
    await this.until(async () => sorted(await phone.answers()).join() === expected.join(), 'the notes on the phone')
    await this.until(async () => sorted(await display.notes()).join() === expected.join(), 'the notes on the big screen')
    const marked = (await host.notes()).filter(({ mark }) => !mark).map(({ text }) => text)
    const late = this.watcher.store.notes(round).filter(({ admitted }) => admitted).map(({ text }) => text)
    assert.deepEqual(sorted([...marked, ...late]), expected, 'the notes on the host page')
  }

  async until(holds, what) {
    for (let tries = 0; tries < 150; tries++) {
      if (await holds()) return
      await pause(100)
    }
    assert.fail(`waited in vain for: ${what}`)
  }
}

test('an inspiration day of thirty-one: every screen and the documentation say the same', async (t) => {
  const day = new Day()
  for (const step of ['open', 'watch', 'gather', 'firstRound', 'secondRound', 'words', 'vote', 'result', 'storesAgree', 'end', 'documentation']) {
    const began = Date.now()
    await day[step](t)
    day.house.check()
    console.log(`${step}: ${Date.now() - began} ms`)
  }
  await day.host.refusesNothing()
})
