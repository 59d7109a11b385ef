import { ChevronDown } from 'lucide-react'
import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react'
import { classes } from '../components/classes.ts'

export const BOX =
  'h-9 w-full min-w-0 rounded-[8px] border border-edge bg-surface px-2.5 text-m text-ink pointer-coarse:h-11 pointer-coarse:text-l disabled:opacity-60 aria-invalid:border-wrong'

/** What a field is for or, as long as it is wrong, why: one thing to read at a time. */
function Notes({ id, hint, wrong }: { id: string; hint?: string | undefined; wrong?: string | undefined }) {
  return (
    <>
      {wrong && (
        <span id={`${id}-wrong`} className="text-xs font-semibold text-wrong">
          {wrong}
        </span>
      )}
      {hint && !wrong && (
        <span id={`${id}-hint`} className="text-xs text-ink-3">
          {hint}
        </span>
      )}
    </>
  )
}

/** Tells screen readers of a field's note. */
export const told = (id: string, hint?: string, wrong?: string) => ({
  'aria-describedby': wrong ? `${id}-wrong` : hint ? `${id}-hint` : undefined,
  'aria-invalid': wrong ? true : undefined,
})

/** A field with its label above and its note below. */
export function Labelled({
  id,
  label,
  hint,
  wrong,
  children,
}: {
  id: string
  label: string
  hint?: string | undefined
  wrong?: string | undefined
  children: ReactNode
}) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className="text-xs font-semibold text-ink-2">
        {label}
      </label>
      {children}
      <Notes {...{ id, hint, wrong }} />
    </div>
  )
}

interface TextProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> {
  label: string
  value: string
  onValue: (value: string) => void
  hint?: string
  /** Why what stands in it cannot be taken. */
  wrong?: string | undefined
  ref?: Ref<HTMLInputElement>
}

/** A line of text with its label above. */
export function TextInput({ label, value, onValue, hint, wrong, className, ref, ...rest }: TextProps) {
  const id = useId()
  return (
    <Labelled {...{ id, label, hint, wrong }}>
      <input
        autoComplete="off"
        spellCheck={false}
        {...rest}
        ref={ref}
        id={id}
        value={value}
        {...told(id, hint, wrong)}
        onChange={(event) => onValue(event.currentTarget.value)}
        className={classes(BOX, className)}
      />
    </Labelled>
  )
}

interface SelectProps<T extends string> {
  label: string
  value: T
  onValue: (value: T) => void
  options: readonly { readonly value: T; readonly text: string }[]
  disabled?: boolean | undefined
}

interface NotedSelectProps<T extends string> extends SelectProps<T> {
  hint?: string
  wrong?: string | undefined
}

/** One of a list, with its label above. */
export function SelectInput<T extends string>({ label, hint, wrong, ...rest }: NotedSelectProps<T>) {
  const id = useId()
  return (
    <Labelled {...{ id, label, hint, wrong }}>
      <Select id={id} {...rest} notes={told(id, hint, wrong)} className={BOX} wrap="w-full" />
    </Labelled>
  )
}

interface BareSelectProps<T extends string> extends Omit<SelectProps<T>, 'label'> {
  id?: string
  className: string
  /** Classes of the box around it. */
  wrap?: string
  label?: string
  notes?: ReturnType<typeof told>
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
  notes,
}: BareSelectProps<T>) {
  return (
    <span className={classes('relative inline-flex min-w-0', wrap ?? 'shrink-0')}>
      <select
        id={id}
        aria-label={label}
        {...notes}
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
  disabled,
  children,
}: {
  checked: boolean
  onCheck: (checked: boolean) => void
  disabled?: boolean | undefined
  children: ReactNode
}) {
  return (
    <label className="flex min-h-9 items-center gap-2 text-m">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onCheck(event.currentTarget.checked)}
        className="size-4 shrink-0 accent-accent"
      />
      {children}
    </label>
  )
}
