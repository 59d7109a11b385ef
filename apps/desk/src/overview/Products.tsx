import type { OverviewProduct, ReturnsOverview } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Card, DataTable } from '@restow/ui/desk-parts'
import { useMemo, useState } from 'react'
import { SearchBox } from '../asking/SearchBox.tsx'
import { useProductColumns } from './product-columns.tsx'
import { inOrder, named, type Row, type Sorted } from './products-order.ts'
import { CurrencyChoice } from './ValueOverTime.tsx'

/** So many are seen at a glance; among more one searches. */
const FEW = 8

interface Props {
  of: ReturnsOverview
  currencies: readonly string[]
  currency: string
  onCurrency: (currency: string) => void
}

/** The others as a row of their own, which nothing can be searched or opened by. */
const OTHERS = 'others'
const rowOf = (product: OverviewProduct): Row => ({ ...product, key: `sku ${product.sku}`, others: null })

/** Which products came back, why, and what became of them. */
export function Products({ of, ...choice }: Props) {
  const { t, tn } = useTexts()
  const [search, setSearch] = useState('')
  const [sorted, setSorted] = useState<Sorted>({ by: 'units', order: 'descending' })
  const columns = useProductColumns(sorted, setSorted, choice.currency)
  const { products, others } = of
  const rows = useMemo(
    () => inOrder(named(products, search), sorted, choice.currency).map(rowOf),
    [products, search, sorted, choice.currency],
  )
  const last: Row[] =
    others && search === ''
      ? [{ ...others, sku: null, title: null, key: OTHERS, others: others.products }]
      : []
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-3.5 py-2">
        <h2 className="min-w-0 grow text-m font-semibold">
          {t('overview.products')}{' '}
          <span className="font-normal whitespace-nowrap text-ink-3">
            {tn('overview.productCount', products.length + (others?.products ?? 0))}
          </span>
        </h2>
        {products.length > FEW && (
          <SearchBox value={search} onValue={setSearch} hint={t('overview.search')} />
        )}
        <CurrencyChoice {...choice} />
      </div>
      {rows.length === 0 ? (
        <p role="status" className="border-t border-line px-3.5 py-8 text-center text-s text-ink-2">
          {t('overview.notFound', { search })}
        </p>
      ) : (
        <DataTable
          label={t('overview.products')}
          columns={columns}
          rows={[...rows, ...last]}
          rowKey={({ key }) => key}
          className="max-h-[560px] border-t border-line"
        />
      )}
    </Card>
  )
}
