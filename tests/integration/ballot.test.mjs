// Ballots: the budget holds, and hidden results leak nowhere.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Client } from './support/client.mjs'
import { Meeting, putVote, refusal } from './support/meeting.mjs'
import { startServer } from './support/server.mjs'

const words = ['Samverkan', 'Trygghet', 'Närhet']

test('votes are counted, moved and taken back', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { id, choices } = await meeting.addBallot(words, { budget: 3, cap: 2 })
  const [maj, ove] = await meeting.people(2)
  await putVote(maj, id, choices[0].id, 2)
  await putVote(maj, id, choices[1].id, 1)
  assert.equal(await refusal(putVote(maj, id, choices[2].id, 1)), 'over_budget')
  assert.equal(await refusal(putVote(ove, id, choices[0].id, 3)), 'over_choice_cap')
  const { entity } = await putVote(maj, id, choices[0].id, 1, 2)
  assert.equal(entity.left, 1)
  await putVote(maj, id, choices[2].id, 1)
  await putVote(ove, id, choices[0].id, 2)
  const isRight = (store) => {
    const tally = store.find('tally', id)
    const votes = (i) => tally?.choices?.find((choice) => choice.id === choices[i].id)?.votes ?? 0
    return votes(0) === 3 && votes(1) === 1 && votes(2) === 1 && tally.voters === 2 && tally.votes === 5
  }
  for (const client of [maj, ove, meeting.host]) await client.until(isRight, 'the right tally')
  await meeting.closeRound(id)
  assert.equal(await refusal(putVote(ove, id, choices[1].id, 1)), 'closed')
  await meeting.settleAll()
  await meeting.close()
})

test('a hidden result is in no payload until the round is closed', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { id, choices } = await meeting.addBallot(words, { result: 'hidden' })
  const display = await Client.open(meeting.server)
  const { token } = await meeting.host.command('display.add', { session: meeting.session })
  await display.attend({ as: 'display', token })
  const people = await meeting.people(3)
  for (const person of people) await putVote(person, id, choices[1].id, 4)
  const late = await meeting.person()
  for (const client of [...people, late, display]) {
    await client.settle()
    assert.equal(client.store.find('tally', id), undefined)
    assert.ok(!client.received.some((message) => message.includes('"tally"')), 'no tally was sent')
  }
  await meeting.closeRound(id)
  for (const client of [...people, late, display])
    await client.until((store) => store.find('tally', id)?.votes === 12, 'the result')
  await display.close()
  await meeting.close()
})

test('the budget holds when one person votes from four connections at once', async (t) => {
  const meeting = await Meeting.open(await startServer(t))
  const { id, choices } = await meeting.addBallot(['a', 'b', 'c', 'd', 'e', 'f'], { budget: 5 })
  const first = await meeting.person()
  const same = { token: first.token, author_secret: first.authorSecret }
  const hands = [first, await meeting.person(same), await meeting.person(same), await meeting.person(same)]
  const answers = await Promise.all(
    hands.flatMap((hand, h) =>
      choices.map((choice, c) =>
        putVote(hand, id, choice.id, 1 + ((h + c) % 3), 1 + h).then(
          () => 'taken',
          (error) => error.reason,
        ),
      ),
    ),
  )
  for (const answer of answers) assert.ok(['taken', 'over_budget', 'stale'].includes(answer), answer)
  assert.ok(answers.includes('taken'))
  const last = await meeting.person(same)
  const own = last.joined.own.find((entity) => entity.kind === 'votes' && entity.id === id)
  const sum = own.choices.reduce((votes, choice) => votes + choice.votes, 0)
  assert.ok(sum <= 5 && sum + own.left === 5, `${sum} votes, ${own.left} left`)
  await meeting.host.until((store) => store.find('tally', id)?.votes === sum, 'the tally is the sum')
  await meeting.close()
})
