import { readdirSync, readlinkSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ProductItem, ProductList, UnitView } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { command } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { type File, outcome, show as showTo, take as takeAs, told } from './product-file.fixture.ts'

let warehouse: Warehouse
let lotus: Person
let port = 0
beforeAll(async () => {
  warehouse = await openWarehouse()
  lotus = await warehouse.node.as('lotus@test.restow')
  await warehouse.node.app.listen({ port: 0, host: '127.0.0.1' })
  port = (warehouse.node.app.server.address() as AddressInfo).port
})
afterAll(() => warehouse?.close())

const take = (file: File) => takeAs(lotus, file)
const show = (file: File) => showTo(lotus, file)
const product = async (sku: string): Promise<ProductItem | undefined> =>
  (await lotus.read<ProductList>(`/api/products?limit=200&search=${encodeURIComponent(sku)}`)).items.find(
    (one) => one.sku === sku,
  )

/** Files that this process holds open although they are gone, or still there, in the folder of imports. */
const heldOpen = () =>
  readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).includes('/imports/')
    } catch {
      return false
    }
  })

/** Sends a file over a socket, piece by piece, and hangs up behind the last where `isCut`. */
function sendSlowly(
  to: string,
  pieces: readonly Buffer[],
  isCut = false,
): Promise<{ status: number; code?: string }> {
  return new Promise((resolve, reject) => {
    const asking = httpRequest({
      ...{ port, method: 'POST', path: `/api/imports/products${to}?seller=LOTUS&format=csv` },
      headers: { cookie: lotus.cookie, 'content-type': 'text/csv' },
    })
    asking.on('response', async (answer) => {
      const parts: Buffer[] = []
      for await (const part of answer) parts.push(part as Buffer)
      resolve({ status: answer.statusCode ?? 0, ...JSON.parse(Buffer.concat(parts).toString()) })
    })
    asking.on('error', (error) => (isCut ? resolve({ status: 0 }) : reject(error)))
    const write = (n: number): void => {
      const piece = pieces[n]
      if (piece) asking.write(piece, () => setImmediate(() => write(n + 1)))
      else if (isCut) asking.destroy()
      else asking.end()
    }
    write(0)
  })
}

describe('a file of products that is sent to do harm', () => {
  it('is let go of where its first line is refused', async () => {
    const long = Buffer.from(`title,gtin\n${'x,1\n'.repeat(100_000)}`)
    for (let n = 0; n < 3; n++) expect(told(await take(long))).toMatchObject({ state: 'failed' })
    await show(long)
    await expect.poll(heldOpen).toEqual([])
  })

  it('may be too large without saying so, and whoever sends it hears that', async () => {
    const much = Array.from({ length: 40 }, (_, n) =>
      Buffer.from(n === 0 ? 'sku,title\n' : 'x'.repeat(1024 * 1024)),
    )
    for (const to of ['', '/preview'])
      expect(await sendSlowly(to, much)).toMatchObject({ status: 413, code: 'file_too_large' })
    await expect.poll(heldOpen).toEqual([])
  })

  it('that is cut off amid its way leaves nothing', async () => {
    const part = [Buffer.from('sku,title\nCUT-1,One\n'), Buffer.from('CUT-2,Tw')]
    for (const to of ['', '/preview']) expect(await sendSlowly(to, part, true)).toEqual({ status: 0 })
    expect(await product('CUT-1')).toBeUndefined()
    await expect.poll(heldOpen).toEqual([])
  })

  it('that comes byte by byte is the same file', async () => {
    const file = Buffer.from('\ufeffsku,title\r\nBYTE-1,"陶瓷 🫖, ""Luna"""\r\nBYTE-2,Ü\n')
    const answer = await sendSlowly(
      '',
      [...file].map((byte) => Buffer.from([byte])),
    )
    expect(answer).toMatchObject({ status: 200, created: 2, rejected: [] })
    expect(await product('BYTE-1')).toMatchObject({ title: '陶瓷 🫖, "Luna"' })
  })

  it('may have a line of ten megabytes, NUL bytes and broken letters: those lines are left', async () => {
    const file = Buffer.concat([
      Buffer.from('sku,title\nOK-1,One\n'),
      Buffer.from(`LONG,${'x'.repeat(10 * 1024 * 1024)}\n`),
      Buffer.from('NUL,a\0b\n'),
      Buffer.from('HALF,'),
      Buffer.from([0xe9, 0x99]),
      Buffer.from('\nSURROGATE,'),
      Buffer.from([0xed, 0xa0, 0x80]),
      Buffer.from('\nOK-2,Two\n'),
    ])
    expect(told(await take(file))).toEqual(
      outcome({
        total: 6,
        created: 2,
        rejected: ['3 line_too_long', '4 not_storable', '5 not_utf8', '6 not_utf8'],
      }),
    )
  })

  it('may be half of UTF-16: what is lost is not taken for a title', async () => {
    const file = Buffer.concat([
      Buffer.from('\ufeffsku\ttitle\nWIDE-1\tOne\nWIDE-2\t', 'utf16le'),
      Buffer.from([0x3d, 0xd8]),
      Buffer.from('\nWIDE-3\tTh', 'utf16le'),
      Buffer.from([0x20]),
    ])
    expect(told(await take(file))).toEqual(
      outcome({ total: 3, created: 1, rejected: ['3 not_utf8', '4 not_utf8'] }),
    )
  })

  it('may name columns like what every object has, ten thousand of them', async () => {
    const odd = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype']
    const many = Array.from({ length: 7_000 }, (_, n) => `c${n}`)
    const file = [
      ['sku', 'title', 'category', ...odd, ...many].join(','),
      'ODD-1,One,__proto__,1,2',
      'ODD-2,,constructor',
      'constructor,,toString',
      '__proto__,__proto__,',
    ].join('\n')
    expect((await show(file)).columns.ignored).toEqual([...odd, ...many])
    expect(told(await take(file))).toEqual(outcome({ total: 4, created: 4 }))
    expect(told(await take(file))).toEqual(outcome({ total: 4, unchanged: 4 }))
    expect(await product('__proto__')).toMatchObject({ title: '__proto__', category: 'general' })
  })

  it('may open a quote in every line and close none', async () => {
    const file = [
      'sku,title',
      ...Array.from({ length: 3000 }, (_, n) => `Q${n},"open ${n}`),
      'LAST,Last',
    ].join('\n')
    const report = await show(file)
    expect(report.counts).toMatchObject({ rejected: 3000, created: 1 })
  })

  it('may write a SKU in the other form of its letters, in other case or among blanks', async () => {
    const [one, two] = ['GRÜN-1'.normalize('NFC'), 'GRÜN-1'.normalize('NFD')]
    expect(told(await take(`sku,title\n${two},Green\n${one},Green again`))).toEqual(
      outcome({ total: 2, created: 1, rejected: ['3 sku_twice'] }),
    )
    expect(await product(one)).toMatchObject({ title: 'Green' })
    expect(told(await take(`sku,title\n\u00a0${two} ,Greener`))).toEqual(outcome({ total: 1, updated: 1 }))
    // As a system has announced it: what stands is not written otherwise.
    await warehouse.sql("insert into product (seller, sku, title) values ('LOTUS', $1, 'Old')", [
      'BLÄU-1'.normalize('NFD'),
    ])
    expect(told(await take('sku,title\nBLÄU-1,New'.normalize('NFC')))).toEqual(
      outcome({ total: 1, updated: 1 }),
    )
    // Sellers' systems tell small letters from capitals, and so is it done here.
    expect(told(await take('sku,title\ngrün-1,Another'))).toEqual(outcome({ total: 1, created: 1 }))
  })

  it('may give its products the codes of another seller’s: those are found in its own parcels all the same', async () => {
    const northstar = await warehouse.node.as('northstar@test.restow')
    const otto = await warehouse.node.as('OP1001')
    const file = 'sku,fnsku,gtin\nSTOLEN,X001LAMP,4006381333931'
    expect(told(await takeAs(northstar, file, 'NORTHSTAR'))).toEqual(outcome({ total: 1, created: 1 }))
    const parcel = { tracking: 'T1000', condition: 'intact' } as const
    await otto.did(command('ReceiveParcel', parcel))
    for (const [n, code] of [{ fnsku: 'X001LAMP' }, { gtin: '04006381333931' }].entries()) {
      const lpn = plate(700 + n)
      await otto.did(command('RegisterUnit', { parcel: parcel.tracking, lpn, product: code, quantity: 1 }))
      const unit = await otto.read<UnitView>(`/api/units/${lpn}`)
      expect(unit).toMatchObject({ seller: 'LOTUS', product: { sku: 'LAMP' } })
    }
  })
})
