// Debian's Chromium, with a new profile and nothing of its own to do on the network.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { existsSync } from 'node:fs'

const require = createRequire(new URL('../../../web/package.json', import.meta.url))
const { chromium } = require('playwright-core')

const executablePath = process.env.TEST_CHROMIUM ?? '/usr/bin/chromium'

export const chromiumArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

export async function launchBrowser() {
  if (!existsSync(executablePath)) throw new Error(`there is no ${executablePath}; run scripts/install`)
  return chromium.launch({ executablePath, args: chromiumArguments, chromiumSandbox: process.getuid?.() !== 0 })
}

// A browser with a profile folder that outlives it, and that can be killed: { browser, context, kill }.
export async function launchMortal(profile) {
  const options = [
    ...['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, ...chromiumArguments],
    '--disable-features=LocalNetworkAccessChecks', // (a page that a test answers for came from nowhere)
    'about:blank',
  ]
  const child = spawn(executablePath, options, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = once(child, 'close')
  const address = await new Promise((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (bytes) => {
      said += bytes
      const found = said.match(/DevTools listening on (ws:\S+)/)
      if (found) resolve(found[1])
    })
    child.once('close', () => reject(new Error(`the browser does not start: ${said}`)))
  })
  const browser = await chromium.connectOverCDP(address)
  // With all that it started: they are a process group of their own.
  const kill = async () => {
    process.kill(-child.pid, 'SIGKILL')
    await ended
  }
  return { browser, context: browser.contexts()[0], kill }
}
