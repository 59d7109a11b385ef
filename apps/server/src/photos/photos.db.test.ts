import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { command } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'

let warehouse: Warehouse
let otto: Person
let sven: Person
let lotus: Person
let northstar: Person
let photo: Buffer
let located: Buffer
beforeAll(async () => {
  warehouse = await openWarehouse()
  otto = await warehouse.node.as('OP1001')
  sven = await warehouse.node.as('SV2001')
  lotus = await warehouse.node.as('lotus@test.restow')
  northstar = await warehouse.node.as('northstar@test.restow')
  photo = await picture('#a33').jpeg().toBuffer()
  located = await picture('#3a3', 2000, 1000)
    .withMetadata({
      orientation: 6,
      exif: {
        IFD0: { Make: 'SECRETCAM' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 3/1 0/1', GPSLongitudeRef: 'W' },
      },
    })
    .jpeg()
    .toBuffer()
})
afterAll(() => warehouse?.close())

const picture = (background: string, width = 640, height = 480) =>
  sharp({ create: { width, height, channels: 3, background } })
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const put = (bytes: Buffer, { who = otto, sha256 = hashOf(bytes), type = 'image/jpeg' } = {}) =>
  who.ask({
    method: 'PUT',
    url: `/api/photos/${sha256}`,
    payload: bytes,
    headers: { 'content-type': type },
  })
const kept = async (bytes: Buffer) => ({
  rows: (await warehouse.sql('select 1 from photo where sha256 = $1', [hashOf(bytes)])).length,
  files: (readdirSync(warehouse.dataDir, { recursive: true }) as string[]).filter((name) =>
    name.includes(hashOf(bytes)),
  ).length,
})
const NOTHING = { rows: 0, files: 0 }

/** A PNG whose header says so many pixels, and that holds next to none of them. */
async function bomb(width: number, height: number): Promise<Buffer> {
  const png = await picture('#000', 8, 8).png().toBuffer()
  png.writeUInt32BE(width, 16)
  png.writeUInt32BE(height, 20)
  const crc = (bytes: Buffer) => {
    let value = ~0
    for (const byte of bytes) {
      value ^= byte
      for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0)
    }
    return ~value >>> 0
  }
  png.writeUInt32BE(crc(png.subarray(12, 29)), 29)
  return png
}

describe('a photo', () => {
  it('is kept once however often it arrives, at one moment too', async () => {
    const answers = await Promise.all([put(photo), put(photo), put(photo)])
    expect(answers.map((a) => a.statusCode).sort()).toEqual([200, 200, 201])
    for (const answer of [...answers, await put(photo)])
      expect(answer.json()).toEqual({
        sha256: hashOf(photo),
        mediaType: 'image/jpeg',
        width: 640,
        height: 480,
      })
    expect(await kept(photo)).toEqual({ rows: 1, files: 2 })
  })

  it('may be PNG or WebP, whatever its content type says', async () => {
    for (const made of [picture('#112').png(), picture('#113').webp()]) {
      const bytes = await made.toBuffer()
      expect((await put(bytes, { type: 'application/octet-stream' })).statusCode).toBe(201)
      expect((await otto.get(`/api/photos/${hashOf(bytes)}`)).headers['content-type']).toBe('image/jpeg')
    }
  })

  it('whose bytes do not have that hash is refused, and nothing of it stays', async () => {
    const other = await picture('#224').jpeg().toBuffer()
    const answer = await put(other, { sha256: hashOf(Buffer.from('x')) })
    expect([answer.statusCode, answer.json()]).toMatchObject([422, { code: 'hash_mismatch' }])
    expect(await kept(other)).toEqual(NOTHING)
  })

  it('that is cut off in transit is refused', async () => {
    const noise = await sharp(
      Buffer.from(Array.from({ length: 3 * 256 * 256 }, (_, i) => (i * 2654435761) >>> 24)),
      {
        raw: { width: 256, height: 256, channels: 3 },
      },
    )
      .jpeg()
      .toBuffer()
    for (const share of [0.3, 0.6, 0.95]) {
      const cut = noise.subarray(0, Math.floor(noise.length * share))
      const answer = await put(cut)
      expect([answer.statusCode, answer.json()]).toMatchObject([415, { code: 'not_an_image' }])
      expect(await kept(cut)).toEqual(NOTHING)
    }
  })

  it('that is no photo is refused, whatever it says it is', async () => {
    const gif = await picture('#123', 8, 8).gif().toBuffer()
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>',
    )
    const html = Buffer.from('<!doctype html><script>alert(1)</script>')
    const both = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), html])
    for (const bytes of [gif, svg, html, both, Buffer.from('%PDF-1.7'), Buffer.from([0])]) {
      const answer = await put(bytes)
      expect([answer.statusCode, answer.json()]).toMatchObject([415, { code: 'not_an_image' }])
      expect(await kept(bytes)).toEqual(NOTHING)
    }
    expect((await put(Buffer.alloc(0))).statusCode).toBe(415)
  })

  it('of more than 50 megapixels is refused before it is opened', async () => {
    const bytes = await bomb(10_000, 6_000)
    const answer = await put(bytes, { type: 'image/png' })
    expect([answer.statusCode, answer.json()]).toMatchObject([422, { code: 'photo_too_large' }])
    expect(await kept(bytes)).toEqual(NOTHING)
    const wide = await bomb(0x7fff_ffff, 0x7fff_ffff)
    expect((await put(wide, { type: 'image/png' })).statusCode).toBeGreaterThanOrEqual(415)
  })

  it('of more than 25 MB is refused', async () => {
    const answer = await put(Buffer.alloc(25 * 1024 * 1024 + 1))
    expect([answer.statusCode, answer.json()]).toMatchObject([413, { code: 'body_too_large' }])
  })
})

describe('where a photo was taken', () => {
  it('is in the original, and in nothing that is shown', async () => {
    expect((await put(located)).statusCode).toBe(201)
    const url = `/api/photos/${hashOf(located)}`
    expect(located.includes('SECRETCAM')).toBe(true)
    expect(await sharp(located).metadata()).toMatchObject({ orientation: 6, width: 2000 })
    for (const [size, longest] of [
      ['thumb', 320],
      ['view', 1600],
    ] as const) {
      const shown = await otto.get(`${url}?size=${size}`)
      expect(shown.headers).toMatchObject({
        'content-type': 'image/jpeg',
        'x-content-type-options': 'nosniff',
        'cache-control': expect.stringContaining('private'),
      })
      const facts = await sharp(shown.rawPayload).metadata()
      expect([facts.exif, facts.xmp, facts.iptc, facts.orientation]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ])
      expect(shown.rawPayload.includes('SECRETCAM')).toBe(false)
      // Turned the way it was held.
      expect([facts.width, facts.height]).toEqual([longest / 2, longest])
    }
  })

  it('is given out byte by byte, as a file to be saved', async () => {
    const original = await sven.get(`/api/photos/${hashOf(located)}/original`)
    expect(original.rawPayload.equals(located)).toBe(true)
    expect(original.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': expect.stringMatching(/^attachment; filename="[0-9a-f]{16}\.jpeg"$/),
      'x-content-type-options': 'nosniff',
    })
  })
})

describe('who sees a photo', () => {
  it('staff, and the seller whose unit or parcel carries it, from when it does', async () => {
    const box = await picture('#456').jpeg().toBuffer()
    await put(photo)
    await put(box)
    const [ofUnit, ofParcel] = [`/api/photos/${hashOf(photo)}`, `/api/photos/${hashOf(box)}`]
    expect((await lotus.get(ofUnit)).statusCode).toBe(404)
    const attach = (subject: { lpn: string } | { parcel: string }, bytes: Buffer) =>
      command('AttachPhoto', {
        subject,
        sha256: hashOf(bytes),
        angle: 'front',
        takenAt: '2026-11-04T10:00:00Z',
      })
    await otto.did(
      command('ReceiveParcel', { tracking: 'T6000', condition: 'intact' }),
      command('RegisterUnit', { parcel: 'T6000', lpn: plate(1), product: null, quantity: 1 }),
      attach({ lpn: plate(1) }, photo),
      attach({ parcel: 'T6000' }, box),
    )
    for (const url of [ofUnit, ofParcel]) {
      expect((await lotus.get(url)).statusCode).toBe(200)
      expect((await lotus.get(`${url}/original`)).statusCode).toBe(200)
      for (const other of [url, `${url}/original`])
        expect((await northstar.get(other)).json()).toMatchObject({ status: 404, code: 'not_found' })
    }
  })

  it('who looks is answered by indexes alone, however many units there are, and so tells nothing by its time', async () => {
    await warehouse.sql(`insert into return_unit (id, version, hash, body) select gen_random_uuid(), 1, '', jsonb_build_object(
      'lpn', 'MANY-' || n, 'warehouse', 'LAX1', 'seller', 'NORTHSTAR', 'state', 'registered', 'formerLpns', '[]'::jsonb,
      'parcel', jsonb_build_object('id', gen_random_uuid()), 'photos', jsonb_build_array(jsonb_build_object('sha256', 'many' || n)))
      from generate_series(1, 5000) n`)
    await warehouse.sql(
      'insert into photo select sha256, $1, 1, 1, 1, $2 from photo_subject where sha256 like $3',
      [...['image/jpeg', 'OP1001', 'many%']],
    )
    for (const table of ['return_unit', 'photo', 'photo_subject']) await warehouse.sql(`analyze ${table}`)
    const plan = await warehouse.node.db.asSeller('LOTUS', (_, on) =>
      on.query({ text: "explain select 1 from photo where sha256 = 'many4711'" }),
    )
    expect(JSON.stringify(plan.rows)).toContain('photo_subject')
    expect(JSON.stringify(plan.rows)).not.toMatch(/Seq Scan on (return_unit|photo)/)
  })

  it('is no more theirs once their unit no longer carries it', async () => {
    const seen = () =>
      warehouse.node.db.asSeller('NORTHSTAR', (_, on) =>
        on.query({ text: "select 1 from photo where sha256 = 'many17'" }),
      )
    expect((await seen()).rows).toHaveLength(1)
    await warehouse.sql(`update return_unit set body = body || '{"photos": []}' where lpn = 'MANY-17'`)
    expect((await seen()).rows).toHaveLength(0)
  })

  it('operators see it, but do not get originals, and sellers upload none', async () => {
    const url = `/api/photos/${hashOf(photo)}`
    expect((await otto.get(url)).statusCode).toBe(200)
    expect((await otto.get(`${url}/original`)).json()).toMatchObject({ status: 403, code: 'supervisor_only' })
    const refused = await put(await picture('#789').jpeg().toBuffer(), { who: lotus })
    expect([refused.statusCode, refused.json()]).toMatchObject([403, { code: 'staff_only' }])
  })

  it('nobody finds another file by it', async () => {
    for (const name of [
      '..%2f..%2f..%2fetc%2fpasswd',
      '../../../../etc/passwd',
      'A'.repeat(64),
      'a'.repeat(63),
      `${'a'.repeat(62)}%2f`,
      `${'a'.repeat(64)}.thumb.jpg`,
      '%00',
    ])
      for (const who of [otto, lotus]) {
        const { statusCode } = await who.get(`/api/photos/${name}`)
        expect([400, 404], name).toContain(statusCode)
      }
    expect((await otto.get(`/api/photos/${'a'.repeat(64)}`)).statusCode).toBe(404)
    expect((await otto.get(`/api/photos/${hashOf(photo)}?size=huge`)).statusCode).toBe(400)
  })
})
