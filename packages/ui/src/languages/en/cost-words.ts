/** What a way to treat a unit costs, item by item. */
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
} as const
