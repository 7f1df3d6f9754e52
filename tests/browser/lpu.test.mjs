// The scripted LPU on real pages: after a first meeting over the protocol, one phone, the facilitator's laptop, the big screen and
// the phone as remote are there in the second and the third, beside people who have no page in the test. In the third the server is
// killed.
import assert from 'node:assert/strict'
import test from 'node:test'
import { secret } from '../integration/support/client.mjs'
import { Lpu } from '../integration/support/lpu.mjs'
import { ballot, meetings } from '../integration/support/lpu_script.mjs'
import { firstAdministrator } from '../integration/support/meeting.mjs'
import { lines } from '../integration/support/transcript.mjs'
import { Display } from './support/display.mjs'
import { Host } from './support/host.mjs'
import { House } from './support/house.mjs'
import { Phone } from './support/phone.mjs'
import { Remote } from './support/remote.mjs'
import { laptop, phone } from './support/screen.mjs'

const ME = 'Moa'
const others = (lines) => lines.filter(([name]) => name !== ME)
const mine = (lines) => lines.filter(([name]) => name === ME).map(([, text]) => text)

class Pages {
  constructor(house, lpu) {
    Object.assign(this, { house, lpu })
  }

  // The second meeting is led from a laptop, which opens the big screen.
  async open(number) {
    const { house, lpu } = this
    this.host = new Host(await house.hostScreen(lpu, 'värd', laptop))
    await this.showHomework(number - 1)
    await this.lead(number)
    this.display = new Display(await this.host.openDisplay())
    await this.display.title(lpu.host.store.find('session', lpu.sessionOf(number)).title)
  }

  // From what was led then: it has ended, and its homework is shown now.
  async showHomework(number) {
    const { host, lpu } = this
    await this.lead(number)
    await host.programme.getByRole('button', { name: /^Till nästa gång/ }).click()
    await host.screen.shot('lpu-00-host-homework')
    await host.page.getByText(/^Hemuppgift: /).click()
    await host.page.getByRole('button', { name: 'Visa svaren för alla' }).click()
    await lpu.host.until((store) => store.find('round', lpu.homeworkOf(number).id).revealed, 'it is shown')
  }

  async lead(number) {
    await this.host.screen.goto(`/host#/process/${this.lpu.process}/session/${this.lpu.sessionOf(number)}/run`)
    await this.host.programme.waitFor()
  }

  // The facilitator takes the phone in hand: by the laptop's code it leads the same meeting.
  async takeRemote() {
    await this.host.button('Telefonen som fjärrkontroll').click()
    const link = new URL(await this.host.page.getByLabel('Länk till fjärrkontrollen').inputValue())
    this.remote = new Remote(await this.house.screen('fjärrkontroll', phone))
    await this.remote.screen.goto(link.pathname + link.hash)
    await this.remote.dock.waitFor()
    await this.host.page.keyboard.press('Escape')
  }

  // The phone that was the remote last time is it again.
  async takeRemoteAgain(number) {
    await this.remote.screen.goto(`/host#/process/${this.lpu.process}/session/${this.lpu.sessionOf(number)}/remote`)
    await this.remote.isOn(ballot.question)
  }

  // All pages are there again, and with them what they had.
  async outlive() {
    const { lpu, host, remote, display, phone: own } = this
    const ends = [host, remote, display, own].map(({ screen }) => screen.watch.expectOutage())
    await lpu.server.kill()
    await own.page.getByRole('banner').getByText('Utan nät').waitFor()
    await lpu.server.start()
    await lpu.attendAgain()
    await own.page.getByRole('banner').getByText('Med', { exact: true }).waitFor()
    for (const end of ends) end()
  }

  get byRemote() {
    const { remote } = this
    const shows = (name) => remote.button(name).waitFor()
    return {
      next: (_, question) => remote.next(question), // (it says the question where there is one)
      open: () => remote.press('Öppna frågan').then(() => shows('Stäng för svar')),
      reveal: () => remote.press('Visa svaren för alla').then(() => shows('Dölj svaren igen')),
      close: () => remote.press('Stäng för svar').then(() => remote.press('Stäng genast')).then(() => shows('Öppna igen')),
    }
  }

  get byHost() {
    const { host } = this
    return { next: (title) => host.next(title), open: () => host.openRound(), reveal: () => host.reveal(), close: () => host.closeRound() }
  }

  // Moa has made a link at the end of the first meeting, and comes with another phone: her own step is there.
  async comeBack(way) {
    this.phone = new Phone(await this.house.screen('Moas nya telefon', phone))
    await this.phone.screen.goto(`/j/#way=${this.lpu.sessionOf(1)}.${way}`)
    await this.phone.page.getByText('Välkommen tillbaka, Moa.').waitFor()
    await this.phone.button('Jag förstår').click()
    await this.phone.page.getByText('Fråga natten om lappen').waitFor()
    await this.phone.page.getByText('9 personer har svarat · medel 2,0').waitFor()
    await this.phone.screen.shot('lpu-01-phone-between', { fullPage: true })
    await this.phone.button('Gå med').first().click()
  }
}

async function open(t) {
  const house = await House.open(t)
  const lpu = house.keep(await Lpu.open(house.server, await firstAdministrator(house.server)))
  await lpu.begin(1)
  await lpu.hold(1)
  await lpu.end(1)
  await lpu.doHomework(1)
  const way = secret()
  await lpu.person(ME).command('way.put', { secret: way })
  await lpu.leave()
  return { house, lpu, way, pages: new Pages(house, lpu) }
}

// Of all pages of what the big screen shows, turned by the keys.
async function rowsOn(display) {
  const texts = []
  for (let left = await display.pages(); left > 0; left--) {
    texts.push(...(await display.page.locator('.stage-carried li > p:first-child').allTextContents()))
    if (left > 1) await display.turn()
  }
  return texts
}

// What the homework came to, and what was left open last time, stands on the big screen, small beside the programme, and as text on the phone.
async function sinceLastTime({ lpu, host, display, phone: own }) {
  await host.next('Sedan sist')
  const noticed = lpu.ledger.of(lpu.homeworkOf(1).id).map(({ text }) => text)
  const carried = ['Vem bestämmer när någon åker hem?', 'Varför når journalen inte fram?', 'Räkna hemgångar efter klockan fjorton']
  await display.title(lpu.homeworkOf(1).question)
  assert.deepEqual((await rowsOn(display)).sort(), [...noticed, ...carried].sort())
  await display.title('Nästa steg')
  await own.goTo('Storbilden')
  for (const text of [...noticed, ...carried]) await own.page.getByText(text).waitFor()
  for (const [page, name] of [[host, 'host'], [display, 'display'], [own, 'phone']]) await page.screen.shot(`lpu-02-${name}-since`)
  await own.goTo('Just nu')
}

// One question, led from the laptop or the remote: on the phone, on paper and by all the others at once.
async function ask(pages, { number, key, item, lead }) {
  const { lpu, display, phone: own } = pages
  const lines = meetings[number - 1][key]
  const round = lpu.round(number, key)
  await lead.next(item, round.question)
  await lead.open()
  await own.question(round.question)
  await lpu.writeAll(round, others(lines))
  for (const text of mine(lines)) {
    await own.write(text)
    await own.hasState(text, 'Framme')
    const { id } = await lpu.host.until((store) => store.notes(round.id).find((note) => note.text === text), 'my note')
    lpu.ledger.note(id, { round: round.id, session: round.session, text, by: ME })
  }
  if (round.visibility === 'all') await own.page.getByRole('button', { name: /^\d+ (nytt|nya) svar$/ }).click() // (nothing moves by itself)
  for (const { id, text } of lpu.made[key].filter(({ supportedBy }) => supportedBy?.includes(ME))) {
    await own.page.getByRole('button', { name: new RegExp(`^Stöd: ${text.slice(0, 12)}`) }).click()
    lpu.ledger.support(id)
  }
  if (round.visibility !== 'all') {
    assert.deepEqual(await display.notes(), [], 'nothing is seen before it is shown')
    await lead.reveal()
  }
  await lead.close()
  await own.page.getByText('Stängt för svar').waitFor()
  const texts = lpu.ledger.of(round.id).map(({ text }) => text).sort()
  for (const shown of [display.notes(), own.answers()]) assert.deepEqual((await shown).sort(), texts)
}

// A vote in which those without a device raise their hands, counted on the laptop; in the middle of it the server is killed. It is
// closed from the remote.
async function vote(pages, number) {
  const { lpu, host, remote, display, phone: own } = pages
  const item = lpu.itemsOf(number).find(({ title }) => title === 'Orden som bär bilden')
  const asked = await lpu.openVote(number, item)
  await own.question(ballot.question)
  for (const [key, votes] of Object.entries(ballot.votes[ME]))
    for (let i = 0; i < votes; i++) await own.button(`Ge en röst till ${ballot.choices[key]}`).click()
  await lpu.layVotes(asked)
  await own.page.getByText('Framme.').first().waitFor()
  await pages.takeRemoteAgain(number)
  await pages.outlive()
  await host.page.getByText('Handuppräckning', { exact: true }).click()
  const hands = [['Personer som röstar med handen', ballot.hands.people], ...Object.entries(ballot.hands.votes).map(([key, n]) => [`Räckta händer för ${ballot.choices[key]}`, n])]
  for (const [label, n] of hands) {
    await host.page.getByLabel(label, { exact: true }).fill(String(n))
    await host.page.keyboard.press('Enter')
  }
  await lpu.host.until((store) => store.find('hands', asked.id)?.choices?.reduce((sum, { votes }) => sum + votes, 0) === 9, 'nine votes by hand')
  lpu.raiseHands(asked)
  await own.page.getByText('Framme.').first().waitFor()
  await remote.press('Avsluta omröstningen')
  await remote.press('Avsluta genast')
  await remote.button('Öppna igen').waitFor()
  await own.page.getByText('14 personer röstade').waitFor()
  await display.page.getByText('varav 3 med handuppräckning').waitFor()
  assert.deepEqual((await display.bars())[0], ['1.', 'Ett namn att ringa', '15'])
  for (const [page, name] of [[host, 'host'], [remote, 'remote'], [display, 'display'], [own, 'phone']]) await page.screen.shot(`lpu-04-${name}-hands`)
}

test('a second and a third meeting on a phone, a laptop, the big screen and the remote', async (t) => {
  const { house, lpu, way, pages } = await open(t)
  await pages.open(2)
  await lpu.openDoor(2)
  await pages.comeBack(way)
  await lpu.gather(2, { but: [ME] })
  const { host } = pages
  await host.begin()
  await sinceLastTime(pages)
  await pages.takeRemote()
  for (const title of ['Det vi lade märke till', 'Vad forskningen säger', 'Paus']) await pages.remote.next(title)
  await ask(pages, { number: 2, key: 'recognise', item: 'Känner vi igen oss?', lead: pages.byRemote })
  await pages.remote.screen.shot('lpu-03-remote')
  await host.isOn('Känner vi igen oss?')
  await ask(pages, { number: 2, key: 'gaps', item: 'Det ingen vet', lead: pages.byHost })
  await pages.remote.isOn(lpu.round(2, 'gaps').question)
  await pages.phone.screen.shot('lpu-03-phone', { fullPage: true })
  await lpu.end(2)
  await lpu.leave()

  await lpu.begin(3, { but: [ME] })
  await pages.phone.button('Gå med').first().click()
  await pages.lead(3)
  pages.display = new Display(await host.openDisplay())
  await vote(pages, 3)
  const record = await lines(lpu.meeting)
  lpu.ledger.checkNotes(record)
  lpu.ledger.checkVotes(record)
  await lpu.leave()
  house.check()
})
