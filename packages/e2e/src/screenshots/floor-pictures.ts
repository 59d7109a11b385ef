import { makeLpn, makeScan } from '@restow/barcodes'
import { DEMO_PRODUCTS, generateReturns } from '@restow/server'
import sharp from 'sharp'
import { Floor } from '../floor.ts'

/** The handheld at four moments of one return, side by side as in a hall. */

const PHONE = { width: 360, height: 640 }
const SCALE = 2
const GAP = 24

/** One return that is announced for the picture, of one piece. */
async function announce(floor: Floor, origin: string) {
  const { file, parcels } = generateReturns({
    ...{ seed: `pictures ${Date.now()}`, seller: 'LOTUS', parcels: 30 },
    endingOn: new Date().toISOString().slice(0, 10),
  })
  const answer = await floor.context.request.post(
    `${origin}/api/imports/returns?seller=LOTUS&format=amazon`,
    {
      data: Buffer.from(file),
      headers: { 'content-type': 'text/tab-separated-values' },
    },
  )
  if (!answer.ok()) throw new Error(`The returns for the pictures were not taken in: ${answer.status()}`)
  const one = parcels.find(({ lines: [line, ...more] }) => line?.quantity === 1 && more.length === 0)
  const product = DEMO_PRODUCTS.find((p) => p.seller === 'LOTUS' && p.sku === one?.lines[0]?.sku)
  return { label: makeScan(one?.tracking ?? '', () => 0.4), code: product?.gtin.slice(1) ?? '', product }
}

/** A worker's way from the dock to a refused bin. @returns a picture of each of the four screens */
async function moments(floor: Floor, origin: string): Promise<Buffer[]> {
  const pictures: Buffer[] = []
  const shoot = async () => void pictures.push(await floor.page.screenshot({ animations: 'disabled' }))
  await floor.signIn('OP1001', '135790')
  const { label, code, product } = await announce(floor, origin)
  const plate = makeLpn(720_000_000 + Math.floor(Math.random() * 999_999))
  await floor.register(label, code, plate)
  await floor.scan('.R.HOME')
  await floor.heading('Ready').waitFor()
  await floor.scan(label)
  await floor.heading('Register').waitFor()
  await shoot()
  const angles = ['front', ...(product?.category === 'electronics' ? ['label'] : [])]
  let questions = 0
  await floor.inspect(
    plate,
    () => 0,
    angles,
    async () => {
      questions += 1
      if (questions === 1) await shoot()
    },
  )
  await shoot()
  await floor.button('Confirm').click()
  await floor.heading('Put away').waitFor()
  await floor.scan('LAX1-X-01-01')
  await floor.page.getByRole('alert').getByText('Wrong bin').waitFor()
  await shoot()
  return pictures
}

async function sideBySide(pictures: readonly Buffer[]): Promise<Buffer> {
  const step = (PHONE.width + GAP) * SCALE
  const canvas = {
    width: pictures.length * step + GAP * SCALE,
    height: (PHONE.height + 2 * GAP) * SCALE,
    channels: 3 as const,
    background: '#c9d0d9',
  }
  return sharp({ create: canvas })
    .composite(pictures.map((input, n) => ({ input, left: GAP * SCALE + n * step, top: GAP * SCALE })))
    .png()
    .toBuffer()
}

/** @param origin a server with demo data */
export async function floorPicture(origin: string): Promise<Buffer> {
  const floor = await Floor.open(origin)
  try {
    return await sideBySide(await moments(floor, origin))
  } finally {
    await floor.close()
  }
}
