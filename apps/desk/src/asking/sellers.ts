import { useTexts } from '@restow/ui/desk'
import { api } from '../shell/api.ts'
import { useUser } from '../shell/session.store.ts'
import { useAsk } from './use-ask.ts'

/** The sellers to choose among, for staff; a seller's own user chooses nothing. */
export function useSellers(): { value: string; text: string }[] {
  const { role } = useUser()
  const asked = useAsk(role === 'seller' ? null : 'sellers', (signal) =>
    api.sellers({ limit: '200' }, signal),
  )
  return (asked.data?.items ?? []).map(({ code }) => ({ value: code, text: code }))
}

/** The same with “All sellers” first. */
export function useSellerOptions(): { value: string; text: string }[] | null {
  const { t } = useTexts()
  const { role } = useUser()
  const sellers = useSellers()
  return role === 'seller' ? null : [{ value: '', text: t('list.allSellers') }, ...sellers]
}
