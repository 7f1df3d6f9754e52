// The facilitator's page, by what stands on it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { password } from '../../integration/support/meeting.mjs'
import { Screen } from './screen.mjs'

export class Host {
  constructor(screen) {
    this.screen = screen
    this.page = screen.page
  }

  button(name) {
    return this.page.getByRole('button', { name, exact: true })
  }

  get bar() {
    return this.page.getByRole('region', { name: 'Det som pågår' })
  }

  get programme() {
    return this.page.getByRole('complementary', { name: 'Program' })
  }

  // Uses up the one-time link of an empty store.
  async accept(invite, name = 'Ordförande') {
    await this.screen.goto(`/host#invite=${invite}`)
    await this.page.getByLabel('Namn').fill(name)
    await this.page.getByLabel('Lösenord', { exact: true }).fill(password)
    await this.button('Spara och logga in').click()
    await this.page.getByRole('heading', { name: 'Processer' }).waitFor()
  }

  async newFromTemplate(title) {
    await this.page.getByRole('link', { name: 'Ny process' }).click()
    await this.page.getByLabel('Vad heter den?').fill(title)
    await this.button('Skapa processen').click()
    await this.page.getByRole('heading', { name: title, level: 1 }).waitFor()
  }

  async lead() {
    await this.page.getByRole('link', { name: 'Led tillfället' }).first().click()
    await this.programme.waitFor()
  }

  get process() {
    return this.page.url().match(/#\/process\/([0-9a-f-]{36})/)[1]
  }

  get session() {
    return this.page.url().match(/\/session\/([0-9a-f-]{36})/)[1]
  }

  // The name and value of the log-in cookie, for requests beside the page.
  async cookie() {
    const [cookie] = await this.screen.context.cookies()
    return `${cookie.name}=${cookie.value}`
  }

  // A screen of its own that shares the context, for it was opened from here.
  async openDisplay() {
    const [page] = await Promise.all([this.screen.context.waitForEvent('page'), this.button('Öppna storbilden').click()])
    await page.setViewportSize({ width: 1920, height: 1080 })
    return Screen.beside(this.screen, 'storbild', page)
  }

  async begin() {
    await this.bar.getByRole('button', { name: 'Börja' }).click()
    await this.bar.getByRole('button', { name: 'Nästa' }).waitFor()
  }

  // To the next item of the programme, which must be this one.
  async next(title) {
    await this.rest()
    await this.bar.getByRole('button', { name: 'Nästa' }).click()
    await this.isOn(title)
  }

  async isOn(title) {
    await this.programme.getByRole('button', { name: `${title} (pågår)` }).waitFor()
  }

  async act(name) {
    await this.rest()
    await this.bar.getByRole('button', { name, exact: true }).click()
  }

  // A press right behind another one does nothing there: hands shake.
  async rest() {
    await this.page.waitForTimeout(700)
  }

  async openRound() {
    await this.act('Öppna frågan')
    await this.bar.getByRole('button', { name: 'Stäng för svar' }).waitFor()
  }

  async reveal() {
    await this.act('Visa svaren för alla')
    await this.bar.getByRole('button', { name: 'Dölj svaren igen' }).waitFor()
  }

  // At once: without the seconds that people get to finish.
  async closeRound() {
    await this.act('Stäng för svar')
    await this.act('Stäng genast')
    await this.bar.getByRole('button', { name: 'Öppna igen' }).waitFor()
  }

  // The one question that is open beside the one that is on.
  async closeLeftOpen() {
    const line = this.bar.locator('.bar-open')
    for (const name of ['Stäng för svar', 'Stäng genast']) {
      await this.rest()
      await line.getByRole('button', { name }).click()
    }
    await line.waitFor({ state: 'detached' })
  }

  async tab(name) {
    await this.page.getByRole('navigation', { name: 'Sätt att se svaren' }).getByRole('button', { name, exact: true }).click()
  }

  note(text) {
    return this.page.getByRole('main').getByRole('listitem').filter({ hasText: text }).last()
  }

  async hide(text, reason) {
    await this.button(`Dölj lappen: ${text}`).click()
    await this.button(reason).click()
    await this.note(text).getByText(`Dold: ${reason}`).waitFor()
  }

  // The text of a record of the session that has ended, as the page lets it be taken home.
  async download(format) {
    await this.page.getByRole('link', { name: 'Hämta dokumentation' }).click()
    await this.page.getByRole('radio', { name: new RegExp(format) }).check()
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.button('Hämta').click()])
    await this.page.getByText(`Klart: ${download.suggestedFilename()}`).waitFor()
    return readFileSync(await download.path(), 'utf8')
  }

  // The notes in the list, in order, with the first of their marks.
  notes() {
    return this.page.getByRole('list', { name: 'Lappar' }).evaluate((list) =>
      [...list.querySelectorAll('.note')].map((note) => ({
        text: note.querySelector('.note-text').textContent,
        mark: note.querySelector('.note-mark')?.textContent,
      })),
    )
  }

  async makeBallot() {
    await this.button('Gör omröstning av orden').click()
    await this.button('Lägg till omröstningen').click()
    await this.page.getByText('Omröstningen är klar att öppna').waitFor()
  }

  // The ballot that was made of the words comes next.
  async goToBallot(question) {
    await this.act('Nästa')
    await this.act('Öppna omröstningen')
    await this.page.getByRole('heading', { name: question, level: 1 }).waitFor()
    await this.bar.getByRole('button', { name: 'Avsluta omröstningen' }).waitFor()
  }

  async closeBallot() {
    await this.act('Avsluta omröstningen')
    const now = this.bar.getByRole('button', { name: 'Avsluta genast' })
    await now.or(this.bar.getByRole('button', { name: 'Öppna igen' })).first().waitFor()
    if (await now.count()) await now.click()
    await this.bar.getByRole('button', { name: 'Öppna igen' }).waitFor()
  }

  // Through what is left of the programme, and out.
  async toTheEnd() {
    await this.button('Avsluta tillfället').click()
    await this.bar.getByRole('button', { name: 'Ja, avsluta' }).click()
    await this.page.getByText('Tillfället är avslutat').first().waitFor()
  }

  async refusesNothing() {
    assert.equal(await this.page.getByText('Det blev inte gjort').count(), 0)
  }
}
