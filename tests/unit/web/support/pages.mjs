// The pages' modules of web/src/shared/, built for Node.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildModules, load, web } from './modules.mjs'

const sources = join(web, 'src/shared')
const modules = readdirSync(sources).filter((name) => name.endsWith('.ts'))
const folder = await buildModules(Object.fromEntries(modules.map((name) => [name.slice(0, -3), join(sources, name)])))

// One module by its name: await page('store').
export function page(name) {
  return load(folder, name)
}

// Node 18 has WebCrypto, but not as a global yet.
globalThis.crypto ??= (await import('node:crypto')).webcrypto
