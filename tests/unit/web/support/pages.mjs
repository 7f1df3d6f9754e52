// The pages' modules of web/src/shared/, built by the pages' own tool into a folder that goes when the tests end.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const web = fileURLToPath(new URL('../../../../web/', import.meta.url))
// (By its file: what require() finds in Node 18 is an older interface that cannot build.)
const { build } = await import(pathToFileURL(join(web, 'node_modules/vite/dist/node/index.js')))

const folder = mkdtempSync(join(tmpdir(), 'samskap-web-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const sources = join(web, 'src/shared')
const modules = readdirSync(sources).filter((name) => name.endsWith('.ts'))
await build({
  root: web,
  configFile: false,
  logLevel: 'warn',
  build: {
    ssr: true,
    target: 'es2022',
    outDir: folder,
    emptyOutDir: false,
    minify: false,
    rollupOptions: {
      input: Object.fromEntries(modules.map((name) => [name.slice(0, -3), join(sources, name)])),
      output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[hash].mjs' },
    },
  },
})

// One module by its name: await page('store').
export function page(name) {
  return import(pathToFileURL(join(folder, `${name}.mjs`)))
}

// Node 18 has WebCrypto, but not as a global yet.
globalThis.crypto ??= (await import('node:crypto')).webcrypto
