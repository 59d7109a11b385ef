import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Menu as Bars, X } from 'lucide-react'
import { useState } from 'react'
import { Link, NavLink, useLocation } from 'react-router'
import { useWaiting } from '../boards/waiting.store.ts'
import { FindButton } from '../search/FindButton.tsx'
import { Account } from './Account.tsx'
import { useDemo } from './demo.store.ts'
import { homeOf, type PageLink, pagesOf } from './pages-of.ts'
import { useUser } from './session.store.ts'

function Entry({ link }: { link: PageLink }) {
  const { t } = useTexts()
  const waiting = useWaiting()
  const Icon = link.icon
  const count = link.path === '/waiting' ? waiting : 0
  return (
    <li>
      <NavLink
        to={link.path}
        end={link.path === '/set-up'}
        className={({ isActive }) =>
          classes(
            'flex h-8 items-center gap-2.5 rounded-[8px] px-2 font-[550] transition-colors pointer-coarse:h-11',
            isActive ? 'bg-accent-soft text-accent' : 'text-ink-2 hover:bg-line-2 hover:text-ink',
          )
        }
      >
        <Icon aria-hidden size={16} strokeWidth={2} className="shrink-0" />
        <span className="grow truncate">{t(link.text)}</span>
        {count > 0 && (
          <span className="min-w-5 rounded-full bg-scrap px-1.5 text-center text-xs leading-5 font-semibold text-mark-ink">
            <span className="unseen">, </span>
            {count > 99 ? '99+' : count}
          </span>
        )}
      </NavLink>
    </li>
  )
}

function Links() {
  const { t } = useTexts()
  const user = useUser()
  const groups = pagesOf(user, useDemo())
  return (
    <nav aria-label={t('nav.label')} className="flex flex-col gap-3">
      {groups.map((group) => (
        <div key={group.title ?? 'first'}>
          {group.title && <p className="px-2 pt-1 pb-1 text-xs font-semibold text-ink-3">{t(group.title)}</p>}
          <ul className="flex flex-col gap-px">
            {group.links.map((link) => (
              <Entry key={link.path} link={link} />
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

function Mark() {
  const user = useUser()
  return (
    <Link to={homeOf(user)} className="px-2 text-[18px] font-[750] tracking-[-.02em]">
      Restow
    </Link>
  )
}

/** The pages of whoever is signed in: at the left, or behind a button where the screen is narrow. */
export function Sidebar() {
  const { t } = useTexts()
  const { key } = useLocation()
  const [openAt, setOpenAt] = useState<string | null>(null)
  const open = openAt === key
  return (
    <>
      <header className="sticky top-0 z-20 flex h-12 items-center gap-2 border-b border-line bg-surface px-3 lg:hidden">
        <button
          type="button"
          aria-label={t(open ? 'nav.close' : 'nav.open')}
          aria-expanded={open}
          aria-controls="pages"
          onClick={() => setOpenAt(open ? null : key)}
          className="grid size-10 place-items-center rounded-[8px] text-ink-2 hover:bg-line-2"
        >
          {open ? <X aria-hidden size={20} /> : <Bars aria-hidden size={20} />}
        </button>
        <Mark />
        <span className="ml-auto">
          <FindButton bare />
        </span>
      </header>
      <aside
        id="pages"
        className={classes(
          'flex-col gap-4 overflow-y-auto border-line bg-surface p-3 text-m lg:sticky lg:top-0 lg:flex lg:h-dvh lg:w-[224px] lg:shrink-0 lg:border-r',
          open ? 'fixed inset-x-0 top-12 bottom-0 z-20 flex' : 'hidden',
        )}
      >
        <div className="hidden pt-1 lg:block">
          <Mark />
        </div>
        <div className="hidden lg:block [&>button]:w-full">
          <FindButton />
        </div>
        <Links />
        <div className="mt-auto">
          <Account />
        </div>
      </aside>
    </>
  )
}
