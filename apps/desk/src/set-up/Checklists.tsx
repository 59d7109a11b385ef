import type { ChecklistRow } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, type Column, DataTable, Empty, Tag, TextInput } from '@restow/ui/desk-parts'
import { ListChecks, Plus } from 'lucide-react'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { ProblemNote } from '../asking/Problem.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { categoryMeant, categorySaid, dayAndTime, whole, wordOf } from '../shell/words.ts'

const pageOf = (category: string) => `/set-up/checklists/${encodeURIComponent(category)}`

function useColumns(): Column<ChecklistRow>[] {
  const { t } = useTexts()
  return [
    {
      key: 'category',
      head: t('products.category'),
      cell: ({ category, retired }) => (
        <span className="flex items-center gap-2">
          <Link to={pageOf(category)} className="row-link font-semibold">
            {categorySaid(category)}
          </Link>
          {retired && <Tag look="look">{t('checklists.retired')}</Tag>}
        </span>
      ),
    },
    {
      key: 'checks',
      head: t('checklists.checks'),
      cell: ({ checks }) => whole(checks.length),
      align: 'right',
    },
    {
      key: 'angles',
      head: t('checklists.angles'),
      cell: ({ requiredAngles }) =>
        requiredAngles.always.map((angle) => wordOf('angle', angle)).join(', ') || '–',
      from: 'md',
      max: 260,
    },
    {
      key: 'products',
      head: t('products.title'),
      cell: ({ products }) => whole(products),
      align: 'right',
      from: 'sm',
    },
    {
      key: 'version',
      head: t('checklists.version'),
      cell: ({ version }) => whole(version),
      align: 'right',
      from: 'sm',
    },
    {
      key: 'changed',
      head: t('house.changed'),
      cell: ({ changedAt, changedBy }) =>
        changedAt ? [dayAndTime(changedAt), changedBy].filter(Boolean).join(' · ') : '–',
      align: 'right',
      from: 'lg',
    },
  ]
}

/** What people are asked about a unit, category by category. */
export function Checklists() {
  const { t } = useTexts()
  const go = useNavigate()
  const asked = useAsk('checklists', (signal) => api.checklists(signal))
  const columns = useColumns()
  const [naming, setNaming] = useState(false)
  const [category, setCategory] = useState('')
  const add = (
    <Action look="primary" onClick={() => setNaming(true)} icon={<Plus aria-hidden size={15} />}>
      {t('checklists.add')}
    </Action>
  )
  const { items = [], without = [] } = asked.data ?? {}
  return (
    <Page title={t('checklists.title')} aside={add}>
      <p className="-mt-2 max-w-[78ch] text-s text-ink-2">{t('checklists.about')}</p>
      <Card>
        {asked.problem !== null && !asked.loading && (
          <ProblemNote problem={asked.problem} again={asked.again} />
        )}
        {asked.data && items.length === 0 && (
          <Empty icon={<ListChecks size={22} />} title={t('checklists.none')} action={add}>
            {t('checklists.noneHint')}
          </Empty>
        )}
        {items.length > 0 && (
          <DataTable
            label={t('checklists.title')}
            columns={columns}
            rows={items}
            rowKey={(row) => row.category}
          />
        )}
      </Card>
      {without.length > 0 && (
        <Card title={t('checklists.without')}>
          <p className="px-3.5 pb-2 text-s text-ink-2">{t('checklists.withoutHint')}</p>
          <ul className="flex flex-wrap gap-1.5 px-3.5 pb-3.5">
            {without.map((one) => (
              <li key={one.category}>
                <Link
                  to={pageOf(one.category)}
                  className="inline-flex h-8 items-center gap-1.5 rounded-[8px] border border-line px-2.5 text-s hover:bg-line-2"
                >
                  {categorySaid(one.category)}
                  <span className="text-ink-3">{whole(one.products)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {naming && (
        <FormDialog
          title={t('checklists.add')}
          about={t('checklists.addAbout')}
          act={{ text: t('checklists.begin'), look: 'primary' }}
          ready={category.trim() !== ''}
          save={async () => void (await go(pageOf(categoryMeant(category))))}
          onDone={() => setNaming(false)}
          onClose={() => setNaming(false)}
        >
          <TextInput
            label={t('products.category')}
            value={category}
            onValue={setCategory}
            maxLength={40}
            hint={t('checklists.categoryHint')}
          />
        </FormDialog>
      )}
    </Page>
  )
}
