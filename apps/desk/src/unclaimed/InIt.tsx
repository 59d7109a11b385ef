import type { UnclaimedItem } from '@restow/contracts'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card, Tag } from '@restow/ui/desk-parts'
import { Link } from 'react-router'
import { shortBin, wordOf } from '../shell/words.ts'

/** What came out of the box so far. */
export function InIt({ item: { units } }: { item: UnclaimedItem }) {
  const { t } = useTexts()
  return (
    <Card title={t('unclaimed.contentsCol')}>
      {units.length === 0 && <p className="px-3.5 pb-3.5 text-s text-ink-2">{t('unclaimed.notOpened')}</p>}
      <ul>
        {units.map(({ lpn, title, sku, gtin, seller, quantity, state, bin }) => (
          <li key={lpn} className="border-t border-line">
            <Link
              to={`/units/${lpn}`}
              className="flex items-center gap-3 px-3.5 py-2 text-s hover:bg-line-2/60 focus-visible:outline-offset-[-3px]"
            >
              <span className="min-w-0 grow">
                <span className="line-clamp-2 font-[550]" title={title ?? undefined}>
                  {quantity > 1 && `${quantity} × `}
                  {title ?? t('unit.unknownProduct')}
                </span>
                <span className="block truncate text-xs text-ink-2">
                  {[seller, sku, gtin, shortBin(bin)].filter(Boolean).join(' · ')}
                </span>
                <Code value={lpn} className="text-xs text-ink-2" />
              </span>
              <Tag>{wordOf('unitState', state)}</Tag>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  )
}
