import type { Language, Policy, PrintedUnasked } from '@restow/domain'
import { ask, type Queryable } from '../db/pool.ts'

/** What decides whether a step prints something by itself, and on what. */

/** A device that has a printer, and what comes out there by itself. */
export interface PrintingDevice {
  readonly deviceId: string
  readonly warehouse: string
  readonly printer: string
  readonly unasked: readonly PrintedUnasked[]
}

/** Which of these devices, or of all, have a printer that is on the register? */
export function findPrintingDevices(
  on: Queryable,
  devices: readonly string[] | null = null,
): Promise<PrintingDevice[]> {
  const text = `select d.device_id as "deviceId", d.warehouse, p.code as printer, w.prints_unasked as unasked
    from device d join printer p on p.warehouse = d.warehouse and p.code = d.printer and p.removed_at is null
      join warehouse w on w.code = d.warehouse
    where $1::text[] is null or d.device_id = any($1)`
  return ask(on, 'printing-devices', text, [devices])
}

/** Was this plate given to this device, and has nobody printed it yet? What came off a roll is none of these. */
export async function isPlateToPrint(on: Queryable, deviceId: string, lpn: string): Promise<boolean> {
  const text = `select from plate_lease where device_id = $1 and serial = $2
    and not exists (select from print_job where lpns @> array[$3::text])`
  const serial = Number(lpn.slice(2, 11))
  return (await ask(on, 'plate-to-print', text, [deviceId, serial, lpn])).length > 0
}

/** In which language these people read, of those that have said so. */
export async function findLanguages(
  on: Queryable,
  badges: readonly string[],
): Promise<Map<string, Language>> {
  const rows = await ask<{ badge: string; language: Language }>(
    on,
    'languages-of-staff',
    'select badge, language from staff where badge = any($1::text[]) and language is not null',
    [badges],
  )
  return new Map(rows.map(({ badge, language }) => [badge, language]))
}

/** What do these sellers want printed for their goods, of those that have said so? */
export async function findPrints(
  on: Queryable,
  sellers: readonly string[],
): Promise<Map<string, Policy['prints']>> {
  const text =
    "select code, policy->'prints' as prints from seller where code = any($1::text[]) and policy ? 'prints'"
  const rows = await ask<{ code: string; prints: Policy['prints'] }>(on, 'prints-of-sellers', text, [sellers])
  return new Map(rows.map(({ code, prints }) => [code, prints]))
}
