import { classes } from './classes.ts'

/** Long runs of digits in groups of four, as carriers print them; what has letters stays as it is. */
export function grouped(code: string): string {
  if (/^\d{12,}$/.test(code)) return code.replace(/(\d{4})(?=\d)/g, '$1 ')
  // A group separator has no picture of its own.
  return code.replaceAll('\u001d', '|')
}

/** A code in letters that tell 0 from O. Copied and read aloud it is the bare code. */
export function Code({ value, className }: { value: string; className?: string }) {
  return (
    <span title={value} className={classes('font-mono font-semibold tracking-[.01em] break-all', className)}>
      {grouped(value)}
    </span>
  )
}
