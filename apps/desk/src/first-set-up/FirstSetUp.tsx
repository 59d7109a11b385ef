import { useTexts } from '@restow/ui/desk'
import { actionClasses, Empty } from '@restow/ui/desk-parts'
import { Warehouse } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Link } from 'react-router'
import { ProblemNote } from '../asking/Problem.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { Languages } from '../shell/Languages.tsx'
import { Finished } from './Finished.tsx'
import type { Fields } from './fields.ts'
import { SetUpForm } from './SetUpForm.tsx'

function Already() {
  const { t } = useTexts()
  return (
    <Empty
      icon={<Warehouse size={22} />}
      title={t('first.already')}
      action={
        <Link to="/" className={actionClasses('primary')}>
          {t('first.signIn')}
        </Link>
      }
    >
      {t('first.alreadyAbout')}
    </Empty>
  )
}

function Sheet({ children }: { children: ReactNode }) {
  return (
    <main className="grid min-h-dvh justify-items-center p-4 sm:py-10">
      <div className="flex w-full min-w-0 max-w-[560px] flex-col gap-5">
        <p className="text-[22px] font-[750] tracking-[-.02em]">Restow</p>
        {children}
        <Languages />
      </div>
    </main>
  )
}

/** The way into a server without a warehouse: a form, once, then what comes next. */
export function FirstSetUp() {
  const { t } = useTexts()
  const [made, setMade] = useState<Fields | null>(null)
  const { data: needed, problem, again } = useAsk('first-set-up', () => api.isFirstSetUpNeeded())
  useEffect(() => {
    document.title = `${t('first.title')} · Restow`
  }, [t])
  if (made)
    return (
      <Sheet>
        <Finished house={made.house} badge={made.badge} />
      </Sheet>
    )
  if (needed)
    return (
      <Sheet>
        <div className="flex flex-col gap-1">
          <h1 className="text-xl font-[650] tracking-[-.01em]">{t('first.title')}</h1>
          <p className="text-s text-ink-2">{t('first.about')}</p>
        </div>
        <SetUpForm onDone={setMade} onAlready={again} />
      </Sheet>
    )
  return (
    <Sheet>
      {needed === false && <Already />}
      {needed === undefined && problem !== null && <ProblemNote problem={problem} again={again} />}
      {needed === undefined && problem === null && (
        <p className="p-8 text-center text-s text-ink-2">{t('app.loading')}</p>
      )}
    </Sheet>
  )
}
