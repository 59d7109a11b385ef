import { Sheet } from '@restow/ui'
import type { ComponentProps } from 'react'
import { Layer, useCommandCodes } from './bus.ts'

type Props = ComponentProps<typeof Sheet> & {
  /** Above other sheets, where it may open over one. */
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
