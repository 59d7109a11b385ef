import type { StaffRole } from '@restow/domain'
import type { DemoSellerCode } from './product-row.ts'

export const DEMO_WAREHOUSE = {
  code: 'LAX1',
  name: 'Los Angeles 1',
  timeZone: 'America/Los_Angeles',
  currency: 'USD',
} as const

export interface DemoStaff {
  readonly badge: string
  readonly name: string
  readonly role: StaffRole
}

/** Who works at the demo's warehouse. */
export const DEMO_STAFF: readonly DemoStaff[] = [
  { badge: 'OP1001', name: 'Ana Ruiz', role: 'operator' },
  { badge: 'OP1002', name: 'Li Wei', role: 'operator' },
  { badge: 'SV2001', name: 'Jonas Keller', role: 'supervisor' },
  { badge: 'AD3001', name: 'Grace Okafor', role: 'admin' },
]

/** Everybody's PIN in the demo. */
export const DEMO_PIN = '135790'

export interface DemoSeller {
  readonly code: DemoSellerCode
  readonly name: string
  readonly user: { readonly email: string; readonly name: string }
}

/** Whose goods come back, and who looks at them. */
export const DEMO_SELLERS: readonly DemoSeller[] = [
  {
    code: 'LOTUS',
    name: 'Lotus Living 莲居',
    user: { email: 'lotus@demo.restow', name: 'Chen Yuting' },
  },
  {
    code: 'NORTHSTAR',
    name: 'Northstar Goods',
    user: { email: 'northstar@demo.restow', name: 'Erik Lindqvist' },
  },
]

/** Both sellers' password in the demo. */
export const DEMO_PASSWORD = 'restow-demo'
