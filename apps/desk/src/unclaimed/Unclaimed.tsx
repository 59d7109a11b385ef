import { useUser } from '../shell/session.store.ts'
import { Pool } from './Pool.tsx'
import { SellerSearch } from './SellerSearch.tsx'

/** Parcels without an owner: staff see the pool, a seller looks for its own by a whole number. */
export function Unclaimed() {
  const { role } = useUser()
  return role === 'seller' ? <SellerSearch /> : <Pool />
}
