import { tell } from '@restow/ui/floor'
import { drainNow } from '../outbox/drain.ts'
import { enqueuePhoto } from '../outbox/outbox.store.ts'
import { ask } from '../shell/ask.ts'
import { useSession } from '../shell/session.store.ts'
import { say } from '../shell/verdict.store.ts'
import { makePhoto } from './make-photo.ts'

const previews = new Map<string, string>()
/** Where a photo of this device can be seen before the server has it. */
export const previewOf = (hash: string): string | undefined => previews.get(hash)

export type Subject = { lpn: string } | { parcel: string }

/** Keeps a shot for sending, and says which unit or parcel it is of. The bytes go their own way. */
export async function takeShot(shot: Blob | ImageBitmap, subject: Subject, angle: string): Promise<void> {
  const { person } = useSession.getState()
  if (!person) return
  const code = Object.values(subject)[0] ?? ''
  try {
    const takenAt = new Date().toISOString()
    const { picture, hash } = await makePhoto(shot)
    previews.set(hash, URL.createObjectURL(picture))
    await enqueuePhoto(hash, picture, person.badge)
    const said = { title: tell('inspect.photo'), code, silent: true }
    await ask({ type: 'AttachPhoto', subject, sha256: hash, angle, takenAt }, said)
    drainNow()
  } catch {
    say({ tone: 'wrong', title: tell('verdict.wrong'), code, sentence: tell('inspect.photoFailed') })
  }
}
