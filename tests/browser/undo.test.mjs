// Everything that a facilitator does and others see is taken back: the phone and the big screen show again what they showed.
import assert from 'node:assert/strict'
import test from 'node:test'
import { putNote, refusal } from '../integration/support/meeting.mjs'
import { Client, secret } from '../integration/support/client.mjs'
import { Host } from './support/host.mjs'
import { House } from './support/house.mjs'
import { Phone } from './support/phone.mjs'
import { Story } from './support/story.mjs'
import { Undo } from './support/undo.mjs'

const everywhere = { on: ['entities', 'phone', 'display'] }

async function open(t) {
  const house = await House.open(t)
  const story = await Story.open(house)
  const { meeting } = story
  await story.stage('join')
  const { host: page, display, phone } = await story.screens()
  await new Phone(phone).introduce()
  const host = new Host(page)
  const undo = new Undo({ host, phone, display, beside: meeting.host })
  await display.page.getByText(meeting.link.code.slice(0, 3)).first().waitFor()
  return { house, story, meeting, host, phone: new Phone(phone), undo, bar: (name) => () => host.act(name) }
}

test('every step of the run view is taken back', async (t) => {
  const { house, story, meeting, host, phone, undo, bar } = await open(t)
  const { round } = story
  const press = (name) => async () => {
    await host.rest()
    await host.button(name).click()
  }

  await undo.check('Dörren är stängd', press('Stäng dörren'), { on: ['display'] })
  await undo.check('Tillfället har börjat', bar('Börja'), { on: ['entities'] })
  await host.act('Börja')
  await host.isOn('Incheckning')
  await undo.check('Gått till ”Föreläsning: goda exempel från hela landet”', bar('Nästa'), { ...everywhere, byKey: true })
  await host.programme.getByRole('button', { name: 'Vad vill ni uppnå? (kommer)' }).click()
  await undo.check('Gått till ”Vad vill ni uppnå?”', press('Gå till den här punkten nu'), everywhere)
  await host.programme.getByRole('button', { name: 'Vad vill ni uppnå? (kommer)' }).click()
  await press('Gå till den här punkten nu')()
  await host.isOn('Vad vill ni uppnå?')
  await undo.check('Storbilden är bytt', press('Gå med'), { on: ['display'] })

  await undo.check('Frågan är öppen', bar('Öppna frågan'), everywhere) // (nobody has answered: it is planned again)
  await host.bar.getByLabel('Sluttid').selectOption('10')
  await host.openRound()
  await undo.check('Sluttiden är ändrad', bar('+2 min'), { on: ['entities'] })
  await undo.check('Sluttiden är ändrad', bar('Ta bort sluttiden'), { on: ['entities', 'phone', 'display'] })

  const others = await meeting.people(3) // (few enough for one page of the big screen, which would turn its pages)
  for (const [i, text] of ['Trygghet', 'Samverkan', 'Mod'].entries()) await putNote(others[i], round, text)
  await phone.write('Närhet i hela länet')
  await host.note('Närhet i hela länet').waitFor()
  await undo.check('Lappen är dold', () => host.hide('Närhet i hela länet', 'Den svarar på en annan fråga'), { on: ['entities', 'phone'] })
  await undo.check('Svaren visas för alla', bar('Visa svaren för alla'), everywhere)
  await host.page.getByText('Den som redan har läst svaren har läst dem.').waitFor()
  await host.reveal()
  await undo.check('Svaren är dolda igen', bar('Dölj svaren igen'), everywhere)

  await undo.check('Frågan stänger', bar('Stäng för svar'), { on: ['entities', 'phone'] })
  await host.act('Stäng för svar')
  await undo.check('Tiden är förlängd', bar('Fortsätt 5 min till'), { but: ['deadline'] })
  await undo.check('Frågan är stängd', bar('Stäng genast'), { on: ['entities', 'phone'], but: ['deadline'] })
  // All the way back, one press after the other: with the end that there was.
  await undo.takeBack('Frågan stänger')
  await undo.until(() => {
    const { state, deadline } = meeting.host.store.find('round', round)
    return state === 'open' && deadline > Date.now() + 500_000 ? '' : `${state} until ${deadline}`
  }, 'the question is open as it was')

  await host.closeRound()
  await phone.page.getByText('Stängt för svar').waitFor()
  await putNote(others[0], round, 'En sen lapp')
  await host.tab('Sena (1)')
  await undo.check('Lappen är insläppt', press('Släpp in lappen: En sen lapp'), { on: ['entities', 'display'] })
  await press('Släpp in lappen: En sen lapp')()
  await undo.check('Lappen är inte insläppt', press('Ta ut lappen igen: En sen lapp'), { on: ['entities', 'display'] })

  await phone.page.getByRole('button', { name: /nytt svar/ }).click() // (what comes while somebody reads waits for them)

  await host.tab('Ord')
  await undo.check('Listan ”Orden som flest skrev” är gjord', press('Räkna orden'), { on: ['entities'] })
  await press('Räkna orden')()
  await host.button('Visa orden för alla').waitFor()
  await undo.check('Orden visas för alla', press('Visa orden för alla'), { on: ['entities'] })
  const choose = (word, what) => async () => {
    await host.button(`Åtgärder för ${word}`).click()
    await host.page.getByRole('menuitem', { name: what }).click()
  }
  await undo.check('”mod” är bortvalt', choose('mod', /Välj bort/))
  await undo.check('”mod” är utlagt', choose('mod', /Lägg ut/))
  await undo.check('Orden visas på storbilden', press('Visa på storbilden'), everywhere)
  await undo.check('Omröstningen står i programmet', () => host.makeBallot(), { on: ['entities'] })
  await press('Tillbaka till orden')()

  await undo.check('Tillfället är avslutat', () => host.toTheEnd(), { on: ['entities', 'phone'] })
  await host.toTheEnd()
  await undo.check('Tillfället är i gång igen', bar('Gå tillbaka till tillfället'), { on: ['entities', 'phone'] })
  house.check()
})

test('an opening is taken back as far as it can be where somebody has answered', async (t) => {
  const { house, story, meeting, host, phone, undo } = await open(t)
  const { round, items } = story
  const stateOf = () => meeting.host.store.find('round', round).state
  const stage = () => meeting.host.store.find('session', meeting.session).stage
  await host.act('Börja')
  await host.isOn('Incheckning')
  await story.stage('item', { item: items[2] })
  await host.isOn('Vad vill ni uppnå?')
  await host.openRound()
  await phone.write('Närhet')
  await phone.hasState('Närhet', 'Framme')
  await phone.button('Ta bort lappen: Närhet').click()
  await meeting.host.until((store) => store.notes(round).every(({ removed }) => removed), 'the removal')
  await undo.takeBack('Frågan är öppen')
  await host.page.getByText('Någon hann svara och ta bort sitt svar, så frågan är stängd.').waitFor()
  await host.refusesNothing()
  await meeting.host.until(() => stateOf() === 'closed' && stage().screen === 'item', 'the question is closed and what was shown is back')
  house.check()
})

test('an opening with answers is closed with them', async (t) => {
  const { house, story, meeting, host, phone, undo } = await open(t)
  await host.act('Börja')
  await host.isOn('Incheckning')
  await story.stage('item', { item: story.items[2] })
  await host.isOn('Vad vill ni uppnå?')
  await host.openRound()
  await phone.write('Närhet')
  await phone.hasState('Närhet', 'Framme')
  await undo.takeBack('Frågan är öppen')
  await host.page.getByText('Svar hann komma, så frågan är stängd med dem kvar.').waitFor()
  await host.refusesNothing()
  await meeting.host.until((store) => store.find('round', story.round).state === 'closed', 'the question is closed')
  house.check()
})

test('what a colleague has changed is not taken back over their head, and is said', async (t) => {
  const { house, story, meeting, host, undo } = await open(t)
  await host.act('Börja')
  await host.isOn('Incheckning')
  await host.act('Nästa')
  await undo.button('Gått till ”Föreläsning').waitFor()
  await story.stage('item', { item: story.items[3] })
  const lapsed = host.page.getByText('Går inte att ångra längre: Gått till ”Föreläsning: goda exempel från hela landet”. Det har ändrats sedan dess.')
  await lapsed.waitFor()
  assert.equal(await undo.button('').count(), 0)
  await host.page.keyboard.press('Control+z') // (says so; what lies below is not taken back in its place)
  await host.bar.getByRole('status').getByText('Går inte att ångra längre').waitFor()
  await undo.button('Tillfället har börjat').waitFor()
  assert.equal(meeting.host.store.find('session', meeting.session).stage.item, story.items[3])
  assert.equal(meeting.host.store.find('session', meeting.session).state, 'live')

  // The bar keeps its controls in sight, whatever there is to take back.
  await story.stage('item', { item: story.items[2], round: story.round })
  await host.openRound()
  await host.act('Stäng för svar')
  await undo.button('Frågan stänger').waitFor()
  await host.screen.shot('undo-bar')
  for (const button of await host.bar.getByRole('button').all()) {
    const { x, y, width, height } = await button.boundingBox()
    assert.ok(x >= 0 && y >= 0 && x + width <= 1366 && y + height <= 768, `in sight: ${await button.textContent()}`)
    const isOnTop = await button.evaluate((element, [px, py]) => element.contains(document.elementFromPoint(px, py)), [x + width / 2, y + height / 2])
    assert.ok(isOnTop, `nothing lies over ${await button.textContent()}`)
  }
  house.check()
})

test('what is changed in the plan and the settings is taken back', async (t) => {
  const { house, story, meeting, host, phone, undo, bar } = await open(t)
  const { page } = host
  const field = (label) => page.getByLabel(label, { exact: true })
  await bar('Börja')()
  await host.isOn('Incheckning')
  await meeting.host.command('round.open', { id: story.round })
  await story.stage('round', { item: story.items[2], round: story.round })
  await phone.question('Vad vill ni uppnå tillsammans i kunskapsstyrningsorganisationen?')

  await host.screen.goto(story.planPath)
  const row = (title) => page.getByRole('list').locator('.item-open').filter({ hasText: title })
  const save = (label, text) => async () => {
    await field(label).fill(text)
    await host.button('Spara').click()
  }
  await row('Vad vill ni uppnå').click()
  await undo.check('”En annan fråga?” är ändrad', save('Fråga', 'En annan fråga?'), { on: ['entities', 'phone', 'display'] })
  await undo.check('”Mål” är ändrad', save('Rubrik i programmet', 'Mål'), { on: ['entities'], byKey: true })
  await meeting.closeRound(story.round)
  await story.stage('item', { item: story.items[1] })
  await phone.question('Föreläsning: goda exempel från hela landet')
  await row('Paus').click()
  await undo.check('”Rast” är ändrad', save('Rubrik i programmet', 'Rast'), { on: ['entities', 'phone'] })
  await undo.check('Paus togs bort', () => host.button('Ta bort ur programmet').click(), { on: ['entities', 'phone'] })
  await undo.check('Paus flyttades', () => host.button('Flytta upp Paus').click(), { on: ['entities'] })
  await undo.check('”Film” är tillagd', () => host.button('Film').click(), { on: ['entities', 'phone'] })

  await host.button('Film').click()
  await undo.button('”Film” är tillagd').waitFor()
  const film = await meeting.host.until((store) => store.all('item').find(({ title }) => title === 'Film'), 'the film')
  const { id, seq, session, form, minutes, position } = film
  await meeting.host.command('item.put', { id, base: seq, session, form, title: 'En film om Dalarna', minutes, position })
  await page.getByText('Går inte att ångra längre: ”Film” är tillagd. Det har ändrats sedan dess.').waitFor()
  await host.button('Stäng meddelandet').click()

  await page.getByRole('link', { name: 'Tid och bord' }).click()
  await undo.check('Tid och bord är ändrade', save('Titel', 'Andra tillfället'), { on: ['entities', 'phone'] })

  await page.getByRole('link', { name: 'Inbjudan' }).click()
  await undo.check('Dörren är stängd', () => host.button('Stäng dörren').click(), { on: ['display'] })
  await host.button('Byt kod').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Byt kod' }).click()
  await undo.button('Koden är bytt').waitFor()
  const late = house.keep(await Client.open(house.server))
  const person = { token: secret(), author_secret: secret() }
  assert.equal(await refusal(late.join({ code: meeting.link.code, ...person })), 'wrong_code')
  await undo.takeBack('Koden är bytt')
  await page.getByText('Den gamla koden och länken gäller igen.').waitFor()
  const again = house.keep(await Client.open(house.server))
  await again.join({ code: meeting.link.code, ...person })

  await page.getByRole('banner').getByRole('link', { name: /^Inspirationsdag/ }).click()
  await page.getByRole('link', { name: 'Inställningar' }).click()
  await undo.check('Inställningarna är ändrade', save('Vad kallar ni ett tillfälle?', 'Träff'), { on: ['entities'], byKey: true })
  house.check()
})
