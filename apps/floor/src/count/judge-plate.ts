import { ApiProblem } from '@restow/client'
import type { UnitView } from '@restow/contracts'
import { MOST_COUNTED } from '@restow/domain'
import { tell } from '@restow/ui/floor'
import { unitCopy } from '../copy/copy.store.ts'
import { fetchUnit, recallUnit } from '../copy/load.ts'
import { useOutbox } from '../outbox/outbox.store.ts'
import { say, sayLook } from '../shell/verdict.store.ts'
import { countOf, putDown } from './count.store.ts'
import type { Counted } from './count.ts'

/** What a scanned plate is to the bin that is being counted, said at once. */

const LEFT: ReadonlySet<string> = new Set(['scrapped', 'dispatched', 'void'])

function kindOf(bin: string, unit: UnitView): Counted {
  const { lpn, product, missing, state } = unit
  const kind = LEFT.has(state) ? 'stranger' : unit.bin === bin ? 'here' : missing ? 'found' : 'elsewhere'
  return { lpn, kind, title: product?.title ?? null, from: kind === 'elsewhere' ? unit.bin : null }
}

function speak({ lpn, kind, title, from }: Counted, short: (code: string) => string): void {
  const facts = title ? { facts: title } : {}
  if (kind === 'here') say({ tone: 'right', title: tell('count.here'), code: lpn, ...facts })
  else if (kind === 'found')
    say({ tone: 'look', title: tell('count.found'), code: lpn, sentence: tell('count.foundSaid'), ...facts })
  else if (kind === 'stranger')
    say({ tone: 'wrong', title: tell('count.stranger'), code: lpn, sentence: tell('count.strangerSaid') })
  else if (kind === 'unsure')
    say({ tone: 'look', title: tell('count.unsure'), code: lpn, sentence: tell('count.unsureSaid') })
  else {
    const sentence = from ? tell('count.elsewhereSaid', { bin: short(from) }) : tell('count.nowhereSaid')
    say({ tone: 'look', title: tell('count.elsewhere'), code: lpn, sentence, ...facts })
  }
}

/** The server's word on a plate that this device does not know. */
async function askAbout(bin: string, lpn: string): Promise<Counted> {
  const unsure: Counted = { lpn, kind: 'unsure', title: null, from: null }
  if (useOutbox.getState().offline) return unsure
  try {
    return kindOf(bin, await fetchUnit(lpn))
  } catch (error) {
    const isNone = error instanceof ApiProblem && error.status === 404
    return isNone ? { ...unsure, kind: 'stranger' } : unsure
  }
}

/** Judges a plate and puts it down. What has to be asked about holds up no other scan. */
export async function countPlate(
  bin: string,
  scanned: string,
  short: (code: string) => string,
): Promise<void> {
  const { counted, expected } = countOf(bin)
  const known = unitCopy(scanned) ?? (await recallUnit(scanned).catch(() => undefined))
  const lpn = known?.lpn ?? scanned
  if (counted.some((one) => one.lpn === lpn)) return sayLook(lpn, tell('count.twice'))
  if (counted.length >= MOST_COUNTED) return sayLook(lpn, tell('count.full', { most: MOST_COUNTED }))
  const listed = expected.find((one) => one.lpn === lpn)
  const plate: Counted | null = known
    ? kindOf(bin, known)
    : listed
      ? { lpn, kind: 'here', title: listed.title, from: null }
      : null
  if (plate) {
    putDown(bin, plate)
    return speak(plate, short)
  }
  putDown(bin, { lpn, kind: 'unsure', title: null, from: null })
  sayLook(lpn, tell('verdict.asking'))
  void askAbout(bin, lpn).then((told) => {
    if (!countOf(bin).counted.some((one) => one.lpn === lpn)) return
    putDown(bin, told)
    speak(told, short)
  })
}
