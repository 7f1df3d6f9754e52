// Whether what is taken back is wholly taken back: what stands in the store, on the phone and on the big screen is as it was.
import assert from 'node:assert/strict'

const PATIENCE = 10_000
// Figures that count what happens by itself, and where in the journal something was said last.
const fleeting = new Set(['seq', 'joined', 'answered', 'share', 'persons', 'voters'])

// A store's entities without what is fleeting; `but`: members that cannot come back to the letter, such as an end in some seconds.
function entitiesOf(store, but) {
  const kept = ([name, value]) => !fleeting.has(name) && !but.includes(name) && value !== false && value !== 0 && value !== ''
  const plain = (value) =>
    Array.isArray(value) ? value.map(plain)
    : typeof value === 'object' ? Object.fromEntries(Object.entries(value).filter(kept).sort().map(([name, one]) => [name, plain(one)]))
    : value
  const lines = [...store.shared.entries()].filter(([key]) => !/^(participant|tally) /.test(key)).map(([key, entity]) => [key, JSON.stringify(plain(entity))])
  return Object.fromEntries(lines.sort())
}

// Without what only a screen reader hears, the order of notes, who comes and goes, and times: what is counted down is another second each time.
function textOf(page) {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const texts = []
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node.parentElement.checkVisibility() && !node.parentElement.closest('.unseen, script, style')) texts.push(node.data)
    return texts.sort().join(' ').replace(/\s+/g, ' ').replace(/\d+:\d\d/g, '#').replace(/\d+ (s|sek\w*|min\w*)\b/g, '# $1').replace(/(· )?\d+ (med|personer) /g, '')
  })
}

// Runs in a page: what has come to it stands there to be read.
const drawn = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))

export class Undo {
  constructor({ host, phone, display, beside }) {
    Object.assign(this, { host, phone, display, beside })
  }

  async look(but) {
    return { entities: entitiesOf(this.beside.store, but), phone: await textOf(this.phone.page), display: await textOf(this.display.page) }
  }

  // What was done before has come to everybody. The facilitator's page is told all that the client beside it is; of what
  // the others do not see they are told nothing, but what they are told is sent to all at once.
  async settled(but) {
    for (let i = 0; i < 2; i++) await this.beside.request('digest') // (its second answer comes behind what was new at the first)
    await this.until(() => {
      const [own, all] = [this.host.screen.watch.seqs.get(this.host.page), this.beside.store.seq]
      return own === all ? '' : `the page is told up to ${own} of ${all}`
    }, 'the page is told everything')
    for (const { page } of [this.host, this.phone, this.display]) await page.evaluate(drawn)
    let before = await this.look(but)
    await this.until(async () => {
      await this.host.page.waitForTimeout(120)
      const now = await this.look(but)
      const moved = difference(before, now)
      before = now
      return moved
    }, 'all is quiet')
    return before
  }

  async until(holds, what) {
    const end = Date.now() + PATIENCE
    for (;;) {
      const fault = await holds()
      if (!fault) return
      if (Date.now() > end) assert.fail(`${what}: ${fault}`)
      await this.host.page.waitForTimeout(60)
    }
  }

  // What is done is seen (at `on`: 'entities', 'phone', 'display'), and gone again once it is taken back.
  async check(done, act, { on = ['entities'], but = [], byKey = false } = {}) {
    const before = await this.settled(but)
    await act()
    await this.until(async () => {
      const now = await this.look(but)
      return on.filter((where) => same(now[where], before[where])).join(' and ')
    }, `after ”${done}” something else is seen`)
    await this.takeBack(done, byKey)
    await this.until(async () => difference(before, await this.look(but)), `after ”Ångra: ${done}” all is as before`)
  }

  button(done) {
    return this.host.page.getByRole('button', { name: new RegExp(`^Ångra( i ”.*”)?: ${escape(done)}`) })
  }

  // (A place where keys are not taken for writing: a field has its own Ctrl+Z.)
  async takeBack(done, byKey = false) {
    await this.button(done).waitFor()
    if (!byKey) return this.button(done).click()
    await this.host.page.evaluate(() => document.activeElement?.blur())
    await this.host.page.keyboard.press('Control+z')
  }
}

const escape = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b)

function difference(before, now) {
  const texts = ['phone', 'display'].filter((where) => now[where] !== before[where]).map((where) => `${where}: ${now[where]} | before: ${before[where]}`)
  const keys = [...new Set([...Object.keys(before.entities), ...Object.keys(now.entities)])]
  const others = keys.filter((key) => before.entities[key] !== now.entities[key]).map((key) => `${key}: ${now.entities[key]} | before: ${before.entities[key]}`)
  return [...texts, ...others].join('\n')
}
