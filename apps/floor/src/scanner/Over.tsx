import { Sheet } from '@restow/ui'
import type { ComponentProps } from 'react'
import { Layer, useCommandCodes } from './bus.ts'

type Props = ComponentProps<typeof Sheet>

/** A sheet over the screen: its own buttons are the only ones that command codes press, and two close it. */
export function Over(props: Props) {
  return (
    <Layer value={5}>
      <Closing onClose={props.onClose} />
      <Sheet {...props} />
    </Layer>
  )
}

function Closing({ onClose }: Pick<Props, 'onClose'>) {
  useCommandCodes(['CANCEL', 'BACK'], onClose, true)
  return null
}
