import type { floorWords as english } from '../en/floor-words.ts'
import type { Translation } from '../translation.ts'

export const floorWords: Translation<typeof english> = {
  'identity.as_announced': 'Ja, wie angekündigt',
  'identity.wrong_item': 'Nein, anderer Artikel',
  'identity.empty_box': 'Der Karton ist leer',
  'identity.unknown': 'Nicht zu erkennen',
}
