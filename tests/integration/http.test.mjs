// Pages and answers over HTTP: headers, caching, and what is refused.
import test from 'node:test'
import assert from 'node:assert/strict'
import { gunzipSync } from 'node:zlib'
import { WebSocket } from './support/packages.mjs'
import { ask, post } from './support/http.mjs'
import { firstAdministrator, password } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'

test('pages carry strict headers', async (t) => {
  const server = await startServer(t)
  for (const path of ['/', '/j/', '/j/1234567890', '/display', '/host', '/research']) {
    const { status, headers, text } = await ask(server, path)
    assert.equal(status, 200, path)
    assert.match(headers['content-type'], /^text\/html; charset=utf-8$/i)
    assert.match(text, /<html[^>]* lang="sv"/)
    assert.match(headers['content-security-policy'], /default-src '(none|self)'/)
    assert.doesNotMatch(headers['content-security-policy'], /unsafe-inline|unsafe-eval|\*/)
    assert.equal(headers['x-content-type-options'], 'nosniff')
    assert.ok(headers['referrer-policy'], 'a referrer policy')
  }
  const host = await ask(server, '/host')
  assert.match(host.headers['content-security-policy'], /frame-ancestors 'none'/, '/host is never framed')
})

test('pages are compressed, and not sent again when they have not changed', async (t) => {
  const server = await startServer(t)
  const plain = await ask(server, '/')
  const { etag } = plain.headers
  assert.ok(etag)
  const zipped = await ask(server, '/', { headers: { 'Accept-Encoding': 'gzip' } })
  assert.equal(zipped.headers['content-encoding'], 'gzip')
  assert.match(zipped.headers.vary, /accept-encoding/i)
  assert.deepEqual(gunzipSync(zipped.body), plain.body)
  const same = await ask(server, '/', { headers: { 'If-None-Match': etag } })
  assert.equal(same.status, 304)
  assert.equal(same.body.length, 0)
  assert.equal((await ask(server, '/', { headers: { 'If-None-Match': '"other"' } })).status, 200)
  const asset = plain.text.match(/(?:src|href)="(\/assets\/[^"]+)"/)?.[1]
  assert.ok(asset, 'the page names an asset')
  const found = await ask(server, asset)
  assert.equal(found.status, 200)
  assert.match(found.headers['cache-control'], /immutable/)
  assert.match(found.headers['content-security-policy'], /connect-src 'self'/, 'what a script that is a service worker may fetch')
})

test('HEAD answers like GET without a body', async (t) => {
  const server = await startServer(t)
  const get = await ask(server, '/')
  const head = await ask(server, '/', { method: 'HEAD' })
  assert.equal(head.status, 200)
  assert.equal(head.body.length, 0)
  for (const name of ['content-type', 'etag', 'content-length']) assert.equal(head.headers[name], get.headers[name], name)
})

test('what is not there, and what may not be asked', async (t) => {
  const server = await startServer(t)
  assert.equal((await ask(server, '/no-such-page')).status, 404)
  assert.equal((await ask(server, '/assets/no-such.js')).status, 404)
  for (const path of ['/../../../etc/passwd', '/assets/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2fetc%2fpasswd', '//etc/passwd']) {
    const { status, text } = await ask(server, path)
    assert.ok(status >= 400 && status < 500, `${path}: ${status}`)
    assert.ok(!text.includes('root:'), path)
  }
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE']) {
    const { status } = await ask(server, '/', { method })
    assert.ok([403, 405, 501].includes(status), `${method}: ${status}`)
  }
  assert.equal((await ask(server, '/login')).status, 405, 'GET /login')
})

test('foreign pages cannot act', async (t) => {
  const server = await startServer(t)
  const cookie = await firstAdministrator(server)
  const foreign = await post(server, '/login', { name: 'Ordförande', password }, { Origin: 'https://evil.example' })
  assert.equal(foreign.status, 403)
  assert.equal(foreign.headers['set-cookie'], undefined)
  const form = await ask(server, '/login', {
    method: 'POST',
    body: `name=x&password=y`,
    headers: { Origin: server.url, 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  assert.ok([400, 415].includes(form.status), String(form.status))
  const broken = await ask(server, '/login', {
    method: 'POST',
    body: '{"name":',
    headers: { Origin: server.url, 'Content-Type': 'application/json' },
  })
  assert.equal(broken.status, 400)

  const outcome = await new Promise((resolve) => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/ws`, 'samskap.v1', {
      origin: 'https://evil.example',
      headers: { Cookie: cookie },
    })
    socket.on('open', () => socket.send('{"jsonrpc":"2.0","id":1,"method":"attend","params":{"as":"host"}}'))
    socket.on('message', (data) => {
      socket.terminate()
      resolve(JSON.parse(data.toString()))
    })
    socket.on('error', () => resolve('refused'))
  })
  assert.ok(outcome === 'refused' || outcome.error?.data.reason === 'denied', JSON.stringify(outcome))
})

test('metrics can be read by Prometheus', async (t) => {
  const server = await startServer(t)
  const { status, headers, text } = await ask(server, '/metrics')
  assert.equal(status, 200)
  assert.match(headers['content-type'], /^text\/plain; version=0\.0\.4/)
  const typed = new Set()
  let samples = 0
  for (const line of text.trimEnd().split('\n')) {
    const type = line.match(/^# TYPE ([a-zA-Z_:][a-zA-Z0-9_:]*) (counter|gauge|histogram|summary|untyped)$/)
    if (type) typed.add(type[1])
    else if (!line.startsWith('# HELP ')) {
      const sample = line.match(/^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{[^}]*\})? -?[0-9.e+-]+$/)
      assert.ok(sample, line)
      assert.ok(typed.has(sample[1].replace(/_(bucket|sum|count)$/, '')) || typed.has(sample[1]), line)
      samples++
    }
  }
  assert.ok(samples > 5)
})
