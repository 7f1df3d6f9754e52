// The server with a certificate of its own.
import test from 'node:test'
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from 'node:tls'
import { ask, post } from './support/http.mjs'
import { Meeting, password, putNote } from './support/meeting.mjs'
import { makeFolder, runProgram, startServer } from './support/server.mjs'

function makeCertificate(t) {
  const folder = makeFolder()
  t.after(() => rmSync(folder, { recursive: true }))
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')]
  const { status, stderr } = spawnSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=127.0.0.1',
      '-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert],
    { encoding: 'utf8' },
  )
  assert.equal(status, 0, stderr)
  return { cert, key }
}

async function startSecure(t) {
  const { cert, key } = makeCertificate(t)
  const server = await startServer(t, { options: ['--tls-cert', cert, '--tls-key', key] })
  server.certificate = readFileSync(cert)
  return server
}

test('pages, log-in and a meeting over https and wss', async (t) => {
  const server = await startSecure(t)
  assert.match(server.url, /^https:/)
  const page = await ask(server, '/')
  assert.equal(page.status, 200)
  assert.match(page.headers['strict-transport-security'], /max-age=\d+/)

  const first = await post(server, '/invite', { token: await server.invite(), name: 'Ordförande', password })
  assert.ok(first.status < 300, first.text)
  assert.match(first.headers['set-cookie'][0], /; Secure/i)

  const meeting = await Meeting.open(server, { cookie: first.headers['set-cookie'][0].split(';')[0] })
  const round = await meeting.addNotes({ visibility: 'all' })
  const [one, other] = await meeting.people(2)
  const { entity } = await putNote(one, round, 'Hemligt på vägen')
  await other.until((store) => store.find('note', entity.id)?.text === 'Hemligt på vägen', 'the note')
  await meeting.close()
})

test('only http/1.1 is spoken, and nothing without TLS', async (t) => {
  const server = await startSecure(t)
  const { hostname, port } = new URL(server.url)
  const spoken = await new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port, ca: server.certificate, ALPNProtocols: ['h2', 'http/1.1'] }, () => {
      resolve(socket.alpnProtocol)
      socket.destroy()
    })
    socket.on('error', reject)
  })
  assert.notEqual(spoken, 'h2')
  await assert.rejects(ask({ url: `http://${hostname}:${port}` }, '/'))
  assert.equal((await ask(server, '/healthz')).status, 200, 'the server goes on')
})

test('a certificate that cannot be read is said so', async (t) => {
  const { cert } = makeCertificate(t)
  const folder = makeFolder()
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  const { status, stderr } = await runProgram(
    ['serve', '--listen', '127.0.0.1:0', '--data', folder, '--tls-cert', cert, '--tls-key', join(folder, 'none.pem')])
  assert.notEqual(status, 0)
  assert.match(stderr, /tls|key|certificate/i)
})
