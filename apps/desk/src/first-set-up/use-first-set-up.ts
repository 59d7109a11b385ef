import { ApiProblem } from '@restow/client'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { sentenceOf } from '../asking/Problem.tsx'
import { api } from '../shell/api.ts'
import { ownTimeZone, suggestedCurrency } from './choices.ts'
import { type Field, type Fields, factsOf, type Wrong, wrongBy, wrongIn } from './fields.ts'

function blank(): Fields {
  const timeZone = ownTimeZone()
  const currency = suggestedCurrency(timeZone)
  const rest = { house: '', houseName: '', name: '', badge: '', pin: '', pinAgain: '' }
  return { code: '', timeZone, currency, ...rest }
}

/** What becomes of the form once it is sent. */
interface Ends {
  onDone: (fields: Fields) => void
  /** Somebody else was first. */
  onAlready: () => void
}

/** The fields with what is wrong in them, and sending them. */
export function useFirstSetUp({ onDone, onAlready }: Ends) {
  const [fields, setFields] = useState(blank)
  const [wrong, setWrong] = useState<Wrong>({})
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState(0)
  const isCurrencyChosen = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal leads to its first field, an equal one as well
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [refused])

  const set = (field: Field, value: string) => {
    if (field === 'currency') isCurrencyChosen.current = true
    const suggests = field === 'timeZone' && !isCurrencyChosen.current
    setFields({ ...fields, [field]: value, ...(suggests ? { currency: suggestedCurrency(value) } : {}) })
    const { [field]: _, ...others } = wrong
    setWrong(others)
  }
  const refuse = (found: Wrong, sentence = '') => {
    setWrong(found)
    setProblem(sentence)
    setRefused(refused + 1)
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const found = wrongIn(fields)
    if (Object.keys(found).length > 0) return refuse(found)
    setBusy(true)
    try {
      await api.setUpFirst(factsOf(fields))
      onDone(fields)
    } catch (error) {
      const code = error instanceof ApiProblem ? error.code : ''
      if (code === 'already_set_up') return onAlready()
      const about = wrongBy(code)
      refuse(about ?? {}, about ? '' : sentenceOf(error))
      setBusy(false)
    }
  }
  return { fields, set, wrong, problem, busy, form, submit }
}
