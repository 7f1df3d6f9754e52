// Who I am, as far as I said.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { askedOf, chooseable, meantOf, myselfOf, refusedOf, saidOf, seated, tableOf } = await page('myself')
const { inOrder } = await page('meeting')
const profile = (more = {}) => ({ title: 'P', language: 'sv', zone: 'Europe/Stockholm', ...more })
const some = [{ id: 'x', name: 'X' }]

test('name and research are asked unless the process says no; the rest where there is something to choose', () => {
  assert.deepEqual(askedOf(profile(), undefined), ['name', 'consent'])
  assert.deepEqual(askedOf(profile({ asks_name: false, asks_consent: false }), undefined), [])
  const all = profile({ roles: some, levels: some, organisations: some, asks_organisation: true })
  assert.deepEqual(askedOf(all, { tables: some }), ['name', 'role', 'level', 'organisation', 'table', 'consent'])
  assert.deepEqual(askedOf(profile({ organisations: some }), undefined), ['name', 'consent'])
  assert.deepEqual(askedOf(undefined, undefined), [])
})

test('what was refused stands to be looked over, unless something newer was said', () => {
  const put = (rev, name, state) => ({ method: 'participant.put', params: { rev, name, role: 'gone' }, state })
  const me = myselfOf({ kind: 'participant', id: 'p', seq: 1, name: 'Kim', level: 'x', rev: 1 }, [])
  const meant = (...commands) => meantOf(me, commands)
  assert.deepEqual([meant().name, meant().level], ['Kim', 'x'])
  const consent = { method: 'participant.consent', params: { rev: 4, consent: true }, state: 'refused' }
  const { name, role, level } = meant(put(2, 'Kim A', 'refused'), put(3, 'Kim B', 'refused'), consent)
  assert.deepEqual([name, role, level], ['Kim B', 'gone', ''])
  assert.equal(meant(put(2, 'Kim A', 'refused'), put(3, 'Kim B', 'sending')).name, 'Kim')
  const refused = refusedOf([put(2, 'Kim A', 'refused'), put(3, 'Kim B', 'sending'), consent], 'participant.put')
  assert.deepEqual(refused.map(({ params }) => params.name), ['Kim A'])
})

test('what was said here stands over what is known; what is left out is not said', () => {
  const known = { kind: 'participant', id: 'p', seq: 1, name: 'Kim', role: 'chef', rev: 4, consent: true }
  const commands = [
    { method: 'participant.put', params: { rev: 5, name: 'Kim A' }, state: 'sending' },
    { method: 'participant.consent', params: { rev: 6, consent: false }, state: 'saved' },
    { method: 'participant.put', params: { rev: 7, name: 'Nekad' }, state: 'refused' },
    { method: 'note.put', params: { rev: 99 }, state: 'saved' },
  ]
  const me = myselfOf(known, commands)
  assert.deepEqual([me.name, me.role, me.consent, me.nextRev, me.isWaiting], ['Kim A', '', false, 8, true])
  assert.deepEqual(saidOf(me), { name: 'Kim A' })
  assert.deepEqual(saidOf({ ...me, name: '  ' }), {})
})

test('nobody said anything: no, and nothing', () => {
  const me = myselfOf(undefined, [])
  assert.deepEqual([me.consent, me.nextRev, saidOf(me)], [false, 1, {}])
})

test('a seat fills in what it says, and goes along with whether one stands in there', () => {
  const seat = (id, more = {}) => ({ kind: 'seat', id, seq: 1, title: id, ...more })
  const seats = inOrder([seat('b', { position: 2 }), seat('c', { removed: true }), seat('a', { position: 2, role: 'chef', level: 'l' }), seat('d', { position: 1 })])
  assert.deepEqual(seats.map(({ id }) => id), ['d', 'a', 'b'])
  assert.deepEqual(seated(seats[1]), { seat: 'a', deputy: false, role: 'chef', level: 'l' })
  assert.deepEqual(askedOf(profile({ asks_name: false, asks_consent: false }), undefined, [], seats), ['seat'])
  const known = { kind: 'participant', id: 'p', seq: 1, seat: 'a', deputy: true, rev: 1 }
  const me = myselfOf(known, [])
  assert.deepEqual(saidOf(me), { seat: 'a', deputy: true })
  const here = chooseable(me, profile(), undefined, seats)
  assert.deepEqual([here.seat, here.deputy], ['a', true])
  const gone = chooseable(me, profile(), undefined, [])
  assert.deepEqual([gone.seat, gone.deputy], ['', false])
  const left = myselfOf(known, [{ method: 'participant.put', params: { rev: 2, name: 'Kim' }, state: 'sending' }])
  assert.deepEqual([left.seat, left.deputy], ['', false])
})

test('a table of another day is none here', () => {
  assert.equal(tableOf({ table: 'old' }, { tables: some }), undefined)
  assert.equal(tableOf({ table: 'x' }, { tables: some }).name, 'X')
  assert.equal(tableOf({ table: 'x' }, undefined), undefined)
})

test('where organisations answer, one must be able to say which', () => {
  const one = profile({ organisations: some })
  const session = { id: 's' }
  assert.deepEqual(askedOf(one, session, [{ session: 's', authorship: 'organisation' }]), ['name', 'organisation', 'consent'])
  assert.deepEqual(askedOf(one, session, [{ session: 't', authorship: 'organisation' }]), ['name', 'consent'])
})

test('what can be chosen no longer is not said again with what is changed', () => {
  const me = myselfOf({ name: 'Kim', role: 'gone', level: 'x', organisation: 'gone', table: 'gone', rev: 1 }, [])
  const said = saidOf(chooseable({ ...me, name: 'Kim A' }, profile({ roles: some, levels: some }), { tables: some }))
  assert.deepEqual(said, { name: 'Kim A', level: 'x' })
  assert.equal(chooseable(me, undefined, undefined).nextRev, 2)
})
