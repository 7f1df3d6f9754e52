// The real program on a free port, with a data folder of its own.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import assert from 'node:assert/strict'

const root = fileURLToPath(new URL('../../../', import.meta.url))
export const program = process.env.TEST_PROGRAM ?? join(root, 'build/sanitize/samskap')
export const replayProgram = process.env.TEST_REPLAY ?? join(root, 'build/release/samskap-replay')
export const releaseReplayProgram = join(root, 'build/release/samskap-replay')
export const shared = process.env.TEST_SHARED ?? join(root, '../shared')

const PATIENCE = 30_000
// SAMSKAP_* configures the program: only the test itself says what of that there is.
const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('SAMSKAP_')))
const complaint = /AddressSanitizer|LeakSanitizer|UndefinedBehaviorSanitizer|ThreadSanitizer|runtime error:|Assertion .* failed/

export function makeFolder() {
  return mkdtempSync(join(tmpdir(), 'samskap-'))
}

// Runs the program to its end with a data folder: { status, stdout (bytes), stderr }.
export async function runProgram(options, { input, env } = {}) {
  assert.ok(existsSync(program), `${program} is not built`)
  const child = spawn(program, options, { env: { ...clean, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
  const out = []
  let stderr = ''
  child.stdout.on('data', (bytes) => out.push(bytes))
  child.stderr.on('data', (bytes) => (stderr += bytes))
  child.stdin.on('error', () => {})
  child.stdin.end(input ?? '')
  const timer = setTimeout(() => child.kill('SIGKILL'), 2 * PATIENCE)
  const [status] = await once(child, 'close')
  clearTimeout(timer)
  assert.doesNotMatch(stderr, complaint)
  return { status, stdout: Buffer.concat(out), stderr }
}

export class Server {
  // limits: like { join_timeout: 300 }; wrap: a command line before the program's, like ['prlimit', '--fsize=1000000']
  constructor({ data = makeFolder(), limits = {}, wrap = [], env = {}, options = [] } = {}) {
    this.data = data
    this.wrap = wrap
    this.options = options
    this.env = { ...env }
    for (const [name, value] of Object.entries(limits)) this.env[`SAMSKAP_${name.toUpperCase()}`] = String(value)
    this.stderr = ''
    this.port = 0
  }

  // Starts, again on the port it had before. An empty store's link gives this.invite.
  async start() {
    assert.ok(existsSync(program), `${program} is not built`)
    const line = [...this.wrap, program, 'serve', '--listen', `127.0.0.1:${this.port}`, '--data', this.data, ...this.options]
    this.stdout = ''
    this.child = spawn(line[0], line.slice(1), { env: { ...clean, ...this.env }, stdio: ['ignore', 'pipe', 'pipe'] })
    this.closed = once(this.child, 'close')
    this.child.stderr.on('data', (bytes) => (this.stderr += bytes))
    this.expectsEnd = false
    this.child.once('close', (status, signal) => {
      if (!this.expectsEnd) console.error(`the server ended by itself (${status ?? signal}): ${this.stderr.slice(-8000)}`)
    })
    const ready = new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the server does not start')), PATIENCE)
      this.child.stdout.on('data', (bytes) => {
        this.stdout += bytes
        if (/samskap listening on https?:\S+\n/.test(this.stdout)) {
          clearTimeout(timer)
          resolve()
        }
      })
      this.child.once('close', (status) => {
        clearTimeout(timer)
        reject(new Error(`the server ended with status ${status}: ${this.stderr}`))
      })
    })
    ready.catch(() => {})
    await ready
    this.url = this.stdout.match(/samskap listening on (https?:\S+)/)[1]
    this.port = Number(new URL(this.url).port)
    return this
  }

  // The secret of the first administrator's one-time link, which stands on standard output or standard error.
  async invite() {
    for (let tries = 0; tries < 100; tries++) {
      const found = `${this.stdout}\n${this.stderr}`.match(/#invite=(\w+)/)
      if (found) return found[1]
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    throw new Error('no one-time link was printed')
  }

  async kill() {
    this.expectsEnd = true
    this.child.kill('SIGKILL')
    await this.closed
  }

  // Ends it in order, and says whether it has anything to complain about.
  async stop() {
    this.expectsEnd = true
    if (this.child.exitCode === null && this.child.signalCode === null) {
      this.child.kill('SIGTERM')
      const timer = setTimeout(() => this.child.kill('SIGKILL'), PATIENCE)
      const [status, signal] = await this.closed
      clearTimeout(timer)
      assert.equal(signal, null, `the server did not end by itself\n${this.stderr}`)
      assert.equal(status, 0, this.stderr)
    }
    assert.doesNotMatch(this.stderr, complaint)
  }

  // Waits until the server stores nothing of its own any more: words that were looked up, redactions.
  async settled() {
    let before = -1
    for (let still = 0; still < 5; ) {
      const metrics = await (await fetch(`${this.url}/metrics`)).text()
      const now = Number(metrics.match(/^samskap_events_appended_total (\d+)/m)[1])
      still = now === before ? still + 1 : 0
      before = now
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }

  // Every file of the data folder, as { path, bytes }.
  files(folder = this.data) {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return this.files(path)
      return entry.isFile() && statSync(path).size > 0 ? [{ path, bytes: readFileSync(path) }] : []
    })
  }

  // The paths of the data folder's files in which the bytes stand.
  holding(bytes) {
    return this.files().filter((file) => file.bytes.includes(bytes)).map((file) => file.path)
  }

  removeData() {
    rmSync(this.data, { recursive: true, force: true })
  }
}

// A server for a test: ended, searched for complaints, and its data removed when the test is over.
export async function startServer(test, options) {
  const server = new Server(options)
  test.after(async () => {
    try {
      await server.stop()
    } finally {
      server.removeData()
    }
  })
  return server.start()
}
