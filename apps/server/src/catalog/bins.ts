import { readScan } from '@restow/barcodes'
import type { BinItem, BinPlace, PutBin } from '@restow/contracts'
import type { Queryable } from '../db/pool.ts'
import { notFound, ProblemError } from '../problem.ts'
import { keepBin, platesIn, removeBin } from './bins.queries.ts'

const doesNotFit = (code: string, detail: string) => new ProblemError(422, code, detail)

/** On the plan with all four, or not at all. */
function isWhole({ x, y, w, h }: BinPlace): boolean {
  const given = [x, y, w, h].filter((number) => number !== undefined).length
  return given === 0 || given === 4
}

/** Makes or changes a bin. A new one has a code that a scanner reads as a bin of this warehouse. */
export async function setBin(on: Queryable, warehouse: string, code: string, bin: PutBin): Promise<BinItem> {
  if (bin.place && !isWhole(bin.place))
    throw doesNotFit('bin_place_wrong', 'A place on the plan has x, y, w and h: all four or none.')
  const isReadable = readScan(code).bin?.code === code && code.startsWith(`${warehouse}-`)
  if (!isReadable && (await platesIn(on, warehouse, code)) === null)
    throw doesNotFit(
      'bin_code_wrong',
      `${code} would not be read as a bin of ${warehouse}. Codes look like ${warehouse}-S-02-01: zone, aisle, place.`,
    )
  const kept = await keepBin(on, warehouse, code, bin)
  if (!kept)
    throw doesNotFit(
      'bin_in_use',
      `${code} holds plates, so it stays in its zone. Move them to another bin first.`,
    )
  return kept
}

/** Takes a bin out of use, unless something lies in it. */
export async function takeOutBin(on: Queryable, warehouse: string, code: string): Promise<void> {
  if (await removeBin(on, warehouse, code)) return
  const plates = await platesIn(on, warehouse, code)
  if (plates === null) throw notFound('bin of that code')
  throw doesNotFit(
    'bin_in_use',
    `${code} holds ${plates} plates, so it stays. Move them to another bin first.`,
  )
}
