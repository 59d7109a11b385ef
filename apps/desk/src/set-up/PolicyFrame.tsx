import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card, Tag } from '@restow/ui/desk-parts'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link, NavLink } from 'react-router'
import { ProblemNote } from '../asking/Problem.tsx'
import type { Asked } from '../asking/use-ask.ts'
import { Page } from '../shell/Page.tsx'
import { dayAndTime } from '../shell/words.ts'

interface Standing {
  readonly version: number
  readonly changedBy: string | null
  readonly changedAt: string | null
}

/** Which version stands, and since when and by whom. */
function Stands({ version, changedBy, changedAt }: Standing) {
  const { t } = useTexts()
  const at = changedAt && dayAndTime(changedAt)
  return (
    <>
      <Tag>{t('policy.version', { n: version })}</Tag>
      {at && (
        <span className="text-s text-ink-2">
          {changedBy ? t('house.changedBy', { by: changedBy, at }) : t('policy.changedByHouse', { at })}
        </span>
      )}
    </>
  )
}

/** The parts of a seller's policy, each a page. */
function Parts({ base }: { base: string }) {
  const { t } = useTexts()
  const parts = [
    { to: base, text: t('policy.tabRules') },
    { to: `${base}/questions`, text: t('policy.tabQuestions') },
  ]
  return (
    <nav aria-label={t('policy.tabs')} className="-mt-1 flex gap-4 border-b border-line">
      {parts.map(({ to, text }) => (
        <NavLink
          key={to}
          to={to}
          end
          className={({ isActive }) =>
            classes(
              '-mb-px flex h-9 items-center border-b-2 text-m font-[550] pointer-coarse:h-11',
              isActive ? 'border-accent text-ink' : 'border-transparent text-ink-2 hover:text-ink',
            )
          }
        >
          {text}
        </NavLink>
      ))}
    </nav>
  )
}

interface Props {
  seller: string
  /** For its own users. */
  own: boolean
  asked: Pick<Asked<unknown>, 'problem' | 'loading' | 'again'>
  stands: Standing | undefined
  about: string
  children: ReactNode
}

/** What the pages of a seller's policy have in common: whose it is, which version stands, and the way to its other parts. */
export function PolicyFrame({ seller, own, asked, stands, about, children }: Props) {
  const { t } = useTexts()
  const base = own ? '/policy' : `/set-up/sellers/${encodeURIComponent(seller)}`
  return (
    <Page
      title={own ? t('nav.policy') : `${t('sellers.title')} ${seller}`}
      heading={
        own ? undefined : (
          <span className="flex items-center gap-1.5">
            <Link to="/set-up/sellers" className="text-ink-2 hover:text-ink">
              {t('sellers.title')}
            </Link>
            <ChevronRight aria-hidden size={16} className="shrink-0 text-ink-3" />
            <span>{seller}</span>
          </span>
        )
      }
      tools={stands && <Stands {...stands} />}
    >
      <Parts base={base} />
      <p className="max-w-[76ch] text-s text-ink-2">{about}</p>
      {asked.problem !== null && !asked.loading && (
        <Card>
          <ProblemNote problem={asked.problem} again={asked.again} />
        </Card>
      )}
      {!stands && asked.problem === null && <p className="text-s text-ink-2">{t('app.loading')}</p>}
      {children}
    </Page>
  )
}
