import type { Sign } from './heard.ts'

/** What a scanner does in its own way, found out by a code that is known. */
export interface Learned {
  readonly prefix: string
  readonly standInKeys: readonly string[]
  readonly standInTexts: readonly string[]
  /** A separator left no trace at all. */
  readonly isLost: boolean
}

const GS = '\u001d'
/** Keys take the place of one character each, out of those that Unicode gives to nobody. */
const NOBODYS = 0xe000

function inOneText(signs: readonly Sign[]): { text: string; keys: string[] } {
  const keys: string[] = []
  const text = signs.map((sign) => {
    if ('text' in sign) return sign.text
    keys.push(sign.key)
    return String.fromCharCode(NOBODYS + keys.length - 1)
  })
  return { text: text.join(''), keys }
}

/** What stands between the parts of the expected text, and before the first; null where a part is not whole. */
function between(text: string, parts: readonly string[]): string[] | null {
  const found: string[] = []
  let from = 0
  for (const part of parts) {
    const at = text.indexOf(part, from)
    if (at < 0) return null
    found.push(text.slice(from, at))
    from = at + part.length
  }
  return found
}

/**
 * Finds out what a scanner sends for the group separator and before a code.
 * @param expected a code with group separators
 * @returns null where its other characters did not arrive whole: then there is nothing to be sure of
 */
export function learn(signs: readonly Sign[], expected: string): Learned | null {
  const { text, keys } = inOneText(signs)
  const found = between(text, expected.split(GS))
  if (!found) return null
  const [prefix = '', ...separators] = found
  const others = [...new Set(separators)].filter((one) => one !== GS && one !== '')
  const keyOf = (one: string) => (one.length === 1 ? keys[one.charCodeAt(0) - NOBODYS] : undefined)
  return {
    prefix: [...prefix].filter((sign) => keyOf(sign) === undefined).join(''),
    standInKeys: [...new Set(others.flatMap((one) => keyOf(one) ?? []))],
    standInTexts: others.filter((one) => ![...one].some((sign) => keyOf(sign) !== undefined)),
    isLost: separators.includes(''),
  }
}
