import { useTexts } from '@restow/ui/desk'
import { actionClasses, Card, Empty } from '@restow/ui/desk-parts'
import { Store } from 'lucide-react'
import { Link } from 'react-router'

/** Where a page is about a seller's goods and there is no seller yet: what to do first. */
export function NoSeller({ title, hint }: { title: string; hint: string }) {
  const { t } = useTexts()
  return (
    <Card>
      <Empty
        icon={<Store size={22} />}
        title={title}
        action={
          <Link to="/set-up/sellers" className={actionClasses('primary')}>
            {t('nav.sellers')}
          </Link>
        }
      >
        {hint}
      </Empty>
    </Card>
  )
}
