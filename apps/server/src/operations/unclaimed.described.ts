/** What is told of the routes about parcels that nobody has claimed, and examples of them. */

export const UNCLAIMED_DESCRIPTIONS = {
  'GET /api/unclaimed': {
    summary: 'Parcels that nobody has claimed, the oldest first',
    description:
      'Found by anything: tracking number, plate, product, GTIN, what is printed on the parcel, bin, day of arrival (YYYY-MM-DD). For staff.',
  },
  'GET /api/unclaimed/:tracking': { summary: 'One unclaimed parcel' },
  'GET /api/unclaimed/policy': {
    summary: 'The warehouse’s rule for what nobody claims',
    description:
      'After how many days a supervisor may give up for the owner, and what then becomes of the goods.',
  },
  'PUT /api/unclaimed/policy': {
    summary: 'Sets that rule, by an admin',
    description: 'It applies to what is here already as well. Nothing is done by itself.',
  },
  'GET /api/unclaimed/:tracking/guesses': {
    summary: 'Whose an unclaimed parcel may be, with the reasons',
    description:
      'Announced returns that are still open, strongest first. A guess is never applied by itself: claiming is `ClaimParcel` with `rma`.',
  },
  'GET /api/unclaimed/found': {
    summary: 'A seller’s search for an unclaimed parcel, by one whole number',
    description:
      'The tracking number, or the order or RMA number printed on the parcel; never part of one. Sixty numbers that no parcel has, searched for or claimed, make it wait until none was tried for a quarter of an hour.',
  },
  'POST /api/unclaimed/claims': {
    summary: 'A seller’s claim to an unclaimed parcel, on evidence',
    description:
      'An order or RMA number that this seller has announced, and goods of that return in the parcel. The answer is the outcome of `ClaimParcel`, the same again for the same `commandId`.',
  },
}

const GUESS = {
  seller: 'LOTUS',
  sellerName: 'Lotus Home',
  rmaNumber: 'RMA-2417',
  orderNumber: '111-4408123-0023',
  announcedOn: '2026-11-02',
  state: 'announced',
  lines: [{ sku: 'LH-LAMP-2', title: 'Desk lamp, brass', quantity: 1, registered: 0 }],
  reasons: [
    { code: 'order_printed', facts: { order: '111-4408123-0023' } },
    { code: 'overdue', facts: { days: 18 } },
  ],
  score: 68,
  strength: 'strong',
}
const RULE = { afterDays: 30, becomes: 'donate' }
const UNIT = {
  lpn: 'RU0000000017',
  sku: 'LH-LAMP-2',
  title: 'Desk lamp, brass',
  gtin: '04006381333931',
  seller: 'LOTUS',
  quantity: 1,
  state: 'registered',
  bin: null,
  photos: [],
}
const FACTS = {
  trackingNumber: '1Z999AA10123456784',
  carrier: 'ups',
  condition: 'intact',
  receivedAt: '2026-11-20T16:02:11.120Z',
  claimableUntil: '2026-12-20T16:02:11.120Z',
}

const PARCEL = {
  ...FACTS,
  state: 'registered',
  receivedBy: 'OP1001',
  past: false,
  printed: { order: '111-4408123-0023', name: 'J. Smith' },
  photos: [],
  units: [UNIT],
}

export const UNCLAIMED_EXAMPLES = {
  'GET /api/unclaimed': {
    answer: { items: [PARCEL], nextCursor: null },
  },
  'GET /api/unclaimed/:tracking': { answer: PARCEL },
  'GET /api/unclaimed/policy': { answer: RULE },
  'PUT /api/unclaimed/policy': { body: RULE, answer: RULE },
  'GET /api/unclaimed/:tracking/guesses': { answer: { items: [GUESS], nextCursor: null } },
  'GET /api/unclaimed/found': {
    answer: {
      items: [
        {
          ...FACTS,
          warehouse: 'LAX1',
          foundBy: 'order',
          own: [{ sku: 'LH-LAMP-2', title: 'Desk lamp, brass', quantity: 1 }],
          others: 0,
        },
      ],
      nextCursor: null,
    },
  },
  'POST /api/unclaimed/claims': {
    body: {
      commandId: '01933f2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f',
      parcel: '1Z999AA10123456784',
      evidence: { order: '111-4408123-0023', sku: 'LH-LAMP-2' },
    },
    answer: {
      commandId: '01933f2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f',
      outcome: 'accepted',
      events: [
        {
          eventId: '01933f2a-7b1c-7c3d-8e4f-5a6b7c8d9e0f:1',
          type: 'ParcelClaimed',
          stream: { kind: 'parcel', id: '01933f2a-0000-7c3d-8e4f-5a6b7c8d9e0f', key: '1Z999AA10123456784' },
          version: 3,
        },
      ],
      exceptions: [],
    },
  },
}
