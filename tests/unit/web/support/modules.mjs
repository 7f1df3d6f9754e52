// Modules of the pages, built by the pages' own tool into a folder that goes when the tests end.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const web = fileURLToPath(new URL('../../../../web/', import.meta.url))
// (By its file: what require() finds in Node 18 is an older interface that cannot build.)
const { build } = await import(pathToFileURL(join(web, 'node_modules/vite/dist/node/index.js')))

// entries: files by the names that they shall have; gives the folder where NAME.mjs stands for each. For Node, or for
// a browser.
export async function buildModules(entries, { browser = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'samskap-web-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  await build({
    root: web,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: !browser,
      target: 'es2022',
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      modulePreload: false,
      rollupOptions: {
        input: entries,
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].mjs', chunkFileNames: 'chunk-[hash].mjs' },
      },
    },
  })
  return folder
}

// One that was built, by its name.
export function load(folder, name) {
  return import(pathToFileURL(join(folder, `${name}.mjs`)))
}
