// Pictures of drawings and of paper: how they come in, wait and are mended, their captions, and what everybody sees of them.
import assert from 'node:assert/strict'
import test from 'node:test'
import { Meeting } from '../integration/support/meeting.mjs'
import { addPicture, pngOf } from '../integration/support/pictures.mjs'
import { checkAccess } from './support/axe.mjs'
import { House } from './support/house.mjs'
import { checkLayout } from './support/layout.mjs'
import { laptop, phone, projector } from './support/screen.mjs'

async function open(t) {
  const house = await House.open(t)
  const meeting = house.keep(await Meeting.open(house.server))
  const pictures = () => meeting.host.store.all('picture').sort((a, b) => (a.position ?? 0) - (b.position ?? 0))
  return { house, meeting, pictures }
}

async function asHost({ house, meeting }, name, kind, path, options) {
  const screen = await house.hostScreen(meeting, name, kind, options)
  await screen.goto(`/host#/process/${meeting.process}/session/${meeting.session}${path}`)
  return screen
}

async function check(screen, state) {
  const { page } = screen
  const size = page.viewportSize()
  for (const colorScheme of ['dark', 'light']) {
    await page.emulateMedia({ colorScheme })
    await checkAccess(screen, `${state}, ${colorScheme}`)
  }
  await page.setViewportSize({ width: 320, height: 640 })
  await checkLayout(screen, `${state}, 320 px`)
  await page.setViewportSize(size)
}

const file = (name, width, height, ink) => ({ name, mimeType: 'image/png', buffer: pngOf(width, height, { ink }) })

// All of it has come, and none of it is cropped.
const isWhole = (image) =>
  image.evaluate(async (one) => {
    await one.decode()
    const { width, height } = one.getBoundingClientRect()
    return one.naturalWidth > 0 && width > 40 && height > 40 && getComputedStyle(one).objectFit === 'contain'
  })

// As if a file of so many pixels, which a camera made, were let go of over the page.
const dropLarge = (page, width, height) =>
  page.locator('.pictures-box').evaluate(
    async (box, [width, height]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width, height })
      const drawing = canvas.getContext('2d')
      for (let i = 0; i < 400; i++) {
        drawing.fillStyle = `hsl(${i * 37} 60% 70%)`
        drawing.fillRect((i * 331) % width, (i * 577) % height, 400, 300)
      }
      const blob = await new Promise((done) => canvas.toBlob(done, 'image/png'))
      const data = new DataTransfer()
      data.items.add(new File([blob], 'IMG_0001.png', { type: 'image/png' }))
      box.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
    },
    [width, height],
  )

test('pictures are uploaded many at once, said with the keyboard, shown to the room, and taken away and back', async (t) => {
  const { house, meeting, pictures } = await open(t)
  const screen = await asHost({ house, meeting }, 'värd', laptop, '/pictures')
  const { page } = screen
  await page.getByText('Här finns inga bilder än.').waitFor()
  await check(screen, 'no pictures')
  await page.getByLabel('Välj bilder').setInputFiles([file('ett.png', 600, 400), file('tva.png', 400, 640, [150, 30, 30]), { name: 'tre.png', mimeType: 'image/png', buffer: Buffer.from('GIF89a, men inget mer') }, { name: 'IMG_7.HEIC', mimeType: 'image/heic', buffer: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1') }])
  await meeting.host.until(() => pictures().length === 2, 'two pictures')
  await page.getByText('JPEG, PNG och WebP går bra.').waitFor()
  await page.getByText('iPhones format HEIC').waitFor()
  await check(screen, 'refused files')
  await screen.shot('pictures-refused', { fullPage: true })
  for (const name of ['tre.png', 'IMG_7.HEIC']) await page.getByRole('button', { name: `Släng: ${name}` }).click()

  // What is larger than anybody needs is made smaller before it is sent.
  await dropLarge(page, 3600, 2700)
  await meeting.host.until(() => pictures().length === 3, 'three pictures')
  const [, , large] = pictures()
  assert.deepEqual([large.width, large.height, large.type], [2560, 1920, 'jpeg'])

  await page.getByText('3 bilder saknar bildtext.').waitFor()
  await page.getByLabel('Bildtext till bild 1').focus()
  for (const text of ['Barnens stad', 'Vägen in i vården', 'Det vi lovar varandra']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await meeting.host.until(() => pictures().every(({ caption }) => caption), 'three captions')
  assert.deepEqual(pictures().map(({ caption }) => caption), ['Barnens stad', 'Vägen in i vården', 'Det vi lovar varandra'])
  await page.getByText('saknar bildtext').waitFor({ state: 'detached' })

  // Into order: by the grip, by the keyboard, by a button.
  const inOrder = async (...wanted) => {
    await meeting.host.until(() => pictures().map(({ caption }) => caption).join() === wanted.join(), wanted.join())
    await page.waitForFunction((all) => [...document.querySelectorAll('input[data-caption]')].map(({ value }) => value).join() === all, wanted.join())
  }
  const row = (caption) => page.locator('.pictures-row').filter({ has: page.getByRole('button', { name: `Visa stor: ${caption}` }) })
  await row('Barnens stad').locator('.grip').dragTo(row('Det vi lovar varandra'), { targetPosition: { x: 60, y: 80 } })
  await inOrder('Vägen in i vården', 'Det vi lovar varandra', 'Barnens stad')
  await page.getByRole('button', { name: /^Ångra: ”Barnens stad” är flyttad/ }).click()
  await inOrder('Barnens stad', 'Vägen in i vården', 'Det vi lovar varandra')
  await page.getByLabel('Bildtext till bild 3').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await inOrder('Barnens stad', 'Det vi lovar varandra', 'Vägen in i vården')
  assert.equal(await page.evaluate(() => document.activeElement.value), 'Det vi lovar varandra', 'whoever moves it stays in it')
  await page.keyboard.press('Alt+ArrowDown')
  await inOrder('Barnens stad', 'Vägen in i vården', 'Det vi lovar varandra')
  await page.getByRole('button', { name: 'Mer om: Det vi lovar varandra' }).click()
  await page.getByRole('button', { name: /upp.*Det vi lovar varandra/i }).click()
  await meeting.host.until(() => pictures()[1].caption === 'Det vi lovar varandra', 'another order')
  await page.getByRole('button', { name: 'Ta bort: Det vi lovar varandra' }).click()
  await meeting.host.until(() => pictures().length === 2, 'one is removed')
  await page.getByRole('button', { name: 'Ångra: Borttaget: Det vi lovar varandra' }).click()
  await meeting.host.until(() => pictures().length === 3, 'and back')
  await check(screen, 'three pictures')
  await screen.shot('pictures-desk', { fullPage: true })

  const display = await house.screen('storbild', projector)
  const { token } = await meeting.host.command('display.add', { session: meeting.session })
  await display.goto(`/display#token=${token}`)
  await page.getByRole('button', { name: 'Visa den senaste på storbilden' }).click()
  await display.page.getByRole('heading', { name: 'Det vi lovar varandra' }).waitFor()
  assert.ok(await isWhole(display.page.locator('img[alt="Det vi lovar varandra"]')), 'what came last, wherever it stands')
  await checkAccess(display, 'one picture')
  await display.shot('pictures-display-one')

  // Nothing is fetched on a phone before it is about to be looked at; then what is small, and what is large once it is asked for.
  const participant = await house.screen('telefon', phone)
  const asked = []
  participant.page.on('request', (request) => request.url().includes('/picture/') && asked.push(request.url()))
  await participant.goto(`/j/#${meeting.link.secret}`)
  await participant.page.getByRole('heading', { name: 'Välkommen' }).waitFor()
  await participant.page.getByRole('button', { name: 'Fortsätt' }).click()
  await participant.page.getByRole('link', { name: 'Storbilden' }).waitFor()
  assert.deepEqual(asked, [])
  await participant.page.getByRole('link', { name: 'Storbilden' }).click()
  await participant.page.getByRole('link', { name: 'Barnens stad' }).scrollIntoViewIfNeeded()
  assert.ok(await isWhole(participant.page.getByRole('list').locator('img[alt="Barnens stad"]')))
  await check(participant, 'pictures on a phone')
  await participant.shot('pictures-phone', { fullPage: true })
  assert.ok(asked.filter((url) => !url.endsWith('size=small')).length === 1, 'what is on the big screen, whole')
  await participant.page.getByRole('link', { name: 'Barnens stad' }).click()
  await participant.page.getByRole('heading', { name: 'Bild 1 av 3' }).waitFor()
  assert.ok(await isWhole(participant.page.locator('img[alt="Barnens stad"]')))
  await check(participant, 'a picture on a phone')
  await participant.shot('pictures-phone-large', { fullPage: true })
  await participant.page.getByRole('link', { name: 'Nästa', exact: true }).click()
  await participant.page.getByRole('heading', { name: 'Bild 2 av 3' }).waitFor()

  // Of more than a page, what comes last is seen at once.
  for (const place of [4, 5, 6, 7]) await addPicture(meeting, pngOf(300 + 10 * place, 300), { position: place * 10_000, drawn: place === 7 })
  await page.getByRole('button', { name: 'Visa alla på storbilden' }).click()
  await display.page.getByText('7 bilder · sida 1 av 2').waitFor()
  await display.page.locator('.stage-gallery img').nth(3).waitFor()
  const size = await display.page.locator('.stage-gallery').evaluate((gallery) => parseFloat(getComputedStyle(gallery).fontSize))
  assert.ok(size >= 32, `captions are read from the back: ${size}`)
  await checkLayout(display, 'a gallery')
  await display.shot('pictures-display-gallery')
  await checkAccess(display, 'a gallery')
  await addPicture(meeting, pngOf(500, 300), { position: 90_000, caption: 'Den allra sista' })
  await display.page.getByRole('img', { name: 'Den allra sista' }).waitFor()
  await page.getByText('4 bilder saknar bildtext.').waitFor()
  await participant.page.goBack()
  await participant.page.goBack()
  await participant.page.getByRole('link', { name: /^Tecknad bild.*Bildtext saknas\.$/ }).waitFor()
  house.check()
})

test('what is not with the server yet waits on the device, through a reload and without a network', async (t) => {
  const { house, meeting, pictures } = await open(t)
  const screen = await asHost({ house, meeting }, 'assistent', phone, '/camera', { canGoOffline: true })
  const { page } = screen
  const take = page.getByLabel(/^Ta (en|nästa) bild$/)
  assert.equal(await take.getAttribute('capture'), 'environment')
  await take.setInputFiles(file('IMG_1.png', 600, 400))
  await meeting.host.until(() => pictures().length === 1, 'one picture')
  await screen.goOffline()
  await take.setInputFiles(file('IMG_2.png', 500, 400))
  await page.getByText('Väntar på nät. Skickas sedan av sig själv.').waitFor()
  await page.getByText('Bilden finns kvar på den här enheten').waitFor()
  await check(screen, 'an upload that waits')
  await screen.shot('pictures-camera', { fullPage: true })
  await screen.goOnline()
  await meeting.host.until(() => pictures().length === 2, 'what waited')
  screen.isBack()

  // (Requests are held up, as a server does that is busy; then the page is gone before they have gone through.)
  await page.route('**/picture/*', (route) => (route.request().method() === 'POST' ? undefined : route.continue()))
  await page.getByLabel('Välj bilder').setInputFiles([file('IMG_3.png', 400, 400), file('IMG_4.png', 400, 300)])
  await page.getByText('Bilderna finns kvar på den här enheten').waitFor()
  await page.getByRole('button', { name: 'Avbryt: IMG_4.png' }).click()
  await page.unroute('**/picture/*')
  await page.reload()
  await meeting.host.until(() => pictures().length === 3, 'what was begun before')
  await page.getByText('3 bilder').waitFor()
  assert.equal(await page.getByText('IMG_4.png').count(), 0)
  await page.getByRole('button', { name: 'Ångra: Bilden är uppladdad' }).click()
  await meeting.host.until(() => pictures().length === 2, 'taken back')
  house.check()
})
