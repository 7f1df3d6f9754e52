// Recorded conversations of real people, played into a real server. TEST_LONG=1 plays the large ones as fast as answers come, too.
import test from 'node:test'
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { releaseReplayProgram, replayProgram, shared, startServer } from './support/server.mjs'

// The two larger ones twenty times as fast as they were, with who agrees as a support of the note. They went on for weeks, with
// pauses: of a pause no more is waited for than lets both end within half a minute. What was said closer to each other than that
// keeps its distance.
const twentyfold = (pause) => ['--supports', '--speed', '20', '--pause', String(pause)]

const plays = [
  { name: 'polis london.youth.policing', options: ['--polis', 'data/polis/london.youth.policing'] },
  { name: 'sessions ud-sv-A', options: ['--sessions', 'data/swedish/ud-sv-A-sessions.tsv'] },
  { name: 'supports 15-per-hour-seattle', options: ['--polis', 'data/polis/15-per-hour-seattle', ...twentyfold(200)], large: true },
  { name: 'supports scoop-hivemind.biodiversity', options: ['--polis', 'data/polis/scoop-hivemind.biodiversity', ...twentyfold(20)], large: true },
  { name: 'polis 15-per-hour-seattle', options: ['--polis', 'data/polis/15-per-hour-seattle'], large: true, long: true },
  { name: 'polis scoop-hivemind.biodiversity', options: ['--polis', 'data/polis/scoop-hivemind.biodiversity'], large: true, long: true },
]

async function play(server, [option, path, ...more], program) {
  const child = spawn(program, [option, join(shared, path), ...more, '--url', server.url], {
    env: { ...process.env, SAMSKAP_INVITE: await server.invite() },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (bytes) => (stdout += bytes))
  child.stderr.on('data', (bytes) => (stderr += bytes))
  const timer = setTimeout(() => child.kill('SIGKILL'), 600_000)
  const [status] = await once(child, 'close')
  clearTimeout(timer)
  return { status, stdout, stderr }
}

for (const { name, options, large, long } of plays) {
  test(name, async (t) => {
    if (long && !process.env.TEST_LONG) return t.skip('set TEST_LONG=1 to play it')
    if (!existsSync(join(shared, options[1]))) {
      console.error(`SKIPPED, NOT TESTED: ${join(shared, options[1])} is missing`)
      return t.skip('the recorded data is missing')
    }
    // Hundreds of clients in one program: for the large ones it must be fast, if it is there.
    const program = large && existsSync(releaseReplayProgram) ? releaseReplayProgram : replayProgram
    const { status, stdout, stderr } = await play(await startServer(t), options, program)
    console.log(stdout.trimEnd())
    assert.equal(status, 0, stderr.slice(-4000))
    assert.match(stdout, /: all equal/)
  })
}
