// In which group somebody is, what is said to all groups and for how long, and what the form of a question's groups says.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { myPlaceIn } = await page('my_place')
const { saidAt, saidIn, minutesToBack } = await page('said')
const settings = await page('grouping_settings')
const { promiseOf } = await page('promise')
const { stageOf } = await page('stage_of')
const { stageOfWalls } = await page('stage_choices')

const groups = [{ id: 'g1', name: 'Grupp 1' }, { id: 'g2', name: 'Grupp 2' }]
const grouping = { id: 'x', groups }
const choose = (group, rev, more = {}) => ({ command: `c${rev}`, method: 'group.choose', params: { grouping: 'x', group, rev }, state: 'saved', ...more })

test('my group is what the server says, then what I chose since; a refused choice counts for nothing', () => {
  assert.deepEqual(myPlaceIn(grouping, undefined, []), { group: undefined, nextRev: 1, isWaiting: false, refused: undefined })
  assert.equal(myPlaceIn(grouping, { group: 'g1', rev: 2 }, []).group.name, 'Grupp 1')
  const waiting = myPlaceIn(grouping, { group: 'g1', rev: 2 }, [choose('g2', 3)])
  assert.deepEqual([waiting.group.name, waiting.nextRev, waiting.isWaiting], ['Grupp 2', 4, true])
  const refused = myPlaceIn(grouping, { group: 'g1', rev: 2 }, [choose('g2', 3, { state: 'refused', refused: { reason: 'group_full' } })])
  assert.deepEqual([refused.group.name, refused.nextRev, refused.isWaiting, refused.refused.refused.reason], ['Grupp 1', 4, false, 'group_full'])
  assert.equal(myPlaceIn(grouping, { group: 'g1', rev: 1 }, [{ ...choose('g2', 2), params: { grouping: 'other', group: 'g2', rev: 2 } }]).group.name, 'Grupp 1')
})

test('a line is read for its time, and a call until they are back', () => {
  const at = 1_000_000
  assert.equal(saidAt(undefined, at), undefined)
  assert.equal(saidAt({ text: '', at }, at), undefined)
  assert.ok(saidAt({ text: 'Hej', at, until: at + 1 }, at))
  assert.equal(saidAt({ text: 'Hej', at, until: at + 1 }, at + 1), undefined)
  assert.ok(saidAt({ text: 'Hej', at }, at + 1_000_000))
  assert.ok(saidAt({ at, back: true, until: at + 120_000 }, at + 180_000))
  assert.equal(saidAt({ at, back: true }, at + 300_000), undefined)
  assert.deepEqual([minutesToBack({ until: at + 61_000 }, at), minutesToBack({ until: at }, at), minutesToBack({}, at)], [2, 0, 0])
})

test('a call back is over when plenum has begun, though its time is not', () => {
  const at = 1_000_000
  const now = at + 60_000
  const said = { at, back: true, until: at + 120_000 }
  const session = { id: 's', state: 'live', stage: { screen: 'round', round: 'r' }, said }
  const round = { id: 'r', session: 's', form: 'notes', visibility: 'group', state: 'open', opened: at - 1 }
  const item = { id: 'i', session: 's', started: at - 1, ended: 0 }
  const isCalled = (more, { rounds = [round], items = [item] } = {}) => saidIn({ session: { ...session, ...more }, rounds, items }, now) !== undefined
  assert.ok(isCalled({}))
  assert.ok(isCalled({}, { rounds: [{ ...round, state: 'closing', deadline: now + 5 }] }), 'they finish what they write')
  const closed = { ...round, state: 'closed', deadline: now - 1 }
  assert.equal(isCalled({}, { rounds: [closed] }), false, 'the groups have closed')
  assert.ok(isCalled({}, { rounds: [{ ...closed, deadline: at - 1 }] }), 'called when they were done')
  assert.ok(isCalled({}, { rounds: [closed, { ...round, id: 'q' }] }), 'others are at work')
  assert.ok(isCalled({}, { rounds: [round, { ...closed, id: 'q', visibility: 'own' }] }), 'no work of groups')
  assert.ok(isCalled({}, { rounds: [round, { ...closed, id: 'q', session: 't' }] }), 'of another meeting')
  assert.equal(isCalled({ stage: { screen: 'walls', round: 'r' } }), false)
  assert.ok(isCalled({ stage: { screen: 'join' } }), 'what is shown may have been there before')
  const asked = { ...round, id: 'q', visibility: 'all', opened: at + 1 }
  assert.equal(isCalled({}, { rounds: [round, asked] }), false, 'something else is asked')
  assert.ok(isCalled({}, { rounds: [round, { ...asked, homework: true }] }))
  assert.equal(isCalled({}, { items: [{ ...item, ended: at + 1 }, { ...item, id: 'j', started: at + 1 }] }), false, 'the programme has gone on')
  assert.equal(isCalled({}, { items: [{ ...item, ended: at + 1 }, { ...item, id: 'j', started: 5 }] }), false, 'to what was on before')
  assert.equal(isCalled({ state: 'ended' }), false)
  const line = { text: 'Välj en som berättar', at }
  assert.deepEqual(saidIn({ session: { ...session, said: line }, rounds: [closed], items: [] }, now), line, 'a line stands')
})

const rows = [{ id: 'a', name: ' Norr ', link: 'https://' }, { id: 'b', name: 'Syd', link: 'teams.example.org/b' }, { id: 'c', name: '', link: '' }]

test('a form of groups says what is wrong, and puts what is right', () => {
  const form = { way: 'choice', from: '', rows, most: 6 }
  assert.equal(settings.groupsProblem(form, []), undefined)
  assert.deepEqual(settings.groupingPutOf({ id: 'x', base: 0, session: 's', title: 'T' }, form), {
    id: 'x', base: 0, session: 's', title: 'T', groups: [{ id: 'a', name: 'Norr' }, { id: 'b', name: 'Syd', link: 'https://teams.example.org/b' }], choice: true, most: 6,
  })
  assert.equal(settings.groupsProblem({ ...form, rows: rows.slice(0, 1) }, []), 'none')
  assert.equal(settings.groupsProblem({ ...form, rows: [rows[0], { ...rows[1], name: 'norr' }] }, []), 'twice')
  assert.equal(settings.groupsProblem({ ...form, rows: [rows[0], { ...rows[1], link: 'http://x.example.org' }] }, []), 'link')
  assert.equal(settings.groupsProblem({ ...form, most: 201 }, []), 'most')
  assert.equal(settings.groupsProblem({ ...form, way: 'like' }, []), 'from')
  assert.equal(settings.groupsProblem({ ...form, way: 'table', rows: [] }, []), undefined)
  assert.equal(settings.makesGroups({ ...form, way: 'like', from: 'here' }, [{ id: 'here' }]), false)
  assert.equal(settings.makesGroups({ ...form, way: 'like', from: 'there' }, [{ id: 'here' }]), true)
})

test('groups that were dealt as others were can be changed in the form, and are dealt anew only where that is asked for', () => {
  const dealt = { id: 'x', groups: [{ id: 'a', name: 'Norr' }, { id: 'b', name: 'Syd' }], dealt: true, method: 'like' }
  const form = settings.groupsSettingsOf({ visibility: 'group', grouping: 'x' }, dealt, { rows: [], hasTables: false })
  assert.equal(form.way, 'like')
  assert.equal(settings.groupsProblem(form, []), undefined)
  assert.equal(settings.makesGroups(form, [{ id: 'other' }]), true)
  assert.equal(settings.dealsAnew(form, dealt), false)
  assert.equal(settings.dealsAnew({ ...form, from: 'other' }, dealt), true)
  assert.equal(settings.dealsAnew({ ...form, way: 'random' }, dealt), true)
  assert.equal(settings.dealsAnew({ ...form, way: 'choice' }, dealt), false)
  assert.equal(settings.groupsSettingsOf(undefined, { ...dealt, method: 'random' }, { rows: [], hasTables: false }).from, '')
})

test('what others call groups meanwhile stays where it was not changed here', () => {
  const row = (id, name, link = '') => ({ id, name, link })
  const opened = [row('a', 'Grupp 1'), row('b', 'Grupp 2'), row('c', 'Grupp 3'), row('d', 'Grupp 4')]
  const mine = [row('a', 'Norr'), row('b', 'Grupp 2'), row('d', 'Grupp 4'), row('e', 'Min')]
  const now = [row('a', 'Grupp 1'), row('b', 'Syd', 'https://x.example.org/'), row('c', 'Grupp 3'), row('f', 'Deras')]
  assert.deepEqual(settings.rowsTogether(opened, mine, now), [row('a', 'Norr'), row('b', 'Syd', 'https://x.example.org/'), row('e', 'Min'), row('f', 'Deras')])
  assert.deepEqual(settings.rowsTogether(opened, mine, opened), mine)
})

test('the promise of what goes by groups or tables says that they are told apart', () => {
  const round = { form: 'notes', visibility: 'group', authorship: 'anonymous', state: 'open' }
  assert.deepEqual(promiseOf(round), ['promise_walls', 'promise_anonymous'])
  assert.deepEqual(promiseOf({ ...round, revealed: true }), ['promise_walls_revealed', 'promise_anonymous'])
})

test('walls are on the big screen once the room may read them, and go by the same button', () => {
  const round = { id: 'r', session: 's', form: 'notes', visibility: 'group', state: 'open', opened: 1, grouping: 'x' }
  const view = (revealed) => stageOf({ session: { id: 's', state: 'live', stage: { screen: 'walls', round: 'r', group: 'g1' } }, items: [], rounds: [{ ...round, revealed }], words: [] })
  assert.deepEqual([view(false).screen, view(true).screen, view(true).group], ['round', 'walls', 'g1'])
  const now = { session: { id: 's', stage: { screen: 'walls', round: 'r', group: 'g1' } }, on: undefined, round: undefined }
  assert.equal(stageOfWalls(now, round, 'g1').screen, 'round')
  assert.deepEqual(stageOfWalls(now, round, undefined), { id: 's', round: 'r', screen: 'walls' })
})
