import type { Disposition } from '@restow/domain'
import { classes } from './classes.ts'

/** The letters of the boards: S for the shelf, F for the bench, X for scrap, H for hold. */
export const MARKS: Record<Disposition | 'hold', { letter: string; look: string }> = {
  resell: { letter: 'S', look: 'bg-resell' },
  refurbish: { letter: 'F', look: 'bg-refurbish' },
  scrap: { letter: 'X', look: 'bg-scrap' },
  hold: { letter: 'H', look: 'bg-hold' },
}

/** The letter of a disposition on its colour; the words stand beside it. */
export function DispositionMark({ of, size = 'l' }: { of: Disposition | 'hold'; size?: 's' | 'l' }) {
  const { letter, look } = MARKS[of]
  const box = size === 'l' ? 'size-10 rounded-m text-xl' : 'size-5 rounded-[5px] text-s'
  return (
    <span
      aria-hidden
      className={classes('grid shrink-0 place-items-center font-bold text-mark-ink', look, box)}
    >
      {letter}
    </span>
  )
}
