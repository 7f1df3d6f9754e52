// What the store of a page holds. No page offers it to others: it is looked for among the page's objects, as a debugger
// would.
import { Store } from '../../integration/support/store.mjs'

// The stores of the page, as plain values: [{ epoch, seq, shared }].
export async function storesOf(screen) {
  const debug = await screen.context.newCDPSession(screen.page)
  try {
    const { result: root } = await debug.send('Runtime.evaluate', { expression: 'Object.prototype' })
    const { objects } = await debug.send('Runtime.queryObjects', { prototypeObjectId: root.objectId })
    const { result, exceptionDetails } = await debug.send('Runtime.callFunctionOn', {
      objectId: objects.objectId,
      returnByValue: true,
      functionDeclaration: `function () {
        const isStore = (one) => { try { return 'allShared' in one && 'isWhole' in one && one.constructor.prototype !== one } catch { return false } }
        return this.filter(isStore).map((store) => ({ epoch: store.epoch, seq: store.seq, shared: store.allShared() }))
      }`,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  } finally {
    await debug.detach()
  }
}

// The digest of the page's store that knows the process.
export async function digestOf(screen, process) {
  const found = (await storesOf(screen)).filter(({ shared }) => shared.some(({ kind, id }) => kind === 'process' && id === process))
  if (found.length !== 1) throw new Error(`${screen.name} has ${found.length} stores of that process`)
  const store = new Store()
  for (const entity of found[0].shared) store.shared.set(`${entity.kind} ${entity.id}`, entity)
  return store.digest()
}

// Waits until what the page holds is what the server says this audience sees; client: another of the same audience.
export async function settleWith(screen, process, client) {
  let held, told
  for (let tries = 0; tries < 50; tries++) {
    told = (await client.request('digest')).digest
    held = await digestOf(screen, process)
    if (held === told) return told
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${screen.name} does not hold what the server says it sees`)
}
