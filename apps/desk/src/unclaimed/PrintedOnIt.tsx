import type { UnclaimedItem } from '@restow/contracts'
import { PRINTED_FIELDS, type PrintedField } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, TextInput } from '@restow/ui/desk-parts'
import { PencilLine } from 'lucide-react'
import { useState } from 'react'
import { taken } from '../asking/why-not.ts'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { api } from '../shell/api.ts'
import { FactList } from '../units/FactList.tsx'

const LONGEST: Readonly<Record<PrintedField, number>> = {
  name: 200,
  order: 100,
  rma: 100,
  sender: 500,
  note: 1000,
}

type Props = { item: UnclaimedItem; onChanged: () => void }

function Edit({ item, onChanged, onClose }: Props & { onClose: () => void }) {
  const { t } = useTexts()
  const [told, setTold] = useState<Partial<Record<PrintedField, string>>>(item.printed)
  const news = PRINTED_FIELDS.flatMap((field) => {
    const text = told[field]?.trim() ?? ''
    return text !== '' && text !== item.printed[field] ? [[field, text] as const] : []
  })
  const save = async () =>
    taken(
      await api.command({
        type: 'DescribeParcel',
        parcel: item.trackingNumber,
        printed: Object.fromEntries(news),
      }),
    )
  return (
    <FormDialog
      title={t('unclaimed.printedCol')}
      about={item.trackingNumber}
      save={save}
      ready={news.length > 0}
      onDone={() => {
        onClose()
        onChanged()
      }}
      onClose={onClose}
    >
      {PRINTED_FIELDS.map((field) => (
        <TextInput
          key={field}
          label={t(`printed.${field}`)}
          value={told[field] ?? ''}
          maxLength={LONGEST[field]}
          onValue={(text) => setTold((before) => ({ ...before, [field]: text }))}
        />
      ))}
    </FormDialog>
  )
}

/** What stands on the box, and more of it when somebody has looked again. */
export function PrintedOnIt({ item, onChanged }: Props) {
  const { t } = useTexts()
  const [open, setOpen] = useState(false)
  const facts = PRINTED_FIELDS.map((field) => ({ name: t(`printed.${field}`), value: item.printed[field] }))
  return (
    <Card
      title={t('unclaimed.printedCol')}
      aside={
        <Action icon={<PencilLine aria-hidden size={15} />} onClick={() => setOpen(true)}>
          {t('unclaimed.edit')}
        </Action>
      }
    >
      {facts.some((fact) => fact.value) ? (
        <FactList facts={facts} />
      ) : (
        <p className="px-3.5 pb-3.5 text-s text-ink-2">{t('unclaimed.nothingPrinted')}</p>
      )}
      {open && <Edit item={item} onChanged={onChanged} onClose={() => setOpen(false)} />}
    </Card>
  )
}
