/** Something to be printed, and what is to stand on it. All words come in the language that they are printed in. */
import type { BadgeCard } from './layout/badge-card.ts'
import type { CommandSheet } from './layout/command-sheet.ts'
import type { PlateLabel } from './layout/plate.ts'
import type { Relabel } from './layout/relabel.ts'
import type { ShelfTag } from './layout/shelf-tag.ts'
import type { Ticket } from './layout/ticket.ts'

export type LabelFacts =
  | ({ readonly kind: 'plate' } & PlateLabel)
  | ({ readonly kind: 'relabel' } & Relabel)
  | ({ readonly kind: 'shelf' } & ShelfTag)
  | ({ readonly kind: 'parcel' | 'refurbish' | 'scrap' | 'hold' } & Ticket)
  | ({ readonly kind: 'badge' } & BadgeCard)
  | ({ readonly kind: 'commands' } & CommandSheet)
