import { useTexts } from '@restow/ui/desk'
import { Action, TextInput } from '@restow/ui/desk-parts'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { api } from './api.ts'
import { Languages } from './Languages.tsx'
import { type Refusal, signIn, useSession } from './session.store.ts'

const WHO = ['staff', 'seller'] as const
type Who = (typeof WHO)[number]

const KEPT_AS = 'restow.desk.who'
const remembered = (): Who => (localStorage.getItem(KEPT_AS) === 'seller' ? 'seller' : 'staff')

function WhoPicker({ who, onWho }: { who: Who; onWho: (who: Who) => void }) {
  const { t } = useTexts()
  return (
    <fieldset className="grid grid-cols-2 gap-1 rounded-m bg-line-2 p-1">
      <legend className="unseen">{t('signin.who')}</legend>
      {WHO.map((one) => (
        <label
          key={one}
          className="flex h-8 cursor-pointer items-center justify-center rounded-[7px] text-s font-semibold text-ink-2 has-checked:bg-raised has-checked:text-ink has-checked:shadow-card has-focus-visible:outline-3 has-focus-visible:outline-info pointer-coarse:h-11"
        >
          <input
            type="radio"
            name="who"
            className="unseen"
            checked={who === one}
            onChange={() => onWho(one)}
          />
          {t(`signin.${one}`)}
        </label>
      ))}
    </fieldset>
  )
}

function useSignInForm() {
  const [who, setWho] = useState<Who>(remembered)
  const [name, setName] = useState('')
  const [secret, setSecret] = useState('')
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const secretField = useRef<HTMLInputElement>(null)
  const pick = (next: Who) => {
    localStorage.setItem(KEPT_AS, next)
    setWho(next)
    setName('')
    setSecret('')
    setRefusal(null)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const key = name.trim()
    const why = await signIn(
      who === 'staff' ? { badge: key.toUpperCase(), pin: secret } : { email: key, password: secret },
    )
    if (!why) return
    setBusy(false)
    setRefusal(why)
    setSecret('')
    secretField.current?.focus()
  }
  return { who, pick, name, setName, secret, setSecret, refusal, busy, secretField, submit }
}

/** Where there is nobody yet who could sign in, the first set-up comes before. A server that says nothing keeps nobody. */
function useFirstSetUpFirst() {
  const go = useNavigate()
  useEffect(() => {
    let left = false
    void api.isFirstSetUpNeeded().then(
      (needed) => needed && !left && go('/first-set-up', { replace: true }),
      () => {},
    )
    return () => {
      left = true
    }
  }, [go])
}

/** Badge and PIN for staff, e-mail and password for sellers. */
export function SignIn() {
  const { t } = useTexts()
  const expired = useSession((s) => s.expired)
  const form = useSignInForm()
  useFirstSetUpFirst()
  const { who, name, secret } = form
  useEffect(() => {
    document.title = `${t('signin.title')} · Restow`
  }, [t])
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <div className="flex w-full max-w-[360px] flex-col gap-5">
        <div>
          <p className="text-[22px] font-[750] tracking-[-.02em]">Restow</p>
          <p className="text-s text-ink-2">{t('signin.about')}</p>
        </div>
        <form
          onSubmit={form.submit}
          className="flex flex-col gap-4 rounded-[16px] border border-line bg-raised p-5 shadow-card"
        >
          <h1 className="text-l font-semibold">{t('signin.title')}</h1>
          {expired && (
            <p className="rounded-[6px] bg-refurbish-soft px-3 py-2 text-s text-refurbish">
              {t('signin.expired')}
            </p>
          )}
          <WhoPicker who={who} onWho={form.pick} />
          <TextInput
            key={who}
            label={t(who === 'staff' ? 'signin.badge' : 'signin.email')}
            value={name}
            onValue={form.setName}
            autoFocus
            autoComplete="username"
            type={who === 'staff' ? 'text' : 'email'}
            autoCapitalize={who === 'staff' ? 'characters' : 'off'}
            className={who === 'staff' ? 'font-mono font-semibold' : ''}
          />
          <TextInput
            ref={form.secretField}
            label={t(who === 'staff' ? 'signin.pin' : 'signin.password')}
            value={secret}
            onValue={form.setSecret}
            type="password"
            autoComplete="current-password"
            inputMode={who === 'staff' ? 'numeric' : 'text'}
          />
          <p role="alert" className="text-s font-semibold text-wrong empty:hidden">
            {form.refusal && t(form.refusal === 'device' ? 'signin.device' : `signin.${form.refusal}.${who}`)}
          </p>
          <Action
            type="submit"
            look="primary"
            className="h-10"
            disabled={form.busy || name.trim() === '' || secret.length < 4}
          >
            {t('signin.submit')}
          </Action>
        </form>
        <Languages />
      </div>
    </main>
  )
}
