import type { LabelPreview } from '@restow/contracts'
import { useEffect, useState } from 'react'
import { type Asked, useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'

/** A label is drawn only once the typing has stopped. */
const PAUSE_MS = 250

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(text), PAUSE_MS)
    return () => clearTimeout(waiting)
  }, [text])
  return settled
}

/** The address under which an image shows what came; drawn as a picture, nothing in it can do anything. */
function useAddress(blob: Blob | undefined): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    if (!blob) return
    const made = URL.createObjectURL(blob)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return address
}

export interface Previewed extends Pick<Asked<Blob>, 'problem' | 'loading' | 'again'> {
  /** Of the last label that could be drawn. */
  readonly address: string | undefined
}

/** How a template comes out, drawn by the server as it prints it. */
export function usePreview(seller: string, wanted: LabelPreview): Previewed {
  const now = JSON.stringify(wanted)
  const settled = useSettled(now)
  const asked = useAsk(`${seller} ${settled}`, (signal) =>
    api.previewLabel(seller, JSON.parse(settled) as LabelPreview, signal),
  )
  const { data, problem, loading, again } = asked
  return { address: useAddress(data), problem, loading: loading || now !== settled, again }
}
