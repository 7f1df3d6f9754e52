// A recorded conversation of real people, ten times as fast as it was, before an open host page and an open big screen.
import test from 'node:test'
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from '../integration/support/client.mjs'
import { password } from '../integration/support/meeting.mjs'
import { replayProgram, shared } from '../integration/support/server.mjs'
import { House } from './support/house.mjs'
import { Host } from './support/host.mjs'
import { laptop } from './support/screen.mjs'
import { settleWith } from './support/store.mjs'

const recording = join(shared, 'data/polis/london.youth.policing')

// Plays it with the administrator's account; ended: { status, said } once it is over.
function play(house, speed) {
  const options = ['--polis', recording, '--url', house.server.url, '--speed', String(speed), '--name', 'Ordförande', '--password', password]
  const child = spawn(replayProgram, options, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes) => (said += bytes))
  const ended = once(child, 'close').then(([status]) => ({ status, said }))
  house.keep({ close: async () => void child.kill() })
  return ended
}

// The process that it makes, once there is one, and its session once people can come in.
async function find(house, cookie) {
  const beside = house.keep(await Client.open(house.server, { cookie }))
  await beside.attend({ as: 'host' })
  for (let tries = 0; tries < 200; tries++) {
    const { processes } = await beside.request('house.list')
    if (processes.length > 0) {
      const [{ process }] = processes
      const watcher = house.keep(await Client.open(house.server, { cookie }))
      await watcher.attend({ as: 'host', process })
      const session = await watcher.until((store) => store.all('session')[0]?.joined > 0 && store.all('session')[0].id, 'the session')
      return { process, session, watcher }
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('nothing is played')
}

test('a real conversation at ten times its speed: no complaint, no lost frame', async (t) => {
  if (!existsSync(recording)) {
    console.error(`SKIPPED, NOT TESTED: ${recording} is missing`)
    return t.skip('the recorded data is missing')
  }
  const house = await House.open(t)
  const host = new Host(await house.screen('värd', laptop, { still: false }))
  await host.accept(await house.server.invite())
  const cookie = await host.cookie()
  const ended = play(house, 10)
  const { process, session, watcher } = await find(house, cookie)
  await host.screen.goto(`/host#/process/${process}/session/${session}/run`)
  await host.programme.waitFor()
  const display = await host.openDisplay()
  await display.page.getByRole('heading', { level: 1 }).waitFor()

  let over = false
  ended.then(() => (over = true))
  for (let shot = 1; !over; shot++) {
    for (const [screen, name] of [[host.screen, 'host'], [display, 'display']]) await screen.shot(`replay-${String(shot).padStart(2, '0')}-${name}`)
    house.check()
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 15_000))])
  }
  const { status, said } = await ended
  console.log(said.trimEnd())
  assert.equal(status, 0, said)
  assert.match(said, /: all equal/)

  await house.server.settled()
  await settleWith(host.screen, process, watcher)
  const { token } = await watcher.command('display.add', { session })
  const beside = house.keep(await Client.open(house.server))
  await beside.attend({ as: 'display', token })
  await settleWith(display, process, beside)
  const written = watcher.store.all('note').map(({ text }) => text).sort()
  assert.ok(written.length > 20)
  for (const [screen, name] of [[host.screen, 'host'], [display, 'display']]) await screen.shot(`replay-end-${name}`)
})
