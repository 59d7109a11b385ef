import { Sheet } from '@restow/ui'
import type { ComponentProps } from 'react'
import { Layer, useCommandCodes } from './bus.ts'

interface Props extends ComponentProps<typeof Sheet> {
  /** How many layers up it stands. */
  layer?: number
}

/** A sheet over the screen: its own buttons are the only ones that command codes press, and two close it. */
export function Over({ layer = 5, ...sheet }: Props) {
  return (
    <Layer value={layer}>
      <Closing onClose={sheet.onClose} />
      <Sheet {...sheet} />
    </Layer>
  )
}

function Closing({ onClose }: Pick<Props, 'onClose'>) {
  useCommandCodes(['CANCEL', 'BACK'], onClose, true)
  return null
}
