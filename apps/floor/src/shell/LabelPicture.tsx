import type { JSX } from 'react'

/** Carriers whose label is drawn as it looks; the others as most labels look. */
export type Drawn = 'usps' | 'ups' | 'fedex' | 'dhl' | 'other'

/** Widths of bars and gaps: always the same, so that a picture is a picture and no code. */
const BARS = [2, 1, 1, 2, 3, 1, 1, 1, 2, 2, 1, 3, 1, 1, 2, 1, 3, 2, 1, 1, 2, 1, 1, 3, 1, 2, 2, 1, 1, 1, 3, 1]
const ALL = BARS.reduce((sum, width) => sum + width, 0)

interface Place {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

function Bars({ x, y, w, h, className }: Place & { className: string }) {
  let at = x
  return (
    <g className={className}>
      {BARS.map((width, i) => {
        const wide = (width / ALL) * w
        const left = at
        at += wide
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars never change their order
        return i % 2 === 0 ? <rect key={i} x={left} y={y} width={wide} height={h} /> : null
      })}
    </g>
  )
}

/** Lines of an address. */
function Lines({ x, y, of }: { x: number; y: number; of: readonly number[] }) {
  return (
    <g className="fill-line">
      {of.map((w, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change their order
        <rect key={i} x={x} y={y + i * 7} width={w} height={3.4} rx={1.7} />
      ))}
    </g>
  )
}

/** The barcode that is wanted, in its frame, with a hand's arrow to it. */
function Wanted({ x, y, w, h }: Place) {
  return (
    <g>
      <rect
        x={x - 4}
        y={y - 4}
        width={w + 8}
        height={h + 8}
        rx={5}
        className="fill-accent-soft stroke-accent"
        strokeWidth={2.4}
      />
      <Bars {...{ x, y, w, h }} className="fill-accent" />
    </g>
  )
}

/** The one that was scanned: struck out. */
function Scanned({ x, y, w, h }: Place) {
  return (
    <g>
      <Bars {...{ x, y, w, h }} className="fill-ink-3" />
      <path
        d={`M${x - 3} ${y + h + 3} L${x + w + 3} ${y - 3}`}
        className="stroke-wrong"
        strokeWidth={2.6}
        strokeLinecap="round"
      />
    </g>
  )
}

/** A square code: rings for UPS's, a grid for others. */
function Square({ x, y, size }: { x: number; y: number; size: number }) {
  const mid = size / 2
  return (
    <g className="fill-none stroke-ink-3" strokeWidth={2}>
      <rect x={x} y={y} width={size} height={size} rx={2} strokeDasharray="3 2" />
      <circle cx={x + mid} cy={y + mid} r={mid * 0.45} />
      <circle cx={x + mid} cy={y + mid} r={mid * 0.15} />
    </g>
  )
}

const Rule = ({ y, thick = 1.2 }: { y: number; thick?: number }) => (
  <rect x={8} y={y} width={104} height={thick} className="fill-ink-3" />
)

const PICTURES: Record<Drawn, () => JSX.Element> = {
  usps: () => (
    <>
      <rect x={8} y={8} width={26} height={26} rx={2} className="fill-none stroke-ink-3" strokeWidth={2} />
      <Lines x={40} y={12} of={[60, 46, 52]} />
      <Rule y={42} />
      <Lines x={12} y={50} of={[50, 62, 40]} />
      <Scanned x={70} y={54} w={38} h={12} />
      <Rule y={84} thick={4} />
      <Wanted x={18} y={98} w={84} h={34} />
      <Rule y={146} thick={4} />
    </>
  ),
  ups: () => (
    <>
      <Lines x={10} y={10} of={[44, 54, 38]} />
      <Rule y={38} />
      <Square x={10} y={46} size={34} />
      <Scanned x={56} y={52} w={50} h={18} />
      <Rule y={88} thick={3} />
      <Wanted x={16} y={100} w={88} h={34} />
      <Lines x={12} y={146} of={[40]} />
    </>
  ),
  fedex: () => (
    <>
      <Lines x={10} y={10} of={[60, 48]} />
      <Rule y={28} />
      <g className="fill-line">
        {[0, 1, 2, 3, 4].map((row) => (
          <rect key={row} x={10} y={36 + row * 5} width={74} height={3} />
        ))}
      </g>
      <Scanned x={70} y={68} w={38} h={12} />
      <Lines x={10} y={68} of={[44, 34]} />
      <Rule y={88} thick={3} />
      <Wanted x={14} y={102} w={92} h={46} />
    </>
  ),
  dhl: () => (
    <>
      <Lines x={10} y={10} of={[50, 60, 42]} />
      <Rule y={36} />
      <Scanned x={22} y={46} w={76} h={22} />
      <Lines x={40} y={74} of={[40]} />
      <Rule y={86} />
      <Wanted x={16} y={100} w={88} h={42} />
    </>
  ),
  other: () => (
    <>
      <Lines x={10} y={12} of={[56, 48, 60]} />
      <Scanned x={72} y={44} w={34} h={14} />
      <Lines x={10} y={46} of={[42, 50]} />
      <Rule y={72} thick={3} />
      <Wanted x={14} y={88} w={92} h={48} />
    </>
  ),
}

const NAMES: Record<Drawn, string> = { usps: 'USPS', ups: 'UPS', fedex: 'FedEx', dhl: 'DHL', other: '' }

/** A carrier's label as it looks from an arm's length, with the barcode that has the number in colour and in a frame. */
export function LabelPicture({ carrier, label }: { carrier: Drawn; label: string }) {
  const Picture = PICTURES[carrier]
  const name = NAMES[carrier]
  return (
    <figure className="m-0">
      <svg
        viewBox="0 0 120 160"
        role="img"
        aria-label={name === '' ? label : `${name}: ${label}`}
        className="block w-full"
      >
        <rect
          x={1}
          y={1}
          width={118}
          height={158}
          rx={6}
          className="fill-surface stroke-edge"
          strokeWidth={1.6}
        />
        <Picture />
      </svg>
      {name !== '' && <figcaption className="mt-1 text-center text-s font-semibold">{name}</figcaption>}
    </figure>
  )
}
