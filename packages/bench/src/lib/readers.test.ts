import { readScan } from '@restow/barcodes'
import { sightOf } from '@restow/floor/camera/as-scanned'
import { PASSES } from '@restow/floor/camera/passes'
import { pictureOf } from '@restow/testkit/fake-camera'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Picture, pixelsOf } from './photos.ts'
import { loadEngine, read, readAsApp, readAsFallback } from './readers.ts'

const ELEMENTS = { '01': '09506000134352', '10': 'ABC', '21': 'SN-7' }
const AS_PRINTED = '(01)09506000134352(10)ABC(21)SN-7'

const pictureWith = async (bcid: string, text: string, module = 4): Promise<Picture> =>
  pixelsOf(await pictureOf({ bcid, text, module }))

beforeAll(loadEngine)

describe('GS1 codes before the camera', () => {
  it.each([
    ['gs1-128', ']C1'],
    ['gs1datamatrix', ']d2'],
    ['gs1qrcode', ']Q3'],
    ['databarexpanded', ']e0'],
  ])('reads every element off a %s, as a scanner would type it', async (bcid, identifier) => {
    const picture = await pictureWith(bcid, AS_PRINTED, /128|databar/.test(bcid) ? 2 : 5)
    const [found] = await read(picture, PASSES.glance)
    const { text } = sightOf(found ?? expect.fail('nothing is found'), picture)
    expect(text.slice(0, 3)).toBe(identifier)
    expect(readScan(text).gs1).toEqual(ELEMENTS)
  })

  it.each(['gs1-128', 'gs1datamatrix'])('reads every element off a %s with the fallback', async (bcid) => {
    const picture = await pictureWith(bcid, AS_PRINTED, bcid === 'gs1-128' ? 3 : 8)
    const [text = ''] = readAsFallback(picture)
    expect(readScan(text).gs1).toEqual(ELEMENTS)
  })
})

describe('other codes before the camera', () => {
  it.each([
    ['ean13', '4006381333931', '4006381333931'],
    ['upca', '012345678905', '0012345678905'],
    ['code39', '.R.GRADE.LIKE-NEW', '.R.GRADE.LIKE-NEW'],
    ['code128', 'LAX1-S-02-01', 'LAX1-S-02-01'],
    ['code128', '9205590164917312751089', '9205590164917312751089'],
    ['interleaved2of5', '15400141288763', '15400141288763'],
  ])('reads the same off a %s with either engine', async (bcid, text, read) => {
    const picture = await pictureWith(bcid, text, 2)
    expect(await readAsApp(picture)).toEqual([read])
    expect(readAsFallback(picture)).toEqual([read])
  })

  it('makes nothing of an empty table', async () => {
    const table = await pixelsOf(await pictureOf(null))
    expect(await readAsApp(table)).toEqual([])
    expect(readAsFallback(table)).toEqual([])
  })
})
