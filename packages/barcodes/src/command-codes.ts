/**
 * Command codes: the sheet by which gloved hands do with the trigger what a tap does.
 *
 * `.R.PHOTO`, `.R.GRADE.LIKE-NEW`: a dot, `R`, a dot, the command, and if it has one a dot and its value. Nothing else that
 * is scanned begins with a dot: not carriers' numbers, plates, bins, badges, products. Capitals, digits, dot and hyphen
 * print in Code 39 as in Code 128, unlike `:` `=` `_`; and not `$` `/` `+` `%`, which a scanner set to Code 39's full ASCII
 * mode takes as shifts. A command's and a value's underscores are printed as hyphens.
 */

export interface CommandCode {
  /** In capitals with underscores: `PHOTO`, `PUT_AWAY`. */
  command: string
  /** In small letters with underscores, as the lists of domain have them: `like_new`; parts with dots: `screen.cracked`. */
  value?: string
}

const PRINTED = /^\.R\.(?<command>[A-Z0-9-]{1,32})(?:\.(?<value>[A-Z0-9][A-Z0-9.-]{0,63}))?$/

/** What a command code stands for; which commands there are is the screen's affair. */
export function readCommand(code: string): CommandCode | undefined {
  const parts = PRINTED.exec(code)?.groups
  if (parts?.command === undefined) return undefined
  const command = parts.command.replaceAll('-', '_')
  return parts.value === undefined
    ? { command }
    : { command, value: parts.value.toLowerCase().replaceAll('-', '_') }
}

/** The code to print for a command; nothing if it has signs that a code cannot carry. */
export function commandCode(command: string, value?: string): string | undefined {
  const code = [`.R.${command}`, ...(value === undefined ? [] : [value])]
    .join('.')
    .toUpperCase()
    .replaceAll('_', '-')
  return PRINTED.test(code) ? code : undefined
}
