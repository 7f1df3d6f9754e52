// Every page as it comes: nothing is loaded from elsewhere, nothing complains, and the policy that it comes with allows no
// more than the page needs.
import test from 'node:test'
import assert from 'node:assert/strict'
import { House } from './support/house.mjs'
import { laptop } from './support/screen.mjs'
import { checkAccess } from './support/axe.mjs'
import { checkLayoutAt } from './support/layout.mjs'

const paths = ['/', '/host', '/display']

test('each page loads from its own host alone, under a policy without exceptions', async (t) => {
  const house = await House.open(t)
  for (const path of paths) {
    const screen = await house.screen(path, laptop)
    const answer = await screen.page.goto(path)
    assert.equal(answer.status(), 200, path)
    const policy = answer.headers()['content-security-policy']
    assert.match(policy, /default-src '(none|self)'/, path)
    assert.doesNotMatch(policy, /unsafe-|data:|\*/, path)
    await screen.page.getByRole('main').waitFor()
    await screen.page.waitForLoadState('networkidle')
    assert.equal(await screen.page.evaluate(() => document.documentElement.lang), 'sv', path)
    await screen.close()
  }
  house.check()
})

test('a page that is not there says so, for everybody', async (t) => {
  const house = await House.open(t)
  const screen = await house.screen('404', laptop)
  screen.watch.expect(/404/)
  const answer = await screen.page.goto('/finns-inte')
  assert.equal(answer.status(), 404)
  await screen.page.getByRole('heading', { name: 'Sidan finns inte' }).waitFor()
  await checkAccess(screen, 'not found')
  await checkLayoutAt(screen, [[320, 640], [1366, 768]], 'not found')
})
