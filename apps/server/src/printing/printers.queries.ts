import type { AddPrinter, DevicePrinter, PrinterItem, PrintSettings } from '@restow/contracts'
import { iso } from '../db/iso.ts'
import { ask, type Queryable } from '../db/pool.ts'
import { asked, type Page } from '../paging.ts'

/** The register of printers, and which of them a device's labels come out of. */

const jobs = (where: string) =>
  `(select count(*)::int from print_job j where j.warehouse = p.warehouse and j.printer = p.code and ${where})`
const PRINTER = `p.code, '.P.' || p.code as scan, p.name, p.place, p.language, p.dpi, p.host, p.port, p.agent, p.tells, p.sizes,
  p.orientation, p.darkness, p.speed, p.cut, p.way, a.name as "agentName", ${iso('a.last_seen')} as "agentSeen", p.trouble,
  ${iso('p.trouble_since')} as "troubleSince", ${jobs("j.state in ('queued', 'sending')")} as waiting,
  ${jobs("j.state = 'maybe_printed' and j.answered_at is null")} as unsure, ${iso('p.last_printed_at')} as "lastPrintedAt"`
const OF = 'from printer p left join print_agent a on a.id = p.agent'

/** Which printers has this warehouse, by code? */
export function findPrinters(on: Queryable, warehouse: string, page: Page): Promise<PrinterItem[]> {
  const text = `select ${PRINTER} ${OF} where p.warehouse = $1 and p.removed_at is null
    and ($2::text is null or p.code > $2) order by p.code limit $3`
  return ask(on, 'list-printers', text, [warehouse, page.after?.[0] ?? null, asked(page)])
}

/** @returns null where this warehouse has no such printer, or not any more */
export async function findPrinter(
  on: Queryable,
  warehouse: string,
  code: string,
): Promise<PrinterItem | null> {
  const text = `select ${PRINTER} ${OF} where p.warehouse = $1 and p.code = $2 and p.removed_at is null`
  const [found] = await ask<PrinterItem>(on, 'printer', text, [warehouse, code])
  return found ?? null
}

/** All that is set of a printer, nothing left to be filled in. */
export type PrinterSettings = Required<AddPrinter>

const valuesOf = (warehouse: string, s: PrinterSettings) => [
  ...[warehouse, s.code, s.name, s.place, s.language, s.dpi, s.agent === null ? 'tcp' : 'agent', s.host],
  ...[s.port, s.agent, s.tells, JSON.stringify(s.sizes), s.orientation, s.darkness, s.speed, s.cut],
]

/** Adds a printer; one that was taken off the register is back on it. @returns false where one has this code already */
export async function addPrinter(
  on: Queryable,
  warehouse: string,
  settings: PrinterSettings,
): Promise<boolean> {
  const text = `insert into printer as p (warehouse, code, name, place, language, dpi, way, host, port, agent, tells, sizes, orientation, darkness, speed, cut)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
    on conflict (warehouse, code) do update set removed_at = null, name = excluded.name, place = excluded.place, language = excluded.language,
      dpi = excluded.dpi, way = excluded.way, host = excluded.host, port = excluded.port, agent = excluded.agent, tells = excluded.tells,
      sizes = excluded.sizes, orientation = excluded.orientation, darkness = excluded.darkness, speed = excluded.speed, cut = excluded.cut,
      trouble = null, trouble_since = null, retry_at = null, retries = 0
    where p.removed_at is not null returning code`
  return (await ask(on, 'add-printer', text, valuesOf(warehouse, settings))).length > 0
}

/** Changes a printer, and tries it at once: what was in its way may have been what was changed. */
export async function changePrinter(
  on: Queryable,
  warehouse: string,
  settings: PrinterSettings,
): Promise<boolean> {
  const text = `update printer set name = $3, place = $4, language = $5, dpi = $6, way = $7, host = $8, port = $9, agent = $10, tells = $11,
      sizes = $12, orientation = $13, darkness = $14, speed = $15, cut = $16, trouble = null, trouble_since = null, retry_at = null, retries = 0
    where warehouse = $1 and code = $2 and removed_at is null returning code`
  return (await ask(on, 'change-printer', text, valuesOf(warehouse, settings))).length > 0
}

const LOCKED = 'select from printer where warehouse = $1 and code = $2 and removed_at is null for update'
const WAITING = `select count(*)::int as count from print_job where warehouse = $1 and printer = $2 and state in ('queued', 'sending')`
const REMOVED = `with gone as (update printer set removed_at = now() where warehouse = $1 and code = $2)
  update device set printer = null where warehouse = $1 and printer = $2`

/**
 * Takes a printer off the register; its prints stay on record. What waits for it is counted in a statement of its own,
 * once nobody can queue more: one statement would count as it was before it waited for the lock.
 * @returns how many jobs keep it there, null where it is not there
 */
export async function removePrinter(on: Queryable, warehouse: string, code: string): Promise<number | null> {
  const values = [warehouse, code]
  if ((await ask(on, 'lock-printer', LOCKED, values)).length === 0) return null
  const [waiting] = await ask<{ count: number }>(on, 'printer-waiting', WAITING, values)
  const count = waiting?.count ?? 0
  if (count > 0) return count
  await ask(on, 'remove-printer', REMOVED, values)
  return 0
}

/** Lets a printer be tried now, whatever was in its way. */
export async function tryPrinterNow(on: Queryable, warehouse: string, code: string): Promise<void> {
  const text =
    'update printer set retry_at = null, retries = 0 where warehouse = $1 and code = $2 and retry_at is not null'
  await ask(on, 'try-printer-now', text, [warehouse, code])
}

/** Is this agent one of this warehouse, and in use? */
export async function agentIsThere(on: Queryable, warehouse: string, agent: string): Promise<boolean> {
  const text = 'select from print_agent where warehouse = $1 and id = $2 and revoked_at is null'
  return (await ask(on, 'agent-there', text, [warehouse, agent])).length > 0
}

/** Which printer do this device's labels come out of? */
export async function findDevicePrinter(
  on: Queryable,
  warehouse: string,
  deviceId: string,
): Promise<DevicePrinter['printer']> {
  const text = `select p.code, p.name, p.trouble from device d join printer p on p.warehouse = d.warehouse and p.code = d.printer
    where d.device_id = $2 and d.warehouse = $1 and p.removed_at is null`
  const [found] = await ask<NonNullable<DevicePrinter['printer']>>(on, 'device-printer', text, [
    warehouse,
    deviceId,
  ])
  return found ?? null
}

/** Sets a device's printer, also of one that was not heard of yet. @returns false for another warehouse's device */
export async function setDevicePrinter(
  on: Queryable,
  warehouse: string,
  deviceId: string,
  printer: string | null,
): Promise<boolean> {
  const text = `insert into device as d (device_id, warehouse, printer) values ($2, $1, $3)
    on conflict (device_id) do update set printer = excluded.printer where d.warehouse = excluded.warehouse returning device_id`
  return (await ask(on, 'set-device-printer', text, [warehouse, deviceId, printer])).length > 0
}

/** Which labels come out by themselves in this warehouse? */
export async function findPrintSettings(on: Queryable, warehouse: string): Promise<PrintSettings> {
  const text = 'select prints_unasked as unasked from warehouse where code = $1'
  const [found] = await ask<PrintSettings>(on, 'print-settings', text, [warehouse])
  return found ?? { unasked: [] }
}

export async function setPrintSettings(
  on: Queryable,
  warehouse: string,
  { unasked }: PrintSettings,
): Promise<void> {
  await ask(on, 'set-print-settings', 'update warehouse set prints_unasked = $2 where code = $1', [
    warehouse,
    unasked,
  ])
}
