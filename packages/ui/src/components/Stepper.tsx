import { Minus, Plus } from 'lucide-react'
import { Button } from './Button.tsx'

interface Props {
  label: string
  value: number
  onValue: (value: number) => void
  min?: number
  max?: number
  fewer: string
  more: string
}

/** A number with a button on either side; it may be typed as well. */
export function Stepper({ label, value, onValue, min = 1, max = 1_000_000, fewer, more }: Props) {
  const set = (wish: number) => onValue(Math.min(max, Math.max(min, Math.trunc(wish) || min)))
  return (
    <div className="flex items-center gap-2">
      <span className="grow text-m font-semibold text-ink-2">{label}</span>
      <Button
        aria-label={fewer}
        disabled={value <= min}
        onClick={() => set(value - 1)}
        icon={<Minus aria-hidden size={20} />}
      />
      <input
        aria-label={label}
        inputMode="numeric"
        data-scans="digits"
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => set(Number(event.currentTarget.value.replace(/\D/g, '')))}
        className="h-14 w-16 rounded-m border border-edge bg-surface text-center font-mono text-xl font-semibold"
      />
      <Button
        aria-label={more}
        disabled={value >= max}
        onClick={() => set(value + 1)}
        icon={<Plus aria-hidden size={20} />}
      />
    </div>
  )
}
