// Reads the plain XML that the server writes (no comments, no CDATA, no document type) without the library that wrote it:
// elements as { name, attributes, children, text }.
import assert from 'node:assert/strict'

const marks = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plain(text) {
  return text.replace(/&(?:#x([0-9A-Fa-f]+)|#(\d+)|(\w+));/g, (whole, hex, decimal, name) => {
    if (name) return marks[name] ?? assert.fail(`an entity: ${whole}`)
    return String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal))
  })
}

function attributesOf(text) {
  const attributes = {}
  for (const [, name, value] of text.matchAll(/([\w:]+)="([^"]*)"/g)) {
    assert.ok(!(name in attributes), `${name} twice`)
    attributes[name] = plain(value)
  }
  return attributes
}

export function readXml(text) {
  const root = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const rest = text.replace(/^<\?xml version="1.0" encoding="UTF-8"\?>\n/, '')
  assert.ok(rest.length < text.length, 'a declaration')
  for (const [, end, name, attributes, alone, characters] of rest.matchAll(/<(\/?)([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>|([^<]+)/g)) {
    if (characters !== undefined) {
      open.at(-1).text += plain(characters)
    } else if (end) {
      assert.equal(open.pop().name, name)
    } else {
      const element = { name, attributes: attributesOf(attributes), children: [], text: '' }
      open.at(-1).children.push(element)
      if (!alone) open.push(element)
    }
  }
  assert.equal(open.length, 1)
  assert.equal(root.children.length, 1)
  return root.children[0]
}

// All elements within one that have the name, in the document's order.
export function findAll(element, name) {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)])
}

export function find(element, name) {
  return findAll(element, name)[0]
}
