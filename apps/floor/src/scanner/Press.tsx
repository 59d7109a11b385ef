import { Button } from '@restow/ui'
import type { ComponentProps } from 'react'
import { useCommandCodes } from './bus.ts'

interface Props extends Omit<ComponentProps<typeof Button>, 'onClick'> {
  onPress: () => void
  /** The command codes that press it, as printed on the sheet: `NEXT`, `GRADE.good`. */
  codes?: string[]
}

/** A button that a tap presses, and a command code too. */
export function Press({ onPress, codes = [], disabled = false, ...rest }: Props) {
  useCommandCodes(codes, onPress, !disabled)
  return <Button {...rest} disabled={disabled} onClick={onPress} />
}
