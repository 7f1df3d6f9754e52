// What the pages say of where things stand: nothing that is not so yet, and each text in the language that it is in.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import test from 'node:test'
import { buildModules, load, web } from './support/modules.mjs'
import { page } from './support/pages.mjs'

globalThis.document ??= { documentElement: {}, addEventListener() {}, visibilityState: 'visible' }
const sources = join(web, 'src')
const folder = await buildModules({
  answered: join(sources, 'display/answered.ts'),
  carried_rows: join(sources, 'shared/view/carried_rows.ts'),
  whereabouts: join(sources, 'host/whereabouts.ts'),
  when: join(sources, 'host/when.ts'),
  work: join(sources, 'host/run/texts/work.ts'),
})
const { answeredText } = await load(folder, 'answered')
const { sincePages } = await load(folder, 'carried_rows')
const { waitingOn } = await load(folder, 'whereabouts')
const { whenOf } = await load(folder, 'when')
const { wayIsUsed } = await page('join_link')
const { enteredAs } = await page('paper')
const { homeworkOf } = await page('meeting')

test('a return link is used up once somebody came by one after it was made', () => {
  assert.equal(wayIsUsed(7, undefined), false)
  assert.equal(wayIsUsed(7, { moved: 0 }), false)
  assert.equal(wayIsUsed(7, { moved: 5 }), false, 'an earlier one was')
  assert.equal(wayIsUsed(7, { moved: 8 }), true)
})

test('where the server does not answer, whoever waits is told so, and that it is tried again', () => {
  const after = (...states) => states.reduce((before, state) => waitingOn(before, { state }), 'fresh')
  assert.equal(after('offline'), 'fresh', 'it has not been tried')
  assert.equal(after('offline', 'connecting'), 'trying')
  assert.equal(after('offline', 'connecting', 'offline'), 'unanswered')
  assert.equal(after('connecting', 'offline', 'connecting'), 'unanswered', 'while it is tried again')
  assert.equal(after('connecting', 'offline', 'connecting', 'joined'), 'trying')
  assert.equal(after('joined', 'offline'), 'unanswered')
})

test('a note on paper has been entered when the server has it, and not while it waits', () => {
  assert.equal(enteredAs({ isWaiting: true, isAway: true }), 'entered_waits')
  assert.equal(enteredAs({ isWaiting: true, isAway: false }), undefined, 'a moment')
  assert.equal(enteredAs({ isWaiting: false, isAway: true }), 'entered')
  assert.equal(enteredAs(undefined), undefined, 'it was refused, or taken back')
})

test('in a diary people have written, and elsewhere answered', () => {
  const round = (form, more = {}) => ({ form, state: 'open', share: 'none', ...more })
  assert.equal(answeredText(round('diary'), 9), 'Ingen har skrivit än')
  assert.equal(answeredText(round('notes'), 9), 'Ingen har svarat än')
  assert.equal(answeredText(round('diary', { answered: 12 }), 20), '12 av 20 har skrivit')
  assert.equal(answeredText(round('scale', { answered: 12 }), 20), '12 av 20 har svarat')
})

test('homework is what is to be answered between two meetings; a diary is none', () => {
  const round = (id, more) => ({ kind: 'round', id, seq: 1, session: 's', form: 'notes', state: 'open', ...more })
  const rounds = [round('home', { homework: true }), round('diary', { form: 'diary', homework: true }), round('asked', {}), round('elsewhere', { homework: true, session: 't' })]
  assert.deepEqual(homeworkOf(rounds, 's').map(({ id }) => id), ['home'])
})

const HOUR = 3_600_000
const monday = Date.UTC(2026, 2, 9, 8)
const item = (started) => ({ kind: 'item', id: 'i', seq: 1, session: 's', form: 'talk', title: 'i', started })
const when = (session, items = [], rounds = []) => whenOf({ kind: 'session', id: 's', seq: 1, title: 'Träff', ...session }, { zone: 'Europe/Stockholm', items, rounds })

test('a meeting that was held has a day, also where none had been set', () => {
  assert.equal(when({ state: 'planned' }), 'Ingen dag vald')
  assert.equal(when({ state: 'planned', starts: monday }), 'måndag 9 mars, 09.00')
  assert.equal(when({ state: 'ended' }, [item(monday + HOUR)]), 'måndag 9 mars')
  assert.equal(when({ state: 'ended', starts: monday }, [item(monday + HOUR)]), 'måndag 9 mars, 09.00', 'as it was planned')
  assert.equal(when({ state: 'ended', starts: monday + 48 * HOUR }, [item(monday)]), 'måndag 9 mars', 'two days before it was to be')
  assert.equal(when({ state: 'ended' }), 'Ingen dag vald')
  assert.equal(when({ state: 'live' }, [item(monday)]), 'måndag 9 mars')
})

test('what people wrote is told from what the page calls it', () => {
  const things = {
    session: [{ kind: 'session', id: 's1', seq: 1, number: 1 }, { kind: 'session', id: 's2', seq: 2, number: 2 }],
    entry: [{ kind: 'entry', id: 'e', seq: 1, form: 'question', state: 'open', text: 'Vem äger frågan?' }],
    round: [
      { kind: 'round', id: 'r', seq: 1, session: 's1', form: 'notes', question: 'Vad prövade du?', homework: true, revealed: true, visibility: 'all', state: 'closed', opened: 5 },
      { kind: 'round', id: 'd', seq: 1, session: 's2', form: 'notes', question: 'Vad såg du?', homework: true, answered: 14, state: 'open', opened: 6 },
    ],
    note: [{ kind: 'note', id: 'n', seq: 1, round: 'r', text: 'Ett samtal' }],
    words: [],
    board: [{ kind: 'board', id: 'b', seq: 1, title: 'Vad vi gjorde', rounds: ['r'], hands: 'hosts', shown: true, revealed: true }],
    theme: [{ kind: 'theme', id: 't', seq: 1, board: 'b', title: 'Samtal', position: 1, notes: 1 }],
  }
  const live = { all: (kind) => things[kind] ?? [], profile: { zone: 'Europe/Stockholm' } }
  const pages = sincePages(live, things.session[1])
  assert.deepEqual(pages.map(({ title, isAsked }) => [title, isAsked === true]), [['Vad prövade du?', true], ['Hemuppgift', false], ['Öppna frågor', false], ['Teman från förra gången', false]])
  assert.deepEqual(pages.at(-1).rows, [{ id: 't', text: 'Samtal', under: '1 lapp' }])
})
