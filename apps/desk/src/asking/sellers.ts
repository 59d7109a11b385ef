import { useTexts } from '@restow/ui/desk'
import { api } from '../shell/api.ts'
import { useUser } from '../shell/session.store.ts'
import { useAsk } from './use-ask.ts'

interface Sellers {
  readonly sellers: { value: string; text: string }[]
  /** The server has said that there is none yet; not merely not answered. */
  readonly none: boolean
}

/** The sellers to choose among, for staff, and whether there is any at all. */
export function useAnySellers(): Sellers {
  const { role } = useUser()
  const asked = useAsk(role === 'seller' ? null : 'sellers', (signal) =>
    api.sellers({ limit: '200' }, signal),
  )
  const items = asked.data?.items
  return {
    sellers: (items ?? []).map(({ code }) => ({ value: code, text: code })),
    none: items?.length === 0,
  }
}

/** The same for who only chooses; a seller's own user chooses nothing. */
export const useSellers = (): Sellers['sellers'] => useAnySellers().sellers

/** The same with “All sellers” first. */
export function useSellerOptions(): { value: string; text: string }[] | null {
  const { t } = useTexts()
  const { role } = useUser()
  const sellers = useSellers()
  return role === 'seller' ? null : [{ value: '', text: t('list.allSellers') }, ...sellers]
}
