// Bytes that no good client sends, from raw sockets.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Client } from './support/client.mjs'
import { ask, frame, raw, upgrade } from './support/http.mjs'
import { Meeting, putNote } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'

// The frames that follow the head of an answer: [{ opcode, payload }]
function framesOf(bytes) {
  const frames = []
  let at = bytes.indexOf('\r\n\r\n') + 4
  while (at + 2 <= bytes.length) {
    const opcode = bytes[at] & 15
    let size = bytes[at + 1] & 127
    at += 2
    if (size === 126) {
      size = bytes.readUInt16BE(at)
      at += 2
    }
    frames.push({ opcode, payload: bytes.subarray(at, at + size) })
    at += size
  }
  return frames
}

function closeCode(bytes) {
  const close = framesOf(bytes).find(({ opcode }) => opcode === 8)
  return close && close.payload.length >= 2 ? close.payload.readUInt16BE(0) : undefined
}

test('the handshake takes the right protocol from the right place', async (t) => {
  const server = await startServer(t)
  const head = async (options) => (await raw(server, upgrade(server, options), { quiet: 500 })).toString('latin1').split('\r\n')[0]
  assert.match(await head(), /^HTTP\/1\.1 101 /)
  assert.doesNotMatch(await head({ token: 'h2c' }), / 101 /)
  assert.doesNotMatch(await head({ token: 'websocket, h2c' }), / 101 /)
  assert.doesNotMatch(await head({ token: 'h2c, websocket' }), / 101 /)
  assert.doesNotMatch(await head({ protocol: 'other.v1' }), / 101 /)
  const good = await Client.open(server)
  await good.close()
})

test('invalid UTF-8 ends the connection, and only that', async (t) => {
  const server = await startServer(t)
  for (const bad of [[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80], [0xc0, 0xaf]]) {
    const message = Buffer.concat([Buffer.from('{"jsonrpc":"2.0","id":1,"method":"'), Buffer.from(bad), Buffer.from('"}')])
    const answer = await raw(server, Buffer.concat([upgrade(server), frame(message)]))
    const code = closeCode(answer)
    const said = framesOf(answer).map(({ payload }) => payload.toString()).join()
    assert.ok(answer.ended && !said.includes('result'), `${bad}: closed with ${code}, said ${said}`)
  }
  assert.equal((await ask(server, '/healthz')).status, 200)
})

test('broken frames end the connection, and only that', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const round = await meeting.addNotes()
  const person = await meeting.person()
  const unmasked = Buffer.from([0x81, 2, 0x7b, 0x7d])
  const huge = Buffer.from([0x81, 0xff, 0x7f, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 0])
  const reserved = Buffer.from([0xf1, 0x82, 0, 0, 0, 0, 0x7b, 0x7d])
  const longPing = frame(Buffer.alloc(126), { opcode: 9 })
  const binary = frame(Buffer.from('{}'), { opcode: 2 })
  const continued = frame(Buffer.from('{}'), { opcode: 0 })
  for (const bytes of [unmasked, huge, reserved, longPing, binary, continued, frame(Buffer.alloc(0))])
    await raw(server, Buffer.concat([upgrade(server), bytes, frame(Buffer.from('{}'))]), { quiet: 300 })
  assert.ok((await putNote(person, round, 'Ännu här')).seq > 0)
  await meeting.settleAll()
  await meeting.close()
})

test('a message in many frames is one message, and 32 KiB in all', async (t) => {
  const server = await startServer(t)
  const parts = Buffer.from('{"jsonrpc":"2.0","id":5,"method":"digest","params":{}}')
  const cut = Buffer.concat([
    upgrade(server),
    frame(parts.subarray(0, 10), { final: false }),
    frame(Buffer.alloc(0), { opcode: 9 }),
    frame(parts.subarray(10, 20), { opcode: 0, final: false }),
    frame(parts.subarray(20), { opcode: 0 }),
  ])
  const said = framesOf(await raw(server, cut, { quiet: 500 })).map(({ payload }) => payload.toString()).join()
  assert.match(said, /"id":5.*not_joined/)

  const many = [upgrade(server), frame(Buffer.alloc(20000, 32), { final: false })]
  many.push(frame(Buffer.alloc(20000, 32), { opcode: 0 }))
  assert.equal(closeCode(await raw(server, Buffer.concat(many))), 1009)
})

test('nonsense and half requests are answered or dropped, and the server goes on', async (t) => {
  const server = await startServer(t)
  const cases = [
    'GET / HTTP/1.1\r\n\r\n',
    'GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n',
    'BREW /pot HTTP/1.1\r\nHost: x\r\n\r\n',
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    'GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n\r\n',
    `POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\n\r\n{`,
    'POST /login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    `GET /${'a'.repeat(9000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET / HTTP/1.1\r\n${'X-Long: y\r\n'.repeat(2000)}\r\n`,
    '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    '\x00\x00\x00\x00',
  ]
  for (const bytes of cases) {
    const answer = (await raw(server, Buffer.from(bytes, 'latin1'), { quiet: 300 })).toString('latin1')
    assert.ok(!answer.includes('root:'), bytes)
    assert.doesNotMatch(answer, / 101 /)
  }
  assert.equal((await ask(server, '/healthz')).status, 200)
})
