/**
 * How a language writes numbers and times. To make one of these takes fifty times as long as to use it, and a board writes
 * a hundred numbers with each change: each is made once.
 */
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

export const numberFormat = kept((of, how: Intl.NumberFormatOptions) => new Intl.NumberFormat(of, how))
export const dateFormat = kept((of, how: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(of, how))
export const pluralRules = kept((of, how: Intl.PluralRulesOptions) => new Intl.PluralRules(of, how))
