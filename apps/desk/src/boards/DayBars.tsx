import type { DispositionsBoard } from '@restow/contracts'
import { DISPOSITIONS } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { useRef, useState } from 'react'
import { dayOfMonth, shortDate, whole } from '../shell/words.ts'
import { useWidth } from './use-width.ts'

type Day = DispositionsBoard['days'][number]

const COLOURS = { resell: 'var(--resell)', refurbish: 'var(--bar-refurbish)', scrap: 'var(--scrap)' } as const
const SIZE = { height: 190, top: 18, bottom: 22, left: 34 } as const

/** A round number at or above the most, so that the lines of the picture carry round numbers. */
function ceilingOf(most: number): number {
  const step = 10 ** Math.floor(Math.log10(Math.max(4, most)))
  return (
    ([0.4, 0.6, 0.8, 1, 2, 4, 6, 8, 10].map((n) => n * step).find((n) => n >= most && n % 2 === 0) ?? most) ||
    4
  )
}

function Stack({ day, x, width, scale }: { day: Day; x: number; width: number; scale: number }) {
  let y = SIZE.height - SIZE.bottom
  return DISPOSITIONS.map((disposition) => {
    const height = day[disposition] * scale
    y -= height
    // A hair of the ground between the parts, so that they are told apart without their colours.
    return height > 0 ? (
      <rect
        key={disposition}
        x={x}
        y={y}
        width={width}
        height={Math.max(1, height - 1.5)}
        rx={2}
        fill={COLOURS[disposition]}
      />
    ) : null
  })
}

/** Decisions of fourteen days, stacked by what was decided. */
export function DayBars({ days }: { days: readonly Day[] }) {
  const { t } = useTexts()
  const [over, setOver] = useState<string | null>(null)
  const totals = days.map((day) => day.resell + day.refurbish + day.scrap)
  const ceiling = ceilingOf(Math.max(0, ...totals))
  const room = SIZE.height - SIZE.top - SIZE.bottom
  const scale = room / ceiling
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame, 640)
  const gap = width < 480 ? 4 : 10
  const pitch = (width - SIZE.left) / Math.max(1, days.length)
  const told = (day: Day) =>
    t('dispositions.dayTotal', {
      date: shortDate(day.date),
      resell: whole(day.resell),
      refurbish: whole(day.refurbish),
      scrap: whole(day.scrap),
    })
  const shown = days.find((day) => day.date === over) ?? days.at(-1)
  return (
    <figure className="flex flex-col px-3.5 pb-3">
      <div ref={frame}>
        <svg
          role="img"
          aria-label={t('dispositions.days')}
          viewBox={`0 0 ${width} ${SIZE.height}`}
          className="w-full text-[11px]"
          onPointerLeave={() => setOver(null)}
        >
          {[0, ceiling / 2, ceiling].map((line) => {
            const y = SIZE.height - SIZE.bottom - line * scale
            return (
              <g key={line}>
                <line x1={SIZE.left} x2={width} y1={y} y2={y} stroke="var(--line)" />
                <text x={SIZE.left - 6} y={y + 4} textAnchor="end" fill="var(--ink-3)">
                  {whole(line)}
                </text>
              </g>
            )
          })}
          {days.map((day, i) => {
            const x = SIZE.left + i * pitch + gap / 2
            const bar = pitch - gap
            return (
              <g key={day.date} onPointerEnter={() => setOver(day.date)}>
                <title>{told(day)}</title>
                <rect
                  x={x - gap / 2}
                  y={0}
                  width={pitch}
                  height={SIZE.height}
                  fill={over === day.date ? 'var(--line-2)' : 'transparent'}
                />
                <Stack day={day} x={x} width={bar} scale={scale} />
                <text
                  x={x + bar / 2}
                  y={SIZE.height - 6}
                  textAnchor="middle"
                  fill={i === days.length - 1 ? 'var(--ink)' : 'var(--ink-3)'}
                  fontWeight={i === days.length - 1 ? 650 : 400}
                >
                  {dayOfMonth(day.date)}
                </text>
              </g>
            )
          })}
        </svg>
      </div>
      <figcaption className="text-xs text-ink-2">{shown && told(shown)}</figcaption>
      <ul className="unseen">
        {days.map((day) => (
          <li key={day.date}>{told(day)}</li>
        ))}
      </ul>
    </figure>
  )
}
