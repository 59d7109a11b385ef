import { describe, expect, it } from 'vitest'
import { addressOf, isPublic, OutOfReach, PUBLIC_REACH } from './reach.ts'

const reached = (url: string) =>
  addressOf(new URL(url), PUBLIC_REACH).then(
    () => 'reached',
    (error) => (error instanceof OutOfReach ? 'refused' : String(error)),
  )

describe('where a webhook may lead', () => {
  it('is the internet', () => {
    for (const ip of ['8.8.8.8', '1.1.1.1', '172.15.0.1', '172.32.0.1', '2606:4700::1111', '::ffff:8.8.8.8'])
      expect(isPublic(ip), ip).toBe(true)
  })

  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254'],
    ...['100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1'],
    ...['::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::127.0.0.1'],
    ...['64:ff9b::7f00:1', '2002:7f00:1::', '2001:db8::1', 'not an address'],
  ])('is not %s', (ip) => {
    expect(isPublic(ip)).toBe(false)
  })

  it.each([
    ...['https://127.0.0.1/', 'https://[::1]/', 'https://[::ffff:10.0.0.1]/', 'https://0x7f.1/'],
    ...['https://2130706433/', 'https://0177.0.0.1/', 'https://localhost/', 'https://169.254.169.254/latest'],
  ])('is not %s, however it is written', async (url) => {
    expect(await reached(url)).toBe('refused')
  })

  it('is not plain HTTP', async () => {
    expect(await reached('http://8.8.8.8/')).toBe('refused')
    expect(await reached('https://8.8.8.8/')).toBe('reached')
  })
})
