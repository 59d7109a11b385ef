import type { ProductFilePreview } from '@restow/contracts'
import { tell } from '@restow/ui/desk'
import { useState } from 'react'
import { sentenceOf } from '../asking/Problem.tsx'
import { noticeEnd } from '../asking/use-ask.ts'
import { useImport } from '../imports/use-import.ts'
import { api } from '../shell/api.ts'

const MAX_BYTES = 32 * 1024 * 1024

interface Shown {
  readonly file: File | null
  readonly seller: string
  readonly preview: ProductFilePreview | null
  readonly busy: boolean
  readonly wrong: string
}
const NOTHING: Shown = { file: null, seller: '', preview: null, busy: false, wrong: '' }

/** A file of products on its way: shown first, and then taken in as it was shown. */
export function useProductFile(onDone: () => void) {
  const [shown, setShown] = useState<Shown>(NOTHING)
  const [taking, setTaking] = useState(false)
  const { state, send, busy } = useImport(onDone)

  const show = async (file: File, seller: string) => {
    if (file.size > MAX_BYTES) return setShown({ ...NOTHING, wrong: tell('productFile.tooLarge') })
    if (file.size === 0) return setShown({ ...NOTHING, wrong: tell('imports.empty') })
    setShown({ ...NOTHING, file, seller, busy: true })
    try {
      const preview = await api.previewProducts({ seller, format: 'csv' }, file)
      setShown({ file, seller, preview, busy: false, wrong: '' })
    } catch (error) {
      noticeEnd(error)
      setShown({ ...NOTHING, wrong: sentenceOf(error) })
    }
  }
  const take = async () => {
    const { file, seller } = shown
    if (!file) return
    setTaking(true)
    await send(file, () => api.importProducts({ seller, format: 'csv' }, file))
  }
  const again = () => {
    setShown(NOTHING)
    setTaking(false)
  }
  return { shown, show, take, again, progress: taking ? state : null, busy: shown.busy || (taking && busy) }
}
