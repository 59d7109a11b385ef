import type { ApiScope } from '@restow/domain'
import { ProblemError } from '../problem.ts'

/** What a seller's key opens, by what it was made for; everything else stays shut, whatever is added. */
export const SCOPED: Readonly<Record<ApiScope, readonly string[]>> = {
  reports: [
    'GET /api/sessions/current',
    'GET /api/reports/dispositions',
    'GET /api/reports/overview',
    'GET /api/units',
    'GET /api/units/:lpn',
    'GET /api/units/:lpn/timeline',
    'GET /api/parcels',
    'GET /api/parcels/:tracking',
    'GET /api/photos/:sha256',
    'GET /api/photos/:sha256/original',
    'GET /api/products',
    'GET /api/products.csv',
    'GET /api/search',
    'GET /api/boards/pipeline',
    'GET /api/boards/dispositions',
    'GET /api/boards/bins',
    'GET /api/live',
  ],
  announcements: [
    'GET /api/sessions/current',
    'GET /api/expected-returns',
    'POST /api/expected-returns',
    'PATCH /api/expected-returns/:seller/:rma',
    'DELETE /api/expected-returns/:seller/:rma',
    'POST /api/imports/returns',
    'POST /api/imports/products',
    'POST /api/imports/products/preview',
    'GET /api/products',
    'GET /api/products.csv',
    'GET /api/imports',
    'GET /api/imports/:id',
    'GET /api/imports/:id/rejected.csv',
  ],
  decisions: [
    'GET /api/sessions/current',
    'GET /api/units',
    'GET /api/units/:lpn',
    'GET /api/waiting',
    'GET /api/photos/:sha256',
    'POST /api/units/:lpn/answer',
    'POST /api/units/:lpn/scrap-answer',
    'GET /api/unclaimed/found',
    'POST /api/unclaimed/claims',
  ],
  policy: [
    'GET /api/sessions/current',
    'GET /api/sellers/:code/policy',
    'PUT /api/sellers/:code/policy',
    'GET /api/sellers/:code/policy/changes',
    'GET /api/sellers/:code/checks',
    'PUT /api/sellers/:code/checks',
    'GET /api/sellers/:code/label-template',
    'PUT /api/sellers/:code/label-template',
    'POST /api/sellers/:code/label-template/preview',
  ],
}

/** What `HEAD` tells is what `GET` does. */
const asked = (route: string): string => route.replace(/^HEAD /, 'GET ')

/**
 * Lets a key in where it may go.
 * @param route method and pattern, as `GET /api/units/:lpn`; one that is no route is left to whoever says so
 * @throws 403 key_not_for_this, scope_missing
 */
export function checkScope(scopes: readonly ApiScope[], route: string): void {
  const to = asked(route)
  if (to.endsWith(' ')) return
  const open = (Object.keys(SCOPED) as ApiScope[]).filter((scope) => SCOPED[scope].includes(to))
  if (open.some((scope) => scopes.includes(scope))) return
  if (open.length === 0)
    throw new ProblemError(
      403,
      'key_not_for_this',
      `${to} is for people who have signed in, not for API keys.`,
    )
  throw new ProblemError(
    403,
    'scope_missing',
    `This API key is for ${scopes.join(', ')}. ${to} takes one for ${open.join(' or ')}.`,
  )
}
