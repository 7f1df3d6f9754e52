// The checks themselves: each finds the fault that it is for, and lets pass what is none.
import test from 'node:test'
import assert from 'node:assert/strict'
import { accessFaults } from './support/axe.mjs'
import { House } from './support/house.mjs'
import { layoutFaults } from './support/layout.mjs'
import { phone } from './support/screen.mjs'

const page = (body) => `<!doctype html><html lang="sv"><meta name="viewport" content="width=device-width"><title>x</title><main><h1>x</h1>${body}</main></html>`

async function open(t) {
  const house = await House.open(t)
  const screen = await house.screen('telefon', phone)
  await screen.goto('about:blank')
  const show = (body) => screen.page.setContent(page(body))
  return { house, screen, show }
}

test('text that is cut, lies outside or is too small to hit is found', async (t) => {
  const { screen, show } = await open(t)
  const cases = [
    ['<p style="width:60px;overflow:hidden;white-space:nowrap">kunskapsstyrningsorganisationen</p>', /cut off at the side/],
    ['<p style="width:60px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap">kunskapsstyrningsorganisationen</p>', /cut off at the side/],
    ['<p style="height:20px;overflow:hidden">En rad<br>och en till<br>och en till</p>', /cut off in height/],
    ['<p style="display:-webkit-box;-webkit-line-clamp:1;-webkit-box-orient:vertical;overflow:hidden;width:90px">en och annan rad till</p>', /cut off in height/],
    ['<p style="white-space:nowrap">en lång rad som inte får plats på en telefon och som går utanför</p>', /outside of the screen/],
    ['<p style="white-space:nowrap">en lång rad som inte får plats på en telefon och som går utanför</p>', /scrolls sideways/],
    ['<button style="width:20px;height:20px;padding:0">x</button>', /a target of 20 by 20/],
  ]
  for (const [body, expected] of cases) {
    await show(body)
    assert.match((await layoutFaults(screen)).join('\n'), expected, body)
  }
})

test('text that scrolls, is meant for the ear or is not shown is no fault', async (t) => {
  const { screen, show } = await open(t)
  const cases = [
    '<div style="width:200px;overflow:auto"><p style="white-space:nowrap">en lång rad som inte får plats på en telefon</p></div>',
    '<p style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap">för örat</p>',
    '<p hidden style="width:10px;overflow:hidden">kunskapsstyrningsorganisationen</p>',
    '<p style="overflow-wrap:anywhere;width:60px">kunskapsstyrningsorganisationen</p>',
    '<div tabindex="0"><p style="display:-webkit-box;-webkit-line-clamp:1;-webkit-box-orient:vertical;overflow:hidden;width:90px">en och annan rad till</p></div>',
    '<p>Läs <a href="/host">här</a> om det.</p>',
  ]
  for (const body of cases) {
    await show(body)
    assert.deepEqual(await layoutFaults(screen), [], body)
  }
})

test('a field without a name and text that can hardly be seen are found', async (t) => {
  const { screen, show } = await open(t)
  await show('<input><p style="color:#aaa;background:#fff">blekt</p>')
  const faults = (await accessFaults(screen)).join('\n')
  assert.match(faults, /label/)
  assert.match(faults, /color-contrast/)
  await show('<label>Namn <input></label>')
  assert.deepEqual(await accessFaults(screen), [])
})

test('what goes wrong on a page is noticed, and what a lost network says by itself is not', async (t) => {
  const { house, screen } = await open(t)
  await screen.goto('/')
  const { watch, page: shown } = screen
  const provoke = async (script, expected) => {
    await shown.evaluate(script)
    for (let tries = 0; tries < 50 && watch.faults.length === 0; tries++) await shown.waitForTimeout(20)
    assert.match(watch.faults.join('\n'), expected)
    watch.faults.length = 0
  }
  await provoke(() => console.error('något gick fel'), /console error: något gick fel/)
  await provoke(() => void setTimeout(() => null.x), /exception/)
  await provoke(() => void setTimeout(() => alert('hej')), /dialog: alert hej/)
  await provoke(() => void fetch('/healthz-som-inte-finns').catch(() => {}), /status of 404/)
  const end = watch.expectOutage()
  await screen.context.setOffline(true)
  await shown.evaluate(() => fetch('/readyz').catch(() => {}))
  await shown.waitForTimeout(200)
  end()
  assert.deepEqual(watch.faults, [])
  house.check()
})
