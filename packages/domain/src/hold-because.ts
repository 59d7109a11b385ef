/**
 * Because: what the house's own rules hold a unit for, as a code with its facts. Whoever reads the question reads it in their own
 * language; the English sentence stays beside it, for systems outside and for screens older than the code.
 */
import type { RejectionFacts } from './rejections.ts'
import type { Finding } from './words.ts'

export type HoldBecause =
  | { readonly code: 'suspicion'; readonly findings: readonly Finding[] }
  | { readonly code: 'seller_inactive'; readonly seller: string }

/** The question of a rule: its sentence, and what it is made of. */
export interface HouseQuestion {
  readonly question: string
  readonly because: HoldBecause
}

/** Goods with a suspicion wait in quarantine. */
export const aboutSuspicion = (findings: readonly Finding[]): HouseQuestion => ({
  question: `${findings.join(', ').replaceAll('_', ' ')}: what becomes of it?`,
  because: { code: 'suspicion', findings },
})

/** Goods of a seller that is no longer active come in, and wait. */
export const aboutInactive = (seller: string): HouseQuestion => ({
  question: `${seller} is not active. What becomes of it?`,
  because: { code: 'seller_inactive', seller },
})

/** A rejection's facts are texts and numbers alone. */
export function becauseAsFacts(because: HoldBecause | undefined): RejectionFacts {
  switch (because?.code) {
    case 'suspicion':
      return { heldFor: because.code, findings: because.findings.join(', ') }
    case 'seller_inactive':
      return { heldFor: because.code, seller: because.seller }
    default:
      return {}
  }
}

/** What a rejection says that the unit is held for; undefined where a person asked, or a newer rule. */
export function becauseOfFacts({ heldFor, findings, seller }: RejectionFacts): HoldBecause | undefined {
  if (heldFor === 'suspicion' && typeof findings === 'string')
    return { code: heldFor, findings: findings.split(', ') as Finding[] }
  if (heldFor === 'seller_inactive' && typeof seller === 'string') return { code: heldFor, seller }
  return undefined
}
