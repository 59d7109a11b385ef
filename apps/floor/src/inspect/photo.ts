import { tell } from '@restow/ui/floor'
import { drainNow } from '../outbox/drain.ts'
import { enqueuePhoto } from '../outbox/outbox.store.ts'
import { ask } from '../shell/ask.ts'
import { useSession } from '../shell/session.store.ts'
import { say } from '../shell/verdict.store.ts'
import { sha256 } from './sha256.ts'

const LONGEST_SIDE = 2048
const QUALITY = 0.85

/** The picture as a JPEG of at most 2,048 px: what a camera gives is ten times what anybody will look at. */
async function resized(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file)
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve, reject) => {
    const take = (blob: Blob | null) =>
      blob ? resolve(blob) : reject(new Error('The canvas gave no picture'))
    canvas.toBlob(take, 'image/jpeg', QUALITY)
  })
}

const previews = new Map<string, string>()
/** Where a photo of this device can be seen before the server has it. */
export const previewOf = (hash: string): string | undefined => previews.get(hash)

export type Subject = { lpn: string } | { parcel: string }

/** Keeps a shot for sending, and says which unit or parcel it is of. The bytes go their own way. */
export async function takeShot(file: Blob, subject: Subject, angle: string): Promise<void> {
  const { person } = useSession.getState()
  if (!person) return
  const code = Object.values(subject)[0] ?? ''
  try {
    const takenAt = new Date().toISOString()
    const picture = await resized(file)
    const hash = await sha256(new Uint8Array(await picture.arrayBuffer()))
    previews.set(hash, URL.createObjectURL(picture))
    await enqueuePhoto(hash, picture, person.badge)
    const said = { title: tell('inspect.photo'), code, silent: true }
    await ask({ type: 'AttachPhoto', subject, sha256: hash, angle, takenAt }, said)
    drainNow()
  } catch {
    say({ tone: 'wrong', title: tell('verdict.wrong'), code, sentence: tell('inspect.photoFailed') })
  }
}
