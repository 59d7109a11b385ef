import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Charted } from './chart-option.ts'
import type { Drawing, Places } from './draw-chart.ts'

interface Wanted extends Charted {
  readonly format: (value: number) => string
  /** Whatever else the picture depends on, such as the language. */
  readonly also: string
}

/**
 * Keeps a chart drawn in its box, as what it shows and the box's size change. The library comes when the first chart is
 * shown. @returns where its slots are, once it is drawn
 */
export function useDrawing(box: RefObject<HTMLElement | null>, wanted: Wanted): Places | null {
  const { kind, slots, series, also } = wanted
  const drawing = useRef<Drawing | null>(null)
  const latest = useRef(wanted)
  latest.current = wanted
  const [places, setPlaces] = useState<Places | null>(null)
  const draw = useRef(() => {
    const now = drawing.current?.show(latest.current, latest.current.format) ?? null
    setPlaces((before) => (before?.first === now?.first && before?.pitch === now?.pitch ? before : now))
  })
  useEffect(() => {
    const element = box.current
    if (!element) return
    let isLeft = false
    const watcher = new ResizeObserver(() => draw.current())
    void import('./draw-chart.ts').then(async ({ drawInto }) => {
      // Letters that come later are wider or narrower than those that were measured.
      await document.fonts.ready
      if (isLeft) return
      drawing.current = drawInto(element)
      watcher.observe(element)
    })
    return () => {
      isLeft = true
      watcher.disconnect()
      drawing.current?.putAway()
      drawing.current = null
    }
  }, [box])
  const key = JSON.stringify([kind, slots, series, also])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says all that the picture depends on
  useEffect(() => draw.current(), [key])
  return places
}
