import { isBadge, isWarehouseCode } from '@restow/barcodes'
import type { FirstSetUp, FirstSetUpDone } from '@restow/contracts'
import type { Checklist } from '@restow/domain'
import type { Tx } from '../db/pool.ts'
import { ProblemError } from '../problem.ts'
import { checkWarehouseFacts } from '../warehouse-facts.ts'
import { makeFirstWarehouse, someWarehouse } from './first-set-up.queries.ts'
import { SetUpCode } from './set-up-code.ts'

/** The way into an empty server: the first warehouse, and the admin who sets up everything else. */

interface Means {
  readonly checklists: readonly Checklist[]
  readonly hashSecret: (secret: string) => Promise<string>
}

const doesNotFit = (code: string, detail: string) => new ProblemError(422, code, detail)

const alreadySetUp = () =>
  new ProblemError(
    409,
    'already_set_up',
    'A warehouse is set up here already. Sign in with a badge of it; its admin adds others.',
  )

/** A code for a server without a warehouse; null where there is one. */
export async function firstSetUpCode(tx: Tx): Promise<SetUpCode | null> {
  return (await someWarehouse(tx)) ? null : new SetUpCode()
}

/** What the console says of it. @param origins where the server is reached, the likeliest first */
export const sayCode = (code: SetUpCode, origins: readonly string[]): string =>
  `\nNo warehouse is set up yet. Set-up code: ${code.text}\nEnter it at ${origins.map((origin) => `${origin}/first-set-up`).join(' or ')}`

/** @throws 403 set_up_code_wrong, 429 set_up_code_used_up */
function checkCode(code: SetUpCode | null, guess: string): void {
  const verdict = code?.check(guess) ?? 'used_up'
  if (verdict === 'wrong')
    throw new ProblemError(
      403,
      'set_up_code_wrong',
      'That is not the set-up code. The server told it on its console when it started.',
    )
  if (verdict === 'used_up')
    throw new ProblemError(
      429,
      'set_up_code_used_up',
      'The set-up code is used up. Restart the server; it then tells another one on its console.',
    )
}

/** @throws 422 with the code of the first thing that does not fit */
export function checkFirstSetUp({ warehouse, admin }: Pick<FirstSetUp, 'warehouse' | 'admin'>): void {
  if (!isWarehouseCode(warehouse.code))
    throw doesNotFit(
      'warehouse_code_wrong',
      `Bins of ${warehouse.code} would not be read as bins. A warehouse’s code is two to five capital letters and one to three digits, such as LAX1.`,
    )
  checkWarehouseFacts(warehouse)
  if (!isBadge(admin.badge))
    throw doesNotFit(
      'badge_wrong',
      `${admin.badge} would not be read as a badge. Badges are two letters and four digits, such as AD0001.`,
    )
  if (admin.name.trim() === '') throw doesNotFit('admin_name_missing', 'The admin needs a name.')
}

/**
 * Makes the warehouse and its admin. The code is looked at before anything else that was sent.
 * @throws 409 already_set_up, 403 and 429 for the code, 422 for what does not fit
 */
export async function setUpFirst(
  tx: Tx,
  code: SetUpCode | null,
  { code: guess, ...facts }: FirstSetUp,
  { checklists, hashSecret }: Means,
): Promise<FirstSetUpDone> {
  if (await someWarehouse(tx)) throw alreadySetUp()
  checkCode(code, guess)
  checkFirstSetUp(facts)
  const warehouse = { ...facts.warehouse, name: facts.warehouse.name.trim() }
  const admin = { badge: facts.admin.badge, name: facts.admin.name.trim() }
  const pinHash = await hashSecret(facts.admin.pin)
  if (!(await makeFirstWarehouse(tx, warehouse, { ...admin, pinHash }, checklists))) throw alreadySetUp()
  code?.spend()
  return { warehouse, admin }
}
