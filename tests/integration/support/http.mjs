// HTTP as a browser of the server's own pages would ask, and bytes as nobody should send them.
import http from 'node:http'
import https from 'node:https'
import { connect } from 'node:net'

// { status, headers, body (bytes), text, json() }
export function ask(server, path, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const { request } = server.url.startsWith('https:') ? https : http
    const { hostname, port } = new URL(server.url)
    const asked = request({ hostname, port, method, path, headers, agent: false, ca: server.certificate }, (answer) => {
      const parts = []
      answer.on('data', (part) => parts.push(part))
      answer.on('end', () => {
        const bytes = Buffer.concat(parts)
        resolve({
          status: answer.statusCode,
          headers: answer.headers,
          body: bytes,
          text: bytes.toString(),
          json: () => JSON.parse(bytes.toString()),
        })
      })
      answer.on('error', reject)
    })
    asked.on('error', reject)
    asked.setTimeout(30_000, () => asked.destroy(new Error(`no answer to ${method} ${path}`)))
    asked.end(body)
  })
}

export function post(server, path, value, headers = {}) {
  const body = JSON.stringify(value)
  return ask(server, path, {
    method: 'POST',
    body,
    headers: { Origin: server.url, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), ...headers },
  })
}

// NAME=VALUE of the cookie that an answer sets.
export function cookieOf(answer) {
  return answer.headers['set-cookie']?.[0].split(';')[0]
}

// Sends bytes and gives what came until the server closed (then .ended is true), or until so many milliseconds were
// quiet.
export function raw(server, bytes, { quiet = 1000 } = {}) {
  return new Promise((resolve, reject) => {
    const parts = []
    const socket = connect(server.port, '127.0.0.1', () => socket.write(bytes))
    let ended = true
    socket.setTimeout(quiet, () => {
      ended = false
      socket.destroy()
    })
    socket.on('data', (part) => parts.push(part))
    socket.on('error', (error) => (error.code === 'ECONNRESET' || error.code === 'EPIPE' ? undefined : reject(error)))
    socket.on('close', () => resolve(Object.assign(Buffer.concat(parts), { ended })))
  })
}

// A WebSocket frame from a client, masked with zeros.
export function frame(payload, { opcode = 1, final = true } = {}) {
  const size = payload.length
  const head =
    size < 126
      ? Buffer.from([0, 0x80 | size])
      : size < 65536
        ? Buffer.from([0, 0x80 | 126, size >> 8, size & 255])
        : Buffer.from([0, 0x80 | 127, 0, 0, 0, 0, (size >>> 24) & 255, (size >>> 16) & 255, (size >>> 8) & 255, size & 255])
  head[0] = (final ? 0x80 : 0) | opcode
  return Buffer.concat([head, Buffer.alloc(4), payload])
}

export function upgrade(server, { protocol = 'samskap.v1', token = 'websocket', origin = server.url } = {}) {
  return Buffer.from(
    [
      'GET /ws HTTP/1.1',
      `Host: ${new URL(server.url).host}`,
      'Connection: Upgrade',
      `Upgrade: ${token}`,
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Version: 13',
      `Sec-WebSocket-Protocol: ${protocol}`,
      `Origin: ${origin}`,
      '',
      '',
    ].join('\r\n'),
  )
}
