import type { ParcelView } from '@restow/contracts'
import { PRINTED_FIELDS } from '@restow/domain'
import { Chip } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { PencilLine } from 'lucide-react'
import { Fragment } from 'react'
import { Press } from '../scanner/Press.tsx'

/** A parcel that nobody announced: what may tell whose it is can be noted, and nobody has to wait for it. */
export function WithoutOwner({ parcel, onNote }: { parcel: ParcelView; onNote: () => void }) {
  const { t } = useTexts()
  const told = PRINTED_FIELDS.filter((field) => parcel.printed?.[field])
  return (
    <section className="flex flex-col gap-2 rounded-m border border-line bg-surface p-3">
      {parcel.forfeited && <Chip look="look">{t('unclaimed.house')}</Chip>}
      {told.length === 0 ? (
        <p className="text-m">{t('unclaimed.noteHint')}</p>
      ) : (
        <p className="text-m break-words">
          <span className="block text-s font-semibold text-ink-2">{t('unclaimed.printed')}</span>
          {told.map((field, i) => (
            <Fragment key={field}>
              {i > 0 && ' · '}
              <bdi>{parcel.printed?.[field]}</bdi>
            </Fragment>
          ))}
        </p>
      )}
      <Press icon={<PencilLine aria-hidden size={20} />} codes={['PRINTED']} onPress={onNote}>
        {t('unclaimed.note')}
      </Press>
    </section>
  )
}
