import { expect, it } from 'vitest'
import { leads } from './roles.ts'
import { STAFF_ROLES } from './words.ts'

it('lets supervisors and admins decide, and neither operators nor sellers', () => {
  expect([...STAFF_ROLES, 'seller' as const].filter(leads)).toEqual(['supervisor', 'admin'])
})
