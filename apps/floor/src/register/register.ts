import { type Command, isLpn } from '@restow/domain'
import { tell } from '@restow/ui/floor'
import { freshPlates } from '../outbox/plates.ts'
import { drawPlates } from '../plates/draw-plates.ts'
import { printLabels } from '../plates/print.ts'
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

/** Takes fresh plates and opens their labels for printing. @returns the plates; none when it failed */
export async function printPlates(count: number): Promise<string[]> {
  try {
    const lpns = await freshPlates(count)
    printLabels(await drawPlates(lpns))
    return lpns
  } catch {
    say({ tone: 'wrong', title: tell('verdict.wrong'), sentence: tell('register.notPrinted') })
    return []
  }
}
