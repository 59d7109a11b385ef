import { useState } from 'react'
import { sentenceOf } from '../asking/Problem.tsx'
import { noticeEnd } from '../asking/use-ask.ts'

export interface Saving {
  readonly busy: boolean
  readonly wrong: string
  readonly done: string
  /** Does it, and says `done` where that went well, else why not. */
  run(done: string, save: () => Promise<void>): Promise<void>
  forget(): void
}

/** Saving what a page's form holds, and how that went. */
export function useSaving(): Saving {
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState('')
  const [done, setDone] = useState('')
  const forget = () => {
    setWrong('')
    setDone('')
  }
  return {
    busy,
    wrong,
    done,
    forget,
    async run(said, save) {
      setBusy(true)
      forget()
      try {
        await save()
        setDone(said)
      } catch (error) {
        noticeEnd(error)
        setWrong(sentenceOf(error))
      } finally {
        setBusy(false)
      }
    },
  }
}
