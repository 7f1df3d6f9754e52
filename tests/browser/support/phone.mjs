// A participant's page, by what stands on it.
export class Phone {
  constructor(screen) {
    this.screen = screen
    this.page = screen.page
  }

  button(name) {
    return this.page.getByRole('button', { name, exact: true })
  }

  async joinByLink(secret) {
    await this.screen.goto(`/j/#${secret}`)
    await this.page.getByRole('heading', { name: 'Välkommen' }).waitFor()
  }

  async joinByCode(code) {
    await this.screen.goto('/')
    await this.page.getByLabel('Kod').fill(code)
    await this.button('Gå med').click()
    await this.page.getByRole('heading', { name: 'Välkommen' }).waitFor()
  }

  async introduce({ name, role, level, table, consent } = {}) {
    if (name) await this.page.getByLabel('Namn').fill(name)
    if (role) await this.page.getByLabel('Roll').selectOption(role)
    if (level) await this.page.getByLabel('Nivå').selectOption(level)
    if (table) await this.page.getByLabel('Bord eller grupp').selectOption(table)
    if (consent) await this.page.getByLabel('Det jag skriver får användas i forskning').check()
    await this.button('Fortsätt').click()
  }

  async question(text) {
    await this.page.getByRole('heading', { name: text, level: 1 }).waitFor()
  }

  async write(text) {
    await this.page.getByLabel('Din lapp').fill(text)
    await this.button('Sätt upp lappen').click()
    await this.mine(text).waitFor()
  }

  async writeAsGroup(text) {
    await this.page.getByRole('radio', { name: /Från vår grupp/ }).check()
    await this.write(text)
    await this.page.getByRole('radio', { name: 'Från mig' }).check()
  }

  // Everybody's notes, as far as they are shown.
  answers() {
    return this.page.getByRole('region', { name: 'Svar', exact: true }).locator('.note-text').allTextContents()
  }

  // One of my own notes, with what stands under it.
  mine(text) {
    return this.page.getByRole('main').getByRole('listitem').filter({ hasText: text }).first()
  }

  async hasState(text, state) {
    await this.mine(text).getByText(state).first().waitFor()
  }

  async goTo(place) {
    await this.page.getByRole('navigation', { name: 'I mötet' }).getByRole('link', { name: place }).click()
  }
}
