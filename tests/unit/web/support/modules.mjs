// Modules of the pages, built by the pages' own tool: once for all test files that ask for the same of the same sources.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const web = fileURLToPath(new URL('../../../../web/', import.meta.url))
// (By its file: what require() finds in Node 18 is an older interface that cannot build.)
const { build } = await import(pathToFileURL(join(web, 'node_modules/vite/dist/node/index.js')))

const kept = join(web, 'node_modules/.cache/samskap-tests')
const DAY = 24 * 3600 * 1000

// Every file under a folder, with its whole path.
export function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(path) : [path]
  })
}

// What is asked for, and of which sources.
function keyOf(entries, browser) {
  const sources = [join(web, 'package-lock.json'), ...filesUnder(join(web, 'src')), ...Object.values(entries)].map((path) => {
    const { mtimeMs, size } = statSync(path)
    return [path, mtimeMs, size]
  })
  return createHash('sha256').update(JSON.stringify([entries, browser, sources])).digest('hex').slice(0, 24)
}

function forgetOld() {
  for (const name of readdirSync(kept)) {
    const path = join(kept, name)
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > DAY) rmSync(path, { recursive: true, force: true })
  }
}

// entries: files by the names that they shall have; gives the folder where NAME.mjs stands for each. For Node, or for
// a browser.
export async function buildModules(entries, { browser = false } = {}) {
  const folder = join(kept, keyOf(entries, browser))
  if (existsSync(folder)) return folder
  mkdirSync(kept, { recursive: true })
  forgetOld()
  const making = `${folder}.${process.pid}`
  await build({
    root: web,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: !browser,
      target: 'es2022',
      outDir: making,
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
  try {
    renameSync(making, folder)
  } catch {
    rmSync(making, { recursive: true, force: true }) // (another one was first)
  }
  return folder
}

// One that was built, by its name.
export function load(folder, name) {
  return import(pathToFileURL(join(folder, `${name}.mjs`)))
}
