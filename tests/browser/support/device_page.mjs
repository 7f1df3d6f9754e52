// What a participant's page has below its screens, on a page without any: for the tests of what a device keeps.
import { browserOptions } from '../../../web/src/shared/browser_session'
import { deviceSecrets, openDevice } from '../../../web/src/shared/device'
import { newId } from '../../../web/src/shared/ids'
import { keepStore } from '../../../web/src/shared/keeping'
import { deviceTimers } from '../../../web/src/shared/clock'
import { Session } from '../../../web/src/shared/session'

let session

export async function secrets() {
  return deviceSecrets(await openDevice())
}

// Opens what this device keeps, and connects.
export async function open(link) {
  const device = await openDevice()
  const mine = await deviceSecrets(device)
  session = await Session.open({ ...browserOptions(device, 'participant'), introduce: () => ({ method: 'join', params: { ...mine, ...link } }) })
  await keepStore(session.store, device.values, 'store', deviceTimers)
  session.start()
  return device.keeps
}

// What became of the note is for `commands` and `notes` to say: nobody may be here any more when it arrives.
export function putNote(round, text) {
  const params = { id: newId(), round, rev: 1, text }
  session.outbox.put('note.put', params)
  return params.id
}

export function commands() {
  return session.outbox.commands().map(({ params, state, isStored }) => ({ text: params.text, state, isStored }))
}

export function notes() {
  return session.store.allMine('note').map(({ text }) => text)
}

export function questions() {
  return session.store.all('round').map(({ question }) => question)
}

export function connection() {
  return session.connection.state
}
