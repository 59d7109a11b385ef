/** Words of the trade that only the floor says. */
export const floorWords = {
  'identity.as_announced': 'Yes, as announced',
  'identity.wrong_item': 'No, another item',
  'identity.empty_box': 'The box is empty',
  'identity.unknown': 'Cannot tell',

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
