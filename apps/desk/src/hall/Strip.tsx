import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Layout } from './lay-out.ts'
import { type Look, paintTile } from './paint.ts'
import type { Tile } from './tiles.ts'

/** Drawn before it comes into sight. */
const AHEAD = '800px 0px'

interface Props {
  layout: Layout
  tile: Tile
  width: number
  look: Look
}

/** One strip of the map: a picture that is there while it is in sight, or about to be. */
export function Strip({ layout, tile, width, look }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    const element = place.current
    if (!element) return
    const watcher = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), {
      rootMargin: AHEAD,
    })
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])
  useLayoutEffect(() => {
    if (canvas.current) paintTile(canvas.current, layout, tile.cells, { ...tile, width }, look)
  })
  return (
    <div ref={place} className="absolute left-0 w-full" style={{ top: tile.top, height: tile.height }}>
      {near && <canvas ref={canvas} aria-hidden className="block size-full" />}
    </div>
  )
}
