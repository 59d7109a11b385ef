import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Certified, isCurrent, makeAuthority, makeServerCertificate } from './certificates.ts'
import { lanCertificate } from './kept.ts'
import { namesOfThisComputer } from './names.ts'

const NOW = new Date('2026-11-27T08:00:00Z')
const DAY_MS = 86_400_000
const NAMES = {
  hosts: ['localhost', 'dock-pc', 'dock-pc.local'],
  addresses: ['127.0.0.1', '::1', '192.168.1.5', 'fe80::1c2a:3bff:fe4d:5e6f'],
}
const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS)
let authority: Certified
let own: Certified
const folder = mkdtempSync(join(tmpdir(), 'restow-test-tls-'))

beforeAll(async () => {
  authority = await makeAuthority('Restow on dock-pc', NOW)
  own = await makeServerCertificate(authority, NAMES, NOW)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the certificate for the local network', () => {
  it('is signed by the warehouse’s own authority, which may sign', () => {
    const [ca, server] = [new X509Certificate(authority.cert), new X509Certificate(own.cert)]
    expect(ca.ca).toBe(true)
    expect(ca.checkIssued(ca)).toBe(true)
    expect(server.ca).toBe(false)
    expect(server.checkIssued(ca)).toBe(true)
    expect(server.verify(ca.publicKey)).toBe(true)
    expect(server.checkPrivateKey(createPrivateKey(own.key))).toBe(true)
    expect(server.verify(server.publicKey)).toBe(false)
  })

  it('names every way to reach the server, and no other', () => {
    const server = new X509Certificate(own.cert)
    for (const host of NAMES.hosts) expect(server.checkHost(host)).toBe(host)
    for (const address of NAMES.addresses) expect(server.checkIP(address)).toBe(address)
    expect(server.checkHost('example.com')).toBeUndefined()
    expect(server.checkIP('192.168.1.6')).toBeUndefined()
  })

  it('is good now and for no longer than browsers take', () => {
    const server = new X509Certificate(own.cert)
    const [from, to] = [Date.parse(server.validFrom), Date.parse(server.validTo)]
    expect(from).toBeLessThan(NOW.getTime())
    expect((to - from) / DAY_MS).toBeLessThanOrEqual(397)
    expect((to - from) / DAY_MS).toBeGreaterThan(390)
    expect(server.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1'])
  })

  it('is out of date when an address changes, when it is about to expire, and when the authority is another', async () => {
    expect(isCurrent(own, authority.cert, NAMES, later(300))).toBe(true)
    expect(isCurrent(own, authority.cert, NAMES, later(370))).toBe(false)
    const moved = { ...NAMES, addresses: ['127.0.0.1', '::1', '192.168.1.7', '10.0.0.3'] }
    expect(isCurrent(own, authority.cert, moved, NOW)).toBe(false)
    const fewer = { ...NAMES, addresses: ['127.0.0.1'] }
    expect(isCurrent(own, authority.cert, fewer, NOW)).toBe(false)
    const other = await makeAuthority('Restow on dock-pc', NOW)
    expect(isCurrent(own, other.cert, NAMES, NOW)).toBe(false)
    expect(isCurrent({ ...own, key: other.key }, authority.cert, NAMES, NOW)).toBe(false)
  })

  it('knows this computer by its own name and addresses', () => {
    const { hosts, addresses } = namesOfThisComputer()
    expect(hosts).toContain('localhost')
    expect(addresses).toEqual(expect.arrayContaining(['127.0.0.1', '::1']))
  })
})

describe('the certificates in the data folder', () => {
  it('keeps the authority for good, and the server’s as long as its names stay', async () => {
    const first = await lanCertificate(folder, NAMES, NOW)
    const again = await lanCertificate(folder, NAMES, later(1))
    expect(again).toEqual(first)
    const moved = await lanCertificate(folder, { ...NAMES, addresses: ['127.0.0.1', '10.0.0.3'] }, later(2))
    expect(moved.authority).toBe(first.authority)
    expect(new X509Certificate(moved.cert).checkIP('10.0.0.3')).toBe('10.0.0.3')
    const renewed = await lanCertificate(
      folder,
      { ...NAMES, addresses: ['127.0.0.1', '10.0.0.3'] },
      later(380),
    )
    expect(renewed.authority).toBe(first.authority)
    expect(renewed.cert).not.toBe(moved.cert)
  })

  it('lets nobody else read a key', () => {
    const files = readdirSync(join(folder, 'tls'))
    expect(files.sort()).toEqual(['ca.crt', 'ca.key', 'server.crt', 'server.key'])
    for (const file of files.filter((name) => name.endsWith('.key')))
      expect(statSync(join(folder, 'tls', file)).mode & 0o777).toBe(0o600)
  })

  it('makes a broken certificate of the server anew', async () => {
    writeFileSync(join(folder, 'tls', 'server.crt'), 'half a certif')
    const mended = await lanCertificate(folder, NAMES, NOW)
    expect(new X509Certificate(mended.cert).checkHost('dock-pc')).toBe('dock-pc')
  })
})
