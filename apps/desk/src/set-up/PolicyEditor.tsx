import type { SellerPolicy } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { useMemo, useState } from 'react'
import { api } from '../shell/api.ts'
import { ExampleCard } from './ExampleCard.tsx'
import { PolicyForm } from './PolicyForm.tsx'
import { fieldsOf, type PolicyFields, readFields, type Who } from './policy-fields.ts'
import { SaveBar } from './SaveBar.tsx'
import { useLeavingGuard } from './use-leaving-guard.tsx'
import { useSaving } from './use-saving.ts'

interface Props {
  kept: SellerPolicy
  who: Who
  onKept: (kept: SellerPolicy) => void
}

const same = (a: PolicyFields, b: PolicyFields): boolean => JSON.stringify(a) === JSON.stringify(b)

/** A seller's policy as a form, beside what it would make of an example. */
export function PolicyEditor({ kept, who, onKept }: Props) {
  const { t } = useTexts()
  const before = useMemo(() => fieldsOf(kept), [kept])
  const [draft, setDraft] = useState<PolicyFields | null>(null)
  const fields = draft ?? before
  const changed = !same(fields, before)
  const { policy, targets, problems } = useMemo(() => readFields(fields), [fields])
  const saving = useSaving()
  const leaving = useLeavingGuard(changed)
  const edit = (next: PolicyFields | null) => {
    saving.forget()
    setDraft(next)
  }
  const save = () =>
    saving.run(
      who === 'seller' ? t('policy.savedYours') : t('policy.saved', { seller: kept.seller }),
      async () => {
        const said = who === 'house' ? { policy, targets } : { policy }
        const next = await api.putPolicy(kept.seller, { version: kept.version, ...said })
        setDraft(null)
        onKept(next)
      },
    )
  const currencies = [...new Set([fields.currency, ...fields.rates.map((rate) => rate.currency)])].filter(
    (code) => /^[A-Z]{3}$/.test(code),
  )
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_340px]">
      <div className="flex min-w-0 flex-col gap-4">
        <PolicyForm
          seller={kept.seller}
          fields={fields}
          houseTargets={kept.houseTargets}
          problems={problems}
          onFields={edit}
          who={who}
        />
        {who !== 'nobody' && (
          <SaveBar
            changed={changed}
            problems={problems.size}
            saving={saving}
            onSave={() => void save()}
            onUndo={() => edit(null)}
          />
        )}
      </div>
      <div className="min-w-0 xl:sticky xl:top-5">
        <ExampleCard policy={policy} currencies={currencies} />
      </div>
      {leaving}
    </div>
  )
}
