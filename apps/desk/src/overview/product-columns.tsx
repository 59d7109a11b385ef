import { DISPOSITIONS, type Disposition } from '@restow/domain'
import { MARKS } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import type { Column } from '@restow/ui/desk-parts'
import { Link } from 'react-router'
import { useFilters } from '../asking/use-filters.ts'
import { DECISION_COLOURS } from '../boards/colours.ts'
import { amount, percent, whole, wordOf } from '../shell/words.ts'
import { minorIn, type Order, type Row, type Sorted } from './products-order.ts'

const REASONS_SHOWN = 3

/** Reasons with their shares, the most frequent first. */
function useWhy() {
  return ({ reasons, units }: Row, shown = reasons.length): string =>
    reasons
      .slice(0, shown)
      .map(({ reason, units: of }) => `${wordOf('reason', reason)} ${percent(of, units)}`)
      .join(' · ')
}

/** What a phone has no columns for: what was recovered and lost, and how it was decided. */
function OnAPhone({ row, currency }: { row: Row; currency: string }) {
  const { t } = useTexts()
  const figures = (['recovered', 'lost'] as const).flatMap((what) => {
    const minor = minorIn(row[what], currency)
    return minor === null ? [] : [`${t(`overview.${what}`)} ${amount(minor, currency)}`]
  })
  return (
    <span className="flex flex-col gap-1 sm:hidden">
      {figures.length > 0 && <span className="whitespace-normal text-ink-2">{figures.join(' · ')}</span>}
      <Shares row={row} />
      <span className="flex flex-wrap gap-x-3 text-ink-2">
        {DISPOSITIONS.map((one) => (
          <span key={one} title={t(`disposition.${one}`)}>
            <b className="font-semibold">{MARKS[one].letter}</b> {percent(row[one], row.units)}
          </span>
        ))}
      </span>
    </span>
  )
}

/** A product with its SKU; it leads to its units. With its reasons, where they have no column of their own. */
function Product({ row, currency }: { row: Row; currency: string }) {
  const { t, tn } = useTexts()
  const { filters } = useFilters()
  const why = useWhy()
  const name = row.title ?? row.sku ?? t('overview.unknownProduct')
  const { seller } = filters
  const search = new URLSearchParams({ search: row.sku ?? '', ...(seller ? { seller } : {}) })
  return (
    <span className="flex min-w-0 flex-col py-1.5">
      {row.others !== null && <span className="text-ink-2">{tn('overview.others', row.others)}</span>}
      {row.others === null && (
        <>
          {row.sku === null ? (
            <span className="truncate font-semibold">{name}</span>
          ) : (
            <Link to={`/units?${search}`} dir="auto" className="row-link truncate text-left font-semibold">
              {name}
            </Link>
          )}
          {row.title !== null && row.sku !== null && (
            <span dir="auto" className="truncate text-left font-mono text-[11px] text-ink-3">
              {row.sku}
            </span>
          )}
        </>
      )}
      <span className="line-clamp-2 whitespace-normal text-ink-2 xl:hidden">{why(row, REASONS_SHOWN)}</span>
      <OnAPhone row={row} currency={currency} />
    </span>
  )
}

/** How a product was decided, as a bar; numbers stand beside it. */
function Shares({ row }: { row: Row }) {
  return (
    <span aria-hidden className="flex h-2 w-full min-w-16 gap-px overflow-hidden rounded-full">
      {DISPOSITIONS.map((one) => (
        <span
          key={one}
          className="block h-full"
          style={{
            width: `${(row[one] / Math.max(1, row.units)) * 100}%`,
            background: DECISION_COLOURS[one],
          }}
        />
      ))}
    </span>
  )
}

/** @param currency the one in which value is shown; empty where there is none */
export function useProductColumns(
  sorted: Sorted,
  onSorted: (sorted: Sorted) => void,
  currency: string,
): Column<Row>[] {
  const { t } = useTexts()
  const why = useWhy()
  const sort = (by: Order, what: string): Pick<Column<Row>, 'head' | 'sort'> => ({
    head: what,
    sort: {
      label: t('overview.sortBy', { what }),
      order: sorted.by === by ? sorted.order : null,
      onSort: () => {
        // What is pressed first is what people look for first: most of it, or the names from A.
        const first = by === 'product' ? 'ascending' : 'descending'
        const other = first === 'ascending' ? 'descending' : 'ascending'
        onSorted({ by, order: sorted.by === by && sorted.order === first ? other : first })
      },
    },
  })
  const share = (of: Disposition): Column<Row> => ({
    ...{ key: of, ...sort(of, t(`disposition.${of}`)) },
    cell: (row) => percent(row[of], row.units),
    ...{ align: 'right', from: of === 'refurbish' ? 'xl' : 'sm' },
  })
  const valued = (of: 'recovered' | 'lost', from: 'lg' | 'sm'): Column<Row> => ({
    ...{ key: of, ...sort(of, t('overview.in', { what: t(`overview.${of}`), currency })) },
    cell: (row) => {
      const minor = minorIn(row[of], currency)
      return <span className="font-mono font-semibold">{minor === null ? '–' : amount(minor, currency)}</span>
    },
    ...{ align: 'right', from },
  })
  return [
    {
      ...{ key: 'product', ...sort('product', t('overview.product')), max: 260 },
      cell: (row) => <Product row={row} currency={currency} />,
      title: (row) => row.title ?? row.sku ?? undefined,
    },
    {
      ...{ key: 'units', ...sort('units', t('overview.units')), align: 'right' },
      cell: (row) => <span className="font-semibold">{whole(row.units)}</span>,
    },
    { key: 'shares', head: '', cell: (row) => <Shares row={row} />, from: 'xl' },
    ...DISPOSITIONS.map(share),
    ...(currency === '' ? [] : [valued('recovered', 'lg'), valued('lost', 'sm')]),
    {
      // As wide as what the others leave, however long it is.
      ...{ key: 'why', head: t('overview.why'), grows: true, from: 'xl', max: 1 },
      cell: (row) => (
        <span className="line-clamp-2 whitespace-normal text-ink-2">{why(row, REASONS_SHOWN)}</span>
      ),
      title: (row) => why(row),
    },
  ]
}
