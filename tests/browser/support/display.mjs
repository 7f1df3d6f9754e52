// The big screen, by what stands on it.
export class Display {
  constructor(screen) {
    this.screen = screen
    this.page = screen.page
  }

  async title(text) {
    await this.page.getByRole('heading', { name: text, level: 1 }).waitFor()
  }

  // The notes of all its pages, turned by the keys.
  async notes() {
    const texts = new Set()
    for (let left = await this.pages(); left > 0; left--) {
      for (const text of await this.page.locator('.note-text').allTextContents()) texts.add(text)
      if (left > 1) await this.turn()
    }
    return [...texts]
  }

  async turn() {
    const before = await this.pageLine()
    await this.page.keyboard.press('ArrowRight')
    for (let tries = 0; tries < 100 && (await this.pageLine()) === before; tries++) await this.page.waitForTimeout(20)
  }

  // "32 lappar · sida 1 av 3", or nothing where there is one page.
  async pageLine() {
    return (await this.page.getByText(/sida \d+ av \d+/).allTextContents())[0]
  }

  async pages() {
    return Number((await this.pageLine())?.match(/sida \d+ av (\d+)/)[1] ?? 1)
  }

  // What its bars say: [[label, number]].
  async bars() {
    return this.page.getByRole('row').evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent.trim())).filter((cells) => cells.length > 1),
    )
  }
}
