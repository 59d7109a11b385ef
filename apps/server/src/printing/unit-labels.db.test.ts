import type { LabelTemplate } from '@restow/contracts'
import { USUAL_TEMPLATE } from '@restow/domain'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPrinter, type Printer, scan } from '../../../../packages/labels/src/read-back.fixture.ts'
import {
  classify,
  hold,
  inspect,
  plate,
  receive,
  register,
} from '../../../../packages/testkit/src/builders.ts'
import { wire } from '../../../../packages/testkit/src/commands.ts'
import {
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
let northstar: Person
beforeAll(async () => {
  printer = await openPrinter()
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
  sven = await warehouse.node.as('SV2001')
  lotus = await warehouse.node.as('lotus@test.restow')
  northstar = await warehouse.node.as('northstar@test.restow')
  await warehouse.sql("update product set title = '马克杯 Mug', fnsku = 'X001ABC123' where sku = 'MUG'")
  const deeds = [
    receive('T6000'),
    register('T6000', plate(1), 'MUG'),
    inspect(plate(1), 'very_good'),
    receive('T9000', 'damaged'),
    register('T9000', plate(2), null),
    hold(plate(2)),
    register('T6000', plate(3), 'MUG'),
    inspect(plate(3), 'acceptable', { findings: ['defect'] }),
    classify(plate(3), 'repair', 'cosmetic'),
    register('T6000', plate(4), 'MUG'),
    inspect(plate(4), 'unsellable', { findings: ['defect'] }),
    classify(plate(4), 'recycle', 'cosmetic'),
  ]
  for (const deed of deeds) {
    const answer = await sven.post([wire(deed)])
    const [outcome] = answer.json<{ outcomes: { outcome: string; message?: string }[] }>().outcomes
    expect([deed.type, outcome?.message ?? outcome?.outcome]).toEqual([deed.type, 'accepted'])
  }
})
afterAll(async () => {
  printer?.close()
  await warehouse?.close()
})

const ask = (labels: readonly object[], more: object = {}, format = 'pdf') =>
  otto.ask({ method: 'POST', url: `/api/labels?format=${format}`, payload: { labels, ...more } })
const problem = (answer: Response) => {
  const { code, detail } = answer.json<{ code: string; detail: string }>()
  return [answer.statusCode, code, detail]
}
/** Of each page its size in millimetres, its barcode, and its words. */
async function printed(answer: Response) {
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf'])
  const pages = await printer.print(new Uint8Array(answer.rawPayload))
  return Promise.all(
    pages.map(async (page) => ({
      size: [Math.round(page.width / 8), Math.round(page.height / 8)],
      code: (await scan(page)).map(({ text }) => text).join(),
      text: page.text.replace(/\s+/g, ' '),
    })),
  )
}
const template = (who: Person, seller: string, body?: object) =>
  who.ask({
    method: body ? 'PUT' : 'GET',
    url: `/api/sellers/${seller}/label-template`,
    ...(body ? { payload: body } : {}),
  })
const GERMAN: LabelTemplate = {
  ...USUAL_TEMPLATE,
  code: 'sku',
  language: 'de',
  lines: ['condition', 'title', 'sku', 'note'],
  note: 'LOTUS Outlet',
}

describe('relabels', { timeout: 60_000 }, () => {
  it('say as usual the FNSKU, the title, the condition and small the plate', async () => {
    const [page] = await printed(await ask([{ kind: 'relabel', lpn: plate(1) }]))
    expect(page).toEqual({
      size: [50, 25],
      code: 'X001ABC123',
      text: `X001ABC123 ${plate(1)} 马克杯 Mug Used – Very Good`,
    })
  })

  it('say what their seller wants, on the size that is loaded', async () => {
    expect((await template(lotus, 'LOTUS', GERMAN)).json()).toEqual(GERMAN)
    expect((await template(sven, 'LOTUS')).json()).toEqual(GERMAN)
    const [page] = await printed(
      await ask([{ kind: 'relabel', lpn: plate(1), copies: 1 }], { media: { size: '57x32', dpi: 203 } }),
    )
    expect([page?.size, page?.code]).toEqual([[57, 32], 'MUG'])
    expect(page?.text).toMatch(/Gebraucht – Sehr gut.*马克杯 Mug.*SKU MUG.*LOTUS Outlet/)
    const own = { ...GERMAN, conditions: { very_good: 'B-Ware' } }
    await template(sven, 'LOTUS', own)
    const [again] = await printed(
      await ask([{ kind: 'relabel', lpn: plate(1) }], { media: { size: '100x50' } }),
    )
    expect(again?.text).toContain('B-Ware')
    await template(lotus, 'LOTUS', USUAL_TEMPLATE)
  })

  it('are refused for what nobody has identified, and for a product without the number', async () => {
    expect(problem(await ask([{ kind: 'relabel', lpn: plate(2) }]))).toEqual([
      422,
      'not_identified',
      `Nobody has said yet what ${plate(2)} is. Identify it first, then relabel it.`,
    ])
    expect(problem(await ask([{ kind: 'relabel', lpn: plate(99) }])).slice(0, 2)).toEqual([
      422,
      'unit_unknown',
    ])
    await warehouse.sql("update product set fnsku = null where sku = 'TEE'")
    await warehouse.sql(
      `update return_unit set body = jsonb_set(body, '{product,fnsku}', 'null') where lpn = '${plate(3)}'`,
    )
    expect(problem(await ask([{ kind: 'relabel', lpn: plate(3) }]))).toEqual([
      422,
      'code_missing',
      'The product has no FNSKU. Give it one, or choose another code in the label template.',
    ])
  })

  it('that are too small for their code say on which size it can be printed', async () => {
    await template(lotus, 'LOTUS', { ...GERMAN, code: 'sku' })
    await warehouse.sql(
      `update return_unit set body = jsonb_set(body, '{product,sku}', '"MUG-BLUE-350-ML-EDITION-2026"') where lpn = '${plate(1)}'`,
    )
    const [status, code, detail] = problem(await ask([{ kind: 'relabel', lpn: plate(1) }]))
    expect([status, code]).toEqual([422, 'code_too_long'])
    expect(detail).toMatch(/too long to be scanned off 50x25\. It can be printed on .*100x150/)
    await template(lotus, 'LOTUS', USUAL_TEMPLATE)
  })
})

describe('tags and tickets', { timeout: 60_000 }, () => {
  it('say in the reader’s language what to do, why, and who decides', async () => {
    const labels = [
      { kind: 'hold', lpn: plate(2) },
      { kind: 'refurbish', lpn: plate(3) },
      { kind: 'scrap', lpn: plate(4), copies: 2 },
      { kind: 'parcel', parcel: 'T9000' },
    ]
    const pages = await printed(await ask(labels, { language: 'es' }))
    expect(pages.map(({ size, code }) => [...size, code])).toEqual([
      [100, 50, plate(2)],
      [100, 50, plate(3)],
      [100, 50, plate(4)],
      [100, 50, plate(4)],
      [100, 50, 'T9000'],
    ])
    expect(pages[0]?.text).toMatch(/Retenido.*Decide: supervisor.*What becomes of it\?/)
    expect(pages[1]?.text).toMatch(/Reacondicionar.*Reparación.*马克杯/)
    expect(pages[2]?.text).toMatch(/Desechar.*Recicla/i)
    expect(pages[4]?.text).toMatch(/Sin dueño.*Recibido el \d{4}-\d\d-\d\d/)
  })

  it('are refused for units that they are not for', async () => {
    for (const [kind, n, code] of [
      ['hold', 1, 'not_held'],
      ['refurbish', 1, 'not_for_refurbishment'],
      ['scrap', 3, 'not_for_scrap'],
    ] as const)
      expect(problem(await ask([{ kind, lpn: plate(n) }])).slice(0, 2)).toEqual([422, code])
    expect(problem(await ask([{ kind: 'parcel', parcel: 'T404' }])).slice(0, 2)).toEqual([
      422,
      'parcel_unknown',
    ])
  })
})

describe('rolls and ZPL', { timeout: 60_000 }, () => {
  it('a roll is so many plates that nobody has', async () => {
    const pages = await printed(await ask([{ kind: 'roll', count: 3 }]))
    const more = await printed(await ask([{ kind: 'roll', count: 3 }]))
    expect(new Set([...pages, ...more].map(({ code }) => code)).size).toBe(6)
  })

  it('the same labels come as ZPL, with the printer’s darkness, speed and cut', async () => {
    const media = { size: '50x25', darkness: 5, speed: 4, cut: true }
    const answer = await ask([{ kind: 'plate', lpn: plate(1), copies: 2 }], { media }, 'zpl')
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
    for (const command of ['^PW400^LL200', '^MMC', '^MD5', '^PR4', '^PQ2,1,0,Y', '^BC', '^XZ'])
      expect(answer.body).toContain(command)
  })
})

describe('a seller’s label template', () => {
  it('is read and changed by itself and by supervisors, and by nobody else', async () => {
    expect((await template(northstar, 'LOTUS')).statusCode).toBe(404)
    expect((await template(northstar, 'LOTUS', GERMAN)).statusCode).toBe(404)
    expect((await template(otto, 'LOTUS', GERMAN)).statusCode).toBe(403)
    expect((await template(sven, 'NOBODY', GERMAN)).statusCode).toBe(404)
    expect((await template(northstar, 'NORTHSTAR')).json()).toEqual(USUAL_TEMPLATE)
    expect((await template(northstar, 'NORTHSTAR', GERMAN)).statusCode).toBe(200)
    expect((await template(otto, 'NORTHSTAR')).json()).toEqual(GERMAN)
    const seen = await warehouse.node.db.asSeller('LOTUS', async (_, client) =>
      client.query({ text: 'select seller from label_template' }),
    )
    expect(seen.rows).toEqual([{ seller: 'LOTUS' }])
  })

  it('takes fields and words, and nothing else', async () => {
    for (const wrong of [
      { code: 'asin' },
      { lines: ['title', 'title'] },
      { lines: ['script'] },
      { conditions: { shiny: 'x' } },
      { note: 'x'.repeat(121) },
      { extra: true },
    ])
      expect([wrong, (await template(lotus, 'LOTUS', { ...GERMAN, ...wrong })).statusCode]).toEqual([
        wrong,
        400,
      ])
  })

  it('is looked at before it is kept, as a picture and as it would be printed', async () => {
    const look = (body: object, format?: string) =>
      lotus.ask({
        method: 'POST',
        url: `/api/sellers/LOTUS/label-template/preview${format ? `?format=${format}` : ''}`,
        payload: body,
      })
    const svg = await look({ template: GERMAN, sku: 'MUG', grade: 'good', media: { size: '57x32' } })
    expect([svg.statusCode, svg.headers['content-type']]).toEqual([200, 'image/svg+xml'])
    expect(svg.body).toMatch(/^<svg .*Gebraucht – Gut.*LOTUS Outlet/s)
    const evil = await look({
      template: { ...GERMAN, note: '<script>alert(1)</script>' },
      media: { size: '100x50' },
    })
    expect(evil.body).not.toContain('<script')
    expect(evil.body).toContain('&#60;script')
    const [page] = await printed(await look({ template: GERMAN, media: { size: '57x32' } }, 'pdf'))
    expect([page?.size, page?.code]).toEqual([[57, 32], 'SKU-0001'])
    expect(problem(await look({ template: GERMAN, media: { size: 'a4' } })).slice(0, 2)).toEqual([
      422,
      'size_too_small',
    ])
    expect((await look({ template: GERMAN, sku: 'NOPE' })).statusCode).toBe(404)
  })

  it('is looked at with titles that strain it: a long one, and one in Chinese', async () => {
    const look = async (sample: string) => {
      const payload = { template: GERMAN, sample, media: { size: '100x50' } }
      const url = '/api/sellers/LOTUS/label-template/preview'
      return (await lotus.ask({ method: 'POST', url, payload })).body
    }
    expect(await look('usual')).toContain('Ceramic mug')
    expect((await look('long')).match(/Travel mug|dishwasher|set of two/g)).toHaveLength(3)
    const chinese = await look('chinese')
    expect(chinese).not.toContain('Ceramic mug')
    expect(chinese.match(/<path transform/g)?.length).toBeGreaterThan(15)
    expect(chinese).toMatch(/<text [^>]*>500<\/text>/)
  })
})
