import { ChevronDown } from 'lucide-react'
import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react'
import { classes } from '../components/classes.ts'

const BOX =
  'h-9 w-full min-w-0 rounded-[8px] border border-edge bg-surface px-2.5 text-m text-ink pointer-coarse:h-11 pointer-coarse:text-l disabled:opacity-60'

interface TextProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  label: string
  value: string
  onValue: (value: string) => void
  hint?: string
  ref?: Ref<HTMLInputElement>
}

/** A line of text with its label above. */
export function TextInput({ label, value, onValue, hint, className, ref, ...rest }: TextProps) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-xs font-semibold text-ink-2">
        {label}
      </label>
      <input
        autoComplete="off"
        spellCheck={false}
        {...rest}
        ref={ref}
        id={id}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onValue(event.currentTarget.value)}
        className={classes(BOX, className)}
      />
      {hint && (
        <span id={`${id}-hint`} className="text-xs text-ink-3">
          {hint}
        </span>
      )}
    </div>
  )
}

interface SelectProps<T extends string> {
  label: string
  value: T
  onValue: (value: T) => void
  options: readonly { readonly value: T; readonly text: string }[]
  disabled?: boolean | undefined
}

/** One of a list, with its label above. */
export function SelectInput<T extends string>({ label, value, onValue, options, disabled }: SelectProps<T>) {
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-xs font-semibold text-ink-2">
        {label}
      </label>
      <Select id={id} {...{ value, onValue, options, disabled }} className={BOX} wrap="w-full" />
    </div>
  )
}

interface BareSelectProps<T extends string> extends Omit<SelectProps<T>, 'label'> {
  id?: string
  className: string
  /** Classes of the box around it. */
  wrap?: string
  label?: string
}

function Select<T extends string>({
  id,
  value,
  onValue,
  options,
  disabled,
  className,
  wrap,
  label,
}: BareSelectProps<T>) {
  return (
    <span className={classes('relative inline-flex min-w-0', wrap ?? 'shrink-0')}>
      <select
        id={id}
        aria-label={label}
        value={value}
        disabled={disabled}
        onChange={(event) => {
          const picked = options.find((option) => option.value === event.currentTarget.value)
          if (picked) onValue(picked.value)
        }}
        className={classes(className, 'w-full appearance-none truncate pr-7')}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        size={14}
        className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 opacity-70"
      />
    </span>
  )
}

/** A small choice above a table: its first option says what it chooses among. */
export function Filter<T extends string>({ label, value, onValue, options }: SelectProps<T>) {
  return (
    <Select
      {...{ label, value, onValue, options }}
      className={classes(
        'h-8 min-w-0 rounded-[8px] border px-2.5 text-s font-[550] pointer-coarse:h-11',
        value === '' || options[0]?.value !== ''
          ? 'border-line bg-surface text-ink'
          : 'border-accent bg-accent-soft text-accent',
      )}
    />
  )
}

/** A tick with its sentence. */
export function Tick({
  checked,
  onCheck,
  children,
}: {
  checked: boolean
  onCheck: (checked: boolean) => void
  children: ReactNode
}) {
  return (
    <label className="flex min-h-9 items-center gap-2 text-m">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onCheck(event.currentTarget.checked)}
        className="size-4 accent-accent"
      />
      {children}
    </label>
  )
}
