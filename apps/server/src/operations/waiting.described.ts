/** Examples of what waits for whoever asks. */

const at = '2026-11-21T17:12:40.125Z'
const kinds = [
  { kind: 'approval', count: 2, oldestSeconds: 7_412 },
  { kind: 'hold', count: 1, oldestSeconds: 1_260 },
  { kind: 'exception', count: 4, oldestSeconds: 93_200 },
  { kind: 'missing', count: 0, oldestSeconds: null },
  { kind: 'unclaimed', count: 0, oldestSeconds: null },
  { kind: 'dropped', count: 0, oldestSeconds: null },
  { kind: 'device', count: 0, oldestSeconds: null },
  { kind: 'hold_seller', count: 3, oldestSeconds: 180_000 },
  { kind: 'veto', count: 1, oldestSeconds: 7_412 },
]

export const WAITING_EXAMPLES = {
  'GET /api/boards/waiting': {
    answer: {
      cursor: 'pXz1yq0BfQmWb2kA',
      asOf: '2026-11-21T19:16:12.500Z',
      warehouse: 'LAX1',
      timeZone: 'America/Los_Angeles',
      day: '2026-11-21',
      count: 7,
      kinds,
      mark: '4f2d0b1a7c9e8d6f5a4b3c2d1e0f9a8b',
    },
  },
  'GET /api/waiting': {
    answer: {
      items: [
        {
          kind: 'approval',
          id: 'approval 0197a3f2-7c11-7a52-9a03-8d207c11be1f',
          since: at,
          seller: 'LOTUS',
          lpn: 'RU0000000017',
          trackingNumber: '1Z999AA10123456784',
          title: 'REGENCY CAKESTAND 3 TIER',
          quantity: 1,
          bin: null,
          value: { minor: 12_000, currency: 'USD', decimal: '120.00' },
          photo: null,
          photos: 0,
          by: 'OP1001',
          question: null,
          until: null,
          exception: null,
          dropped: null,
          device: null,
        },
      ],
      nextCursor: null,
    },
  },
}
