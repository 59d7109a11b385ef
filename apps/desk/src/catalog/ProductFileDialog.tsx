import { productsAddress } from '@restow/client'
import { useTexts } from '@restow/ui/desk'
import { Action, ActionLink, Modal, SelectInput } from '@restow/ui/desk-parts'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useSellers } from '../asking/sellers.ts'
import { DropFile } from '../imports/DropFile.tsx'
import { Progress } from '../imports/Progress.tsx'
import { useUser } from '../shell/session.store.ts'
import { ProductFilePreview, useWhyNot } from './ProductFilePreview.tsx'
import { useProductFile } from './use-product-file.ts'

interface Props {
  /** Whose products are looked at, where staff have chosen. */
  of: string
  onDone: () => void
  onClose: () => void
}

/** Products by a file: what it would do is shown first. */
export function ProductFileDialog({ of, onDone, onClose }: Props) {
  const { t, tn } = useTexts()
  const user = useUser()
  const sellers = useSellers()
  const [picked, setPicked] = useState(of)
  const seller = user.seller ?? (picked || sellers[0]?.value || '')
  const { shown, show, take, again, progress, busy } = useProductFile(onDone)
  const whyNot = useWhyNot()
  const { file, preview, wrong } = shown
  const changes = preview ? preview.counts.created + preview.counts.updated : 0
  return (
    <Modal
      wide
      title={t('productFile.title')}
      about={preview ? `${file?.name ?? ''} · ${shown.seller}` : t('productFile.about')}
      close={t('button.close')}
      onClose={onClose}
    >
      <div className="flex flex-col gap-3 pt-2">
        {!preview && (
          <>
            {user.role !== 'seller' && (
              <div className="grid gap-3 sm:grid-cols-[220px]">
                <SelectInput
                  label={t('imports.for')}
                  value={seller}
                  onValue={setPicked}
                  options={sellers}
                  disabled={busy}
                />
              </div>
            )}
            <DropFile
              disabled={busy || seller === ''}
              title={t('productFile.drop')}
              limit={t('productFile.limit')}
              onFile={(one) => void show(one, seller)}
            />
            <ActionLink
              className="self-start"
              href={productsAddress({ template: 'true' })}
              download
              icon={<Download aria-hidden size={15} />}
            >
              {t('productFile.template')}
            </ActionLink>
          </>
        )}
        {shown.busy && <p role="status">{t('layout.reading', { file: file?.name ?? '' })}</p>}
        <p role="alert" className="text-s font-semibold text-wrong empty:hidden">
          {wrong}
        </p>
        {preview && !progress && <ProductFilePreview preview={preview} />}
        {progress && <Progress {...progress} whyNot={whyNot} />}
        {preview && (
          <div className="flex flex-wrap gap-2 pt-1">
            {changes > 0 && !progress && (
              <Action look="primary" disabled={busy} onClick={() => void take()}>
                {tn('productFile.take', changes)}
              </Action>
            )}
            <Action onClick={again} disabled={busy}>
              {t('layout.another')}
            </Action>
          </div>
        )}
      </div>
    </Modal>
  )
}
