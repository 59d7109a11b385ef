import { useTexts } from '@restow/ui/desk'
import { Action, Card, Empty, TextInput } from '@restow/ui/desk-parts'
import { PackageSearch, SearchX } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useSearchParams } from 'react-router'
import { ProblemNote } from '../asking/Problem.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { FoundParcel } from './FoundParcel.tsx'

/** A seller looks for a parcel of its own by one whole number, and claims it on evidence. */
export function SellerSearch() {
  const { t } = useTexts()
  // The search box leads here with a number that it did not find among the seller's own.
  const [params] = useSearchParams()
  const [typed, setTyped] = useState(params.get('number') ?? '')
  const [number, setNumber] = useState(typed)
  const [mine, setMine] = useState('')
  const asked = useAsk(number === '' ? null : number, (signal) => api.findUnclaimed(number, signal))
  const find = (event: FormEvent) => {
    event.preventDefault()
    setMine('')
    if (typed.trim() === number) asked.again()
    else setNumber(typed.trim())
  }
  const items = number === '' || asked.loading ? undefined : asked.data?.items
  return (
    <Page title={t('unclaimed.title')}>
      <Card className="max-w-[760px]">
        <form onSubmit={find} className="flex flex-col gap-3 p-3.5">
          <p className="max-w-[62ch] text-s text-ink-2">{t('unclaimed.sellerIntro')}</p>
          <div className="flex flex-wrap items-end gap-2">
            <div className="min-w-0 grow basis-[260px]">
              <TextInput label={t('unclaimed.number')} value={typed} onValue={setTyped} maxLength={100} />
            </div>
            <Action
              type="submit"
              look="primary"
              className="h-9"
              disabled={typed.trim() === ''}
              icon={<PackageSearch aria-hidden size={15} />}
            >
              {t('unclaimed.find')}
            </Action>
          </div>
        </form>
      </Card>
      <div aria-live="polite" className="flex max-w-[760px] flex-col gap-4">
        {mine !== '' && (
          <p className="rounded-m border border-line bg-resell-soft px-3.5 py-2 text-s font-semibold text-resell">
            {t('unclaimed.mine', { tracking: mine })}
          </p>
        )}
        {asked.problem !== null && !asked.loading && (
          <Card>
            <ProblemNote problem={asked.problem} again={asked.again} />
          </Card>
        )}
        {asked.problem === null && mine === '' && items?.length === 0 && (
          <Card>
            <Empty icon={<SearchX size={22} />} title={t('unclaimed.notFound')}>
              {t('unclaimed.notFoundHint')}
            </Empty>
          </Card>
        )}
        {items?.map((item) => (
          <FoundParcel
            key={item.trackingNumber}
            item={item}
            number={number}
            onMine={() => {
              setMine(item.trackingNumber)
              asked.again()
            }}
          />
        ))}
      </div>
    </Page>
  )
}
