// An LPU from its first meeting to its last, made of the shipped template: 12 participants and 2 researchers, five meetings
// and the homework between them. Two come again on other phones, two share one, a deputy takes a seat, three have no device, who
// steers is handed over, a meeting is killed and goes on, homework ends while the server is down. What is taken home is what was
// sent.
import test from 'node:test'
import assert from 'node:assert/strict'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from './support/client.mjs'
import { Lpu } from './support/lpu.mjs'
import { hasDevice } from './support/lpu_people.mjs'
import { ballot, deputy, meetings } from './support/lpu_script.mjs'
import { addAccount, firstAdministrator, refusal } from './support/meeting.mjs'
import { rowsOf } from './support/record.mjs'
import { runProgram, startServer } from './support/server.mjs'
import { zone } from './support/template_process.mjs'
import { download, lines, parseLines } from './support/transcript.mjs'

async function firstMeeting(lpu) {
  await lpu.begin(1)
  await lpu.hold(1)
  const list = lpu.host.store.all('words').find(({ title }) => title === 'Ord om utmaningen')
  await lpu.change('words', list.id, { shown: true })
  await lpu.end(1)
  await lpu.doHomework(1)
  await lpu.keepDiary()
  await lpu.checkScreens(1)
}

// Alva comes on another phone, by the link that she made at the end of the first meeting; the second facilitator takes over.
async function secondMeeting(lpu) {
  await lpu.person('Alva').moveToAnotherPhone(lpu.sessionOf(1))
  await lpu.leave()
  const robin = await addAccount(lpu.server, lpu.cookie, 'Robin', 'facilitator')
  const other = await Client.open(lpu.server, { cookie: robin.cookie })
  await other.attend({ as: 'host', process: lpu.process })
  await lpu.begin(2)
  const lectureTitle = await lpu.addLecture(2)
  const id = lpu.sessionOf(2)
  await lpu.host.command('session.steer', { id, account: lpu.meeting.account, name: 'Ordförande' })
  const join = { id, screen: 'join' }
  assert.equal(await refusal(other.command('session.stage', join)), 'not_steering')
  const handOver = async () => {
    await lpu.host.command('session.steer', { id, account: robin.id, name: 'Robin' })
    await other.until((store) => store.find('session', id).steered_by === robin.id, 'it is handed over')
    await other.command('session.stage', join)
    assert.equal(await refusal(lpu.host.command('session.stage', join)), 'not_steering')
    lpu.steering = other
  }
  await lpu.hold(2, { behind: { [lectureTitle]: handOver } })
  await other.command('session.steer', { id })
  lpu.steering = undefined
  await other.close()
  await lpu.end(2)
  await lpu.doHomework(2)
  await lpu.checkScreens(2)
  await lpu.leave()
}

// A deputy comes, the server is killed in the middle of answering, and hands are counted beside the phones.
async function thirdMeeting(lpu) {
  await lpu.begin(3)
  assert.notEqual(lpu.person(deputy.name).participant, lpu.person(deputy.instead).participant)
  const killed = async (round) => {
    await lpu.host.command('round.open', { id: round.id })
    const answered = () => lpu.ledger.of(round.id).length
    const killing = (async () => {
      while (answered() < 3) await sleep(5)
      await lpu.server.kill()
      await lpu.server.start()
      await lpu.attendAgain()
    })()
    const lines = meetings[2].factors
    const paper = lines.filter(([name]) => !hasDevice(name))
    await Promise.all([killing, lpu.writeAll(round, lines.filter(([name]) => hasDevice(name)))])
    await lpu.writeAll(round, paper)
    await lpu.host.until((store) => store.notes(round.id).length === lines.length, 'nothing is lost, nothing is there twice')
    await lpu.closeRound(3, 'factors')
  }
  const vote = async (item) => {
    const id = await lpu.vote(3, item)
    const tally = await lpu.host.until((store) => store.find('tally', id)?.choices && store.find('tally', id), 'the tally')
    assert.equal(tally.voters, Object.keys(ballot.votes).length + ballot.hands.people, 'each is a person')
  }
  await lpu.hold(3, { instead: { factors: killed }, behind: { 'Orden som bär bilden': vote } })
  await lpu.end(3)
  const { id } = await lpu.doHomework(3)
  await lpu.checkScreens(3)
  await lpu.leave()
  await endWhileDown(lpu, id)
}

// Its end is brought forward, and passes while the server is down.
async function endWhileDown(lpu, round) {
  await lpu.host.command('round.deadline', { id: round, deadline: Date.now() + 1000 })
  await lpu.server.kill()
  await sleep(1100)
  await lpu.server.start()
  await lpu.attendAgain()
  await lpu.host.until((store) => store.find('round', round).state === 'closed', 'it ended')
}

// Runa's phone goes dead, and another one goes on with what she has signed.
async function fourthMeeting(lpu) {
  await lpu.begin(4)
  const onAnotherPhone = async (round) => {
    const runa = lpu.person('Runa')
    const { participant } = await runa.moveToAnotherPhone(lpu.sessionOf(4))
    assert.equal(participant, runa.participant)
    await runa.come({ session: lpu.sessionOf(4) })
    const [mine] = runa.device.store.allOwn('note').filter((note) => note.round === round)
    const text = 'Jag säger till jouren och växeln att numret finns.'
    await runa.command('note.put', { id: mine.id, round, rev: mine.rev + 1, text })
    lpu.ledger.notes.get(mine.id).text = text
  }
  await lpu.hold(4, { behind: { 'Vi väljer våra prov': () => lpu.promise(4, onAnotherPhone) } })
  await lpu.end(4)
  await lpu.doHomework(4)
  await lpu.checkScreens(4)
  await lpu.leave()
}

async function fifthMeeting(lpu) {
  await lpu.begin(5)
  await lpu.hold(5)
  await lpu.end(5)
  await lpu.checkScreens(5)
  await lpu.leave()
}

// The same questions have the same keys in the first and the last meeting.
function checkKeys(lpu) {
  const [before, after] = [1, 5].map((number) => lpu.round(number, 'where-we-are').scale.statements.map(({ key }) => key))
  assert.deepEqual(before, after)
}

// Homework ends at noon the day before the next meeting, on the clock of where the group is.
function checkDeadline(lpu) {
  const { deadline } = lpu.round(1, 'notice')
  const clock = new Intl.DateTimeFormat('sv', { timeZone: zone, timeStyle: 'short' }).format(deadline)
  assert.equal(clock, '12:00')
}

async function checkRecords(lpu) {
  const record = await lines(lpu.meeting)
  lpu.ledger.checkDocumentation(record, lpu)
  const list = lpu.host.store.all('words').find(({ title }) => title === 'Ord om utmaningen')
  const inRecord = rowsOf(record, 'words').filter((row) => row.list === list.id)
  for (const { label, persons } of list.words) assert.equal(inRecord.find(({ word }) => word === label)?.persons, persons, label)
  const researcher = await addAccount(lpu.server, lpu.cookie, 'Forskarkonto', 'researcher')
  const answer = await download({ ...lpu.meeting, cookie: researcher.cookie }, { view: 'research' })
  assert.equal(answer.status, 200, answer.text.slice(0, 300))
  lpu.ledger.checkResearch(parseLines(answer.text))
  return record
}

// A restart changes nothing, and the store is sound.
async function checkRestart(lpu, before) {
  await lpu.server.settled()
  const { digest } = await lpu.host.settle()
  await lpu.host.close()
  await lpu.server.stop()
  const { status, stdout, stderr } = await runProgram(['check', '--data', lpu.server.data])
  assert.equal(status, 0, stderr)
  assert.ok(stdout.toString().includes(lpu.process))
  await lpu.server.start()
  await lpu.attendAgain()
  assert.equal((await lpu.host.settle()).digest, digest)
  const [, ...rows] = await lines(lpu.meeting)
  assert.deepEqual(rows, before.slice(1))
  await lpu.host.close()
}

test('five meetings: what is taken home is what was sent', async (t) => {
  const server = await startServer(t)
  const lpu = await Lpu.open(server, await firstAdministrator(server))
  t.after(() => lpu.close())
  await firstMeeting(lpu)
  checkDeadline(lpu)
  await secondMeeting(lpu)
  await thirdMeeting(lpu)
  await fourthMeeting(lpu)
  await fifthMeeting(lpu)
  checkKeys(lpu)
  await checkRestart(lpu, await checkRecords(lpu))
})
