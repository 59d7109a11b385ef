import { type ReactNode, useEffect, useState } from 'react'

/** Boards on a wall are laid out for this many pixels and drawn as large as the screen is: nothing scrolls. */
const [WIDTH, HEIGHT] = [1920, 1080]

const stageOf = () => {
  const scale = Math.min(innerWidth / WIDTH, innerHeight / HEIGHT)
  return { scale, width: innerWidth / scale, height: innerHeight / scale }
}

/** Fills the screen, whatever its size: letters keep their share of it. */
export function TvStage({ children }: { children: ReactNode }) {
  const [stage, setStage] = useState(stageOf)
  useEffect(() => {
    const onResize = () => setStage(stageOf())
    addEventListener('resize', onResize)
    return () => removeEventListener('resize', onResize)
  }, [])
  const { scale, width, height } = stage
  return (
    <main className="fixed inset-0 overflow-hidden bg-ground text-ink">
      <div
        style={{ width, height, transform: `scale(${scale})` }}
        className="relative origin-top-left text-[30px] leading-[1.3]"
      >
        {children}
      </div>
    </main>
  )
}
