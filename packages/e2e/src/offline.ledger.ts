import { expect } from 'vitest'
import type { Hall } from './offline.hall.ts'
import type { Told } from './offline.worker.ts'

/** What the ledger has of what workers were told. */

interface Recorded extends Told {
  readonly version: number
  readonly device: string
  readonly seq: number
}

/** Without what one command also leaves on the parcel of its unit: `UnitAdded`. */
const EVENTS = `
  select coalesce(u.body->>'lpn', p.tracking_number) as about, e.type, e.meta->'actor'->>'user' as by,
         e.version, e.meta->>'deviceId' as device, (e.meta->>'deviceSeq')::int as seq
    from ledger_event e
    left join parcel p on p.id = e.stream_id
    left join return_unit u on u.id = e.stream_id
   where (p.tracking_number = any($1) or u.lpn = any($1)) and e.type <> 'UnitAdded'
   order by 1, e.version`

const story = (events: readonly Told[]): Record<string, string[]> => {
  const told: Record<string, string[]> = {}
  for (const { about, type, by } of events) told[about] = [...(told[about] ?? []), `${type} by ${by}`]
  return told
}

const recordedOf = (told: readonly Told[], hall: Hall): Promise<Recorded[]> =>
  hall.ask<Recorded>(EVENTS, [[...new Set(told.map(({ about }) => about))]])

/** Waits until the server has as much as was told, whoever is signed in where. */
export async function waitForAllOf(told: readonly Told[], hall: Hall): Promise<void> {
  const count = async () => (await recordedOf(told, hall)).length
  await expect.poll(count, { timeout: 60_000, interval: 250 }).toBe(told.length)
}

/**
 * Everything that was told is in the ledger once, under the name of who did it, for each parcel and unit in the order in
 * which it was done; nothing else is; and every chain is whole.
 */
export async function expectAllOf(told: readonly Told[], hall: Hall): Promise<void> {
  const recorded = await recordedOf(told, hall)
  expect(story(recorded)).toEqual(story(told))
  expect(outOfOrder(recorded)).toEqual([])
  const numbers = recorded.map(({ device, seq }) => `${device} ${seq}`)
  expect(numbers.filter((number, i) => numbers.indexOf(number) !== i)).toEqual([])
  expect(await hall.brokenChains()).toEqual([])
}

/** What a device counted before something that the ledger has behind it, by parcel and unit. */
function outOfOrder(recorded: readonly Recorded[]): Recorded[] {
  const last = new Map<string, number>()
  return recorded.filter(({ about, device, seq }) => {
    const before = last.get(`${about} ${device}`) ?? 0
    last.set(`${about} ${device}`, seq)
    return seq <= before
  })
}
