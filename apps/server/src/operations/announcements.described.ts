/** What is told of announcing returns without a file, and examples of it. */

export const ANNOUNCEMENT_DESCRIPTIONS = {
  'POST /api/expected-returns': {
    summary: 'Announces returns',
    description:
      '`{returns: […]}` with 1 to 500 of them, a bare list, or one alone. Each is known by seller and RMA number, is told whole, and gets an outcome of its own, in order; the same again leaves it unchanged. ' +
      'What it no longer names (lines, tracking numbers) is no longer announced, as far as nothing of it has arrived. With `onlyNew` one that has been announced already is rejected (`already_announced`) and stays as it is. A parcel that is here already and goes by one of the numbers becomes its seller’s; where several sellers have announced the number, a person decides. ' +
      'Staff announce for any seller, a seller’s user for its own. The whole is refused (404) only where none of it is for a seller of theirs.',
  },
  'PATCH /api/expected-returns/:seller/:rma': {
    summary: 'Changes the tracking numbers of an announced return, or cancels it',
    description:
      'The numbers replace those that were announced; those learned here stay. A cancelled one that arrives all the same is taken in, and that is said on record.',
  },
  'DELETE /api/expected-returns/:seller/:rma': {
    summary: 'Cancels an announced return',
    description: 'Again: unchanged. One that has arrived is not cancelled (409).',
  },
}

const PARCEL = { trackingNumber: '1ZFQ23Q10167735465', matched: true }
const CHANGED = {
  seller: 'LOTUS',
  rmaNumber: 'RMA-2026-0117',
  state: 'announced',
  trackingNumbers: ['1ZFQ23Q10167735465'],
  outcome: 'updated',
  parcels: [PARCEL],
}

export const ANNOUNCEMENT_EXAMPLES = {
  'POST /api/expected-returns': {
    body: {
      returns: [
        {
          seller: 'LOTUS',
          rmaNumber: 'RMA-2026-0117',
          orderNumber: '114-3941689-8772232',
          reason: 'DEFECTIVE',
          trackingNumbers: ['1ZFQ23Q10167735465'],
          lines: [{ sku: 'MUG-350', quantity: 2, valueMinor: 3960, currency: 'USD' }],
        },
      ],
    },
    answer: {
      outcomes: [{ seller: 'LOTUS', rmaNumber: 'RMA-2026-0117', outcome: 'created', parcels: [PARCEL] }],
    },
  },
  'PATCH /api/expected-returns/:seller/:rma': {
    body: { trackingNumbers: ['1ZFQ23Q10167735465'] },
    answer: CHANGED,
  },
  'DELETE /api/expected-returns/:seller/:rma': {
    answer: { ...CHANGED, state: 'cancelled', parcels: [] },
  },
}
