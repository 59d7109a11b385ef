import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { makeLpn, makeScan } from '@restow/barcodes'
import { DEMO_PRODUCTS, generateReturns } from '@restow/server'
import { filmOf, type Held } from '@restow/testkit/fake-camera'
import { type ServerProcess, startServer } from '@restow/testkit/server-process'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { Floor } from './floor.ts'

/** A phone's camera instead of a trigger: Chromium shows the app a film of labels, and the app's own engines read them. */

const folder = mkdtempSync(join(tmpdir(), 'restow e2e camera '))
let server: ServerProcess
let floor: Floor | null = null

beforeAll(async () => {
  server = await startServer({ RESTOW_DATA_DIR: join(folder, 'data'), RESTOW_DEMO: '1' })
})

afterEach(async () => {
  await floor?.close()
  floor = null
})

afterAll(async () => {
  await server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** The scenes are shown one after the other, over and over, each for two seconds at least. */
const FRAMES_EACH = 60

/** The camera is lent when the test says so: `lend()` on the page. */
const LENT_LATE = `{
  const { mediaDevices } = navigator
  const ask = mediaDevices.getUserMedia.bind(mediaDevices)
  const lent = new Promise((resolve) => (globalThis.lend = resolve))
  mediaDevices.getUserMedia = (wanted) => lent.then(() => ask(wanted))
}`

interface Device {
  readonly withoutWebAssembly?: boolean
  readonly lentLate?: boolean
}

/** A phone whose camera sees these labels. */
async function phone(scenes: readonly (Held | null)[], device: Device = {}): Promise<Floor> {
  const film = join(folder, 'film.mjpeg')
  writeFileSync(film, await filmOf(scenes, scenes.length === 1 ? 1 : FRAMES_EACH))
  const camera = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
  const opened = await Floor.open(server.origin, 'en-US', {
    camera: true,
    args: [...camera, `--use-file-for-fake-video-capture=${film}`],
    ...(device.withoutWebAssembly ? { before: 'delete globalThis.WebAssembly' } : {}),
    ...(device.lentLate ? { before: LENT_LATE } : {}),
  })
  floor = opened
  return opened
}

const badge = (held: Partial<Held>): Held => ({ bcid: 'code128', text: 'OP1001', ...held })
const HARD = { turned: 8, blurred: 1.2, noisy: 10, module: 4 }

describe.each([
  ['the engine in WebAssembly', /^\/floor\/assets\/zxing_reader/, {}],
  ['the engine for devices without it', /^\/floor\/assets\/fallback-engine/, { withoutWebAssembly: true }],
] as const)('the camera, read by %s', (_, engine, device) => {
  it.each([
    ['a Code 128', badge({})],
    ['a QR code', badge({ bcid: 'qrcode', module: 6 })],
    ['a Data Matrix', badge({ bcid: 'datamatrix', module: 8 })],
    ['a crooked, blurred and grainy Code 128', badge(HARD)],
  ])('reads a badge off %s', async (_name, held) => {
    const { page } = await phone([held], device)
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.getByRole('button', { name: 'Camera' }).click()
    await page.getByRole('dialog', { name: 'Scan with the camera' }).waitFor()
    await expect.poll(() => page.getByLabel('Badge').inputValue()).toBe('OP1001')
    // Loaded only now, from our own server, and only the engine that this device can run.
    const engines = asked.filter((path) => /zxing_reader.*\.wasm$|fallback-engine.*\.js$/.test(path))
    expect(engines).toEqual([expect.stringMatching(engine)])
    expect(floor?.complaints).toEqual([])
  })
})

describe('the first load', () => {
  it('is light, and has no engine in it', async () => {
    const opened = await Floor.open(server.origin)
    floor = opened
    const loaded: string[] = []
    opened.page.on('response', (response) => loaded.push(response.url()))
    await opened.page.reload()
    await opened.heading('Sign in').waitFor()
    const scripts = loaded.filter((url) => /\.(js|wasm)$/.test(url))
    const sizes = scripts.map(
      async (url) => gzipSync(await (await opened.context.request.get(url)).body()).length,
    )
    const size = (await Promise.all(sizes)).reduce((sum, one) => sum + one, 0)
    expect(scripts.filter((url) => /zxing|engine|worker|Camera/.test(url))).toEqual([])
    expect(size).toBeGreaterThan(0)
    expect(size).toBeLessThanOrEqual(180_000)
  })
})

describe('the camera over every screen', () => {
  it('stays open for several scans, says what became of each, and presses buttons by command codes', async () => {
    const opened = await phone([badge({ text: 'LAX1-S-02-01' }), null, badge({ text: '.R.MENU' }), null])
    await opened.signIn('OP1001', '135790')
    await opened.scan('.R.CAMERA')
    const sheet = opened.page.getByRole('dialog', { name: 'Scan with the camera' })
    await sheet.getByRole('status').getByText('LAX1-S-02-01').waitFor()
    await opened.page.getByRole('heading', { name: 'Menu', includeHidden: true }).waitFor()
    await opened.scan('.R.CAMERA')
    await sheet.waitFor({ state: 'detached' })
    expect(opened.complaints).toEqual([])
  })

  it('lets what is wrong cover it until that is acknowledged, and goes on', async () => {
    const opened = await phone([badge({ text: makeLpn(710_000_001) })])
    await opened.signIn('OP1001', '135790')
    await opened.button('Camera').click()
    const alert = opened.page.getByRole('alert')
    await alert.getByText('There is no unit').waitFor()
    await opened.button('Understood').click()
    await alert.waitFor({ state: 'detached' })
    await opened.page.getByRole('dialog', { name: 'Scan with the camera' }).waitFor()
  })

  it('goes over to the device’s other camera, and remembers it', async () => {
    const opened = await Floor.open(server.origin, 'en-US', {
      args: ['--use-fake-device-for-media-stream=device-count=2', '--use-fake-ui-for-media-stream'],
    })
    floor = opened
    const shown = () =>
      opened.page.getByLabel('What the camera sees').evaluate(
        (video) =>
          (
            video as unknown as {
              srcObject: { getVideoTracks(): { getSettings(): { deviceId: string } }[] } | null
            }
          ).srcObject
            ?.getVideoTracks()[0]
            ?.getSettings().deviceId,
      )
    await opened.button('Camera').click()
    await expect.poll(shown).toBeTruthy()
    const first = await shown()
    await opened.button('Other camera').click()
    await expect.poll(shown).not.toBe(first)
    await expect.poll(shown).toBeTruthy()
    const second = await shown()
    await opened.page.reload()
    await opened.button('Camera').click()
    await expect.poll(shown).toBe(second)
  })

  it('gives the camera back when it is closed', async () => {
    const opened = await phone([null])
    const { page } = opened
    await page.evaluate(`{
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
      navigator.mediaDevices.getUserMedia = async (wanted) => (globalThis.lent = await ask(wanted))
    }`)
    const states = () => page.evaluate('globalThis.lent?.getTracks().map((track) => track.readyState)')
    await opened.button('Camera').click()
    await expect.poll(states).toEqual(['live'])
    await opened.button('Close the camera').click()
    await expect.poll(states).toEqual(['ended'])
  })

  it('says over plain HTTP that the camera wants HTTPS, and how to get it', async () => {
    const opened = await Floor.open(`http://dock.test:${server.port}`, 'en-US', {
      args: ['--host-resolver-rules=MAP dock.test 127.0.0.1'],
    })
    floor = opened
    await opened.button('Camera').click()
    await opened.page.getByRole('alert').getByText('npm start -- --lan').waitFor()
  })

  it.each([
    ['NotAllowedError', 'The camera is not allowed for this page.'],
    ['NotReadableError', 'Another program has the camera.'],
    ['NotFoundError', 'This device has no camera that can be used.'],
  ])('says in plain words what stands in its way: %s', async (name, words) => {
    const opened = await phone([null])
    await opened.page.evaluate(
      `navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', '${name}'))`,
    )
    await opened.button('Camera').click()
    await opened.page.getByRole('alert').getByText(words).waitFor()
    await opened.button('Try again').waitFor()
  })
})

describe('photos from the camera', () => {
  const made = generateReturns({ seed: 'camera', seller: 'LOTUS', endingOn: '2026-11-20', parcels: 40 })
  const product = (sku: string | undefined) =>
    DEMO_PRODUCTS.find((one) => one.seller === 'LOTUS' && one.sku === sku)
  /** One piece of something whose inspection asks for a single photo. */
  const parcel = made.parcels.find(
    ({ lines: [line, ...more] }) =>
      more.length === 0 && line?.quantity === 1 && product(line.sku)?.category !== 'electronics',
  )

  it('sends one shot for one command code, and the server has it by its hash', async () => {
    const opened = await phone([null])
    await opened.signIn('OP1001', '135790')
    const { request } = opened.context
    await request.post(`${server.origin}/api/imports/returns?seller=LOTUS&format=amazon`, {
      data: Buffer.from(made.file),
      headers: { 'content-type': 'text/tab-separated-values' },
    })
    const plate = makeLpn(710_000_002)
    await opened.register(
      makeScan(parcel?.tracking ?? '', () => 0.4),
      product(parcel?.lines[0]?.sku)?.gtin.slice(1) ?? '',
      plate,
    )
    await opened.inspect(plate, () => 0, ['front'])
    await opened.button('all sent').waitFor()
    const unit = await (await request.get(`${server.origin}/api/units/${plate}`)).json()
    expect(unit.photos).toHaveLength(1)
    const [{ sha256 }] = unit.photos
    // The person may look at it; the original is for the seller and supervisors.
    await expect
      .poll(async () => (await request.get(`${server.origin}/api/photos/${sha256}?size=view`)).status())
      .toBe(200)
    await request.post(`${server.origin}/api/sessions`, {
      data: { badge: 'SV2001', pin: '135790', deviceId: 'desk' },
    })
    const original = await (await request.get(`${server.origin}/api/photos/${sha256}/original`)).body()
    expect(createHash('sha256').update(original).digest('hex')).toBe(sha256)
    const { format, width = 0, height = 0 } = await sharp(original).metadata()
    expect(format).toBe('jpeg')
    expect(Math.max(width, height)).toBeLessThanOrEqual(2048)
    expect(opened.complaints).toEqual([])
  })

  it('waits for the camera’s picture with a shot that comes before it, and takes it once', async () => {
    const opened = await phone([null], { lentLate: true })
    await opened.signIn('OP1001', '135790')
    const { page } = opened
    await opened.scan('1Z999AA10123456784')
    await page.getByRole('status').getByText('Received').waitFor()
    await opened.scan('.R.MORE')
    await opened.scan('.R.PHOTO')
    await page.getByLabel('What the camera sees').waitFor()
    for (const _ of ['asked', 'and asked again']) {
      await opened.scan('.R.PHOTO')
      await opened.sees('The photo is taken as soon as')
    }
    await page.evaluate('lend()')
    await page.getByLabel('What the camera sees').waitFor({ state: 'detached' })
    const { request } = opened.context
    const photos = async () =>
      (await (await request.get(`${server.origin}/api/parcels/1Z999AA10123456784`)).json()).photos
    // Made from the shot in a worker, then sent: a second one would have been asked for before it.
    await expect.poll(async () => (await photos()).length).toBe(1)
    await opened.button('all sent').waitFor()
    expect(await photos()).toHaveLength(1)
    expect(opened.complaints).toEqual([])
  })
})
