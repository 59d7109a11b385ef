import { classes } from './classes.ts'

/** Long runs of digits in groups of four, as carriers print them; what has letters stays as it is. */
export function grouped(code: string): string {
  return /^\d{12,}$/.test(code) ? code.replace(/(\d{4})(?=\d)/g, '$1 ') : code
}

/** A code in letters that tell 0 from O. Copied and read aloud it is the bare code. */
export function Code({ value, className }: { value: string; className?: string }) {
  return (
    <span title={value} className={classes('font-mono font-semibold tracking-[.01em] break-all', className)}>
      {grouped(value)}
    </span>
  )
}
