import { type Command, isLpn } from '@restow/domain'
import { tell } from '@restow/ui/floor'
import { freshPlates } from '../outbox/plates.ts'
import { askPrint } from '../outbox/prints.ts'
import { drawPlates } from '../plates/draw-plates.ts'
import { printLabels } from '../plates/print.ts'
import { noteOwn, usePrinting } from '../printing/printer.store.ts'
import { ask, sayRejected } from '../shell/ask.ts'
import { say } from '../shell/verdict.store.ts'
import { dropPending, type Pending } from './pending.store.ts'

/** Gives what was taken out of the parcel its plate. Two equal products are two plates. */
export async function registerWith(lpn: string, pending: Pending): Promise<boolean> {
  const { tracking, product, key, quantity, serial } = pending
  const command: Command = {
    type: 'RegisterUnit',
    parcel: tracking,
    lpn,
    product: key,
    quantity,
    ...(serial === '' ? {} : { serial }),
  }
  if (!isLpn(lpn)) {
    sayRejected(command, 'plate_check_digit', { lpn })
    return false
  }
  const facts = product?.title ?? tell('unit.unknownProduct')
  return ask(
    command,
    { title: tell('register.done'), code: lpn, facts, lpn, onward: dropPending },
    { products: product ? [product] : [] },
  )
}

const platesOf = (lpns: readonly string[]) => lpns.map((lpn) => ({ kind: 'plate' as const, lpn }))

/** On this device's printer, else in the print dialog, which is put on record: what is printed is not printed twice. */
async function bringToPaper(lpns: readonly string[], how: 'now' | 'roll'): Promise<void> {
  const { printer, unasked } = usePrinting.getState()
  // What is put on something at once comes out by itself, as soon as the server hears what it is on.
  if (printer && how === 'now' && unasked.includes('plate')) return noteOwn(lpns)
  if (printer) return askPrint({ labels: platesOf(lpns) })
  printLabels(await drawPlates(lpns))
  await askPrint({ labels: platesOf(lpns), printer: null })
}

/**
 * Takes fresh plates and brings them to paper.
 * @param how for the thing at hand, or several to be used later
 * @returns the plates; none when it failed
 */
export async function printPlates(count: number, how: 'now' | 'roll'): Promise<string[]> {
  try {
    const lpns = await freshPlates(count)
    await bringToPaper(lpns, how)
    return lpns
  } catch {
    say({ tone: 'wrong', title: tell('verdict.wrong'), sentence: tell('register.notPrinted') })
    return []
  }
}
