/** What the ways of a suggestion cost, as the floor and the desk call it. */
export const costWords = {
  'cost.repair': 'Repair',
  'cost.repackage': 'Repackage',
  'cost.clean': 'Clean',
  'cost.relabel': 'Relabel',
  'cost.shelf': 'Shelf',
  'cost.relabel_and_shelf': 'Relabel and shelf',
  'cost.recycle': 'Recycling',
  'cost.destroy': 'Destruction',
  'cost.freight': 'Freight',
  'cost.parts': 'Parts',
  'cost.duty': 'Duty and tax',
} as const
