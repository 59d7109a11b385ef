import type { SellerItem } from '@restow/contracts'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, type Column, Empty, Tag, TextInput, Tick } from '@restow/ui/desk-parts'
import { Pencil, Plus, Store } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import { ListCard } from '../asking/ListCard.tsx'
import { usePages } from '../asking/use-pages.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { useUser } from '../shell/session.store.ts'
import { FormDialog } from './FormDialog.tsx'

interface FormProps {
  seller: SellerItem | null
  onDone: () => void
  onClose: () => void
}

function SellerForm({ seller, onDone, onClose }: FormProps) {
  const { t } = useTexts()
  const [code, setCode] = useState(seller?.code ?? '')
  const [name, setName] = useState(seller?.name ?? '')
  const [active, setActive] = useState(seller?.active ?? true)
  return (
    <FormDialog
      title={seller ? t('setUp.edit', { what: seller.code }) : t('sellers.new')}
      about={t('sellers.about')}
      save={() => api.putSeller(code.trim(), { name: name.trim(), active })}
      ready={code.trim() !== '' && name.trim() !== ''}
      onDone={onDone}
      onClose={onClose}
    >
      <TextInput
        label={t('setUp.code')}
        value={code}
        onValue={(value) => setCode(value.toUpperCase())}
        disabled={seller !== null}
        hint={t('setUp.codeHint')}
        maxLength={40}
        className="font-mono font-semibold"
      />
      <TextInput label={t('setUp.name')} value={name} onValue={setName} maxLength={200} />
      <Tick checked={active} onCheck={setActive}>
        {t('sellers.activeHint')}
      </Tick>
    </FormDialog>
  )
}

function useColumns(edit: ((seller: SellerItem) => void) | null): Column<SellerItem>[] {
  const { t } = useTexts()
  return [
    {
      key: 'code',
      head: t('setUp.code'),
      cell: (seller) => (
        <Link to={`/set-up/sellers/${encodeURIComponent(seller.code)}`} className="row-link">
          <Code value={seller.code} />
        </Link>
      ),
    },
    {
      key: 'name',
      head: t('setUp.name'),
      cell: (seller) => seller.name,
      title: (seller) => seller.name,
      max: 360,
    },
    {
      key: 'state',
      head: t('col.state'),
      cell: (seller) => (
        <Tag look={seller.active ? 'right' : 'plain'}>
          {t(seller.active ? 'setUp.active' : 'setUp.inactive')}
        </Tag>
      ),
    },
    {
      key: 'deed',
      head: '',
      cell: (seller) =>
        edit && (
          <Action
            className="relative z-1 h-7"
            aria-label={t('setUp.edit', { what: seller.code })}
            onClick={() => edit(seller)}
            icon={<Pencil aria-hidden size={14} />}
          />
        ),
      align: 'right',
    },
  ]
}

/** Whose goods come back. */
export function Sellers() {
  const { t } = useTexts()
  const { role } = useUser()
  const [form, setForm] = useState<{ seller: SellerItem | null } | null>(null)
  const pages = usePages<SellerItem>('sellers', (place, signal) => api.sellers(place, signal))
  const isAdmin = role === 'admin'
  const add = isAdmin && (
    <Action look="primary" onClick={() => setForm({ seller: null })} icon={<Plus aria-hidden size={15} />}>
      {t('sellers.new')}
    </Action>
  )
  return (
    <Page
      full
      title={t('sellers.title')}
      aside={add || <span className="text-s text-ink-2">{t('sellers.adminOnly')}</span>}
    >
      <ListCard
        label={t('sellers.title')}
        pages={pages}
        columns={useColumns(isAdmin ? (seller) => setForm({ seller }) : null)}
        rowKey={(seller) => seller.code}
        empty={
          <Empty icon={<Store size={22} />} title={t('sellers.none')} action={add}>
            {t('sellers.noneHint')}
          </Empty>
        }
      />
      {form && (
        <SellerForm
          seller={form.seller}
          onClose={() => setForm(null)}
          onDone={() => {
            setForm(null)
            pages.again()
          }}
        />
      )}
    </Page>
  )
}
