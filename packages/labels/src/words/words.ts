/** Words for labels in any script: the standard faces where these hold a text, else outlines of our own. */
import type { PrinterLanguage } from '@restow/contracts'
import type { FaceName, Setting } from './atoms.ts'
import type { LabelFaces } from './label-faces.ts'
import { setOutlined } from './outlined.ts'
import { isLatin1, isStandard, plainText } from './plain.ts'
import { standardWords } from './standard.ts'

/** Makes a text ready to be set. */
export type SetWords = (text: string, face?: FaceName) => Setting

/**
 * A PDF's standard faces hold all of Windows-1252 and may stand within other words; a label printer's own face is
 * trusted with Latin-1, and a line is either its own or a picture.
 */
const RULES = {
  pdf: { holds: isStandard, isMixed: true },
  zpl: { holds: isLatin1, isMixed: false },
} as const

/** @param faces without them, what they would hold is left as boxes */
export async function openWords(
  texts: Iterable<string>,
  language: PrinterLanguage,
  faces: LabelFaces | undefined,
): Promise<SetWords> {
  const { holds, isMixed } = RULES[language]
  const standard = await standardWords(language)
  const foreign = [...texts].map(plainText).filter((text) => !holds(text))
  const faceOf = (await faces?.facesFor(foreign.length > 0 ? [...foreign, '…'] : [])) ?? (() => undefined)
  const known = new Map<string, Setting>()
  return (text, face = 'words') => {
    const plain = plainText(text)
    const key = `${face} ${plain}`
    const mixed = {
      faceOf,
      standard: (part: string) => (isMixed && holds(part) ? standard.atom(part, face) : null),
    }
    const setting =
      known.get(key) ?? (holds(plain) ? standard.set(plain, face) : setOutlined(plain, face, mixed))
    known.set(key, setting)
    return setting
  }
}
