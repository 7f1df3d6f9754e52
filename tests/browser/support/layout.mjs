// Whether all text on a page can be read: nothing is cut off, nothing lies outside of the screen, and nobody has to
// scroll sideways.
import assert from 'node:assert/strict'

// Runs in the page.
function findFaults(leastTarget) {
  const slack = 1.5 // of rounding
  const faults = []
  const whole = document.documentElement
  const name = (element) => {
    const classes = typeof element.className === 'string' && element.className ? `.${element.className.trim().split(/\s+/).join('.')}` : ''
    return `<${element.tagName.toLowerCase()}${classes}>`
  }
  const isHiddenFromEyes = (element) => {
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const box = at.getBoundingClientRect()
      if (box.width <= 1 || box.height <= 1) return true
      if (getComputedStyle(at).clipPath !== 'none') return true
    }
    return false
  }
  const clips = (value) => value === 'hidden' || value === 'clip'
  const scrolls = (value) => value === 'auto' || value === 'scroll'

  // Where text that stands at this place is cut by what is around it, or by the screen.
  function checkText(element, rect, text) {
    for (let at = element; at && at !== whole; at = at.parentElement) {
      const style = getComputedStyle(at)
      if (style.webkitLineClamp !== 'none' && at.closest('[tabindex]')) return // (shortened, and whole once it is chosen)
      const box = at.getBoundingClientRect()
      if (clips(style.overflowX) && (rect.right > box.right + slack || rect.left < box.left - slack))
        return faults.push(`cut off at the side by ${name(at)}: ${text}`)
      if (clips(style.overflowY) && (rect.bottom > box.bottom + slack || rect.top < box.top - slack))
        return faults.push(`cut off in height by ${name(at)}: ${text}`)
      if (scrolls(style.overflowX) || scrolls(style.overflowY)) {
        if (at.scrollWidth > at.clientWidth + slack && !scrolls(style.overflowX)) faults.push(`${name(at)} is too narrow: ${text}`)
        return
      }
    }
    if (rect.right > whole.clientWidth + slack || rect.left < -slack) faults.push(`outside of the screen: ${text}`)
  }

  if (whole.scrollWidth > whole.clientWidth) faults.push(`the page scrolls sideways: ${whole.scrollWidth} > ${whole.clientWidth}`)
  // Columns that scroll by themselves: nothing in them makes the page around them longer.
  const isFixed = document.querySelector('.frame-run')?.clientHeight === whole.clientHeight
  if (isFixed && whole.scrollHeight > whole.clientHeight) faults.push(`the page scrolls beside its columns: ${whole.scrollHeight} > ${whole.clientHeight}`)
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    if (!node.data.trim() || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || isHiddenFromEyes(element)) continue
    if (element.closest('svg, option, noscript, script, style')) continue
    range.selectNodeContents(node)
    for (const rect of range.getClientRects()) if (rect.width > 0) checkText(element, rect, `${name(element)} ${node.data.trim().slice(0, 60)}`)
  }
  for (const field of document.querySelectorAll('textarea'))
    if (field.checkVisibility() && !isHiddenFromEyes(field) && field.scrollWidth > field.clientWidth + slack) faults.push(`a text field scrolls sideways: ${name(field)}`)

  // Targets: links that stand in running text are as high as its lines.
  const inText = (element) => element.tagName === 'A' && getComputedStyle(element).display === 'inline'
  const targets = 'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=button], [role=tab], [role=menuitem], [role=option]'
  for (const element of leastTarget > 0 ? document.querySelectorAll(targets) : []) {
    if (!element.checkVisibility({ visibilityProperty: true }) || inText(element)) continue
    const target = element.matches('input[type=radio], input[type=checkbox]') ? (element.labels?.[0] ?? element) : element
    if (isHiddenFromEyes(target)) continue
    const { width, height, bottom, right } = target.getBoundingClientRect()
    if (bottom <= 0 || right <= 0) continue // (a skip link, which comes when it is reached)
    if (height < leastTarget - slack || width < leastTarget - slack)
      faults.push(`a target of ${Math.round(width)} by ${Math.round(height)}: ${name(target)} ${(target.textContent ?? '').trim().slice(0, 40)}`)
  }
  return [...new Set(faults)]
}

export async function layoutFaults({ page }, { leastTarget = 24 } = {}) {
  await page.evaluate(() => document.fonts.ready)
  return page.evaluate(findFaults, leastTarget)
}

export async function checkLayout(screen, state, options) {
  const { width, height } = screen.page.viewportSize()
  assert.deepEqual(await layoutFaults(screen, options), [], `${screen.name} at ${width} × ${height}, ${state}`)
}

// The same at several sizes; half of a width is that width at 200 %.
export async function checkLayoutAt(screen, sizes, state, options) {
  const before = screen.page.viewportSize()
  for (const [width, height] of sizes) {
    await screen.page.setViewportSize({ width, height })
    await checkLayout(screen, state, options)
  }
  await screen.page.setViewportSize(before)
}
