import { lookup } from 'node:dns/promises'
import { BlockList, isIP, isIPv6 } from 'node:net'

/**
 * Where a webhook may lead. A seller says where the server sends to, so it must not lead into the warehouse's own network:
 * the name is looked up first, and the connection goes to the very address that was judged.
 */
export interface WebhookReach {
  /** Any address and plain HTTP: where a warehouse has its receivers in its own network, and for tests. */
  readonly anywhere: boolean
}
export const PUBLIC_REACH: WebhookReach = { anywhere: false }

/** Not the internet's: RFC 6890 and what came after it. */
const PRIVATE: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 96, 'ipv6'],
  // Ways into IPv4 addresses that would have to be judged by those.
  ['64:ff9b::', 32, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 9, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]
const blocked = new BlockList()
for (const [net, bits, family] of PRIVATE) blocked.addSubnet(net, bits, family)

const MAPPED = /^::ffff:(?:(\d+\.\d+\.\d+\.\d+)|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/i

/** An IPv4 address that is written as an IPv6 one, as itself. */
function plain(ip: string): string {
  const found = MAPPED.exec(ip)
  if (!found) return ip
  const [, dotted, high = '0', low = '0'] = found
  if (dotted) return dotted
  const [h, l] = [Number.parseInt(high, 16), Number.parseInt(low, 16)]
  return [h >> 8, h & 255, l >> 8, l & 255].join('.')
}

/** Is this an address of the internet? */
export function isPublic(ip: string): boolean {
  const address = plain(ip)
  return isIP(address) !== 0 && !blocked.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}

/** Why a webhook may not lead there; in words for whoever set it up. */
export class OutOfReach extends Error {}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '')

/**
 * Where to connect to.
 * @returns the address to go to, which is the one that was judged
 * @throws OutOfReach where it leads into a private network, or nowhere
 */
export async function addressOf(url: URL, { anywhere }: WebhookReach): Promise<string> {
  const host = bare(url.hostname)
  if (!anywhere && url.protocol !== 'https:') throw new OutOfReach('Only HTTPS addresses are sent to.')
  const found = isIP(host)
    ? [{ address: host }]
    : await lookup(host, { all: true, verbatim: true }).catch(() => [])
  if (found.length === 0) throw new OutOfReach(`There is no address for ${host}.`)
  const allowed = found.find(({ address }) => anywhere || isPublic(address))
  if (!allowed || (!anywhere && found.some(({ address }) => !isPublic(address))))
    throw new OutOfReach(`${host} is in a private network, which is not sent to.`)
  return allowed.address
}
