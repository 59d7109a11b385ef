import { useTexts } from '@restow/ui/desk'
import { ChevronRight } from 'lucide-react'
import { Link } from 'react-router'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { type PageLink, setUpPages } from '../shell/pages-of.ts'
import { useUser } from '../shell/session.store.ts'
import { whole } from '../shell/words.ts'
import { History } from './History.tsx'

/** How many there are of each, as far as one page of the list says; null while that is not known. */
function useCounts(): Readonly<Record<string, string | null>> {
  const asked = useAsk('set-up counts', async (signal) => {
    const most = { limit: '200' }
    const [bins, products, staff, sellers, devices, printers, checklists] = await Promise.all([
      api.bins(most, signal),
      api.products(most, signal),
      api.staff(most, signal),
      api.sellers(most, signal),
      api.devices(most, signal),
      api.printers(most, signal),
      api.checklists(signal),
    ])
    const count = ({ items, nextCursor }: { items: readonly unknown[]; nextCursor: string | null }) =>
      `${whole(items.length)}${nextCursor === null ? '' : '+'}`
    return {
      '/set-up/bins': count(bins),
      '/set-up/products': count(products),
      '/set-up/staff': count(staff),
      '/set-up/sellers': count(sellers),
      '/set-up/devices': count(devices),
      '/printers': count(printers),
      '/set-up/checklists': count(checklists),
    }
  })
  return asked.data ?? {}
}

function Entry({ link, count }: { link: PageLink; count: string | null | undefined }) {
  const { t } = useTexts()
  const Icon = link.icon
  const about = setUpAbout(link.path)
  return (
    <li>
      <Link
        to={link.path}
        className="group flex h-full items-start gap-3 rounded-m border border-line bg-raised p-3.5 transition-colors hover:bg-line-2/50"
      >
        <span
          aria-hidden
          className="grid size-9 shrink-0 place-items-center rounded-[10px] bg-accent-soft text-accent"
        >
          <Icon size={18} />
        </span>
        <span className="min-w-0 grow">
          <span className="flex items-baseline gap-2">
            <span className="font-semibold">{t(link.text)}</span>
            {count === '0' && <span className="text-xs font-semibold text-look">{t('setUpHome.none')}</span>}
            {count && count !== '0' && <span className="text-s text-ink-2 tabular-nums">{count}</span>}
          </span>
          {about && <span className="block text-s text-ink-2">{t(about)}</span>}
        </span>
        <ChevronRight aria-hidden size={16} className="mt-1 shrink-0 text-ink-3" />
      </Link>
    </li>
  )
}

/** What each page is for, in a sentence. */
const ABOUT = {
  '/set-up/house': 'setUpHome.house',
  '/set-up/bins': 'setUpHome.bins',
  '/set-up/sellers': 'setUpHome.sellers',
  '/set-up/products': 'setUpHome.products',
  '/set-up/checklists': 'setUpHome.checklists',
  '/set-up/staff': 'setUpHome.staff',
  '/set-up/devices': 'setUpHome.devices',
  '/printers': 'setUpHome.printers',
  '/labels': 'setUpHome.labels',
  '/keys': 'setUpHome.keys',
  '/webhooks': 'setUpHome.webhooks',
  '/mails': 'mails.setUp',
} as const
const setUpAbout = (path: string) =>
  ABOUT[path as keyof typeof ABOUT] as (typeof ABOUT)[keyof typeof ABOUT] | undefined

/** All that is set up, what is still missing of it, and who changed what last. */
export function Overview() {
  const { t } = useTexts()
  const user = useUser()
  const counts = useCounts()
  return (
    <Page title={t('nav.setUp')}>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,280px),1fr))] gap-3">
        {setUpPages(user).map((link) => (
          <Entry key={link.path} link={link} count={counts[link.path]} />
        ))}
      </ul>
      <History />
    </Page>
  )
}
