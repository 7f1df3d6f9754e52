// axe-core on a page as it stands: WCAG 2.0 to 2.2, levels A and AA.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const require = createRequire(new URL('../../../web/package.json', import.meta.url))
// (Evaluated by the debugger: the pages' content security policy lets no other script in.)
const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

// Notes out of sight are not laid out by the browser until they are looked at; a checker that measures them there takes a long
// one to lie over what comes behind it.
function layOutAll() {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { content-visibility: visible !important }')
  document.adoptedStyleSheets = [sheet]
}

// rules: only these; absent: all of the tags'
export async function accessFaults({ page }, rules) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) {
    await page.evaluate(layOutAll)
    await page.evaluate(source)
  }
  const { violations } = await page.evaluate(
    (runOnly) => globalThis.axe.run(document, { runOnly, resultTypes: ['violations'] }),
    rules ? { type: 'rule', values: rules } : { type: 'tag', values: tags },
  )
  return violations
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`))
    .filter((fault) => !/^target-size.*partially obscured/.test(fault)) // (by a bar that it scrolls under)
}

export async function checkAccess(screen, state) {
  assert.deepEqual(await accessFaults(screen), [], `${screen.name}, ${state}`)
}
