import { useTexts } from '@restow/ui/desk'
import { actionClasses } from '@restow/ui/desk-parts'
import { ChevronRight, CircleCheck, IdCard, MapPin, PackageOpen, Store } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { Fields } from './fields.ts'

/** In the order in which they are needed: what comes in must be laid somewhere, and belongs to somebody. */
const NEXT = [
  { path: '/set-up/bins', title: 'nav.setUpBins', about: 'first.binsFor', icon: MapPin },
  { path: '/set-up/sellers', title: 'nav.sellers', about: 'first.sellersFor', icon: Store },
  { path: '/set-up/staff', title: 'nav.staff', about: 'first.staffFor', icon: IdCard },
  { path: '/set-up/products', title: 'nav.products', about: 'first.productsFor', icon: PackageOpen },
] as const

/** What was made, and what to do now. Each link leads through the sign-in. */
export function Finished({ house, badge }: Pick<Fields, 'house' | 'badge'>) {
  const { t } = useTexts()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className="flex flex-col gap-4 rounded-[16px] border border-line bg-raised p-5 shadow-card">
      <div className="flex flex-col gap-1">
        <h1 ref={heading} tabIndex={-1} className="flex items-center gap-2 text-l font-semibold outline-none">
          <CircleCheck aria-hidden size={20} className="shrink-0 text-resell" />
          {t('first.done', { house })}
        </h1>
        <p className="text-s text-ink-2">{t('first.doneAbout', { badge })}</p>
      </div>
      <ol className="flex flex-col">
        {NEXT.map(({ path, title, about, icon: Icon }) => (
          <li key={path} className="border-t border-line-2 first:border-0">
            <Link
              to={path}
              className="flex min-h-14 items-center gap-3 rounded-[8px] px-1 py-2 hover:bg-line-2"
            >
              <Icon aria-hidden size={18} className="shrink-0 text-ink-3" />
              <span className="min-w-0 grow">
                <span className="block text-m font-semibold">{t(title)}</span>
                <span className="block text-xs text-ink-2">{t(about)}</span>
              </span>
              <ChevronRight aria-hidden size={16} className="shrink-0 text-ink-3" />
            </Link>
          </li>
        ))}
      </ol>
      <Link to="/" className={actionClasses('primary', 'h-10')}>
        {t('first.signIn')}
      </Link>
    </section>
  )
}
