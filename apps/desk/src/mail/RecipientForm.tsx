import type { MailRecipientItem } from '@restow/contracts'
import { isMailAddress, MAIL_ADDRESS_LENGTH, MAIL_FORMATS, type MailFormat } from '@restow/domain'
import { LANGUAGE_CODES, LANGUAGES, useLanguage } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { SelectInput, TextInput, Tick } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { api } from '../shell/api.ts'

const LANGUAGE_OPTIONS = LANGUAGE_CODES.map((value) => ({ value, text: LANGUAGES[value] }))

interface Props {
  seller: string
  /** The one that is changed; a new one where it is left out. */
  of?: MailRecipientItem
  onDone: () => void
  onClose: () => void
}

/** An address, its language, and which files go along. */
export function RecipientForm({ seller, of, onDone, onClose }: Props) {
  const { t } = useTexts()
  const own = useLanguage((s) => s.language)
  const [address, setAddress] = useState(of?.address ?? '')
  const [left, setLeft] = useState(false)
  const [language, setLanguage] = useState(of?.language ?? own)
  const [formats, setFormats] = useState<readonly MailFormat[]>(of?.formats ?? ['xlsx'])
  const [emptyDays, setEmptyDays] = useState(of?.emptyDays ?? false)
  const isRight = isMailAddress(address.trim())
  const tick = (format: MailFormat, on: boolean) =>
    setFormats(MAIL_FORMATS.filter((one) => (one === format ? on : formats.includes(one))))
  const said = { language, formats: [...formats], emptyDays }
  const save = () =>
    of
      ? api.changeMailRecipient(seller, of.id, said)
      : api.addMailRecipient(seller, { ...said, address: address.trim() })
  return (
    <FormDialog
      title={of?.address ?? t('mails.add')}
      about={t('mails.formAbout')}
      save={save}
      ready={of !== undefined || isRight}
      onDone={onDone}
      onClose={onClose}
      act={{ text: t(of ? 'button.save' : 'mails.add'), look: 'primary' }}
    >
      {!of && (
        <TextInput
          label={t('mails.address')}
          value={address}
          onValue={setAddress}
          onBlur={() => setLeft(true)}
          wrong={left && address !== '' && !isRight ? t('mails.addressWrong') : undefined}
          type="email"
          inputMode="email"
          maxLength={MAIL_ADDRESS_LENGTH}
        />
      )}
      <SelectInput
        label={t('mails.language')}
        value={language}
        onValue={setLanguage}
        options={LANGUAGE_OPTIONS}
      />
      <fieldset>
        <legend className="text-xs font-semibold text-ink-2">{t('mails.formats')}</legend>
        <div className="flex flex-wrap gap-x-5">
          {MAIL_FORMATS.map((format) => (
            <Tick key={format} checked={formats.includes(format)} onCheck={(on) => tick(format, on)}>
              {format.toUpperCase()}
            </Tick>
          ))}
        </div>
      </fieldset>
      <Tick checked={emptyDays} onCheck={setEmptyDays}>
        {t('mails.empty')}
      </Tick>
    </FormDialog>
  )
}
