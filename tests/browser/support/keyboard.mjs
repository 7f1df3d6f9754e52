// A person who has a keyboard and nothing else. What has the focus must show it.
import assert from 'node:assert/strict'

const MOST = 120 // presses until something must have been reached

export class Keyboard {
  constructor(page) {
    this.page = page
  }

  // Goes on with the tab key until this has the focus.
  async reach(locator, { backwards = false } = {}) {
    await locator.first().waitFor()
    for (let i = 0; i < MOST; i++) {
      if (await locator.first().evaluate((element) => element === document.activeElement)) return this.#showsFocus(locator.first())
      await this.page.keyboard.press(backwards ? 'Shift+Tab' : 'Tab')
    }
    assert.fail(`${MOST} presses of the tab key do not lead to ${locator}`)
  }

  async press(locator, key = 'Enter') {
    await this.reach(locator)
    await this.page.keyboard.press(key)
  }

  async button(name, { within = this.page, key } = {}) {
    await this.press(within.getByRole('button', { name, exact: true }), key)
  }

  // Into a field, in place of what is there.
  async write(locator, text) {
    await this.reach(locator)
    await this.page.keyboard.press('Control+A')
    await this.page.keyboard.type(text)
  }

  async key(key) {
    await this.page.keyboard.press(key)
  }

  async has(locator) {
    return locator.first().evaluate((element) => element === document.activeElement)
  }

  // An outline, on it or on what stands for it.
  async #showsFocus(locator) {
    const shown = await locator.evaluate((element) => {
      const marked = (one) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one)
        return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow !== 'none'
      }
      for (let at = element, up = 0; at && up < 4; at = at.parentElement, up++) if (marked(at)) return true
      return [...(element.labels ?? [])].some(marked)
    })
    assert.ok(shown, `nothing shows that ${locator} has the focus`)
  }
}
