/**
 * How a language writes numbers and times. To make one of these takes fifty times as long as to use it, and a board writes
 * a hundred numbers with each change: each is made once.
 */

/** Made once for each language and options, of which there are as many as the apps have in their code. */
function kept<O extends object, F>(
  make: (language: string, options: O) => F,
): (language: string, options?: O) => F {
  const all = new Map<string, F>()
  return (language, options = {} as O) => {
    const key = `${language} ${JSON.stringify(options)}`
    const format = all.get(key) ?? make(language, options)
    all.set(key, format)
    return format
  }
}

/** How a language writes numbers. */
export const numberFormat = kept((of, how: Intl.NumberFormatOptions) => new Intl.NumberFormat(of, how))
/** How a language writes days and times; `timeZone` is among the options. */
export const dateFormat = kept((of, how: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(of, how))
/** Which form of a text a language has for a number. */
export const pluralRules = kept((of, how: Intl.PluralRulesOptions) => new Intl.PluralRules(of, how))
