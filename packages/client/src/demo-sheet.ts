/** A barcode to scan off the screen, and what it is. */
export interface DemoCode {
  readonly code: string
  readonly label: string
}

/** `GET /api/demo`: what there is to scan with demo data; 404 without. */
export interface DemoSheet {
  readonly badges: readonly DemoCode[]
  readonly parcels: readonly DemoCode[]
  readonly products: readonly DemoCode[]
  readonly plates: readonly DemoCode[]
  readonly bins: readonly DemoCode[]
  readonly wrong: readonly DemoCode[]
}
