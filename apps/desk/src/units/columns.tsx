import type { UnitItem } from '@restow/contracts'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { type Column, DecisionBadge, Tag } from '@restow/ui/desk-parts'
import { Link } from 'react-router'
import { useUser } from '../shell/session.store.ts'
import { dayAndTime, shortBin, whole, wholeMoment, wordOf } from '../shell/words.ts'
import { Thumbs } from './Thumbs.tsx'

function Decision({ unit }: { unit: UnitItem }) {
  const { t } = useTexts()
  const { disposition, route, held } = unit
  if (!disposition && !held) return '–'
  return (
    <span className="flex gap-1">
      {disposition && (
        <DecisionBadge of={disposition}>
          {wordOf('route', route) || t(`disposition.${disposition}`)}
        </DecisionBadge>
      )}
      {held && <DecisionBadge of="hold">{wordOf('waitsFor', held.waitsFor)}</DecisionBadge>}
    </span>
  )
}

/** The columns of a list of units. */
export function useUnitColumns(): Column<UnitItem>[] {
  const { t } = useTexts()
  const { role } = useUser()
  const seller: Column<UnitItem> = {
    key: 'seller',
    head: t('col.seller'),
    cell: (unit) => unit.seller ?? t('unit.unclaimed'),
    from: 'lg',
  }
  return [
    {
      key: 'plate',
      head: t('col.plate'),
      cell: (unit) => (
        <Link to={`/units/${unit.lpn}`} className="row-link">
          <Code value={unit.lpn} />
        </Link>
      ),
    },
    {
      key: 'photos',
      head: t('col.photos'),
      cell: (unit) => (unit.photo ? <Thumbs photos={[unit.photo]} /> : ''),
      from: 'sm',
    },
    {
      key: 'product',
      head: t('col.product'),
      cell: (unit) => unit.title ?? t('unit.unknownProduct'),
      title: (unit) => unit.title ?? undefined,
      max: 240,
    },
    {
      key: 'sku',
      head: t('col.sku'),
      cell: (unit) => unit.sku ?? '–',
      title: (unit) => unit.sku ?? undefined,
      max: 130,
      from: 'xl',
    },
    ...(role === 'seller' ? [] : [seller]),
    {
      key: 'order',
      head: t('col.order'),
      cell: (unit) => unit.orderNumber ?? '–',
      title: (unit) => unit.orderNumber ?? undefined,
      max: 170,
      from: '2xl',
    },
    {
      key: 'quantity',
      head: t('col.quantity'),
      cell: (unit) => whole(unit.quantity),
      align: 'right',
      from: 'md',
    },
    {
      key: 'state',
      head: t('col.state'),
      cell: (unit) => <Tag look={unit.missing ? 'wrong' : 'plain'}>{wordOf('unitState', unit.state)}</Tag>,
    },
    { key: 'grade', head: t('col.grade'), cell: (unit) => wordOf('grade', unit.grade) || '–', from: 'md' },
    { key: 'decision', head: t('col.decision'), cell: (unit) => <Decision unit={unit} />, from: 'sm' },
    {
      key: 'bin',
      head: t('col.bin'),
      cell: (unit) => (unit.bin ? <Code value={shortBin(unit.bin)} /> : '–'),
      from: 'sm',
    },
    {
      key: 'registered',
      head: t('col.registered'),
      cell: (unit) => dayAndTime(unit.registeredAt),
      title: (unit) => wholeMoment(unit.registeredAt),
      align: 'right',
      from: 'lg',
    },
  ]
}
