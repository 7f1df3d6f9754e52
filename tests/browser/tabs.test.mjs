// Two tabs of one phone: what is begun, put up, removed or left in one is so in the other; and a day that is left takes along
// what was written in it, and nothing of another.
import test from 'node:test'
import assert from 'node:assert/strict'
import { Meeting } from '../integration/support/meeting.mjs'
import { House } from './support/house.mjs'
import { Phone } from './support/phone.mjs'
import { phone, Screen } from './support/screen.mjs'

async function joined(t, more) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server, { session: { title: 'Första dagen' } }))
  const round = await meeting.addNotes({ question: 'Vad vill du uppnå?' })
  const own = new Phone(await house.screen('telefon', phone, more))
  await own.joinByLink(meeting.link.secret)
  await own.introduce()
  await own.question('Vad vill du uppnå?')
  return { house, meeting, round, own }
}

async function besides(own, path = '/') {
  const page = await own.screen.context.newPage()
  await page.goto(path)
  return new Phone(Screen.beside(own.screen, 'andra fliken', page))
}

const paper = ({ page }) => page.getByLabel('Din lapp').first()
const shows = ({ page }, text) =>
  page.waitForFunction((wanted) => document.querySelector('.composer textarea')?.value === wanted, text)
const hasFocus = (field) => field.evaluate((element) => element === document.activeElement)

test('what is typed in one tab stands in the other, wherever it was typed last', async (t) => {
  const { own } = await joined(t)
  const other = await besides(own)
  await other.question('Vad vill du uppnå?')
  await paper(own).pressSequentially('Närhet')
  await shows(other, 'Närhet')
  assert.equal(await hasFocus(paper(other)), false, 'the focus stays where it is')
  await paper(other).pressSequentially(' i vardagen', { delay: 5 })
  await shows(other, 'Närhet i vardagen')
  await shows(own, 'Närhet i vardagen')
  await own.page.reload()
  await shows(own, 'Närhet i vardagen')
})

test('a paper that somebody is typing on is not taken from under their hands', async (t) => {
  const { own } = await joined(t)
  const other = await besides(own)
  await other.question('Vad vill du uppnå?')
  await paper(own).fill('Från den ena')
  await shows(other, 'Från den ena')
  // (Both at once, as nobody can with one pair of hands.)
  const here = paper(own).pressSequentially(' som skriver på', { delay: 60 })
  await paper(other).fill('Från den andra')
  await here
  assert.match(await paper(own).inputValue(), / som skriver på$/)
  await shows(other, await paper(own).inputValue())
})

test('what is put up, changed or removed in one tab is so in the other', async (t) => {
  const { meeting, round, own } = await joined(t)
  const other = await besides(own)
  await other.question('Vad vill du uppnå?')
  await paper(own).fill('Närhet')
  await shows(other, 'Närhet')
  await own.button('Sätt upp lappen').click()
  await shows(other, '')
  await other.hasState('Närhet', 'Framme')
  await own.button('Ändra lappen: Närhet').click()
  await own.mine('').getByLabel('Din lapp').fill('Närhet och mod')
  const change = other.mine('').getByLabel('Din lapp')
  await change.waitFor()
  await other.page.waitForFunction(() => document.querySelector('.my-notes textarea')?.value === 'Närhet och mod')
  assert.equal(await hasFocus(change), false)
  await other.button('Spara ändringen').click()
  await own.hasState('Närhet och mod', 'Framme')
  assert.equal(await own.button('Spara ändringen').count(), 0)
  await other.button('Ta bort lappen: Närhet och mod').click()
  await own.page.getByText('Borttagen: Närhet och mod').waitFor()
  await meeting.host.until((store) => store.notes(round).filter(({ removed }) => !removed).length === 0, 'the removal')
  assert.equal(meeting.host.store.find('session', meeting.session).joined, 1)
})

test('leaving in one tab takes the other along, and both forget', async (t) => {
  const { own } = await joined(t)
  const other = await besides(own)
  await other.question('Vad vill du uppnå?')
  await paper(other).fill('Halvfärdig tanke')
  await own.page.getByRole('link', { name: 'Mina uppgifter' }).click()
  await own.button('Lämna mötet på den här telefonen').click()
  await own.button('Lämna mötet').click()
  await own.page.getByRole('heading', { name: 'Gå med i ett möte' }).waitFor()
  await own.page.waitForFunction(() => document.title === 'Samskap')
  await other.page.getByRole('heading', { name: 'Du har lämnat mötet' }).waitFor()
  await other.screen.shot('left-elsewhere')
  await other.page.goto('/')
  await other.page.getByRole('heading', { name: 'Gå med i ett möte' }).waitFor()
  assert.equal(await other.page.getByText('Första dagen').count(), 0, 'no way back to it stands here')
  const kept = await other.page.evaluate(() => Object.entries(localStorage).filter(([, text]) => text.includes('Halvfärdig')))
  assert.deepEqual(kept, [])
})

test('whoever comes in again after leaving is in, in both tabs', async (t) => {
  const { meeting, own } = await joined(t)
  const other = await besides(own)
  await other.question('Vad vill du uppnå?')
  await own.page.getByRole('link', { name: 'Mina uppgifter' }).click()
  await own.button('Lämna mötet på den här telefonen').click()
  await own.button('Lämna mötet').click()
  await other.button('Gå vidare').click()
  await other.page.getByLabel('Kod').fill(meeting.link.code)
  await other.button('Gå med').click()
  const question = other.page.getByRole('heading', { name: 'Vad vill du uppnå?', level: 1 })
  await other.button('Fortsätt').or(question).first().waitFor()
  if (await other.button('Fortsätt').count()) await other.introduce()
  await other.question('Vad vill du uppnå?')
  await own.page.getByRole('button', { name: /Första dagen/ }).click()
  await own.question('Vad vill du uppnå?')
  await other.question('Vad vill du uppnå?')
})

test('a day that is left takes along what was written in it, and the other day sends its own', async (t) => {
  const { house, meeting, round, own } = await joined(t, { canGoOffline: true })
  const first = meeting.session
  const second = await meeting.addSession({ title: 'Andra dagen' })
  const next = await meeting.addNotes({ session: second, question: 'Vad är ditt nästa steg?' })
  const { secret } = await meeting.openJoining(second)
  const other = await besides(own, `/j/#${secret}`)
  await other.page.getByRole('button', { name: 'Fortsätt' }).or(other.page.getByRole('heading', { name: 'Vad är ditt nästa steg?' })).first().waitFor()
  if (await other.button('Fortsätt').count()) await other.button('Fortsätt').click()
  await other.question('Vad är ditt nästa steg?')

  await own.screen.goOffline()
  for (const { page } of [own, other]) await page.getByRole('banner').getByText('Utan nät').waitFor()
  await own.write('Från den första dagen')
  await other.write('Från den andra dagen')
  await other.hasState('Från den andra dagen', 'Sparad i telefonen')
  await own.page.getByRole('link', { name: 'Mina uppgifter' }).click()
  await own.button('Lämna mötet på den här telefonen').click()
  await own.page.getByText('dina andra tillfällen påverkas inte').waitFor()
  await own.page.getByText('1 sak är inte skickad än och går förlorad.').waitFor()
  await own.screen.shot('leave-one-day')
  await own.button('Lämna mötet').click()
  await own.page.getByRole('button', { name: /Andra dagen/ }).waitFor()
  assert.equal(await own.page.getByText('Första dagen').count(), 0)
  await other.mine('Från den andra dagen').waitFor()

  await own.screen.goOnline()
  await other.hasState('Från den andra dagen', 'Framme')
  own.screen.isBack()
  const texts = (id) => meeting.host.store.notes(id).map(({ text }) => text)
  await meeting.host.until(() => texts(next).length === 1, 'the note of the second day')
  await other.page.reload()
  await other.hasState('Från den andra dagen', 'Framme')
  assert.deepEqual([texts(round), texts(next)], [[], ['Från den andra dagen']])
  assert.equal(meeting.host.store.find('session', first).joined, 1)
  house.check()
})

test('the language follows', async (t) => {
  const { own } = await joined(t)
  const other = await besides(own)
  await other.question('Vad vill du uppnå?')
  await own.button('In English').click()
  await other.page.getByRole('link', { name: 'Right now' }).waitFor()
  assert.equal(await other.page.evaluate(() => document.documentElement.lang), 'en')
})
