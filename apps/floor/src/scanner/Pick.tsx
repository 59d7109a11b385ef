import { Choice } from '@restow/ui'
import type { ComponentProps } from 'react'
import { useCommandCodes } from './bus.ts'

/** An answer that a tap chooses, and a command code too. */
export function Pick({ codes = [], ...rest }: ComponentProps<typeof Choice> & { codes?: string[] }) {
  useCommandCodes(codes, rest.onPick, !rest.disabled)
  return <Choice {...rest} />
}
