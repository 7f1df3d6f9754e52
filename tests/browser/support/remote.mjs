// The phone as remote, by what stands on it.
export class Remote {
  constructor(screen) {
    this.screen = screen
    this.page = screen.page
  }

  get dock() {
    return this.page.getByRole('region', { name: 'Styr tillfället' })
  }

  button(name) {
    return this.dock.getByRole('button', { name, exact: true })
  }

  // What has just come under the thumb is not pressed by the press that was on its way.
  async rest() {
    await this.page.waitForTimeout(700)
  }

  async press(name) {
    await this.button(name).waitFor()
    await this.rest()
    await this.button(name).click()
  }

  async isOn(title) {
    await this.page.getByRole('heading', { name: title, level: 1 }).waitFor()
  }

  async next(title) {
    await this.press('Nästa')
    await this.isOn(title)
  }
}
