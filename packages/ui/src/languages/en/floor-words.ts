/** Words of the trade that only the floor says. */
export const floorWords = {
  'identity.as_announced': 'Yes, as announced',
  'identity.wrong_item': 'No, another item',
  'identity.empty_box': 'The box is empty',
  'identity.unknown': 'Cannot tell',
} as const
