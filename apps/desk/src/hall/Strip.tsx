import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { paintTile, type Sheet } from './paint.ts'
import type { Paper } from './paper.ts'
import type { Tile } from './tiles.ts'

/** Drawn before it comes into sight. */
const AHEAD = '480px 0px'

/** Is all that shows on the strip as it was drawn? */
function isDrawn({ cells }: Tile, before: Sheet | null, now: Sheet): boolean {
  if (!before || before.layout !== now.layout || before.look !== now.look) return false
  return cells.every((n) => {
    const slot = now.layout.cells[n]?.slot ?? -1
    return before.bins[slot] === now.bins[slot]
  })
}

interface Props {
  paper: Paper
  tile: Tile
  width: number
}

/** One strip of the map: a picture that is there while it is in sight, or about to be. */
export const Strip = memo(function Strip({ paper, tile, width }: Props) {
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
    if (!near) return
    let drawn: Sheet | null = null
    return paper.show((sheet) => {
      if (canvas.current && !isDrawn(tile, drawn, sheet)) paintTile(canvas.current, tile, width, sheet)
      drawn = sheet
    })
  }, [near, paper, tile, width])
  return (
    <div ref={place} className="absolute left-0 w-full" style={{ top: tile.top, height: tile.height }}>
      {near && <canvas ref={canvas} aria-hidden className="block size-full" />}
    </div>
  )
})
