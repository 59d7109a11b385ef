import type { ProductItem } from '@restow/contracts'
import { GENERAL_CATEGORY } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { SelectInput, TextInput } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { useSellers } from '../asking/sellers.ts'
import { api } from '../shell/api.ts'
import { categoryMeant, categorySaid } from '../shell/words.ts'
import { FormDialog, orNull } from './FormDialog.tsx'

const NAMES = ['sku', 'title', 'category', 'gtin', 'fnsku', 'asin', 'hsCode', 'weight', 'flags'] as const
type Fields = Record<(typeof NAMES)[number], string>

const fieldsOf = (product: ProductItem | null): Fields => ({
  sku: product?.sku ?? '',
  title: product?.title ?? '',
  category: categorySaid(product?.category ?? GENERAL_CATEGORY),
  gtin: product?.gtin ?? '',
  fnsku: product?.fnsku ?? '',
  asin: product?.asin ?? '',
  hsCode: product?.hsCode ?? '',
  weight: product?.weightGrams?.toString() ?? '',
  flags: product?.flags.join(', ') ?? '',
})

/** A category left alone stays as it is, also where it only happens to be said like one of the house's. */
const categoryOf = (typed: string, product: ProductItem | null): string =>
  product && typed === categorySaid(product.category)
    ? product.category
    : categoryMeant(typed) || GENERAL_CATEGORY

const flagsOf = (text: string): string[] =>
  text
    .split(/[,，\s]+/)
    .map((flag) => flag.trim())
    .filter(Boolean)

interface Props {
  product: ProductItem | null
  onDone: () => void
  onClose: () => void
}

/** A product with its codes. */
export function ProductForm({ product, onDone, onClose }: Props) {
  const { t } = useTexts()
  const sellers = useSellers()
  const [picked, setPicked] = useState('')
  const [fields, setFields] = useState(() => fieldsOf(product))
  const seller = product?.seller ?? (picked || sellers[0]?.value || '')
  const field = (
    name: (typeof NAMES)[number],
    label: string,
    rest: { hint?: string; className?: string } = {},
  ) => (
    <TextInput
      label={label}
      value={fields[name]}
      onValue={(value) => setFields((before) => ({ ...before, [name]: value }))}
      disabled={name === 'sku' && product !== null}
      inputMode={name === 'weight' || name === 'gtin' ? 'numeric' : 'text'}
      {...rest}
    />
  )
  const save = () =>
    api.putProduct(seller, fields.sku.trim(), {
      title: fields.title.trim(),
      category: categoryOf(fields.category, product),
      gtin: orNull(fields.gtin),
      fnsku: orNull(fields.fnsku),
      asin: orNull(fields.asin),
      hsCode: orNull(fields.hsCode),
      weightGrams: fields.weight.trim() === '' ? null : Number(fields.weight),
      flags: flagsOf(fields.flags),
    })
  const mono = { className: 'font-mono font-semibold' }
  return (
    <FormDialog
      title={product ? t('setUp.edit', { what: product.sku }) : t('products.new')}
      about={t('products.about')}
      save={save}
      ready={seller !== '' && fields.sku.trim() !== '' && fields.title.trim() !== ''}
      onDone={onDone}
      onClose={onClose}
    >
      <div className="grid grid-cols-2 gap-3">
        <SelectInput
          label={t('list.seller')}
          value={seller}
          onValue={setPicked}
          options={product ? [{ value: seller, text: seller }] : sellers}
          disabled={product !== null}
        />
        {field('sku', t('products.sku'), mono)}
      </div>
      {field('title', t('products.productTitle'))}
      <div className="grid grid-cols-2 gap-3">
        {field('category', t('products.category'), { hint: t('products.categoryHint') })}
        {field('flags', t('products.flags'), { hint: t('products.flagsHint') })}
        {field('gtin', 'GTIN', mono)}
        {field('fnsku', 'FNSKU', mono)}
        {field('asin', 'ASIN', mono)}
        {field('hsCode', t('products.hs'), mono)}
        {field('weight', t('products.weight'))}
      </div>
    </FormDialog>
  )
}
