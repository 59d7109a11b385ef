import type { PrintJob } from '@restow/contracts'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { useUser } from '../shell/session.store.ts'

/** A thing has a few labels in its life; one with more shows its latest. */
const MOST = '50'

/** Every label of a unit or parcel, by its plate or number, for staff; sellers are told of none. */
export function usePrints(key: string): readonly PrintJob[] {
  const { role } = useUser()
  const asked = useAsk(role === 'seller' ? null : `prints of ${key}`, (signal) =>
    api.printJobs({ lpn: key, limit: MOST }, signal),
  )
  return asked.data?.items ?? []
}
