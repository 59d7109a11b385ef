import { type Unit, unitMay } from '@restow/domain'

/** The screens of a unit; the last part of its address. */
export const UNIT_STEPS = [
  'inspect',
  'classify',
  'putaway',
  'held',
  'hold',
  'refurbish',
  'finish',
  'approve',
  'scrap',
  'dispatch',
  'replace',
  'split',
  'story',
] as const
export type UnitStep = (typeof UNIT_STEPS)[number]

/** What is to be done with a unit next. The table of transitions says what may be done; here is only its order. */
export function nextStepOf(unit: Unit): UnitStep {
  const may = (command: Parameters<typeof unitMay>[0]) => unitMay(command, unit).allowed
  if (unit.missing) return 'story'
  if (unit.held) return 'held'
  if (may('FinishRefurbishment')) return 'finish'
  if (!unit.decision && may('ClassifyUnit')) return 'classify'
  if (!unit.decision && may('InspectUnit')) return 'inspect'
  if (unit.bin === null && may('PutAwayUnit')) return 'putaway'
  if (may('StartRefurbishment')) return 'refurbish'
  if (may('ApproveScrap')) return 'approve'
  if (may('ScrapUnit')) return 'scrap'
  return unit.decision && unit.disposition === 'resell' && may('PutAwayUnit') ? 'putaway' : 'story'
}
