/** Text as it can be set on a label. */

/** Nobody reads more of a title on a label; the rest only costs time. */
const LONGEST = 600

/**
 * Pictures, and what only changes how they look. A thermal printer has no colours, and half a picture says less
 * than none: they are left out. Signs of trade that are counted among pictures are letters here.
 */
const PICTURES =
  /(?![©®™])\p{Extended_Pictographic}|[\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}\ufe0e\ufe0f\u20e3]/gu
/** What is not seen by itself; a break between Persian letters is seen by their shapes. */
const UNSEEN = /(?!(?<=\p{Script=Arabic})\u200c(?=\p{Script=Arabic}))\p{Cf}/gu

export const isLatin1 = (text: string): boolean => /^[ -~\u00a0-\u00ff]*$/.test(text)

/** Do the standard faces of a PDF hold this text? */
export const isStandard = (text: string): boolean =>
  /^[ -~\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/.test(text)

/** A text on one line: composed letters, single blanks, nothing that is no letter to be seen, and no pictures. */
export function plainText(text: string): string {
  const beginning = [...text].slice(0, LONGEST).join('')
  const plain = beginning
    .replace(PICTURES, ' ')
    .replace(UNSEEN, '')
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Co}\p{Cs}\p{Cn}]+/gu, ' ')
    .trim()
  if (beginning.length === text.length) return plain
  return `${plain}${isLatin1(plain) ? '...' : '…'}`
}
