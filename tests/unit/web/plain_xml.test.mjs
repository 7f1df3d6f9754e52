// XML as programs write their data, and nothing of what could be put in a name's place.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { readXml } = await page('plain_xml')

test('elements, attributes, texts, comments, CDATA and named characters', () => {
  const root = readXml(`\ufeff<?xml version='1.0'?>\n<!-- <a> -->\n<q:a xmlns:q="urn:x" å='1 &lt;\n2'><b/>x&amp;y &#65;&#x1F600;<![CDATA[<&]]><b c = "d"  ></b >\n</q:a>\n`)
  assert.equal(root.name, 'a')
  assert.deepEqual([...root.attributes], [['xmlns:q', 'urn:x'], ['å', '1 < 2']])
  assert.equal(root.text, 'x&y A😀<&\n')
  assert.deepEqual(root.children.map(({ name, attributes }) => [name, ...attributes.values()]), [['b'], ['b', 'd']])
})

test('what is not such is nothing', () => {
  const wrong = ['', ' ', 'text', '<a>', '</a>', '<a></b>', '<a/><b/>', '<a/>text', '<a b="1" b="2"/>', '<a b=1/>', '<a b="<"/>', '<a', '<a>&nbsp;</a>', '<a>&</a>', '<a>& b;</a>']
  wrong.push('<a>&#0;</a>', '<a>&#xD800;</a>', '<a>&#x110000;</a>', '<a>&lt</a>', '<!DOCTYPE a><a/>', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '<a><!ENTITY b SYSTEM "file:///etc/passwd"></a>', '<1/>')
  for (const text of wrong) assert.equal(readXml(text), undefined, text)
})

test('what is long, or deep, is read in a time that grows with it', () => {
  const deep = '<a>'.repeat(20000) + '</a>'.repeat(20000)
  assert.equal(readXml(deep).name, 'a')
  assert.equal(readXml('<a>'.repeat(20000)), undefined)
  assert.equal(readXml(`<a ${'b'.repeat(300000)}`), undefined)
  assert.equal(readXml(`<!--${'-'.repeat(300000)}`), undefined)
  assert.equal(readXml(`<a>${'x'.repeat(300000)}</a>`).text.length, 300000)
})
