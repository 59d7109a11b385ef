import type { Product, ProductKey } from '@restow/domain'
import { create } from 'zustand'
import { NO_SERIALS, type Serials } from './serials.ts'

/** What was taken out of the parcel and waits for its plate. */
export interface Pending {
  readonly tracking: string
  /** Null: nobody knows what it is. */
  readonly product: Product | null
  readonly key: ProductKey | null
  readonly quantity: number
  /** Pieces still announced on its line: a lot of all of them is one tap. */
  readonly left: number
  readonly serial: string
  /** What the serial number may be: the barcode leaves it open. */
  readonly doubts: readonly string[]
}
interface Place {
  /** The parcel that was worked on last: products that are scanned belong to it. */
  parcel: string | null
  pending: Pending | null
  /** A code that stands for several products: which one is meant is to be tapped. */
  products: readonly Product[]
}

export const usePending = create<Place>(() => ({ parcel: null, pending: null, products: [] }))
const { getState: now, setState: set } = usePending

export function openParcel(tracking: string): void {
  const { parcel, pending } = now()
  if (parcel === tracking) return
  set({ parcel: tracking, pending: pending?.tracking === tracking ? pending : null, products: [] })
}

export function leaveParcel(): void {
  set({ parcel: null, pending: null, products: [] })
}

/** By its SKU where the parcel's seller is known, else by the code that was scanned, which no seller has twice. */
export function keyOf(product: Product, seller: string | null): ProductKey {
  if (seller === null && product.fnsku !== null) return { fnsku: product.fnsku }
  if (seller === null && product.gtin !== null) return { gtin: product.gtin }
  return { sku: product.sku }
}

/** @param serials what the product's barcode says of it: kept only where the product is to have a serial number */
export function wait(
  tracking: string,
  product: Product | null,
  seller: string | null,
  left: number,
  serials: Serials = NO_SERIALS,
): void {
  const key = product && keyOf(product, seller)
  const told = product?.flags.includes('serialRequired') ? serials : NO_SERIALS
  set({ pending: { tracking, product, key, quantity: 1, left, ...told }, products: [] })
}

export function change(facts: Partial<Pick<Pending, 'quantity' | 'serial'>>): void {
  set(({ pending }) => ({ pending: pending && { ...pending, ...facts } }))
}

export const askWhich = (products: readonly Product[]): void => set({ products, pending: null })
export const dropPending = (): void => set({ pending: null, products: [] })
