import { Button, type ButtonLook } from '@restow/ui'
import { tell } from '@restow/ui/floor'
import { Camera } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { useCommandCodes } from '../scanner/bus.ts'
import { askForPhoto } from '../scanner/camera/camera.store.ts'
import { feel } from '../shell/feedback.ts'
import { wordOf } from '../shell/sentences.ts'
import { sayLook } from '../shell/verdict.store.ts'
import { type Subject, takeShot } from './photo.ts'

/**
 * What takes a photo: a shot of the live picture; where there is no camera, a file input, which on a phone opens the
 * camera's own app.
 */
export function useCamera(subject: Subject, angle: string, codes: readonly string[]) {
  const input = useRef<HTMLInputElement>(null)
  const title = () => tell('inspect.take', { angle: wordOf('angle', angle) })
  const open = () =>
    askForPhoto(
      {
        title: title(),
        take: (frame) => {
          feel('right')
          void takeShot(frame, subject, angle)
        },
        chooseFile: () => input.current?.click(),
      },
      () => sayLook(title(), tell('shot.none')),
    )
  useCommandCodes(codes, open, true)
  const element = (
    <input
      ref={input}
      type="file"
      accept="image/*"
      capture="environment"
      hidden
      data-angle={angle}
      onChange={(event) => {
        const [file] = event.currentTarget.files ?? []
        event.currentTarget.value = ''
        if (file) void takeShot(file, subject, angle)
      }}
    />
  )
  return { open, element }
}

interface Props {
  subject: Subject
  angle: string
  codes?: string[]
  look?: ButtonLook
  children: ReactNode
}

/** A button that takes a photo. */
export function TakePhoto({ subject, angle, codes = [], look = 'plain', children }: Props) {
  const { open, element } = useCamera(subject, angle, codes)
  return (
    <>
      <Button look={look} icon={<Camera aria-hidden size={20} />} onClick={open}>
        {children}
      </Button>
      {element}
    </>
  )
}
