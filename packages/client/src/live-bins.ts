import type { BinsBoard, BoardBin } from '@restow/contracts'

const byCode = (a: BoardBin, b: BoardBin) => (a.code < b.code ? -1 : 1)

/**
 * The bins board with what has changed of it laid over. A bin that did not change keeps the age that it was told with;
 * `oldestAt` is what to go by.
 */
export function mergeBins(before: BinsBoard, change: BinsBoard, gone: readonly string[]): BinsBoard {
  const told = new Set([...gone, ...change.zones.flatMap(({ bins }) => bins.map(({ code }) => code))])
  const kept = new Map(before.zones.map((zone) => [zone.zone, zone.bins]))
  const zones = change.zones.map((zone) => {
    const old = kept.get(zone.zone) ?? []
    const rest = old.filter(({ code }) => !told.has(code))
    if (zone.bins.length === 0 && rest.length === old.length) return { ...zone, bins: old }
    const changed = new Map(zone.bins.map((bin) => [bin.code, bin]))
    const isSame = rest.length + zone.bins.length === old.length
    // Most often the same bins are there, and nothing has to be put in order.
    if (isSame && old.every(({ code }) => !told.has(code) || changed.has(code)))
      return { ...zone, bins: old.map((bin) => changed.get(bin.code) ?? bin) }
    return { ...zone, bins: [...rest, ...zone.bins].sort(byCode) }
  })
  return { ...change, zones }
}
