// Tabs of a phone that know no screen: device_page.mjs on an empty page of the server's own origin.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildModules } from '../../unit/web/support/modules.mjs'

const folder = await buildModules({ device_page: fileURLToPath(new URL('device_page.mjs', import.meta.url)) }, { browser: true })
const PATIENCE = 15_000

// The page and its modules, on a path that the server does not have.
export async function serveDevicePage(context, server) {
  await context.route(`${server.url}/device/**`, (route) => {
    const name = new URL(route.request().url()).pathname.split('/').pop()
    if (name === '') return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Device</title>' })
    return route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(folder, name)) })
  })
}

export class Tab {
  constructor(page, server) {
    Object.assign(this, { page, server })
  }

  static async open(context, server) {
    const tab = new Tab(await context.newPage(), server)
    await tab.load()
    return tab
  }

  async load() {
    await this.page.goto(`${this.server.url}/device/`)
  }

  // One of device_page.mjs's functions.
  call(name, ...params) {
    return this.page.evaluate(async ([method, given]) => (await import('/device/device_page.mjs'))[method](...given), [name, params])
  }

  async until(name, holds) {
    const end = Date.now() + PATIENCE
    for (;;) {
      const value = await this.call(name)
      if (holds(value)) return value
      if (Date.now() > end) throw new Error(`waited in vain for ${holds} of ${name}: ${JSON.stringify(value)}`)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  join(link) {
    return this.call('open', { secret: link.secret })
  }

  joined() {
    return this.until('connection', ({ state }) => state === 'joined')
  }

  unsent(texts) {
    return this.until('commands', (commands) => commands.map(({ text }) => text).join() === texts.join())
  }
}
