import { readScan } from '@restow/barcodes'
import { type ScanAnswer, ScanReading } from '@restow/contracts'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'

const GTIN = '04006381333931'
const GS = '\u001d'

let warehouse: Warehouse
let otto: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
  await warehouse.sql(`
    update product set asin = 'B0TESTLAMP' where sku = 'LAMP';
    update product set asin = 'B0TESTMUGS' where sku in ('MUG', 'CUP');
    update product set fnsku = 'X001234567' where sku = 'TEE'`)
})
afterAll(() => warehouse?.close())

const scan = (code: string) => otto.read<ScanAnswer>(`/api/scan?code=${encodeURIComponent(code)}`)
const isAsSaid = new Ajv2020({ strict: false, allErrors: true }).compile(ScanReading)

/** A code, and the part of the reading that is to be in the answer's bytes. */
const CODES: readonly (readonly [part: keyof ScanReading, code: string, told: unknown])[] = [
  [
    'routingOnly',
    '42090210',
    { postalCode: '90210', carriers: ['usps', 'ups', 'fedex'], where: 'longest_bars' },
  ],
  [
    'routingOnly',
    '421276K1A0B1',
    { postalCode: 'K1A0B1', country: '276', carriers: ['ups'], where: 'longest_bars' },
  ],
  ['gs1Fields', `]C101${GTIN}10LOT7${GS}2177`, { gtin: GTIN, batch: 'LOT7', serial: '77' }],
  ['gs1Fields', `]C101${GTIN}3103000750`, { gtin: GTIN, netWeight: { value: '0.750', unit: 'kg' } }],
  ['gs1Fields', '8006095060001343520102', { itip: { gtin: '09506000134352', piece: 1, of: 2 } }],
  [
    'gs1Uncertain',
    `01${GTIN}10ABC12321987654`,
    [
      {
        ...{ ai: '10', value: 'ABC12321987654' },
        readings: [
          [
            ['10', 'ABC123'],
            ['21', '987654'],
          ],
        ],
      },
    ],
  ],
  ['order', '112-4711081-5081512', '112-4711081-5081512'],
  ['rma', 'RMA-20771', 'RMA-20771'],
  ['fnsku', 'X001234567', 'X001234567'],
  ['asin', 'B0TESTLAMP', 'B0TESTLAMP'],
  ['marketplaceLpn', 'LPNRR12345678', 'LPNRR12345678'],
  ['serial', 'S/N 4xG-17', '4xG-17'],
  ['sscc', '00106141411234567897', '106141411234567897'],
]

describe('what a scan’s answer tells of its reading', () => {
  it.each(CODES)('has %s of %s, as it is described', async (part, code, told) => {
    const { reading } = await scan(code)
    expect(reading[part]).toEqual(told)
    expect(isAsSaid(reading) ? '' : JSON.stringify(isAsSaid.errors)).toBe('')
  })

  it('has nothing that is not described, whatever was scanned', async () => {
    for (const code of [
      '',
      `]C2${GS}`,
      '🧺',
      '9622001900000000000000776632517510',
      'RU0000000017',
      '1Z',
      '4'.repeat(40),
    ])
      if (code !== '') expect([code, isAsSaid((await scan(code)).reading)]).toEqual([code, true])
  })

  it('tells no serial number that is uncertain', async () => {
    const { reading } = await scan(`01${GTIN}21A77B17261231`)
    expect(reading.serial).toBeUndefined()
    expect(reading.gs1Uncertain).toHaveLength(1)
    expect(readScan(`01${GTIN}21A77B17261231`).gs1Uncertain).toEqual(reading.gs1Uncertain)
  })
})

describe('a product', () => {
  it('is found by its FNSKU and its ASIN, in small letters too', async () => {
    for (const [code, sku] of [
      ['X001234567', 'TEE'],
      ['B0TESTLAMP', 'LAMP'],
      ['b0testlamp', 'LAMP'],
    ] as const)
      expect(await scan(code)).toMatchObject({ kind: 'product', products: [{ sku }] })
  })

  it('of an ASIN that several sellers have is each of theirs', async () => {
    const { products } = await scan('B0TESTMUGS')
    expect(products?.map(({ seller, sku }) => `${seller} ${sku}`)).toEqual(['LOTUS MUG', 'NORTHSTAR CUP'])
  })
})
