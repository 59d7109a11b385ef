import { BlockList, isIPv6 } from 'node:net'

/**
 * Where a printer may be. What a supervisor enters as a printer's address makes the server open a connection there, so
 * it leads to printers' ports only, and neither to this machine nor to what answers on link-local addresses, such as
 * a cloud's metadata.
 */
export interface PrinterReach {
  /** First and last port of each range. */
  readonly ports: readonly (readonly [number, number])[]
  /** Printers on this machine: for tests, and for a print server beside Restow. */
  readonly loopback: boolean
}

/** 9100 and the ports beside it of printers with several trays or bridges, and Zebra's 6101. */
export const PRINTER_PORTS: PrinterReach['ports'] = [
  [9100, 9109],
  [6101, 6101],
]
export const ORDINARY_REACH: PrinterReach = { ports: PRINTER_PORTS, loopback: false }

const SELF: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['127.0.0.0', 8, 'ipv4'],
  ['::1', 128, 'ipv6'],
]
const NEVER: typeof SELF = [
  ['0.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 128, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
]

function listOf(nets: typeof SELF): BlockList {
  const list = new BlockList()
  for (const [net, bits, family] of nets) list.addSubnet(net, bits, family)
  return list
}
const self = listOf(SELF)
const never = listOf(NEVER)

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/** May a printer be at this IP address? */
export function mayReach({ loopback }: PrinterReach, ip: string): boolean {
  const plain = MAPPED.exec(ip)?.[1] ?? ip
  const family = isIPv6(plain) ? 'ipv6' : 'ipv4'
  return !never.check(plain, family) && (loopback || !self.check(plain, family))
}

export const mayUsePort = ({ ports }: PrinterReach, port: number): boolean =>
  ports.some(([first, last]) => port >= first && port <= last)
