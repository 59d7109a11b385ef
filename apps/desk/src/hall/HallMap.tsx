import type { BinsBoard } from '@restow/contracts'
import { useTheme } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import {
  type KeyboardEvent,
  type PointerEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useWidth } from '../boards/use-width.ts'
import { cellWords } from './cell-words.ts'
import { isSameHall, type Layout, layOut, type Measures, slotsOf } from './lay-out.ts'
import { type ColourBy, type Look, paletteOf } from './paint.ts'
import { Paper } from './paper.ts'
import { Strips } from './Strips.tsx'
import { cellAt, stepFrom } from './steps.ts'
import { TILE, tilesOf } from './tiles.ts'
import { ZoneFacts } from './ZoneFacts.tsx'

type Zones = BinsBoard['zones']

interface Props {
  zones: Zones
  /** Seconds since 1970, as of the board. */
  now: number
  by: ColourBy
  matches: ReadonlySet<string> | null
  picked: string | null
  onPick: (code: string) => void
}

const NARROW = 640
const isCoarse = () => window.matchMedia('(pointer: coarse)').matches

const measures = (width: number): Measures => ({
  width,
  margin: width < NARROW ? 0 : 142,
  heading: width < NARROW ? 44 : 0,
  cell: isCoarse() ? 36 : 30,
  line: isCoarse() ? 36 : 26,
})

/** Laid out once for as long as no bin comes, goes or moves. */
function useLayout(zones: Zones, width: number): Layout {
  const kept = useRef<{ zones: Zones; width: number; layout: Layout } | null>(null)
  const stands = kept.current?.width === width && isSameHall(kept.current.zones, zones)
  // What is compared with next time is the newer one: most of its bins are then the very same.
  if (kept.current && stands) kept.current.zones = zones
  else kept.current = { zones, width, layout: layOut(zones, measures(width)) }
  return kept.current.layout
}

/** Colours and letters are there a moment after the page. */
function useLook(
  { by, now, matches }: Pick<Props, 'by' | 'now' | 'matches'>,
  element: Element | null,
): Look | null {
  const theme = useTheme((s) => s.theme)
  const [round, setRound] = useState(0)
  useEffect(() => {
    const again = () => setRound((n) => n + 1)
    void document.fonts.ready.then(again)
    const watcher = new MutationObserver(again)
    watcher.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => watcher.disconnect()
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme and the fonts change what the style says
  const palette = useMemo(() => (element ? paletteOf(element) : null), [element, theme, round])
  return useMemo(() => (palette ? { by, now, matches, palette } : null), [by, now, matches, palette])
}

/** The hall from above: each bin with how much is in it, how full and how old. One stop of the Tab key. */
export function HallMap({ zones, now, by, matches, picked, onPick }: Props) {
  const { t } = useTexts()
  const [element, setElement] = useState<HTMLDivElement | null>(null)
  const ref = useRef<HTMLDivElement | null>(null)
  const width = useWidth(ref, 960)
  const layout = useLayout(zones, width)
  const bins = useMemo(() => slotsOf(zones), [zones])
  const tiles = useMemo(() => tilesOf(layout), [layout])
  // By the minute: no shade changes faster.
  const look = useLook({ by, now: now - (now % 60), matches }, element)
  const [paper] = useState(() => new Paper())
  useLayoutEffect(() => {
    if (look) paper.put({ layout, bins, look })
  }, [paper, layout, bins, look])
  const [active, setActive] = useState<string | null>(null)
  const stop = useMemo(() => {
    const at = (code: string | null) => layout.cells.findIndex((one) => one.code === code)
    return Math.max(0, active === null ? at(picked) : at(active))
  }, [layout, active, picked])
  const cell = layout.cells[stop]
  const here = cell && bins[cell.slot]

  const under = ({ clientX, clientY }: PointerEvent | { clientX: number; clientY: number }) => {
    const box = ref.current?.getBoundingClientRect()
    if (!box) return undefined
    const y = clientY - box.top
    const n = cellAt(layout, tiles[Math.floor(y / TILE)]?.cells ?? [], clientX - box.left, y)
    return n === undefined ? undefined : layout.cells[n]
  }
  const onKey = (event: KeyboardEvent) => {
    const next = stepFrom(layout, stop, event.key)
    if (next === undefined) return
    event.preventDefault()
    setActive(layout.cells[next]?.code ?? null)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the button within takes the keys; pointing is a shortcut to it
    // biome-ignore lint/a11y/useSemanticElements: a group of bins, with nothing to fill in
    <div
      ref={(node) => {
        ref.current = node
        setElement(node)
      }}
      role="group"
      aria-label={t('bins.map')}
      className="relative"
      style={{ height: layout.height }}
      onClick={(event) => {
        const hit = under(event)
        if (!hit) return
        setActive(hit.code)
        onPick(hit.code)
      }}
      onPointerMove={(event) => {
        const hit = under(event)
        const bin = hit && bins[hit.slot]
        event.currentTarget.title = bin ? cellWords(bin, hit.zone, now) : ''
        event.currentTarget.style.cursor = hit ? 'pointer' : ''
      }}
    >
      <Strips {...{ paper, tiles, width }} />
      {layout.sections.map((section) => {
        const zone = zones.find((one) => one.zone === section.zone)
        return zone && <ZoneFacts key={section.zone} zone={zone} section={section} narrow={width < NARROW} />
      })}
      {cell && here && (
        <Here
          key={cell.code}
          moved={active === cell.code}
          words={cellWords(here, cell.zone, now)}
          at={cell}
          picked={picked === cell.code}
          hint={t('hall.keys')}
          onKey={onKey}
          onPick={() => onPick(cell.code)}
        />
      )}
      {picked !== null && <Picked layout={layout} code={picked} />}
    </div>
  )
}

interface HereProps {
  words: string
  hint: string
  at: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  /** It came here by a key or by pointing: then the focus comes along. */
  moved: boolean
  picked: boolean
  onKey: (event: KeyboardEvent) => void
  onPick: () => void
}

const placed = ({ x, y, w, h }: HereProps['at']) => ({ left: x, top: y, width: w, height: h })

/** The bin that the keys are at: the one button of the map, read out as it moves. */
function Here({ words, hint, at, moved, picked, onKey, onPick }: HereProps) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (!moved) return
    button.current?.focus({ preventScroll: true })
    button.current?.scrollIntoView({ block: 'nearest' })
  }, [moved])
  return (
    <button
      ref={button}
      type="button"
      aria-label={words}
      aria-description={hint}
      aria-pressed={picked}
      onKeyDown={onKey}
      onClick={(event) => {
        event.stopPropagation()
        onPick()
      }}
      className="absolute scroll-my-24 rounded-[4px] bg-transparent"
      style={placed(at)}
    />
  )
}

function Picked({ layout, code }: { layout: Layout; code: string }) {
  const cell = layout.cells.find((one) => one.code === code)
  const ring = useRef<HTMLSpanElement>(null)
  // Picked elsewhere, in a list or among what was found, it is brought into sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another bin is another place
  useEffect(() => {
    ring.current?.scrollIntoView({ block: 'nearest' })
  }, [code])
  if (!cell) return null
  return (
    <span
      ref={ring}
      aria-hidden
      className="pointer-events-none absolute scroll-my-24 rounded-[4px] outline-2 outline-offset-1 outline-ink"
      style={placed(cell)}
    />
  )
}
