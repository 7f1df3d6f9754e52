// A diary from the plan to the big screen: opened for weeks by the facilitator, kept on a phone also without a network,
// answered in private, and shown as a pattern once five have written.
import assert from 'node:assert/strict'
import test from 'node:test'
import { uuid } from '../integration/support/client.mjs'
import { Meeting } from '../integration/support/meeting.mjs'
import { checkAccess } from './support/axe.mjs'
import { Host } from './support/host.mjs'
import { House } from './support/house.mjs'
import { checkLayoutAt } from './support/layout.mjs'
import { Phone } from './support/phone.mjs'
import { laptop, phone, projector } from './support/screen.mjs'

const question = 'Vad lägger du märke till mellan träffarna?'
const DAY = 86_400_000
const dayAt = (time) => new Date(time).toISOString().slice(0, 10)
const daysAgo = (n) => dayAt(Date.now() - n * DAY)

async function open(t) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server))
  const host = new Host(await house.hostScreen(meeting, 'värd', laptop))
  return { house, meeting, host }
}

const addDiary = (meeting, authorship) =>
  meeting.addRound({ form: 'diary', question, visibility: 'own', authorship, homework: true })

async function join(house, meeting) {
  const own = new Phone(await house.screen('telefon', phone, { canGoOffline: true }))
  await own.joinByLink(meeting.link.secret)
  await own.introduce({ name: 'Kim' })
  return own
}

async function write(own, text) {
  await own.page.getByLabel('Anteckning', { exact: true }).fill(text)
  await own.button('Spara anteckningen').click()
  await own.mine(text).waitFor()
}

const diaryOf = (store) => store.all('round').find(({ form, removed }) => form === 'diary' && !removed)

async function checkBoth(screen, state) {
  for (const colorScheme of ['dark', 'light']) {
    await screen.page.emulateMedia({ colorScheme })
    await checkAccess(screen, `${state}, ${colorScheme}`)
  }
}

test('a diary is planned, opened until a day, kept on a phone and answered', async (t) => {
  const { house, meeting, host } = await open(t)
  const { page } = host
  await host.screen.goto(`/host#/process/${meeting.process}/session/${meeting.session}`)
  await host.button('Dagbok').click()
  await page.getByLabel('Fråga', { exact: true }).fill(question)
  await page.getByText('Processledarna läser det du skriver, och det står i dokumentationen.').waitFor()
  await page.getByLabel('Ja, med namn').check()
  await page.getByText('Processledarna ser ditt namn.').waitFor()
  await host.button('Spara').click()
  const { id, homework, authorship, visibility } = await meeting.host.until(diaryOf, 'the diary')
  assert.deepEqual({ homework, authorship, visibility }, { homework: true, authorship: 'named', visibility: 'own' })
  const until = dayAt(Date.now() + 60 * DAY)
  await page.getByLabel('Sista dag').fill(until)
  await page.getByLabel('Klockan', { exact: true }).fill('12:00')
  await host.screen.shot('diary-plan', { fullPage: true })
  await host.button('Öppna dagboken').click()
  const round = await meeting.host.until((store) => diaryOf(store)?.state === 'open' && diaryOf(store), 'the opening')
  assert.equal(new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Stockholm' }).format(round.deadline), `${until} 12:00`)
  await host.button('Ångra: Dagboken är öppen').click()
  await meeting.host.until((store) => diaryOf(store)?.state === 'planned', 'it is planned again')
  await host.button('Öppna dagboken').click()
  await meeting.host.until((store) => diaryOf(store)?.state === 'open', 'it is open')

  const own = await join(house, meeting)
  await own.page.getByRole('link', { name: 'Dagboken är öppen' }).click()
  await own.question(question)
  await write(own, 'Två från kommunen ringde samma anhörig samma dag.')
  await own.page.getByLabel('Iakttagelse').check()
  await own.page.getByLabel('Dag', { exact: true }).fill(daysAgo(3))
  await own.page.getByLabel('Etiketter').fill('samordning, tid')
  await own.page.getByText('Något jag märkte').waitFor()
  await write(own, 'Vi väntade på samma besked i tre veckor.')
  await own.button('Lägg till etiketten samordning').click()
  await own.screen.goOffline()
  await write(own, 'Vi bytte telefonlista med hemtjänsten.')
  await own.mine('Vi bytte telefonlista').getByText('Sparad i telefonen').waitFor()
  await own.page.getByLabel('Anteckning', { exact: true }).fill('Påbörjad')
  await own.screen.shot('diary-phone-offline', { fullPage: true })
  await own.screen.goOnline()
  await own.mine('Vi bytte telefonlista').getByText('Framme').waitFor()
  own.screen.isBack()
  await meeting.host.until((store) => store.all('diary').length === 3, 'three entries')
  const before = meeting.host.store.all('diary').find(({ text }) => text.startsWith('Vi väntade'))
  assert.deepEqual([before.about, before.day, before.tags, before.name], ['observation', daysAgo(3), 'samordning, tid', 'Kim'])
  assert.equal(await own.page.getByLabel('Anteckning', { exact: true }).inputValue(), 'Påbörjad')

  await own.button('Ta bort anteckningen: Vi bytte telefonlista med hemtjänsten.').click()
  await meeting.host.until((store) => store.all('diary').length === 2, 'one is removed')
  await own.button('Ångra, ta tillbaka: Vi bytte telefonlista med hemtjänsten.').click()
  await meeting.host.until((store) => store.all('diary').some(({ text }) => text.startsWith('Vi bytte')), 'it is back')
  await own.button('Ändra anteckningen: Vi väntade på samma besked i tre veckor.').click()
  await own.page.getByLabel('Ändra anteckningen', { exact: true }).fill('Vi väntade på samma besked i fyra veckor.')
  await own.button('Spara ändringen').click()
  await meeting.host.until((store) => store.all('diary').some(({ text }) => text.includes('fyra veckor')), 'the change')

  await page.getByRole('link', { name: 'Läs och svara' }).click()
  await page.getByText('3 av 3 anteckningar · 3 utan svar').waitFor()
  await host.button('Svara på: Vi väntade på samma besked i fyra veckor.').click()
  await page.getByLabel('Ditt svar').fill('Tack. Vi tar upp det med enheten.')
  await host.screen.shot('diary-host-answering', { fullPage: true })
  await page.keyboard.press('Control+Enter')
  await page.getByText('3 av 3 anteckningar · 2 utan svar').waitFor()
  await page.getByLabel('Bara utan svar').check()
  await page.getByText('2 av 3 anteckningar').waitFor()
  await page.getByLabel('Bara utan svar').uncheck()
  await page.getByLabel('Etikett', { exact: true }).selectOption('tid')
  await page.getByText('1 av 3 anteckningar').waitFor()
  await page.getByLabel('Etikett', { exact: true }).selectOption('')
  await page.getByLabel('Ordna efter').selectOption('person')
  await page.getByRole('heading', { name: 'Kim', level: 3 }).waitFor()
  await checkBoth(host.screen, 'a diary with answers')
  await checkLayoutAt(host.screen, [[320, 640], [683, 384]], 'a diary with answers')

  await own.mine('fyra veckor').getByText('Tack. Vi tar upp det med enheten.').waitFor()
  await own.mine('fyra veckor').getByText('Nytt').waitFor()
  await own.screen.shot('diary-phone', { fullPage: true })
  await checkBoth(own.screen, 'a diary on the phone')
  await checkLayoutAt(own.screen, [[320, 640]], 'a diary on the phone', { leastTarget: 44 })
  await own.page.getByRole('link', { name: 'Till det som pågår' }).click()
  await host.button('Ändra svaret på: Vi väntade på samma besked i fyra veckor.').click()
  await page.getByLabel('Ditt svar').fill('Tack. Enheten har ändrat sin rutin.')
  await host.button('Spara svaret').click()
  await own.page.getByRole('link', { name: '1 nytt svar från processledaren – läs i dagboken' }).click()
  await own.page.getByText('Tack. Enheten har ändrat sin rutin.').waitFor()
  await host.button('Ta bort svaret på: Vi väntade på samma besked i fyra veckor.').click()
  await own.page.getByText('Enheten har ändrat').waitFor({ state: 'detached' })
  await host.button('Ångra: Svaret är borttaget').click()
  await own.page.getByText('Enheten har ändrat').waitFor()
  await own.goTo('Mina svar')
  await own.page.getByText('Vi väntade på samma besked i fyra veckor.').waitFor()
  await own.screen.goto('/#/mellan')
  await own.page.getByText('Du har skrivit').waitFor()
  await own.screen.shot('diary-between')
  assert.equal(meeting.host.store.find('round', id).state, 'open')
  house.check()
})

test('the pattern is shown once five have written, on all screens, and the room sees no entry', async (t) => {
  const { house, meeting, host } = await open(t)
  const round = await addDiary(meeting, 'anonymous')
  const { token } = await meeting.host.command('display.add', { session: meeting.session })
  const big = await house.screen('storbild', projector)
  await big.goto(`/display#token=${token}`)
  const own = await join(house, meeting)
  await host.screen.goto(`/host#/process/${meeting.process}/diary/${round}`)
  await host.page.getByText('Ingen har skrivit än.').waitFor()
  await host.screen.shot('diary-host-empty', { fullPage: true })
  await meeting.host.command('session.stage', { id: meeting.session, screen: 'round', round })
  await big.page.getByText('Ingen har skrivit än').waitFor()
  await big.shot('diary-display-open')

  const people = await meeting.people(5)
  const put = (person, about, day, more = {}) =>
    person.command('diary.put', { id: uuid(), round, rev: 1, about, day, text: `Något som hände ${day}`, ...more })
  for (const person of people.slice(0, 4)) await put(person, 'action', daysAgo(1), { tags: 'Samordning' })
  await host.button('Visa mönstret för alla').click()
  await big.page.getByText('Mönstret visas när minst fem personer har skrivit').waitFor()
  await own.question(question)
  await own.page.getByText('Mönstret visas när minst fem personer har skrivit').waitFor()
  await put(people[4], 'reflection', daysAgo(170), { tags: 'samordning, hemligt' })
  for (let week = 0; week < 25; week++)
    for (let n = 0; n <= (week * 5) % 8; n++) await put(people[n % 5], ['reflection', 'observation', 'action'][(week + n) % 3], daysAgo(week * 7))
  const figure = /Staplar för 2[5-7] veckor: \d+ anteckningar/
  for (const screen of [big, own.screen, host.screen]) await screen.page.getByRole('img', { name: figure }).waitFor()
  await big.page.getByRole('rowheader', { name: 'samordning' }).waitFor()
  assert.equal(await big.page.getByText('hemligt').count(), 0)
  assert.equal(await big.page.getByText('Något som hände').count(), 0)
  await host.page.getByRole('rowheader', { name: 'hemligt' }).waitFor()
  await big.shot('diary-display')
  await checkAccess(big, 'a pattern on the big screen')
  await checkLayoutAt(big, [[960, 540]], 'a pattern on the big screen')
  await own.page.getByText('Visa som tabell').click()
  await own.page.getByRole('row', { name: /^Summa/ }).waitFor()
  await own.screen.shot('diary-phone-pattern', { fullPage: true })
  await checkAccess(own.screen, 'a pattern on the phone')
  await checkLayoutAt(own.screen, [[320, 640]], 'a pattern on the phone', { leastTarget: 44 })
  await host.page.getByText('Visa som tabell').click()
  await host.screen.shot('diary-host-pattern')
  await host.button('Ångra: Mönstret visas för alla').click()
  await big.page.getByRole('img', { name: figure }).waitFor({ state: 'detached' })
  house.check()
})

test('what was begun stays in sight when the diary closes, and an undo when something else was looked at', async (t) => {
  const { house, meeting, host } = await open(t)
  const round = await addDiary(meeting, 'linked')
  const own = await join(house, meeting)
  await own.page.getByRole('link', { name: 'Dagboken är öppen' }).click()
  await own.question(question)
  await write(own, 'Ingen visste vem som skulle ringa.')
  await own.button('Ta bort anteckningen: Ingen visste vem som skulle ringa.').click()
  await own.button('Ångra, ta tillbaka: Ingen visste vem som skulle ringa.').waitFor()
  await own.goTo('Mina svar')
  await own.page.goBack()
  await own.button('Ångra, ta tillbaka: Ingen visste vem som skulle ringa.').click()
  await meeting.host.until((store) => store.all('diary').some(({ text }) => text?.startsWith('Ingen visste')), 'it is back')

  const field = own.page.getByLabel('Anteckning', { exact: true })
  await field.fill('Jag hann inte')
  await meeting.host.command('round.close', { id: round, grace: 0 })
  await own.page.getByText('Dagboken hann stänga, så det här går inte att spara.').waitFor()
  assert.equal(await field.inputValue(), 'Jag hann inte')
  await own.page.reload()
  await own.question(question)
  assert.equal(await field.inputValue(), 'Jag hann inte')
  await own.button('Släng').click()
  await field.waitFor({ state: 'detached' })

  const people = await meeting.people(4)
  await host.screen.goto(`/host#/process/${meeting.process}/diary/${round}`)
  await host.button('Öppna igen').click()
  await meeting.host.until((store) => store.find('round', round)?.state === 'open', 'it is open again')
  for (let n = 0; n < 120; n++)
    await people[n % 4].command('diary.put', { id: uuid(), round, rev: 1, about: 'action', day: daysAgo(n), text: `Dag ${n}` })
  await host.page.getByText('121 av 121 anteckningar').waitFor()
  assert.equal(await host.page.locator('.diary-row').count(), 100)
  await host.button('Visa fler (21)').click()
  await host.page.getByText('Dag 119', { exact: true }).waitFor()
  house.check()
})
