// Sees to it that nothing goes wrong unseen in a browser context: what a page's console complains of, exceptions,
// requests that fail or go elsewhere, dialogs, crashes.

// What a browser says by itself while there is no network or no server.
const networkComplaint = /net::ERR_|WebSocket connection to|Failed to fetch|Failed to load resource/

export class Watch {
  constructor(context, origin) {
    this.origin = origin
    this.faults = []
    this.outages = 0 // while there are any, what is missing is expected to be missing
    this.expected = [] // patterns of what a test provokes
    this.seqs = new Map() // by page: up to where the server has told it everything
    context.on('page', (page) => this.#follow(page))
    context.on('request', (request) => this.#check(request))
    context.on('requestfailed', (request) => this.#failed(request))
    context.on('weberror', (error) => this.#add(`exception: ${error.error().stack ?? error.error()}`))
    context.on('serviceworker', (worker) => {
      if (!worker.url().startsWith(origin)) this.#add(`service worker from ${worker.url()}`)
    })
  }

  // Until what it gives is called, what is missing on the network is no fault.
  expectOutage() {
    this.outages++
    let ended = false
    return () => {
      if (!ended) this.outages--
      ended = true
    }
  }

  expect(pattern) {
    this.expected.push(pattern)
  }

  // (Read off the frame's end, for there are many.)
  #hear(page, frame) {
    const seq = /^\{"jsonrpc":"2.0","method":"sync",.*"seq":(\d+)\}\}$/s.exec(frame)?.[1]
    if (seq) this.seqs.set(page, Number(seq))
  }

  #add(text) {
    if (this.expected.some((pattern) => pattern.test(text))) return
    if (this.outages > 0 && networkComplaint.test(text)) return
    this.faults.push(text)
  }

  #follow(page) {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        this.#add(`console ${message.type()}: ${message.text()} (${message.location().url})`)
    })
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => this.#hear(page, payload)))
    page.on('crash', () => this.#add('the page crashed'))
    page.on('dialog', (dialog) => {
      this.#add(`dialog: ${dialog.type()} ${dialog.message()}`)
      dialog.dismiss().catch(() => {})
    })
  }

  #check(request) {
    const url = new URL(request.url())
    if (url.origin !== this.origin && url.protocol !== 'blob:') this.#add(`request to another host: ${request.url()}`)
  }

  // A page that is left breaks off what it still loads; a download is no page's any more.
  #failed(request) {
    const why = request.failure()?.errorText ?? ''
    if (why !== 'net::ERR_ABORTED') this.#add(`request failed: ${request.url()} ${why}`)
  }
}
