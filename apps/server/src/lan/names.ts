import { hostname, networkInterfaces } from 'node:os'
import type { Names } from './certificates.ts'

const NAME = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/

/** What this computer can be reached by: itself, its name, its name as it is announced on a local network, its addresses. */
export function namesOfThisComputer(): Names {
  const name = hostname().toLowerCase()
  const own = NAME.test(name) ? [name, ...(name.includes('.') ? [] : [`${name}.local`])] : []
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const outer = all.filter(({ internal }) => !internal).map(({ address }) => address)
  return {
    hosts: [...new Set(['localhost', ...own])],
    addresses: [...new Set(['127.0.0.1', '::1', ...outer])],
  }
}

/** The address that a phone in the same network would use. */
export function lanAddress(): string | null {
  const all = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  return all.find((one) => one.family === 'IPv4' && !one.internal)?.address ?? null
}
