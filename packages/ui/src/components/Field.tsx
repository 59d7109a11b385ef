import { type InputHTMLAttributes, type Ref, useId } from 'react'
import { classes } from './classes.ts'

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  label: string
  value: string
  onValue: (value: string) => void
  hint?: string
  /** What a scan does here: `keep` puts it into the field, `digits` takes short numbers as typed. Else it goes where it leads. */
  scans?: 'keep' | 'digits'
  ref?: Ref<HTMLInputElement>
}

/** A text field with its label; 16 px text, since smaller makes phones zoom in. */
export function Field({ label, value, onValue, hint, scans, className, ref, ...rest }: Props) {
  const id = useId()
  return (
    <div className={classes('flex flex-col gap-1', className)}>
      <label htmlFor={id} className="text-s font-semibold text-ink-2">
        {label}
      </label>
      <input
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        {...rest}
        ref={ref}
        id={id}
        value={value}
        data-scans={scans}
        onChange={(event) => onValue(event.currentTarget.value)}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="min-h-touch w-full rounded-m border border-edge bg-surface px-4 text-l text-ink"
      />
      {hint && (
        <span id={`${id}-hint`} className="text-s text-ink-2">
          {hint}
        </span>
      )}
    </div>
  )
}
