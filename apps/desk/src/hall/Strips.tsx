import { memo, useLayoutEffect, useRef, useState } from 'react'
import { paintTile, type Sheet } from './paint.ts'
import { isDrawn, type Paper } from './paper.ts'
import { byCanvas, inSight, type Sight, type Tile } from './tiles.ts'

/** Drawn before it comes into sight, in pixels. */
const AHEAD = 480

interface StripProps {
  paper: Paper
  tile: Tile
  width: number
}

/** One strip of the map. */
const Strip = memo(function Strip({ paper, tile, width }: StripProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useLayoutEffect(() => {
    let drawn: Sheet | null = null
    return paper.show(tile.nth, (sheet) => {
      if (canvas.current && !isDrawn(tile, drawn, sheet)) paintTile(canvas.current, tile, width, sheet)
      drawn = sheet
    })
  }, [paper, tile, width])
  return (
    <canvas
      ref={canvas}
      aria-hidden
      className="absolute top-0 left-0 block w-full will-change-transform"
      style={{ height: tile.height, transform: `translateY(${tile.top}px)` }}
    />
  )
})

interface Props {
  paper: Paper
  tiles: readonly Tile[]
  width: number
}

/**
 * The strips in sight, or about to be. There are as many canvases as that takes, and no more: what leaves the sight at one
 * end is drawn anew at the other, since to make a canvas costs a browser more than to draw on it.
 */
export function Strips({ paper, tiles, width }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const [sight, setSight] = useState<Sight>({ first: 0, count: 0 })
  useLayoutEffect(() => {
    const measure = () => {
      const top = place.current?.getBoundingClientRect().top ?? 0
      paper.see(inSight(-top, window.innerHeight, tiles.length))
      const now = inSight(-top - AHEAD, window.innerHeight + 2 * AHEAD, tiles.length)
      setSight((was) => (was.first === now.first && was.count === now.count ? was : now))
    }
    measure()
    // What lies above the map may grow: then the page does, though not the document, which is as high as the window.
    const watcher = new ResizeObserver(measure)
    const page = place.current?.closest('#content')
    if (page) watcher.observe(page)
    window.addEventListener('scroll', measure, { passive: true, capture: true })
    window.addEventListener('resize', measure)
    return () => {
      watcher.disconnect()
      window.removeEventListener('scroll', measure, { capture: true })
      window.removeEventListener('resize', measure)
    }
  }, [paper, tiles])
  return (
    <div ref={place} className="absolute inset-0">
      {byCanvas(tiles, sight).map((tile) => (
        <Strip key={tile.nth % sight.count} {...{ paper, tile, width }} />
      ))}
    </div>
  )
}
