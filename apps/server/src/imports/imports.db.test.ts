import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ImportReport } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { generateReturns } from '../demo/generate-returns.ts'

const REAL = join(import.meta.dirname, '../../../../../shared/data/returns/amazon-returns.tsv')

let warehouse: Warehouse
let otto: Person
let lotus: Person
let northstar: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
  lotus = await warehouse.node.as('lotus@test.restow')
  northstar = await warehouse.node.as('northstar@test.restow')
})
afterAll(() => warehouse?.close())

const send = (who: Person, file: string | Buffer, format = 'csv', seller = 'LOTUS', type = 'text/plain') =>
  who.ask({
    method: 'POST',
    url: `/api/imports/returns?seller=${seller}&format=${format}`,
    payload: Buffer.from(file as string),
    headers: { 'content-type': type },
  })
async function take(
  file: string | Buffer,
  format = 'csv',
  seller = 'LOTUS',
  who = lotus,
): Promise<ImportReport> {
  const answer = await send(who, file, format, seller)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<ImportReport>()
}
const counts = ({ state, total, done, created, updated, unchanged, rejected }: ImportReport) => ({
  state,
  total,
  done,
  created,
  updated,
  unchanged,
  rejected: rejected.map(({ line, code }) => `${line} ${code}`),
})
const all = (created: number) => ({
  state: 'done',
  total: created,
  done: created,
  created,
  updated: 0,
  unchanged: 0,
  rejected: [],
})
/** The same file once more. */
const again = (n: number) => ({ ...all(n), created: 0, unchanged: n })
const lines = (...rows: string[]) => `rma,tracking,sku,quantity,value,currency,reason\n${rows.join('\n')}\n`

describe('Amazon’s file', () => {
  const made = generateReturns({ seed: 'import', seller: 'LOTUS', endingOn: '2026-11-05', parcels: 120 })
  const count = made.parcels.reduce((sum, p) => sum + p.lines.length, 0)

  it('comes in line by line, and again changes nothing, also with the line ends of Windows and a byte order mark', async () => {
    expect(counts(await take(made.file, 'amazon'))).toEqual(all(count))
    expect(counts(await take(made.file, 'amazon'))).toEqual(again(count))
    const crlf = `\ufeff${made.file.replaceAll('\n', '\r\n')}`
    expect(counts(await take(crlf, 'amazon'))).toEqual(again(count))
    const [row] = await warehouse.sql(
      `select (select count(*)::int from expected_return where channel = 'amazon') as returns,
              (select count(*)::int from expected_line l join expected_return r on r.id = l.expected_return where r.channel = 'amazon') as lines`,
    )
    expect(row).toEqual({ returns: 120, lines: count })
  })

  it('tells the floor what is announced under each label’s scan', async () => {
    for (const parcel of made.parcels.slice(0, 10)) {
      const found = await otto.read<{ kind: string; expected: { rmaNumber: string; lines: unknown[] }[] }>(
        `/api/scan?code=${encodeURIComponent(parcel.scan)}`,
      )
      expect([found.kind, found.expected[0]?.rmaNumber]).toEqual(['expected', parcel.rma])
      expect(found.expected[0]?.lines).toHaveLength(parcel.lines.length)
    }
  })

  it('with one line changed updates that line', async () => {
    const [head = '', first = '', ...rest] = made.file.split('\n')
    const cells = first.split('\t')
    cells[head.split('\t').indexOf('Return Reason')] = 'CHANGED_MY_MIND'
    const report = await take([head, cells.join('\t'), ...rest].join('\n'), 'amazon')
    expect(counts(report)).toEqual({ ...again(count), updated: 1, unchanged: count - 1 })
  })
})

const real = existsSync(REAL)
it.runIf(real)(
  'the real file (../shared/data/returns/amazon-returns.tsv): 312 lines created, again 312 unchanged',
  async () => {
    const file = readFileSync(REAL)
    expect(counts(await take(file, 'amazon', 'NORTHSTAR', otto))).toEqual(all(312))
    expect(counts(await take(file, 'amazon', 'NORTHSTAR', northstar))).toEqual(again(312))
  },
)
it.runIf(!real)('the real file of returns is not beside this clone: only made ones were imported', () => {
  expect(existsSync(REAL)).toBe(false)
})

describe('the lines of one RMA', () => {
  it('are several lines of one return, and the same SKU twice is two of them', async () => {
    const file = lines('M-1,TM1,A,1,,,', 'M-1,TM1,B,2,,,', 'M-1,TM2,A,3,,,')
    expect(counts(await take(file))).toEqual(all(3))
    expect(counts(await take(file))).toEqual(again(3))
    const kept = await warehouse.sql(
      `select l.sku, l.occurrence, l.quantity from expected_line l join expected_return r on r.id = l.expected_return
       where r.rma_number = 'M-1' order by 1, 2`,
    )
    expect(kept).toEqual([
      { sku: 'A', occurrence: 1, quantity: 1 },
      { sku: 'A', occurrence: 2, quantity: 3 },
      { sku: 'B', occurrence: 1, quantity: 2 },
    ])
    expect(await otto.read('/api/scan?code=TM2')).toMatchObject({ expected: [{ rmaNumber: 'M-1' }] })
  })

  it('keep counting where the file is long: the 600th line of one RMA is not the first again', async () => {
    const file = lines(...Array.from({ length: 1200 }, (_, i) => `M-2,TM3,SKU-${i % 3},1,,,`))
    expect(counts(await take(file))).toEqual(all(1200))
    expect(counts(await take(file))).toEqual(again(1200))
  })

  it('of two sellers are two returns', async () => {
    const file = lines('M-3,TM4,A,1,,,')
    expect(counts(await take(file))).toEqual(all(1))
    expect(counts(await take(file, 'csv', 'NORTHSTAR', northstar))).toEqual(all(1))
  })

  it('that come in two files at the same moment all come in, each counted once', async () => {
    for (let round = 0; round < 5; round++) {
      const file = (half: number) =>
        lines(
          ...Array.from({ length: 400 }, (_, i) => `C-${round}-${i % 40},TC${round},SKU-${half}-${i},1,,,`),
        )
      const reports = await Promise.all([1, 1, 2, 2].map((half) => take(file(half))))
      const sum = (key: 'created' | 'updated' | 'unchanged') => reports.reduce((n, r) => n + r[key], 0)
      for (const r of reports) {
        expect(counts(r)).toMatchObject({ state: 'done', total: 400, done: 400, rejected: [] })
        expect(r.created + r.updated + r.unchanged).toBe(400)
      }
      expect(sum('created')).toBe(800)
      const kept = await warehouse.sql(
        'select 1 from expected_line l join expected_return r on r.id = l.expected_return where r.rma_number like $1',
        [`C-${round}-%`],
      )
      expect(kept).toHaveLength(800)
    }
  })
})

describe('a line that cannot be taken', () => {
  it('is named with its number and why, and the others come in', async () => {
    const file = lines(
      'E-1,TE1,A,1,,,',
      'E-2,,A,1,,,',
      'E-3,TE3',
      'E-4,TE4,A,0,,,',
      'E-5,TE5,A,1.5,,,',
      'E-6,TE6,A,1,ten,USD,',
      'E-7,TE7,A,1,,,,,,,,',
      'E-8,TE8,"A,1,,,',
      '"E-9","TE9","A","1","","",""',
      'E-10,TE10,A,1,9.99,XQZ,MOON_PHASE',
      'E-11,TE11,"A,1',
    )
    expect(counts(await take(file))).toEqual({
      state: 'done',
      total: 11,
      done: 11,
      created: 3,
      updated: 0,
      unchanged: 0,
      rejected: [
        '3 tracking_missing',
        '4 column_missing',
        '5 quantity_wrong',
        '6 quantity_wrong',
        '7 amount_wrong',
        '8 columns_too_many',
        '9 quote_unclosed',
        '12 quote_unclosed',
      ],
    })
  })

  it('is named in Amazon’s file too', async () => {
    const head =
      'Order ID\tAmazon RMA ID\tTracking ID\tMerchant SKU\tReturn quantity\tItem Name\tOrder Amount\tOrder quantity'
    const bad = Buffer.concat([
      Buffer.from('O\tA-3\tTA3\tA\t1\t'),
      Buffer.from([0xe9]),
      Buffer.from('t\t\t\n'),
    ])
    const file = Buffer.concat([
      Buffer.from(`${head}\nO\tA-1\tTA1\tA\t1\t12" pipe\t\t\nO\tA-2\tTA2\tA\t1\t"open\t\t\n`),
      bad,
      Buffer.from(`O\tA-4\tTA4\tA\t1e3\t\t\t\n`),
      Buffer.from(`O\tA-5\tTA5\tA\t1000000\tx\t999999999999.99\t1\n`),
      Buffer.from(`O\tA-6\tTA6\tA\t1\t${'x'.repeat(70_000)}\t\t\n`),
      Buffer.from(`O\tA-7\tTA7\tA\t1\t${'x'.repeat(1999)}🧺\t\t\nO\tA-8\tTA8\tA\t1\t"closed"\t\t`),
    ])
    expect(counts(await take(file, 'amazon'))).toMatchObject({
      total: 8,
      created: 3,
      rejected: ['3 quote_unclosed', '4 not_utf8', '5 quantity_wrong', '6 amount_wrong', '7 line_too_long'],
    })
  })
})

describe('what is no such file', () => {
  it('is refused in a sentence: another format, a picture, nothing at all', async () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
    for (const file of ['a,b,c\n1,2,3\n', png, 'rma\ttracking\tsku\tquantity\n']) {
      const report = await take(file)
      expect(counts(report)).toMatchObject({ state: 'failed', created: 0, rejected: ['1 column_missing'] })
      expect(report.rejected[0]?.message).toMatch(
        /^The first line is not the header of this format; it lacks: /,
      )
    }
    expect(counts(await take('\n\n'))).toMatchObject({ state: 'failed', rejected: ['1 file_empty'] })
    expect(counts(await take(''))).toMatchObject({ state: 'failed', rejected: ['1 file_empty'] })
  })

  it('is taken whatever its content type says, and a header alone is a file of no lines', async () => {
    for (const type of ['application/json', 'text/csv', 'application/octet-stream', 'x/y; z']) {
      const answer = await send(lotus, lines(), 'csv', 'LOTUS', type)
      expect([answer.statusCode, answer.json()], type).toMatchObject([200, { state: 'done', total: 0 }])
    }
  })

  it('asks for a seller and a format that there are', async () => {
    expect((await send(otto, lines(), 'xml')).statusCode).toBe(400)
    expect((await send(otto, lines(), 'csv', 'NOBODY')).json()).toMatchObject({ code: 'seller_unknown' })
    expect((await send(otto, lines(), 'csv', "x' or 1=1")).statusCode).toBe(404)
  })
})

it('another seller’s user can neither import for a seller nor see its imports', async () => {
  const refused = await send(northstar, lines('X-1,TX1,A,1,,,'), 'csv', 'LOTUS')
  expect([refused.statusCode, refused.json()]).toMatchObject([404, { code: 'seller_unknown' }])
  expect(await warehouse.sql("select 1 from expected_return where rma_number = 'X-1'")).toEqual([])
  const { id } = await take(lines('X-2,TX2,A,1,,,'))
  expect((await lotus.get(`/api/imports/${id}`)).statusCode).toBe(200)
  expect((await otto.get(`/api/imports/${id}`)).statusCode).toBe(200)
  expect((await northstar.get(`/api/imports/${id}`)).statusCode).toBe(404)
})

describe('a long file', () => {
  const long = (n: number, of: string) =>
    lines(...Array.from({ length: n }, (_, i) => `L-${of}-${i % 500},TL${of}${i % 500},SKU-${i},1,,,`))

  it('of 2,000 lines is waited for', async () => {
    expect(counts(await take(long(2000, 'a')))).toEqual(all(2000))
  })

  it('of more goes on in the background, and can be watched until it is done', async () => {
    const begun = await take(long(9000, 'b'))
    expect(begun.state).toBe('running')
    expect(begun.done).toBeLessThan(9000)
    let report = begun
    const seen = [begun.done]
    while (report.state === 'running') {
      report = await lotus.read<ImportReport>(`/api/imports/${begun.id}`)
      seen.push(report.done)
    }
    expect(counts(report)).toEqual(all(9000))
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
  })

  it('leaves nothing in the data folder when it is done', async () => {
    expect(readdirSync(join(warehouse.dataDir, 'imports'))).toEqual([])
  })
})
