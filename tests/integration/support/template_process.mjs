// A process made of a template that is shipped, as the page makes it.
import { readFileSync } from 'node:fs'
import { page } from '../../unit/web/support/pages.mjs'
import { uuid } from './client.mjs'
import { Meeting } from './meeting.mjs'

const { readTemplate } = await page('template_check')
const { profileOf, seatSteps, stepsOf } = await page('template_steps')
const { momentOf, wallTimeOf } = await page('zone_time')

export const zone = 'Europe/Stockholm'
export const DAY = 86_400_000

// At so many on the wall clock of where the meeting is, so many days from a moment.
export function atHour(moment, days, time) {
  return momentOf({ date: wallTimeOf(moment + days * DAY, zone).date, time }, zone)
}

// Which day it is there.
export const today = () => wallTimeOf(Date.now(), zone).date

// Noon of the day before.
export const noonBefore = (starts) => atHour(starts, -1, '12:00')

// { meeting, profile, sessions }: the host attends, the first session is tomorrow.
export async function openFromTemplate(server, cookie, { template: name, title, profile: more = {} }) {
  const file = new URL(`../../../schema/templates/${name}.json`, import.meta.url)
  const { template } = readTemplate(readFileSync(file, 'utf8'))
  const starts = atHour(Date.now(), 1, '13:00')
  const wishes = { title, language: 'sv', zone, starts, tableName: (n) => `Bord ${n}`, newId: uuid }
  const profile = { ...profileOf(template, wishes), ...more }
  const meeting = new Meeting(server, cookie)
  await meeting.addProcess(profile)
  await meeting.attend()
  const { sessions, steps } = stepsOf(template, wishes)
  for (const { method, params } of [...seatSteps(template, profile, wishes), ...steps]) await meeting.host.command(method, params)
  return { meeting, profile, sessions }
}
