import type { matching as english, deskMatching as englishDesk, dock as englishDock } from '../en/matching.ts'
import type { Translation } from '../translation.ts'

export const matching = {
  'event.ParcelAliased': 'weiteres Etikett',
  'event.ParcelMatched': 'gefunden',
} satisfies Translation<typeof english>

export const dock = {
  'dock.cancelled': 'vom Händler storniert',
} satisfies Translation<typeof englishDock>

export const deskMatching = {
  'exception.return_cancelled': 'Der Händler hatte die Retoure storniert',
  'story.ParcelAliased': 'Ein weiteres Etikett am selben Karton: {numbers}.',
  'story.ParcelMatched': 'Gehört auch zu {returns}, später angekündigt.',
} satisfies Translation<typeof englishDesk>
