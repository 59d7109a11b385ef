import { isBadge, isWarehouseCode } from '@restow/barcodes'
import type { FirstSetUp } from '@restow/contracts'
import type { DeskKey } from '@restow/ui/desk'

/** The form's fields, and what has to stand in them. */
export interface Fields {
  readonly code: string
  readonly house: string
  readonly houseName: string
  readonly timeZone: string
  readonly currency: string
  readonly name: string
  readonly badge: string
  readonly pin: string
  readonly pinAgain: string
}
export type Field = keyof Fields
export type Why = Extract<DeskKey, `first.wrong.${string}`>
export type Wrong = { readonly [F in Field]?: Why }

const CODE_LENGTH = 8

/** What cannot be sent yet. A mistyped PIN would lock the only admin out, so it is asked for twice. */
export function wrongIn(fields: Fields): Wrong {
  const checks: [Field, Why, boolean][] = [
    ['code', 'first.wrong.code', fields.code.replaceAll(/[^A-Z0-9]/gi, '').length === CODE_LENGTH],
    ['house', 'first.wrong.house', isWarehouseCode(fields.house.trim())],
    ['houseName', 'first.wrong.houseName', fields.houseName.trim() !== ''],
    ['name', 'first.wrong.name', fields.name.trim() !== ''],
    ['badge', 'first.wrong.badge', isBadge(fields.badge.trim())],
    ['pin', 'first.wrong.pin', /^\d{4,12}$/.test(fields.pin)],
    ['pinAgain', 'first.wrong.pinAgain', fields.pinAgain === fields.pin],
  ]
  return Object.fromEntries(checks.filter(([, , fits]) => !fits).map(([field, why]) => [field, why]))
}

const REFUSALS: Readonly<Record<string, Wrong>> = {
  set_up_code_wrong: { code: 'first.wrong.codeRefused' },
  set_up_code_used_up: { code: 'first.wrong.codeUsedUp' },
  warehouse_code_wrong: { house: 'first.wrong.house' },
  warehouse_name_missing: { houseName: 'first.wrong.houseName' },
  time_zone_unknown: { timeZone: 'first.wrong.timeZone' },
  currency_unknown: { currency: 'first.wrong.currency' },
  badge_wrong: { badge: 'first.wrong.badge' },
  admin_name_missing: { name: 'first.wrong.name' },
}

/** Which field a refusal of the server is about. @returns null where it is about none */
export const wrongBy = (refusal: string): Wrong | null => REFUSALS[refusal] ?? null

/** What is sent. */
export const factsOf = (fields: Fields): FirstSetUp => ({
  code: fields.code.trim(),
  warehouse: {
    code: fields.house.trim(),
    name: fields.houseName.trim(),
    timeZone: fields.timeZone,
    currency: fields.currency,
  },
  admin: { badge: fields.badge.trim(), name: fields.name.trim(), pin: fields.pin },
})
