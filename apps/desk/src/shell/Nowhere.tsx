import { useTexts } from '@restow/ui/desk'
import { actionClasses, Empty } from '@restow/ui/desk-parts'
import { Compass } from 'lucide-react'
import { Link } from 'react-router'
import { Page } from './Page.tsx'
import { homeOf } from './pages-of.ts'
import { useUser } from './session.store.ts'

/** An address that leads nowhere, or nowhere that this person may go. */
export function Nowhere() {
  const { t } = useTexts()
  const user = useUser()
  return (
    <Page title={t('nowhere.title')}>
      <Empty
        icon={<Compass size={22} />}
        title={t('nowhere.what')}
        action={
          <Link to={homeOf(user)} className={actionClasses('primary')}>
            {t('nowhere.home')}
          </Link>
        }
      >
        {t('nowhere.why')}
      </Empty>
    </Page>
  )
}
