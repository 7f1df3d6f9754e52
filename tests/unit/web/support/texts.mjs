// All catalogues of the pages: [{ where, name, texts }], texts by language and key.
import { join, relative, sep } from 'node:path'
import { buildModules, filesUnder, load, web } from './modules.mjs'

const sources = join(web, 'src')

export function sourceFiles(ending) {
  return filesUnder(sources).filter((path) => path.endsWith(ending) && !path.startsWith(join(sources, 'generated')))
}

// What the modules touch of a browser when they are loaded.
globalThis.document ??= { documentElement: {}, addEventListener() {}, visibilityState: 'visible' }

const isCatalogue = (value, languages) => typeof value === 'object' && value !== null && languages.every((tag) => typeof value[tag] === 'object')

export async function catalogues() {
  const paths = sourceFiles('.ts').filter((path) => path.includes(`${sep}texts${sep}`))
  const name = (path) => relative(sources, path).slice(0, -3).replaceAll(sep, '-')
  const shared = join(sources, 'shared/texts.ts')
  const folder = await buildModules(Object.fromEntries([...paths, shared].map((path) => [name(path), path])))
  const { languages } = await load(folder, name(shared))
  const found = []
  for (const path of paths) {
    const module = await load(folder, name(path))
    for (const [exported, texts] of Object.entries(module))
      if (isCatalogue(texts, languages)) found.push({ where: relative(sources, path), name: exported, texts })
  }
  return { languages, paths: paths.map((path) => relative(sources, path)), found }
}
