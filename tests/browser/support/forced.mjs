// What must be seen where the system chooses the colours (Windows' contrast themes): controls, focus, what is chosen, bars,
// words and the QR code. Backgrounds say nothing there.

// Runs in the page. (Notes out of sight are not laid out until they are looked at.)
function layOutAll() {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { content-visibility: visible !important }')
  document.adoptedStyleSheets = [sheet]
}

// Runs in the page.
function findFaults() {
  const faults = []
  const probe = document.createElement('i')
  document.body.append(probe)
  const system = (name) => {
    probe.style.color = name
    return getComputedStyle(probe).color
  }
  const canvas = system('Canvas')
  const isClear = (colour) => colour === 'transparent' || /^rgba.*, 0\)$/.test(colour)
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at)
      if (!isClear(backgroundColor)) return backgroundColor
    }
    return canvas
  }
  const name = (element) => `<${element.tagName.toLowerCase()} ${element.getAttribute('class') ?? ''}> ${(element.ariaLabel ?? element.textContent).trim().slice(0, 40)}`
  const isSeen = (element) => {
    const { width, height } = element.getBoundingClientRect()
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && width > 1 && height > 1
  }
  const all = (selector) => [...document.querySelectorAll(selector)].filter((element) => isSeen(element) && !element.closest('[inert]'))
  const sides = ['Top', 'Right', 'Bottom', 'Left']
  const edges = (element) => {
    const style = getComputedStyle(element)
    const around = behind(element.parentElement)
    const seen = (width, kind, colour) => (kind === 'none' || isClear(colour) || colour === around ? 0 : Math.round(parseFloat(width)))
    return [
      ...sides.map((side) => seen(style[`border${side}Width`], style[`border${side}Style`], style[`border${side}Color`])),
      seen(style.outlineWidth, style.outlineStyle, style.outlineColor),
    ]
  }

  // Controls: their edge or their words. What is written on a sheet of paper has the sheet's edge.
  const sheetOf = (control) => control.closest('.paper') ?? control
  const controls = all('button, a[href], input, select, textarea, summary, [tabindex="0"]').filter(({ tabIndex }) => tabIndex >= 0)
  for (const control of controls) {
    if (control.matches('input[type=radio], input[type=checkbox], input[type=range]')) continue // (drawn by the browser)
    const hasWords = (control.textContent.trim() || control.value) && getComputedStyle(control).color !== behind(control)
    const hasEdge = edges(sheetOf(control)).some((width) => width > 0)
    if (!hasWords && !hasEdge) faults.push(`is not to be seen: ${name(control)}`)
    if (control.matches('input, select, textarea') && !hasEdge) faults.push(`has no edge: ${name(control)}`)
  }

  // Focus. (Whoever came by keyboard sees it; a test presses a key before.)
  const before = document.activeElement
  for (const control of controls) {
    if (control.disabled) continue
    control.focus({ preventScroll: true, focusVisible: true })
    if (document.activeElement !== control) continue
    if (edges(sheetOf(control)).at(-1) < 2) faults.push(`its focus is not to be seen: ${name(control)}`)
  }
  if (before instanceof HTMLElement && before !== document.body) before.focus({ preventScroll: true })
  else document.activeElement?.blur?.()

  // What is chosen, beside what is not: by edges, weight, line, or words.
  const marks = (element) => {
    const style = getComputedStyle(element)
    const own = [edges(element).join(), style.textDecorationLine, style.fontWeight]
    const drawn = ['::before', '::after'].map((pseudo) => getComputedStyle(element, pseudo).content)
    return [...own, ...drawn, element.querySelectorAll('svg').length].join('|')
  }
  const states = { 'aria-pressed': 'true', 'aria-checked': 'true', 'aria-selected': 'true', 'aria-current': undefined }
  for (const [attribute, value] of Object.entries(states)) {
    for (const chosen of all(value ? `[${attribute}="${value}"]` : `[${attribute}]:not([${attribute}="false"])`)) {
      const group = chosen.closest('[role=group], [role=radiogroup], nav, ul, ol, table, fieldset') ?? chosen.parentElement
      const others = [...group.querySelectorAll(chosen.tagName)].filter((other) => isSeen(other) && other.className.split(' ')[0] === chosen.className.split(' ')[0])
      const rest = others.filter((other) => (value ? other.getAttribute(attribute) === 'false' : !other.hasAttribute(attribute)))
      const rowOf = (element) => (element.closest('li.item-row') ?? element)
      if (rest.some((other) => marks(rowOf(other)) === marks(rowOf(chosen)))) faults.push(`is chosen, and looks like the others: ${name(chosen)}`)
    }
  }

  for (const { labels, nextElementSibling: face, name: of } of document.querySelectorAll('.either input:checked'))
    for (const other of document.querySelectorAll(`.either input[name="${of}"]:not(:checked)`))
      if (labels.length && marks(face) === marks(other.nextElementSibling)) faults.push(`is chosen, and looks like the other: ${name(face)}`)

  // Bars and words.
  for (const bar of all('.bars-bar, [class*="bar"] > span[style*="width"]'))
    if (parseFloat(bar.style.width) > 0 && getComputedStyle(bar).backgroundColor === behind(bar.parentElement)) faults.push(`a bar is not to be seen: ${name(bar)}`)
  for (const word of document.querySelectorAll('.cloud text'))
    if (getComputedStyle(word).fill === behind(word.closest('svg').parentElement)) faults.push(`a word is not to be seen: ${word.textContent}`)
  for (const icon of document.querySelectorAll('svg.eye')) if (isSeen(icon) && getComputedStyle(icon).stroke === behind(icon)) faults.push('an icon is not to be seen')

  // Codes: dark on white in every theme, with four modules around.
  for (const code of document.querySelectorAll('.qr')) {
    const fill = (part) => getComputedStyle(code.querySelector(part)).fill
    if (fill('.qr-paper') !== 'rgb(255, 255, 255)' || fill('.qr-ink') !== 'rgb(0, 0, 0)') faults.push(`a code is ${fill('.qr-ink')} on ${fill('.qr-paper')}`)
    const paper = code.querySelector('.qr-paper').getBBox()
    const ink = code.querySelector('.qr-ink').getBBox()
    if (ink.x - paper.x < 4 || paper.x + paper.width - ink.x - ink.width < 4 || ink.y - paper.y < 4) faults.push('a code has no quiet zone')
  }

  // A note says in words what has become of it.
  for (const foot of all('.note-foot, .mine-state')) if (!foot.querySelector('.state')?.textContent.trim()) faults.push(`a note does not say where it is: ${name(foot.parentElement)}`)
  for (const note of all('.note-card.is-hidden')) if (!note.querySelector('.note-mark')?.textContent.trim()) faults.push(`a note does not say what it is: ${name(note)}`)
  probe.remove()
  return [...new Set(faults)]
}

export async function forcedFaults({ page }) {
  await page.keyboard.press('Shift') // (focus is drawn for who uses the keyboard)
  await page.evaluate(layOutAll)
  return page.evaluate(findFaults)
}
