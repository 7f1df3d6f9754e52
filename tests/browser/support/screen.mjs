// One device with its browser context: a phone, a laptop, a projector's computer.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Watch } from './watch.mjs'
import { Network } from './network.mjs'

const shots = process.env.TEST_SHOTS ?? fileURLToPath(new URL('../../../build/sanitize/shots', import.meta.url))

export const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
export const laptop = { viewport: { width: 1366, height: 768 } }
export const projector = { viewport: { width: 1920, height: 1080 } }

const PATIENCE = 15_000

// Runs in the page before its own scripts: as if somebody had chosen it here before.
function chooseLanguage(tag) {
  if (location.protocol.startsWith('http')) localStorage.setItem('samskap language', localStorage.getItem('samskap language') ?? tag)
}

export class Screen {
  // language: of the page's own switch; canGoOffline: its network can be cut
  static async open({ browser, server }, name, kind, { language = 'sv', dark = false, still = true, canGoOffline = false, ...more } = {}) {
    const screen = new Screen()
    Object.assign(screen, { name, server, dark })
    screen.network = canGoOffline ? await Network.open() : undefined
    screen.context = await browser.newContext({
      ...kind,
      baseURL: server.url,
      locale: 'sv-SE',
      timezoneId: 'Europe/Stockholm',
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: still ? 'reduce' : 'no-preference',
      ...(screen.network ? { proxy: { server: screen.network.url } } : {}),
      ...more,
    })
    screen.context.setDefaultTimeout(PATIENCE)
    screen.watch = new Watch(screen.context, server.url)
    await screen.context.addInitScript(chooseLanguage, language)
    screen.page = await screen.context.newPage()
    return screen
  }

  // Another page of the same device, such as a window that it opened.
  static beside(screen, name, page) {
    return Object.assign(new Screen(), { name, server: screen.server, context: screen.context, watch: screen.watch, page })
  }

  // As whoever has this log-in cookie.
  async logIn(cookie) {
    const [name, ...value] = cookie.split('=')
    await this.context.addCookies([{ name, value: value.join('='), url: this.server.url }])
    return this
  }

  async goto(path) {
    await this.page.goto(path)
    return this
  }

  async goOffline() {
    this.endOutage ??= this.watch.expectOutage()
    this.network.cut() // (first: a browser that believes to be offline hears of no socket any more)
    await this.context.setOffline(true)
  }

  async goOnline() {
    this.network.mend()
    await this.context.setOffline(false)
  }

  // After it is back: from now on nothing may be missing any more.
  isBack() {
    this.endOutage?.()
    this.endOutage = undefined
  }

  async shot(name, options) {
    mkdirSync(shots, { recursive: true })
    await this.page.screenshot({ path: join(shots, `${name}.png`), ...options })
  }

  async close() {
    await this.context.close()
    await this.network?.close()
  }
}
