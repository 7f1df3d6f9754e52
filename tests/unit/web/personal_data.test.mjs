// What looks as if it pointed out a person, and what does not.
import assert from 'node:assert/strict'
import test from 'node:test'
import { page } from './support/pages.mjs'

const { personalIn } = await page('personal_data')

const found = {
  number: ['Hon heter 19121212-1212', '121212-1212 är numret', '121212+1212', '1212121212', 'samordning 701063-2391', '19811228 9874'],
  phone: ['Ring 070-174 06 05', '0701740605', '+46 70 174 06 05', '0046701740605', '08-465 004 00', '(0) 031-390 06 00', '031/3900600'],
  mail: ['skriv till a.b@example.org', 'nå mig på å.ö@exempel.se.', 'a+b@sub.example.co'],
}
const nothing = [
  '', 'Vi var 78 personer 2020-2021', '2026-11-23 kl. 13.00', '100 000 000 kronor', '0,5 procent', 'lag 2017:30', '121213-1212', '131312-1212', 'plats 0123',
  '@alla', 'mellan 08.30 och 16.00', 'kap. 1-12', '12 av 1200', '2017-2018, 2019-2020', 'vecka 49 2026 och 50 2026',
]

test('numbers of persons and telephones, and addresses for mail, are found', () => {
  for (const [kind, texts] of Object.entries(found)) for (const text of texts) assert.equal(personalIn(text), kind, text)
})

test('years, dates, sums and times are none', () => {
  for (const text of nothing) assert.equal(personalIn(text), undefined, text)
})
