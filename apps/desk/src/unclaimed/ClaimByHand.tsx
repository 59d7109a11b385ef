import { useTexts } from '@restow/ui/desk'
import { Action, Card, SelectInput, TextInput } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { useSellers } from '../asking/sellers.ts'
import type { Owner } from './ClaimDialog.tsx'

/** A supervisor knows whose it is by other means than a guess. */
export function ClaimByHand({ onPick }: { onPick: (owner: Owner) => void }) {
  const { t } = useTexts()
  const sellers = useSellers()
  const [seller, setSeller] = useState('')
  const [rma, setRma] = useState('')
  return (
    <Card title={t('unclaimed.byHand')}>
      <form
        className="flex flex-col gap-3 px-3.5 pb-3.5"
        onSubmit={(event) => {
          event.preventDefault()
          onPick({ seller, rma: rma.trim() === '' ? null : rma.trim() })
        }}
      >
        <SelectInput
          label={t('unclaimed.seller')}
          value={seller}
          onValue={setSeller}
          options={[{ value: '', text: t('unclaimed.chooseSeller') }, ...sellers]}
        />
        <TextInput label={t('unclaimed.rma')} value={rma} onValue={setRma} maxLength={100} />
        <Action type="submit" className="self-start" disabled={seller === ''}>
          {t('unclaimed.claim')}
        </Action>
      </form>
    </Card>
  )
}
