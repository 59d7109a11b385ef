import { productsAddress } from '@restow/client'
import type { ProductItem } from '@restow/contracts'
import { leads } from '@restow/domain'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, ActionLink, type Column, Empty, Filter } from '@restow/ui/desk-parts'
import { Download, FileUp, PackageOpen, Plus } from 'lucide-react'
import { useState } from 'react'
import { ListCard } from '../asking/ListCard.tsx'
import { SearchBox } from '../asking/SearchBox.tsx'
import { useSellerOptions } from '../asking/sellers.ts'
import { useFilters } from '../asking/use-filters.ts'
import { usePages } from '../asking/use-pages.ts'
import { api } from '../shell/api.ts'
import { Page } from '../shell/Page.tsx'
import { useUser } from '../shell/session.store.ts'
import { categorySaid, whole } from '../shell/words.ts'
import { ProductFileDialog } from './ProductFileDialog.tsx'
import { ProductForm } from './ProductForm.tsx'

function useColumns(edit: ((product: ProductItem) => void) | null): Column<ProductItem>[] {
  const { t } = useTexts()
  const code = (key: 'gtin' | 'fnsku' | 'asin', head: string, from: 'md' | 'lg' | 'xl') =>
    ({
      key,
      head,
      cell: (product: ProductItem) => {
        const value = product[key]
        return value ? <Code value={value} /> : '–'
      },
      from,
    }) as const
  return [
    {
      key: 'sku',
      head: t('col.sku'),
      cell: (product) =>
        edit ? (
          <button
            type="button"
            className="row-link"
            aria-label={t('setUp.edit', { what: product.sku })}
            onClick={() => edit(product)}
          >
            <Code value={product.sku} />
          </button>
        ) : (
          <Code value={product.sku} />
        ),
      max: 160,
    },
    {
      key: 'title',
      head: t('col.title'),
      cell: (product) => product.title,
      title: (product) => product.title,
      max: 360,
    },
    { key: 'seller', head: t('col.seller'), cell: (product) => product.seller, from: 'sm' },
    {
      key: 'category',
      head: t('products.category'),
      cell: (product) => categorySaid(product.category),
      from: 'md',
    },
    code('gtin', 'GTIN', 'md'),
    code('fnsku', 'FNSKU', 'lg'),
    code('asin', 'ASIN', 'xl'),
    {
      key: 'flags',
      head: t('products.flags'),
      cell: (product) => product.flags.join(', '),
      max: 160,
      from: 'xl',
    },
    {
      key: 'weight',
      head: t('products.weight'),
      cell: (product) => (product.weightGrams === null ? '–' : whole(product.weightGrams)),
      align: 'right',
      from: 'xl',
    },
  ]
}

/** What sellers sell, and the codes that find it. */
export function Products() {
  const { t } = useTexts()
  const { role } = useUser()
  const { filters, set, clear } = useFilters()
  const sellers = useSellerOptions()
  const [form, setForm] = useState<{ product: ProductItem | null } | null>(null)
  const [importing, setImporting] = useState(false)
  const query = {
    ...(filters.search ? { search: filters.search } : {}),
    ...(filters.seller ? { seller: filters.seller } : {}),
  }
  const pages = usePages<ProductItem>(JSON.stringify(query), (place, signal) =>
    api.products({ ...query, ...place }, signal),
  )
  const mayEdit = leads(role)
  const byFile = (look: 'plain' | 'primary') => (
    <Action look={look} onClick={() => setImporting(true)} icon={<FileUp aria-hidden size={15} />}>
      {t('productFile.import')}
    </Action>
  )
  const add = (look: 'plain' | 'primary') =>
    mayEdit && (
      <Action look={look} onClick={() => setForm({ product: null })} icon={<Plus aria-hidden size={15} />}>
        {t('products.new')}
      </Action>
    )
  const aside = (
    <>
      <ActionLink href={productsAddress(query)} download icon={<Download aria-hidden size={15} />}>
        {t('productFile.export')}
      </ActionLink>
      {byFile(mayEdit ? 'plain' : 'primary')}
      {add('primary')}
    </>
  )
  return (
    <Page full title={t('products.title')} aside={aside}>
      <div className="flex flex-wrap items-center gap-2">
        <SearchBox
          value={filters.search ?? ''}
          onValue={(value) => set('search', value)}
          hint={t('products.search')}
        />
        {sellers && (
          <Filter
            label={t('list.seller')}
            value={filters.seller ?? ''}
            onValue={(value) => set('seller', value)}
            options={sellers}
          />
        )}
      </div>
      <ListCard
        label={t('products.title')}
        pages={pages}
        columns={useColumns(mayEdit ? (product) => setForm({ product }) : null)}
        rowKey={(product) => `${product.seller} ${product.sku}`}
        clear={Object.keys(query).length > 0 ? clear : undefined}
        empty={
          <Empty
            icon={<PackageOpen size={22} />}
            title={t('products.none')}
            action={
              <span className="flex flex-wrap justify-center gap-2">
                {byFile('primary')}
                {add('plain')}
              </span>
            }
          >
            {t('products.noneHint')}
          </Empty>
        }
      />
      {importing && (
        <ProductFileDialog
          of={filters.seller ?? ''}
          onDone={pages.again}
          onClose={() => setImporting(false)}
        />
      )}
      {form && (
        <ProductForm
          product={form.product}
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
