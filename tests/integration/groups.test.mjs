// A room in groups: dealt, moved, met by latecomers, walls of their own, called back, and the same after a restart.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Client, uuid } from './support/client.mjs'
import { Meeting, profile, putNote, refusal } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'

const roles = ['Chef', 'Förtroendevald', 'Tjänsteperson'].map((name) => ({ id: uuid(), name }))

const placeOf = (client, grouping) => client.store.findOwn('place', grouping)
const groupOf = (client, grouping) => placeOf(client, grouping)?.group

async function divide(meeting, groups = 3, more = {}) {
  const grouping = {
    id: uuid(),
    session: meeting.session,
    title: 'Smågrupper',
    groups: Array.from({ length: groups }, (_, i) => ({ id: uuid(), name: `Grupp ${i + 1}`, link: `https://example.org/${i + 1}` })),
    ...more,
  }
  await meeting.host.command('grouping.put', { ...grouping, base: 0 })
  return grouping
}

const deal = (meeting, grouping, more = { method: 'balanced' }) =>
  meeting.host.command('grouping.deal', { id: grouping.id, base: meeting.host.store.find('grouping', grouping.id).seq, ...more })

async function display(meeting, group) {
  const { token } = await meeting.host.command('display.add', { session: meeting.session, group })
  const client = await Client.open(meeting.server)
  const attended = await client.attend({ as: 'display', token })
  assert.deepEqual(attended.group, group)
  meeting.clients.push(client)
  return client
}

test('people are dealt into groups, write on their own walls, and meet in plenum', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server, { about: profile({ roles }) })
  const people = []
  for (let i = 0; i < 12; i++) people.push(await meeting.person({ role: roles[i % 3].id }))
  const grouping = await divide(meeting)
  const round = await meeting.addNotes({ visibility: 'group', grouping: grouping.id })
  assert.equal(await refusal(putNote(people[0], round, 'Ingenstans')), 'not_a_group')

  await deal(meeting, grouping)
  for (const client of people) await client.until(() => groupOf(client, grouping.id), 'a place of one’s own')
  for (const { id } of grouping.groups) {
    const members = people.filter((client) => groupOf(client, grouping.id) === id)
    assert.equal(members.length, 4)
    const count = (role) => members.filter((client) => people.indexOf(client) % 3 === role).length
    for (const role of [0, 1, 2]) assert.ok(count(role) >= 1 && count(role) <= 2, 'roles are spread')
  }

  const [maj] = people
  const own = { grouping: grouping.id, group: groupOf(maj, grouping.id) }
  const wall = await display(meeting, own)
  const other = await display(meeting, { ...own, group: grouping.groups.find(({ id }) => id !== own.group).id })
  const { entity } = await putNote(maj, round, 'Hos oss')
  assert.equal(entity.group, own.group)
  await wall.until((store) => store.notes(round)[0]?.text === 'Hos oss')
  for (const client of people.filter((one) => groupOf(one, grouping.id) === own.group)) {
    await client.until((store) => store.notes(round).length === 1, 'the group’s wall')
  }
  await meeting.settleAll()
  const outside = people.filter((one) => groupOf(one, grouping.id) !== own.group)
  for (const client of [...outside, other]) {
    assert.ok(!client.received.some((message) => message.includes('Hos oss')), 'in no payload of another group')
  }

  const late = await meeting.person()
  assert.ok(groupOf(late, grouping.id), 'who comes late has a group at once')

  const placing = meeting.host.store.all('placing').find((one) => one.participant === maj.participant)
  const to = grouping.groups.find(({ id }) => id !== own.group).id
  await meeting.host.command('group.place', { grouping: grouping.id, participant: maj.participant, group: to, base: placing.seq })
  await maj.until(() => groupOf(maj, grouping.id) === to, 'is told')
  await maj.until((store) => store.notes(round).length === 0, 'another wall')
  assert.equal(maj.store.allOwn('note')[0].group, own.group, 'the note stays')

  await meeting.host.command('session.say', { id: meeting.session, text: 'Kom tillbaka', until: Date.now() + 60000, back: true })
  for (const client of [...people, wall]) await client.until((store) => store.find('session', meeting.session).said?.back)

  await meeting.host.command('round.reveal', { id: round })
  const walls = { id: meeting.session, screen: 'walls', round }
  await meeting.host.command('session.stage', walls)
  await meeting.host.command('session.stage', { ...walls, group: own.group })
  for (const client of [...people, other]) await client.until((store) => store.notes(round)[0]?.group === own.group, 'in plenum')
  await meeting.settleAll()
  await meeting.close()
})

test('people choose where there is room, and deals are taken back', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const [maj, ove, siv] = await meeting.people(3)
  const grouping = await divide(meeting, 2, { choice: true, most: 1 })
  const choose = (client, group, rev) => client.command('group.choose', { grouping: grouping.id, group, rev })
  const [first, second] = grouping.groups.map(({ id }) => id)
  assert.equal((await choose(maj, first, 1)).entity.kind, 'place')
  assert.equal(await refusal(choose(ove, first, 1)), 'group_full')
  await choose(ove, second, 1)
  await choose(maj, undefined, 2)
  await choose(siv, first, 1)
  await deal(meeting, grouping, { method: 'random', absent: [siv.participant] })
  await siv.until(() => !groupOf(siv, grouping.id), 'was away')
  await deal(meeting, grouping, { undone: true })
  await siv.until(() => groupOf(siv, grouping.id) === first && placeOf(siv, grouping.id).chosen)
  await ove.until(() => groupOf(ove, grouping.id) === second)
  await meeting.settleAll()
  await meeting.close()
})

test('groups stand as they stood when the server comes back', async (t) => {
  const server = await startServer(t)
  const meeting = await Meeting.open(server)
  const people = await meeting.people(6)
  const grouping = await divide(meeting)
  const round = await meeting.addNotes({ visibility: 'group', grouping: grouping.id })
  await deal(meeting, grouping, { method: 'random' })
  for (const client of people) await client.until(() => groupOf(client, grouping.id))
  const before = people.map((client) => groupOf(client, grouping.id))
  const wall = await display(meeting, { grouping: grouping.id, group: before[0] })
  await putNote(people[0], round, 'Hos oss')
  await wall.until((store) => store.notes(round).length === 1)
  await meeting.settleAll()
  await meeting.close()
  await server.stop()
  await server.start()
  const again = await meeting.attendAgain()
  for (const [i, client] of people.entries()) {
    const back = await meeting.person({ token: client.token, author_secret: client.authorSecret })
    assert.equal(groupOf(back, grouping.id), before[i])
    assert.equal(back.store.notes(round).length, before[i] === before[0] ? 1 : 0)
  }
  assert.equal(again.store.find('grouping', grouping.id).groups.reduce((sum, { count }) => sum + count, 0), 6)
  await meeting.host.close()
})
