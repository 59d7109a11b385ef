import { create } from 'zustand'
import { type Count, type Counted, type Expected, NOTHING_COUNTED } from './count.ts'

/**
 * Counts that are begun and not finished, by bin. Kept on the device as they grow: whoever has scanned two hundred plates
 * does not scan them again because a battery ran out.
 */
type Counts = Readonly<Record<string, Count>>

const KEPT_AS = 'restow.counts'

function kept(): Counts {
  try {
    return JSON.parse(globalThis.localStorage?.getItem(KEPT_AS) ?? '{}') as Counts
  } catch {
    return {}
  }
}

const useCounts = create<Counts>(() => kept())

useCounts.subscribe((counts) => {
  try {
    globalThis.localStorage?.setItem(KEPT_AS, JSON.stringify(counts))
  } catch {
    // Where there is no room left the count goes on in memory.
  }
})

export const useCount = (bin: string): Count => useCounts((counts) => counts[bin] ?? NOTHING_COUNTED)
export const countOf = (bin: string): Count => useCounts.getState()[bin] ?? NOTHING_COUNTED

function change(bin: string, by: (count: Count) => Count): void {
  useCounts.setState((counts) => ({ ...counts, [bin]: by(counts[bin] ?? NOTHING_COUNTED) }))
}

/** What should be there, as far as it is known. A list that is whole is not replaced by one that is not. */
export const expect = (bin: string, expected: readonly Expected[], isWhole: boolean): void =>
  change(bin, (count) => (count.isWhole && !isWhole ? count : { ...count, expected, isWhole }))

/** Puts a scanned plate down, or says more of one that is. */
export const putDown = (bin: string, plate: Counted): void =>
  change(bin, (count) => ({
    ...count,
    counted: [...count.counted.filter(({ lpn }) => lpn !== plate.lpn), plate],
  }))

/** Takes the last scan out again. @returns its plate */
export function takeOut(bin: string): string | undefined {
  const last = countOf(bin).counted.at(-1)
  change(bin, (count) => ({ ...count, counted: count.counted.slice(0, -1) }))
  return last?.lpn
}

export function dropCount(bin: string): void {
  useCounts.setState(({ [bin]: _, ...others }) => others, true)
}
