import { type Unit, unitMay } from '@restow/domain'

export type Onward =
  | 'InspectUnit'
  | 'ClassifyUnit'
  | 'PutAwayUnit'
  | 'StartRefurbishment'
  | 'FinishRefurbishment'
  | 'ApproveScrap'
  | 'ScrapUnit'

/** What is to be done with a unit once nothing holds it; null where its journey is over or it only waits on its shelf. */
export function stepAfterHold(held: Unit): Onward | null {
  const unit = { ...held, held: null }
  const may = (command: Onward) => unitMay(command, unit).allowed
  const isIn = unit.bin !== null
  const steps: readonly (readonly [Onward, boolean])[] = [
    ['FinishRefurbishment', true],
    ['ClassifyUnit', unit.decision === null],
    ['InspectUnit', unit.decision === null],
    // What is to be sold goes to its shelf, wherever it lay on hold; the rest is carried out where it is.
    ['PutAwayUnit', !isIn || unit.disposition === 'resell'],
    ['StartRefurbishment', true],
    ['ApproveScrap', true],
    ['ScrapUnit', true],
  ]
  return steps.find(([command, is]) => is && may(command))?.[0] ?? null
}
