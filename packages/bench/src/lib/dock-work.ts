import { makeLpn } from '@restow/barcodes'
import type { Arriving } from './full-copy.ts'
import type { Sight } from './scan-watch.ts'

/** One scan of a worker's: what kind, the code, and what may be seen of it. */
export interface Step {
  readonly kind: 'label' | 'product' | 'plate' | 'bin' | 'label_again' | 'plate_again' | 'unknown' | 'misread'
  readonly code: string
  readonly sights: readonly (readonly Sight[])[]
}

const title = (text: string): Sight => ({ within: 'h1', text })
const said = (text: string): Sight => ({ within: '[role=status]', text })
const shown = (text: string): Sight => ({ within: 'main', text })

/** A plate with one digit read wrong: its check digit does not fit. */
const misread = (lpn: string) => `${lpn.slice(0, -1)}${(Number(lpn.slice(-1)) + 1) % 10}`

/** What is done with one parcel: in, its piece out of it and under its plate, and what people scan between that. */
export function workOn({ tracking, title: name, codes }: Arriving, nth: number): Step[] {
  const lpn = makeLpn(700_000_000 + nth)
  const bin = `LAX1-S-01-0${1 + (nth % 4)}`
  const nobodys = `NOBODY-${nth}-HAS-THIS`
  const wrong = misread(lpn)
  const last: Step =
    nth % 3 === 0
      ? { kind: 'misread', code: wrong, sights: [[{ within: '[role=alert]', text: wrong }]] }
      : {
          kind: 'unknown',
          code: nobodys,
          sights: [[{ within: '[role=dialog]', text: nobodys }], [said('Asking the server'), said(nobodys)]],
        }
  return [
    {
      kind: 'label',
      code: tracking,
      sights: [
        [said('Received'), said(tracking)],
        [said('taken in'), said(tracking)],
      ],
    },
    {
      kind: 'product',
      code: codes[nth % codes.length] ?? '',
      sights: [[shown('Scan a plate, or print one'), shown(name)]],
    },
    { kind: 'plate', code: lpn, sights: [[said('Registered'), said(lpn)]] },
    { kind: 'bin', code: bin, sights: [[title('Bin'), shown(bin.slice(5))]] },
    { kind: 'label_again', code: tracking, sights: [[title('Register'), shown(tracking)]] },
    { kind: 'plate_again', code: lpn, sights: [[title('Inspect'), shown(lpn)]] },
    last,
  ]
}
