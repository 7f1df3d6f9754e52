// Sessions as a calendar file: what RFC 5545 asks of its lines, and that nothing that somebody wrote breaks out of them.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { calendarOf } = await page('calendar')
const NOW = Date.parse('2026-02-01T10:20:30.456Z')
const event = (more = {}) => ({
  id: '3f0c0d52-6b0e-4a51-9d5e-1f2a3b4c5d6e', sequence: 41, starts: Date.parse('2026-03-02T12:00:00Z'), minutes: 120,
  title: 'Träff 1', about: '', place: '', link: '', ...more,
})

// As a calendar reads it: unfolded, then split into names and values.
function parse(file) {
  assert.ok(file.endsWith('\r\n'))
  const lines = file.split('\r\n').slice(0, -1)
  for (const line of lines) {
    assert.ok(Buffer.byteLength(line) <= 75, line)
    assert.doesNotMatch(line, /[\r\n\u0000-\u0008]/)
    assert.equal(Buffer.from(line).toString(), line, 'no character is cut')
  }
  const whole = lines.join('\r\n').replace(/\r\n /g, '').split('\r\n')
  return whole.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)])
}
const value = (lines, name) => lines.filter(([one]) => one === name).map(([, text]) => text)
const unescaped = (text) => text.replace(/\\([\\;,nN])/g, (_, letter) => (letter.toLowerCase() === 'n' ? '\n' : letter))

test('a session stands there with its times in UTC, and the same UID each time', () => {
  const lines = parse(calendarOf('LPU', [event()], NOW))
  assert.deepEqual(lines.slice(0, 4), [['BEGIN', 'VCALENDAR'], ['VERSION', '2.0'], ['PRODID', '-//Samskap//Samskap//SV'], ['CALSCALE', 'GREGORIAN']])
  assert.deepEqual(lines.at(-1), ['END', 'VCALENDAR'])
  assert.deepEqual(value(lines, 'UID'), [event().id])
  assert.deepEqual(value(lines, 'DTSTAMP'), ['20260201T102030Z'])
  assert.deepEqual([...value(lines, 'DTSTART'), ...value(lines, 'DTEND')], ['20260302T120000Z', '20260302T140000Z'])
  assert.deepEqual(value(lines, 'SEQUENCE'), ['41'])
  assert.deepEqual(value(lines, 'LOCATION'), [])
})

test('lines are folded by octets, in front of whole characters', () => {
  const title = 'Åååå möten på östra sjukhuset 👩‍👧 '.repeat(8)
  const lines = parse(calendarOf('ö'.repeat(90), [event({ title })], NOW))
  assert.equal(unescaped(value(lines, 'SUMMARY')[0]), title)
  for (let length = 60; length < 90; length++) {
    const exact = 'x'.repeat(length)
    assert.equal(value(parse(calendarOf('', [event({ title: exact })], NOW)), 'SUMMARY')[0], exact)
  }
})

test('what somebody wrote stays in its place', () => {
  const about = 'Ta med: papper; penna, sax\nSes i \\huset\\\r\nEND:VEVENT\rBEGIN:VALARM\u0007'
  const lines = parse(calendarOf('A', [event({ about, place: 'Sal B, plan 2; norr' })], NOW))
  assert.equal(value(lines, 'END').filter((what) => what === 'VEVENT').length, 1)
  assert.deepEqual(value(lines, 'BEGIN'), ['VCALENDAR', 'VEVENT'])
  assert.equal(unescaped(value(lines, 'DESCRIPTION')[0]), 'Ta med: papper; penna, sax\nSes i \\huset\\\nEND:VEVENT\nBEGIN:VALARM ')
  assert.equal(unescaped(value(lines, 'LOCATION')[0]), 'Sal B, plan 2; norr')
})

test('a link is one, or is left out', () => {
  const url = (link) => value(parse(calendarOf('A', [event({ link })], NOW)), 'URL')
  assert.deepEqual(url('https://example.org/möte?a=1'), ['https://example.org/m%C3%B6te?a=1'])
  for (const wrong of ['', 'javascript:alert(1)', 'möte', 'data:text/html,x']) assert.deepEqual(url(wrong), [])
  assert.doesNotMatch(url('https://example.org/\r\nX:1')[0] ?? '', /X:1\r|\n/)
})

test('all of a process are one calendar; without a day there is nothing, and without a length no end', () => {
  const lines = parse(calendarOf('LPU', [event(), event({ id: 'b', starts: 0 }), event({ id: 'c', minutes: 0 })], NOW))
  assert.deepEqual(value(lines, 'UID'), [event().id, 'c'])
  assert.equal(value(lines, 'DTEND').length, 1)
})
