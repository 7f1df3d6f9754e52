// The ways in: typed, pasted, scanned.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { codeDigits, invitationOf, isWholeCode, pastedWay, secretOf, spacedDigits } = await page('invitation')
const { wayLink } = await page('join_link')
const { movedName } = await page('moved')
const secret = '00112233445566778899aabbccddeeff'

test('a code is read however it is written', () => {
  for (const text of ['1234567890', '123 456 7890', ' 123-456-7890 ', 'Kod: 123 456 7890.', '12345678901234'])
    assert.equal(codeDigits(text), '1234567890', text)
  assert.deepEqual(['', '1', '1234', '1234567', '1234567890'].map(spacedDigits), ['', '1', '123 4', '123 456 7', '123 456 7890'])
  assert.deepEqual(['123456789', '1234567890'].map(isWholeCode), [false, true])
})

test('a page address invites by code or by secret, or not at all', () => {
  assert.deepEqual(invitationOf({ pathname: '/j/1234567890', hash: '' }), { code: '1234567890' })
  assert.deepEqual(invitationOf({ pathname: '/j/', hash: `#${secret}` }), { secret })
  assert.deepEqual(invitationOf({ pathname: '/j/1234567890', hash: `#${secret}` }), { secret })
  assert.equal(invitationOf({ pathname: '/', hash: `#${secret}` }), undefined)
  assert.equal(invitationOf({ pathname: '/j/', hash: '#/svar' }), undefined)
  assert.equal(secretOf('#ABCDEF'), undefined)
})

test('a return link or a slip names its session, and is pasted as it is opened', () => {
  const session = '01234567-89ab-4cde-8f01-23456789abcd'
  const link = wayLink('https://samskap.example', session, secret)
  assert.equal(link, `https://samskap.example/j/#way=${session}.${secret}`)
  assert.deepEqual(invitationOf({ pathname: '/j/', hash: new URL(link).hash }), { session, way: secret })
  assert.deepEqual(pastedWay(` ${link}\n`), { session, way: secret })
  for (const hash of [`#way=${session}`, `#way=.${secret}`, `#way=${session}.${secret}0`, `#${session}.${secret}`])
    assert.equal(invitationOf({ pathname: '/j/', hash }), undefined, hash)
})

test('who has been here before is told from who is new', () => {
  const me = (more) => ({ kind: 'participant', id: 'p', seq: 1, ...more })
  assert.equal(movedName([me({ rev: 0 })]), undefined)
  assert.equal(movedName([]), undefined)
  assert.equal(movedName([me({ rev: 2, name: 'Moa' })]), 'Moa')
  assert.equal(movedName([me({}), { kind: 'step', id: 's', seq: 2 }]), '')
})

test('what is pasted may be a whole link', () => {
  assert.deepEqual(pastedWay(`https://samskap.example/j/#${secret}\n`), { secret })
  assert.deepEqual(pastedWay('samskap.example/j/1234567890'), { code: '1234567890' })
  assert.deepEqual(pastedWay('123 456 7890'), { code: '1234567890' })
  assert.equal(pastedWay('12345'), undefined)
  assert.equal(pastedWay('hej'), undefined)
})
