import type { PrinterItem } from '@restow/contracts'
import { LABEL_KINDS, LABEL_ORIENTATIONS, LABEL_SIZES, type LabelSize } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { SelectInput, TextInput, Tick } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { useAsk } from '../asking/use-ask.ts'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { api } from '../shell/api.ts'
import { fieldsOf, type PrinterFields, settingsOf } from './printer-fields.ts'

interface Props {
  /** Left out for a new one. */
  printer?: PrinterItem
  onDone: () => void
  onClose: () => void
}
interface PartProps {
  fields: PrinterFields
  set: (change: Partial<PrinterFields>) => void
}

/** Adds a printer, or changes all of one but its code, which is stuck on it. */
export function PrinterForm({ printer, onDone, onClose }: Props) {
  const { t } = useTexts()
  const [fields, setFields] = useState(() => fieldsOf(printer ?? null))
  const set = (change: Partial<PrinterFields>) => setFields((before) => ({ ...before, ...change }))
  const settings = settingsOf(fields)
  const save = async () => {
    if (!settings) return
    const { code, ...rest } = settings
    await (printer ? api.changePrinter(code, rest) : api.addPrinter(settings))
  }
  return (
    <FormDialog
      title={printer ? t('printers.edit', { what: printer.name }) : t('printers.add')}
      about={t(printer ? 'printers.editAbout' : 'printers.addAbout')}
      save={save}
      ready={settings !== null}
      onDone={onDone}
      onClose={onClose}
    >
      <Who {...{ fields, set }} isNew={!printer} />
      <Where {...{ fields, set }} />
      <Paper {...{ fields, set }} />
    </FormDialog>
  )
}

const PAIR = 'grid gap-3.5 sm:grid-cols-2'

function Who({ fields, set, isNew }: PartProps & { isNew: boolean }) {
  const { t } = useTexts()
  return (
    <>
      {isNew && (
        <TextInput
          label={t('printers.field.code')}
          value={fields.code}
          onValue={(code) => set({ code: code.toUpperCase() })}
          hint={t('printers.field.codeHint')}
          maxLength={20}
          className="font-mono"
        />
      )}
      <div className={PAIR}>
        <TextInput
          label={t('printers.field.name')}
          value={fields.name}
          onValue={(name) => set({ name })}
          maxLength={60}
        />
        <TextInput
          label={t('printers.field.place')}
          value={fields.place}
          onValue={(place) => set({ place })}
          maxLength={120}
        />
      </div>
    </>
  )
}

function Where({ fields, set }: PartProps) {
  const { t } = useTexts()
  const agents = useAsk('print agents', (signal) => api.printAgents(signal))
  const ways = [
    { value: '', text: t('printers.field.wayServer') },
    ...(agents.data?.items ?? [])
      .filter(({ revokedAt, id }) => revokedAt === null || id === fields.agent)
      .map(({ id, name }) => ({ value: id, text: t('printers.field.wayAgent', { name }) })),
  ]
  return (
    <>
      <div className={PAIR}>
        <TextInput
          label={t('printers.field.host')}
          value={fields.host}
          onValue={(host) => set({ host })}
          hint={t('printers.field.hostHint')}
          maxLength={253}
        />
        <TextInput
          label={t('printers.field.port')}
          value={fields.port}
          onValue={(port) => set({ port })}
          inputMode="numeric"
        />
        <SelectInput
          label={t('printers.field.way')}
          value={fields.agent}
          onValue={(agent) => set({ agent })}
          options={ways}
        />
        <SelectInput
          label={t('printers.field.language')}
          value={fields.language}
          onValue={(language) => set({ language })}
          options={[
            { value: 'zpl', text: 'ZPL' },
            { value: 'pdf', text: 'PDF' },
          ]}
        />
      </div>
      {fields.language === 'zpl' && (
        <Tick checked={fields.tells} onCheck={(tells) => set({ tells })}>
          {t('printers.field.tells')}
        </Tick>
      )}
    </>
  )
}

function Paper({ fields, set }: PartProps) {
  const { t } = useTexts()
  const sizes = (none: string) => [
    { value: '' as LabelSize | '', text: none },
    ...LABEL_SIZES.map((value) => ({ value, text: t(`labelSize.${value}`) })),
  ]
  return (
    <>
      <div className={PAIR}>
        <SelectInput
          label={t('printers.field.size')}
          value={fields.size}
          onValue={(size) => set({ size })}
          options={sizes(t('printers.field.usual'))}
          hint={t('printers.field.sizeHint')}
        />
        <SelectInput
          label={t('printers.field.orientation')}
          value={fields.orientation}
          onValue={(orientation) => set({ orientation })}
          options={LABEL_ORIENTATIONS.map((value) => ({ value, text: t(`printers.field.${value}`) }))}
        />
      </div>
      <details>
        <summary className="cursor-pointer py-1 text-s font-semibold text-ink-2">
          {t('printers.field.bySize')}
        </summary>
        <div className="grid gap-3 pt-2 sm:grid-cols-3">
          {LABEL_KINDS.map((kind) => (
            <SelectInput
              key={kind}
              label={t(`labelKind.${kind}`)}
              value={fields.sizes[kind] ?? ''}
              onValue={(size) => set({ sizes: { ...fields.sizes, [kind]: size } })}
              options={sizes(t('printers.field.asLoaded'))}
            />
          ))}
        </div>
      </details>
      {fields.language === 'zpl' && <Marks {...{ fields, set }} />}
    </>
  )
}

function Marks({ fields, set }: PartProps) {
  const { t } = useTexts()
  return (
    <>
      <div className="grid gap-3.5 sm:grid-cols-3">
        <SelectInput
          label={t('printers.field.dpi')}
          value={fields.dpi}
          onValue={(dpi) => set({ dpi })}
          options={[
            { value: '203', text: '203' },
            { value: '300', text: '300' },
          ]}
        />
        <TextInput
          label={t('printers.field.darkness')}
          value={fields.darkness}
          onValue={(darkness) => set({ darkness })}
          hint={t('printers.field.darknessHint')}
        />
        <TextInput
          label={t('printers.field.speed')}
          value={fields.speed}
          onValue={(speed) => set({ speed })}
          hint={t('printers.field.speedHint')}
        />
      </div>
      <Tick checked={fields.cut} onCheck={(cut) => set({ cut })}>
        {t('printers.field.cut')}
      </Tick>
    </>
  )
}
