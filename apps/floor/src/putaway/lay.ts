import { wholeBinCode } from '@restow/barcodes'
import { ApiProblem } from '@restow/client'
import { type Unit, unitMay } from '@restow/domain'
import { tell } from '@restow/ui/floor'
import { binCopy } from '../copy/copy.store.ts'
import { loadBin } from '../copy/load.ts'
import { ask, sayRejected } from '../shell/ask.ts'
import { goHome } from '../shell/go.ts'
import { useSession } from '../shell/session.store.ts'
import { sayNoConnection } from '../shell/verdict.store.ts'

/** Putting away is for what is decided or held; anything else that is scanned into a bin is moved. */
function commandFor(unit: Unit): 'PutAwayUnit' | 'MoveUnit' {
  if (unitMay('PutAwayUnit', unit).allowed) return 'PutAwayUnit'
  return unitMay('MoveUnit', unit).allowed ? 'MoveUnit' : 'PutAwayUnit'
}

/** Lays the unit at hand into the bin that was scanned. */
export async function layInto(unit: Unit, scanned: string): Promise<void> {
  const bin = wholeBinCode(scanned, useSession.getState().person?.warehouse ?? '')
  const command = { type: commandFor(unit), lpn: unit.lpn, bin } as const
  try {
    if (!binCopy(bin)) await loadBin(bin)
  } catch (error) {
    if (!(error instanceof ApiProblem)) return sayNoConnection(bin)
  }
  if (!binCopy(bin)) return sayRejected(command, 'bin_unknown', { bin })
  const shelved = unit.disposition === 'resell' && !unit.held
  const title = tell(
    command.type === 'MoveUnit' ? 'putaway.moved' : shelved ? 'putaway.done' : 'putaway.laid',
  )
  await ask(command, { title, code: unit.lpn, facts: bin, onward: goHome })
}
