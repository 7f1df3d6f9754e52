// Pictures to upload, made here, and how a page uploads and fetches them.
import { crc32, deflateSync } from 'node:zlib'
import assert from 'node:assert/strict'
import { ask } from './http.mjs'
import { uuid } from './client.mjs'

const sum = crc32 ?? tableSum

// For a Node.js without crc32.
function tableSum(bytes) {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
  }
  return ~value >>> 0
}

function chunk(name, bytes) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), bytes])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(bytes.length)
  body.copy(whole, 4)
  whole.writeUInt32BE(sum(body), body.length + 4)
  return whole
}

// A PNG of lines on paper, or as grainy as a photograph; says in a comment where it was taken.
export function pngOf(width, height, { ink = [20, 40, 160], grain = false, comment = '' } = {}) {
  const rows = Buffer.alloc(height * (1 + width * 3))
  let chance = 1
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width * 3; x++) {
      chance = (Math.imul(chance, 1103515245) + 12345) >>> 0
      rows[y * (1 + width * 3) + 1 + x] = grain ? chance >>> 24 : y % 20 === 0 || Math.floor(x / 3) % 30 === 0 ? ink[x % 3] : 250
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...(comment ? [chunk('tEXt', Buffer.from(`Comment\0${comment}`, 'latin1'))] : []),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

export function upload(server, process, bytes, { cookie, headers = {} } = {}) {
  return ask(server, `/picture/${process}`, {
    method: 'POST',
    body: bytes,
    headers: { Origin: server.url, Cookie: cookie ?? '', 'Content-Type': 'image/png', 'Content-Length': bytes.length, ...headers },
  })
}

// Uploads and puts: { id, blob, small, type, width, height, bytes }.
export async function addPicture(meeting, bytes, more = {}) {
  const answer = await upload(meeting.server, meeting.process, bytes, { cookie: meeting.cookie })
  assert.equal(answer.status, 200, answer.text)
  const { blob, small, type, width, height, bytes: size } = answer.json()
  const id = uuid()
  const picture = { session: meeting.session, blob, small, type, width, height, ...more }
  await meeting.host.command('picture.put', { id, base: 0, ...picture })
  return { id, size, ...picture }
}

export function fetchPicture(server, process, id, ticket, { small = false, method = 'GET' } = {}) {
  return ask(server, `/picture/${process}/${id}${small ? '?size=small' : ''}`, {
    method,
    headers: ticket ? { Authorization: `Samskap ${ticket}` } : {},
  })
}

// Looks until it is so.
export async function soon(look, what) {
  for (let tries = 0; tries < 150; tries++) {
    if (await look()) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  assert.fail(what)
}
