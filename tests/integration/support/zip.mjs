// The files of a zip by their whole names, in its order, each with its sum checked.
import assert from 'node:assert/strict'
import { inflateRawSync } from 'node:zlib'

function crc32(bytes) {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}

function entryAt(bytes, at) {
  assert.equal(bytes.readUInt32LE(at), 0x02014b50, 'an entry of the directory')
  const [nameSize, moreSize, commentSize] = [28, 30, 32].map((place) => bytes.readUInt16LE(at + place))
  const name = bytes.toString('utf8', at + 46, at + 46 + nameSize)
  const local = bytes.readUInt32LE(at + 42)
  const data = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const packed = bytes.subarray(data, data + bytes.readUInt32LE(at + 20))
  const content = bytes.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)
  assert.equal(crc32(content), bytes.readUInt32LE(at + 16), name)
  return { name, content, next: at + 46 + nameSize + moreSize + commentSize }
}

export function readZip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  assert.ok(end >= 0, 'the end of a zip')
  const files = new Map()
  let at = bytes.readUInt32LE(end + 16)
  for (let i = bytes.readUInt16LE(end + 10); i > 0; i--) {
    const { name, content, next } = entryAt(bytes, at)
    assert.ok(!files.has(name), `${name} twice`)
    files.set(name, content)
    at = next
  }
  return files
}
