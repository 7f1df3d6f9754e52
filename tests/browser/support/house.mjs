// What a browser test starts from: the real program, a browser, and the screens that it opens. When the test is over, all
// is closed in order, and whatever went wrong on a screen fails the test.
import assert from 'node:assert/strict'
import { Server } from '../../integration/support/server.mjs'
import { launchBrowser } from './browser.mjs'
import { Screen } from './screen.mjs'

export class House {
  constructor() {
    this.screens = []
    this.closing = [] // others that must be closed before the server
  }

  static async open(test, options) {
    const house = new House()
    house.server = new Server(options)
    test.after(() => house.close())
    await house.server.start()
    house.browser = await launchBrowser()
    return house
  }

  async screen(name, kind, options) {
    const screen = await Screen.open(this, name, kind, options)
    this.screens.push(screen)
    return screen
  }

  // A page of who leads the meeting, logged in.
  async hostScreen(meeting, name, kind, options) {
    return (await this.screen(name, kind, options)).logIn(meeting.cookie)
  }

  // Closed with the house: anything with close().
  keep(thing) {
    this.closing.push(thing)
    return thing
  }

  // Nothing on any screen went wrong so far.
  check() {
    const faults = this.screens.flatMap(({ name, watch }) => watch.faults.map((fault) => `${name}: ${fault}`))
    assert.deepEqual(faults, [])
  }

  async close() {
    try {
      for (const thing of this.closing) await thing.close().catch(() => {})
      for (const screen of this.screens) await screen.close()
      await this.browser?.close()
      await this.server.stop()
      this.check()
    } finally {
      this.server.removeData()
    }
  }
}
