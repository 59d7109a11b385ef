/** What both apps call the facts of a parcel that nobody claims. */
export const unclaimedWords = {
  'event.ParcelDescribed': 'described',
  'event.ParcelForfeited': 'given up for',
  'event.UnitForfeited': 'given up for',
  'role.seller': 'seller',
  'printed.name': 'Name on the label',
  'printed.order': 'Order number',
  'printed.rma': 'RMA number',
  'printed.sender': 'Return address',
  'printed.note': 'Anything else',
} as const
