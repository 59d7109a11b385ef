import { type Ref, type TextareaHTMLAttributes, useId } from 'react'
import { classes } from '../components/classes.ts'
import { BOX, Labelled, told } from './Inputs.tsx'

interface Props extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> {
  label: string
  value: string
  onValue: (value: string) => void
  hint?: string
  /** Why what stands in it cannot be taken. */
  wrong?: string | undefined
  ref?: Ref<HTMLTextAreaElement> | undefined
}

/** Some sentences with their label above; the field grows with them. Ctrl or Command with Enter hands them in. */
export function TextArea({ label, value, onValue, hint, wrong, className, ref, ...rest }: Props) {
  const id = useId()
  return (
    <Labelled {...{ id, label, hint, wrong }}>
      <textarea
        rows={3}
        {...rest}
        ref={ref}
        id={id}
        value={value}
        {...told(id, hint, wrong)}
        onChange={(event) => onValue(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
            event.currentTarget.form?.requestSubmit()
        }}
        className={classes(BOX, 'field-sizing-content h-auto max-h-60 min-h-[76px] resize-y py-2', className)}
      />
    </Labelled>
  )
}
