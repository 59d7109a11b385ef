/** What spreadsheets take for the beginning of a formula, and what they skip before it. */
const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '−']
const SKIPPED = [' ', '\uFEFF', '\u00A0', '\u3000', '\u200B', '\t', '\r', '\n', '\r\n', ' \uFEFF\u00A0']

export const BEGINNINGS: readonly string[] = [
  ...SIGNS,
  ...SKIPPED.flatMap((skipped) => SIGNS.slice(0, 4).map((sign) => skipped + sign)),
]
