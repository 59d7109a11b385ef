/** What is told of the routes about the building and its bins, and examples of them. */

const bytes = { type: 'string', format: 'binary' }

export const HALL_DESCRIPTIONS = {
  'GET /api/boards/bins/find': {
    summary: 'In which bins something lies: a unit, a product, an order, a seller’s goods',
    tags: ['boards'],
    description:
      'Found by plate, SKU, part of the title, tracking, order or RMA number, serial, GTIN, or the code of a seller. At most 5,000 bins are named.',
  },
  'GET /api/bins/:code/counts': {
    summary: 'Counts of a bin, the latest first',
    description:
      'Who counted it by `CountBin`, when, and what was missing, found, out of place or on nothing.',
  },
  'DELETE /api/bins/:code': {
    summary: 'Takes an empty bin out of use, by a supervisor',
    description: 'One that holds plates stays. Making it again takes it into use again.',
  },
  'POST /api/imports/layout': {
    summary:
      'The layout of the building by a file, by a supervisor: first what it would change, then the change',
    tags: ['imports'],
    description:
      'CSV as in docs/import-formats.md. Without `plan` nothing is changed; with the `plan` of that answer all that it named is done, or nothing (409 `layout_changed` where the bins have changed meanwhile). A bin that holds units is never removed and keeps its zone.',
    consumes: ['text/csv', 'application/octet-stream'],
    body: bytes,
  },
}

const COUNT = {
  at: '2026-11-21T17:14:05.120Z',
  by: 'OP1001',
  deviceId: 'handheld-7',
  expected: 12,
  counted: 12,
  missing: ['RU0000000017'],
  found: [],
  moved: [{ lpn: 'RU0000000025', from: 'LAX1-S-02-03' }],
  strangers: [],
}

export const HALL_EXAMPLES = {
  'GET /api/boards/bins/find': {
    answer: { bins: [{ code: 'LAX1-S-02-01', units: 3 }], units: 4, inNoBin: 1 },
  },
  'GET /api/bins/:code/counts': { answer: { items: [COUNT], nextCursor: null } },
  'POST /api/imports/layout': {
    answer: {
      applied: false,
      plan: 'k3vYvT0bq1m2n9Zc8tYw7xQ4rS5uV6aB',
      lines: 3,
      counts: { added: 1, changed: 1, unchanged: 0, absent: 1, kept: 1, removed: 0, rejected: 1 },
      added: [{ code: 'LAX1-S-07-01', zone: 'resell', capacity: 20 }],
      changed: [{ code: 'LAX1-S-01-01', zone: 'resell', capacity: 24, fields: ['capacity'] }],
      absent: ['LAX1-S-09-01'],
      kept: [{ code: 'LAX1-S-02-01', plates: 3 }],
      rejected: [
        {
          line: 4,
          code: 'zone_unknown',
          message: 'There is no such zone. Zones are dock, inspection, hold.',
        },
      ],
    },
  },
}
