import { useTexts } from '@restow/ui/desk'
import { Action, SelectInput, TextInput } from '@restow/ui/desk-parts'
import { type ReactNode, useMemo } from 'react'
import { clockIn, currencies, timeZones } from './choices.ts'
import type { Field, Fields } from './fields.ts'
import { useFirstSetUp } from './use-first-set-up.ts'

const MONO = 'font-mono font-semibold'
const digits = (text: string) => text.replaceAll(/\D/g, '')

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="flex min-w-0 flex-col gap-4 rounded-[16px] border border-line bg-raised p-5 shadow-card">
      <legend className="contents">
        <span className="text-m font-semibold">{title}</span>
      </legend>
      {children}
    </fieldset>
  )
}

interface Props {
  onDone: (fields: Fields) => void
  onAlready: () => void
}

type Form = ReturnType<typeof useFirstSetUp>

/** What every text field of the form has in common. */
function useField({ fields, set, wrong }: Form) {
  const { t } = useTexts()
  return (field: Field, as: (text: string) => string = (text) => text) => {
    const why = wrong[field]
    return {
      value: fields[field],
      onValue: (value: string) => set(field, as(value)),
      wrong: why && t(why),
      'aria-required': true,
    }
  }
}

function Warehouse({ form }: { form: Form }) {
  const { t, language } = useTexts()
  const field = useField(form)
  const { house, timeZone } = form.fields
  const zones = useMemo(
    () => timeZones(timeZone).map((value) => ({ value, text: value.replaceAll('_', ' ') })),
    [timeZone],
  )
  const money = useMemo(() => currencies(language), [language])
  const bins = house === '' ? '' : ` ${t('first.houseBins', { bin: `${house}-S-02-01` })}`
  return (
    <Part title={t('first.warehouse')}>
      <TextInput
        label={t('first.house')}
        hint={t('first.houseHint') + bins}
        {...field('house', (text) => text.toUpperCase())}
        maxLength={8}
        autoCapitalize="characters"
        className={MONO}
      />
      <TextInput
        label={t('first.houseName')}
        hint={t('first.houseNameHint')}
        {...field('houseName')}
        maxLength={100}
      />
      <SelectInput
        label={t('first.timeZone')}
        hint={t('first.timeZoneHint', { now: clockIn(timeZone, language, new Date()) })}
        {...field('timeZone')}
        options={zones}
      />
      <SelectInput
        label={t('first.currency')}
        hint={t('first.currencyHint')}
        {...field('currency')}
        options={money}
      />
    </Part>
  )
}

function Admin({ form }: { form: Form }) {
  const { t } = useTexts()
  const field = useField(form)
  const secret = {
    type: 'password',
    autoComplete: 'new-password',
    inputMode: 'numeric',
    maxLength: 12,
  } as const
  return (
    <Part title={t('first.admin')}>
      <TextInput label={t('first.name')} {...field('name')} maxLength={100} autoComplete="name" />
      <TextInput
        label={t('first.badge')}
        hint={t('first.badgeHint')}
        {...field('badge', (text) => text.toUpperCase())}
        maxLength={6}
        autoComplete="username"
        autoCapitalize="characters"
        className={MONO}
      />
      <TextInput label={t('first.pin')} hint={t('first.pinHint')} {...field('pin', digits)} {...secret} />
      <TextInput label={t('first.pinAgain')} {...field('pinAgain', digits)} {...secret} />
    </Part>
  )
}

/** The code from the console, the warehouse, its admin: one column, one button. */
export function SetUpForm(ends: Props) {
  const { t } = useTexts()
  const form = useFirstSetUp(ends)
  const field = useField(form)
  const isWrong = Object.keys(form.wrong).length > 0
  return (
    <form ref={form.form} onSubmit={form.submit} noValidate className="flex flex-col gap-4">
      <Part title={t('first.proof')}>
        <TextInput
          label={t('first.code')}
          hint={t('first.codeHint')}
          {...field('code', (text) => text.toUpperCase())}
          autoFocus
          maxLength={12}
          autoCapitalize="characters"
          className={MONO}
        />
      </Part>
      <Warehouse form={form} />
      <Admin form={form} />
      <p role="alert" className="text-s font-semibold text-wrong empty:hidden">
        {form.problem || (isWrong && t('first.look'))}
      </p>
      <Action type="submit" look="primary" className="h-10" disabled={form.busy}>
        {t(form.busy ? 'first.busy' : 'first.submit')}
      </Action>
    </form>
  )
}
