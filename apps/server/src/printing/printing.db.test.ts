import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPrinter, type Printer, scan } from '../../../../packages/labels/src/read-back.fixture.ts'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import {
  BINS,
  openWarehouse,
  type Person,
  type Response,
  type Warehouse,
} from '../../../../packages/testkit/src/server.ts'

let warehouse: Warehouse
let printer: Printer
let otto: Person
let sven: Person
let lotus: Person
beforeAll(async () => {
  printer = await openPrinter()
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
  sven = await warehouse.node.as('SV2001')
  lotus = await warehouse.node.as('lotus@test.restow')
  await warehouse.sql("update staff set name = '陈雨婷' where badge = 'OP1002'")
  await warehouse.sql("update staff set active = false where badge = 'AD3001'")
  await warehouse.sql(
    "insert into warehouse values ('BER1', 'Berlin 1', 'Europe/Berlin', 'EUR'); insert into bin (warehouse, code, zone, capacity) values ('BER1', 'BER1-S-01-01', 'resell', 5)",
  )
})
afterAll(async () => {
  printer?.close()
  await warehouse?.close()
})

const ask = (who: Person, labels: readonly object[], format = 'pdf') =>
  who.ask({ method: 'POST', url: `/api/labels?format=${format}`, payload: { labels } })
const problem = (answer: Response) => {
  const { code, detail } = answer.json<{ code: string; detail: string }>()
  return [answer.statusCode, code, detail]
}
/** The file, and of each page its size in millimetres and the barcode that a scanner finds on it. */
async function printed(answer: Response) {
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  const pages = await printer.print(new Uint8Array(answer.rawPayload))
  const file = String(answer.headers['content-disposition']).replace('inline; filename=', '')
  const read = async (page: (typeof pages)[number]) => {
    const [found] = await scan(page)
    return [Math.round(page.width / 8), Math.round(page.height / 8), found?.text]
  }
  return { file, pages: await Promise.all(pages.map(read)) }
}

describe('plates', () => {
  it('are printed as often as wanted', async () => {
    expect(await printed(await ask(otto, [{ kind: 'plate', lpn: plate(1), copies: 2 }]))).toEqual({
      file: '"plates.pdf"',
      pages: [
        [50, 25, plate(1)],
        [50, 25, plate(1)],
      ],
    })
  })

  it('are on record as asked for, by whom, though their asker prints them', async () => {
    await ask(otto, [{ kind: 'plate', lpn: plate(3), copies: 2 }], 'zpl')
    const { items } = await otto.read<{ items: unknown[] }>(`/api/print-jobs?lpn=${plate(3)}`)
    expect(items).toMatchObject([
      {
        printer: null,
        state: 'sent',
        askedBy: 'OP1001',
        total: 2,
        labels: [{ kind: 'plate', key: plate(3) }],
      },
    ])
  })

  it('with a wrong check digit are refused', async () => {
    expect(problem(await ask(otto, [{ kind: 'plate', lpn: 'RU0000000018' }]))).toEqual([
      422,
      'plate_check_digit',
      'RU0000000018 is no plate: its check digit is wrong.',
    ])
  })
})

describe('shelf tags', () => {
  it('are printed for one bin, named with its warehouse or without', async () => {
    for (const bin of [BINS.resell, 'S-01-01'])
      expect(await printed(await ask(otto, [{ kind: 'shelf', bin }]))).toEqual({
        file: '"shelf-tags.pdf"',
        pages: [[100, 50, BINS.resell]],
      })
  })

  it('are printed for all bins of a zone of the asker’s own warehouse', async () => {
    const { pages } = await printed(await ask(otto, [{ kind: 'shelf-zone', zone: 'resell' }]))
    expect(pages.map(([, , code]) => code)).toEqual([BINS.resell, BINS.small])
  })

  it('are refused for a bin or a zone that is not there', async () => {
    for (const bin of ['LAX1-S-99-01', 'BER1-S-01-01', '<b>'])
      expect(
        problem(
          await ask(otto, [
            { kind: 'shelf', bin: BINS.dock },
            { kind: 'shelf', bin },
          ]),
        ),
      ).toEqual([422, 'bin_unknown', `There is no bin ${bin} at LAX1. Look it up in the list of bins.`])
    await warehouse.sql("delete from bin where zone = 'outbound'")
    expect(problem(await ask(otto, [{ kind: 'shelf-zone', zone: 'outbound' }]))).toEqual([
      422,
      'zone_empty',
      'LAX1 has no bins in the zone outbound yet. Set some up first.',
    ])
    expect((await ask(otto, [{ kind: 'shelf-zone', zone: 'attic' }])).statusCode).toBe(400)
  })
})

describe('badge cards', () => {
  it('are printed by a supervisor, whatever script a name is in', async () => {
    const cards = [
      { kind: 'badge', badge: 'OP1001' },
      { kind: 'badge', badge: 'OP1002' },
    ]
    expect(await printed(await ask(sven, cards))).toEqual({
      file: '"badges.pdf"',
      pages: [
        [86, 54, 'OP1001'],
        [86, 54, 'OP1002'],
      ],
    })
  })

  it('are no operator’s to print, nor a seller’s', async () => {
    expect(problem(await ask(otto, [{ kind: 'badge', badge: 'OP1001' }])).slice(0, 2)).toEqual([
      403,
      'supervisor_only',
    ])
    expect((await ask(lotus, [{ kind: 'shelf', bin: BINS.dock }])).statusCode).toBe(403)
  })

  it('are refused for a badge that nobody carries, and for one that is switched off', async () => {
    for (const badge of ['OP9999', 'AD3001'])
      expect(problem(await ask(sven, [{ kind: 'badge', badge }]))).toEqual([
        422,
        'badge_unknown',
        `Nobody at LAX1 carries the badge ${badge}, or it is switched off.`,
      ])
  })
})

describe('labels of several kinds', () => {
  it('are one document, each on a page of its own size, in the order asked for', async () => {
    const labels = [
      { kind: 'shelf', bin: BINS.dock },
      { kind: 'plate', lpn: plate(2) },
      { kind: 'badge', badge: 'SV2001' },
    ]
    expect(await printed(await ask(sven, labels))).toEqual({
      file: '"labels.pdf"',
      pages: [
        [100, 50, BINS.dock],
        [50, 25, plate(2)],
        [86, 54, 'SV2001'],
      ],
    })
  })

  it('are refused past ten thousand, and where there are none', async () => {
    const plates = Array.from({ length: 500 }, (_, i) => ({ kind: 'plate', lpn: plate(i + 1), copies: 20 }))
    plates[0] = { kind: 'shelf-zone', zone: 'resell' } as never
    const many = Array.from({ length: 500 }, () => ({ kind: 'shelf-zone', zone: 'resell' }))
    await warehouse.sql(
      "insert into bin (warehouse, code, zone, capacity) select 'LAX1', 'LAX1-S-50-' || i, 'resell', 9 from generate_series(10, 40) i",
    )
    expect(problem(await ask(otto, many)).slice(0, 2)).toEqual([422, 'too_many_labels'])
    expect(problem(await ask(otto, plates)).slice(0, 2)).toEqual([422, 'too_many_labels'])
    expect((await ask(otto, [])).statusCode).toBe(400)
  })
})

describe('the sheet of command codes', () => {
  const sheet = (who: Person, query: string) =>
    who.ask({ method: 'GET', url: `/api/labels/command-sheet${query}` })

  it.each(['en', 'zh-CN', 'de', 'es'])(
    'is printed in %s, with the trigger’s test code last',
    async (language) => {
      const answer = await sheet(otto, `?format=pdf&language=${language}`)
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
      const pages = await printer.print(new Uint8Array(answer.rawPayload))
      const last = pages.at(-1)
      if (!last) throw new Error('There is no page.')
      expect((await scan(last)).some(({ text }) => text.includes('YZ-50%/yz+A.B_C:1;2='))).toBe(true)
    },
  )

  it('is for the staff, and in no language that there is not', async () => {
    expect((await sheet(lotus, '')).statusCode).toBe(403)
    expect((await sheet(otto, '?language=tlh')).statusCode).toBe(400)
  })
})
