import type { BinItem, BinPlace } from '@restow/contracts'
import { ZONES, type Zone } from '@restow/domain'
import { useTexts } from '@restow/ui/desk'
import { Action, SelectInput, TextInput } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { api } from '../shell/api.ts'
import { warehouse } from '../shell/session.store.ts'
import { FormDialog } from './FormDialog.tsx'

const MOST = 100_000
const NAMES = ['aisle', 'bay', 'level'] as const
const ON_PLAN = ['x', 'y', 'w', 'h'] as const
type Field = (typeof NAMES)[number] | (typeof ON_PLAN)[number]

type Fields = Readonly<Record<Field, string>>
const fieldsOf = (place: BinPlace = {}): Fields =>
  Object.fromEntries([...NAMES, ...ON_PLAN].map((name) => [name, String(place[name] ?? '')])) as Fields

/** @returns null where a number on the plan is none */
function placeOf(fields: Fields): BinPlace | null {
  const names = NAMES.flatMap((name) => (fields[name].trim() ? [[name, fields[name].trim()]] : []))
  const given = ON_PLAN.filter((name) => fields[name].trim() !== '')
  const numbers = given.map((name) => [name, Number(fields[name].replace(',', '.'))] as const)
  if (numbers.some(([, n]) => !Number.isFinite(n) || n < 0)) return null
  if (given.length !== 0 && given.length !== ON_PLAN.length) return null
  return Object.fromEntries([...names, ...numbers])
}

interface Props {
  bin: BinItem | null
  onDone: () => void
  onClose: () => void
  onRemove: () => void
}

/** A bin: what it is for, how much fits, and where it is. */
export function BinForm({ bin, onDone, onClose, onRemove }: Props) {
  const { t } = useTexts()
  const [code, setCode] = useState(bin?.code ?? `${warehouse()}-`)
  const [zone, setZone] = useState<Zone>(bin?.zone ?? 'resell')
  const [capacity, setCapacity] = useState(String(bin?.capacity ?? 20))
  const [fields, setFields] = useState(() => fieldsOf(bin?.place))
  const plates = Number(capacity)
  const isNumber = Number.isInteger(plates) && plates >= 1 && plates <= MOST
  const place = placeOf(fields)
  const save = async () => {
    if (!isNumber) throw new Error(t('setUp.notANumber'))
    if (!place) throw new Error(t('hall.planWrong'))
    await api.putBin(code.trim(), { zone, capacity: plates, place })
  }
  const input = (name: Field, numeric: boolean) => (
    <TextInput
      key={name}
      label={t(`hall.${name}`)}
      value={fields[name]}
      onValue={(value) => setFields((before) => ({ ...before, [name]: value }))}
      {...(numeric ? { inputMode: 'decimal' as const } : { maxLength: 20 })}
    />
  )
  return (
    <FormDialog
      title={bin ? t('setUp.edit', { what: bin.code }) : t('setUpBins.new')}
      about={t('setUpBins.about')}
      save={save}
      ready={code.trim() !== '' && isNumber && place !== null}
      onDone={onDone}
      onClose={onClose}
    >
      <TextInput
        label={t('setUp.code')}
        value={code}
        onValue={setCode}
        disabled={bin !== null}
        hint={t('setUp.codeHint')}
        maxLength={40}
        className="font-mono font-semibold"
      />
      <SelectInput
        label={t('list.zone')}
        value={zone}
        onValue={setZone}
        options={ZONES.map((one) => ({ value: one, text: t(`zone.${one}`) }))}
      />
      <TextInput label={t('setUp.capacity')} value={capacity} onValue={setCapacity} inputMode="numeric" />
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1 text-xs text-ink-3">{t('hall.placeHint')}</legend>
        <div className="grid grid-cols-3 gap-2">{NAMES.map((name) => input(name, false))}</div>
      </fieldset>
      <fieldset className="flex flex-col gap-2">
        <legend className="pb-1 text-xs text-ink-3">{t('hall.planHint')}</legend>
        <div className="grid grid-cols-4 gap-2">{ON_PLAN.map((name) => input(name, true))}</div>
      </fieldset>
      {bin && (
        <Action look="danger" className="self-start" disabled={bin.plates > 0} onClick={onRemove}>
          {t(bin.plates > 0 ? 'hall.removeHolds' : 'hall.remove')}
        </Action>
      )}
    </FormDialog>
  )
}
