// What scripts/embed.mjs makes of a folder of pages.
import test from 'node:test'
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../../../scripts/embed.mjs', import.meta.url))

function embed(files) {
  const folder = mkdtempSync(join(tmpdir(), 'samskap-embed-'))
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, 'dist', name)), { recursive: true })
      writeFileSync(join(folder, 'dist', name), text)
    }
    execFileSync(process.execPath, [program, join(folder, 'dist'), join(folder, 'pages.c')])
    return readFileSync(join(folder, 'pages.c'), 'utf8')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('pages, a service worker at the root, and what never changes', () => {
  const source = embed({
    'index.html': '<p>',
    'host.html': '<p>h',
    'sw.js': 'x'.repeat(1000),
    'assets/start-a1.js': 'y',
    'assets/inter-b2.woff2': 'z',
  })
  const rows = [...source.matchAll(/^ {4}\{"([^"]+)", "([^"]+)", "([0-9a-f]{32})", (true|false)/gm)]
  assert.deepEqual(
    rows.map(([, path, type, , forever]) => [path, type, forever]),
    [
      ['/', 'text/html; charset=utf-8', 'false'],
      ['/assets/inter-b2.woff2', 'font/woff2', 'true'],
      ['/assets/start-a1.js', 'text/javascript; charset=utf-8', 'true'],
      ['/host', 'text/html; charset=utf-8', 'false'],
      ['/sw.js', 'text/javascript; charset=utf-8', 'false'],
    ],
  )
  assert.match(source, /packed_4, sizeof packed_4/, 'what is smaller packed is packed')
})

test('another service worker is another build', () => {
  const build = (text) => embed({ 'index.html': '<p>', 'sw.js': text }).match(/pages_build\[\] = "([0-9a-f]{12})"/)[1]
  assert.notEqual(build('one'), build('two'))
  assert.equal(build('one'), build('one'))
})
