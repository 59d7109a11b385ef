import { Button, Field, LANGUAGE_CODES, LANGUAGES, type Language, useLanguage } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { ScanBarcode } from 'lucide-react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { inCode, pressByCode, useCommandCodes, useScans } from '../scanner/bus.ts'
import { CameraIcon } from '../scanner/camera/CameraDoor.tsx'
import { enrol, isEnrolment } from './enrol.ts'
import { feel } from './feedback.ts'
import { type Refusal, signIn, useDeviceRefusal, useSession } from './session.store.ts'

function LanguageButton({ code }: { code: Language }) {
  const { language, choose } = useLanguage()
  const pick = () => choose(code)
  useCommandCodes([`LANGUAGE.${inCode(code)}`], pick, true)
  return (
    <button
      type="button"
      lang={code}
      aria-pressed={code === language}
      onClick={pick}
      className="min-h-touch rounded-m text-s font-semibold text-ink-2 aria-pressed:bg-accent-soft aria-pressed:text-accent"
    >
      {LANGUAGES[code]}
    </button>
  )
}

function Languages() {
  return (
    <div className="mt-auto grid grid-cols-4 gap-1">
      {LANGUAGE_CODES.map((code) => (
        <LanguageButton key={code} code={code} />
      ))}
    </div>
  )
}

function useSignIn() {
  const scanned = useSession((s) => s.badge)
  const [badge, setBadge] = useState(scanned)
  const [pin, setPin] = useState('')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const pinField = useRef<HTMLInputElement>(null)
  const take = (code: string) => {
    setBadge(code)
    setPin('')
    setRefusal(null)
    pinField.current?.focus()
  }
  useEffect(() => {
    if (scanned !== '') pinField.current?.focus()
  }, [scanned])
  useScans(({ raw, reading }) => {
    if (isEnrolment(raw)) {
      void enrol(raw)
      return true
    }
    if (reading.badge) take(reading.badge.badge)
    const isTaken = reading.badge !== undefined || (reading.command && pressByCode(reading.command))
    feel(isTaken ? 'right' : 'look')
    return true
  })
  const isReady = !busy && badge.trim() !== '' && pin.length >= 4
  const enter = async () => {
    setBusy(true)
    const why = await signIn(badge.trim().toUpperCase(), pin)
    setBusy(false)
    feel(why ? 'wrong' : 'right')
    setRefusal(why)
    if (why) setPin('')
  }
  useCommandCodes(['NEXT', 'CONFIRM'], () => void enter(), isReady)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void enter()
  }
  return { badge, setBadge, pin, setPin, refusal, isReady, pinField, submit }
}

/** Badge and PIN. The badge is scanned, or typed where it is lost. */
export function SignIn() {
  const { t } = useTexts()
  const expired = useSession((s) => s.expired)
  const { words, note } = useDeviceRefusal()
  const { badge, setBadge, pin, setPin, refusal, isReady, pinField, submit } = useSignIn()
  return (
    <main className="flex grow flex-col gap-4 overflow-y-auto p-4">
      <p className="pt-2 text-l font-[750] tracking-tight text-accent">{t('app.name')}</p>
      <h1 className="text-2xl font-[650] tracking-tight">{t('signin.title')}</h1>
      {expired && (
        <p className="rounded-m bg-refurbish-soft p-3 text-l text-refurbish">{t('signin.expired')}</p>
      )}
      <div className="flex items-center gap-3 rounded-m border-2 border-dashed border-line bg-surface p-4 text-l font-semibold">
        <ScanBarcode aria-hidden size={28} className="shrink-0 text-accent" />
        <span className="grow">{t('signin.scan')}</span>
        <CameraIcon size={28} className="-my-2 w-16 rounded-m bg-accent-soft text-accent" />
      </div>
      <div role="status" className="text-l font-semibold text-resell empty:hidden">
        {note}
      </div>
      <form onSubmit={submit} className="flex flex-col gap-3">
        <Field label={t('signin.badge')} value={badge} onValue={setBadge} autoCapitalize="characters" />
        <Field
          ref={pinField}
          label={t('signin.pin')}
          value={pin}
          onValue={setPin}
          type="password"
          inputMode="numeric"
          scans="digits"
          autoComplete="off"
        />
        <div role="alert" className="text-l font-semibold text-wrong empty:hidden">
          {refusal && refusal !== 'device' ? t(`signin.${refusal}`) : words}
        </div>
        <Button type="submit" look="primary" disabled={!isReady}>
          {t('signin.submit')}
        </Button>
      </form>
      <Languages />
    </main>
  )
}
