/** What is told of the routes that print, and examples of them. */

const FILES = {
  200: {
    description: 'The labels, in the printer’s language',
    content: {
      'application/pdf': { schema: { type: 'string', format: 'binary' } },
      'text/plain': { schema: { type: 'string' } },
    },
  },
}

export const LABEL_DESCRIPTIONS = {
  'POST /api/labels': {
    summary: 'Labels to print, as PDF or as ZPL',
    tags: ['floor'],
    description:
      'Without `media` each kind comes on its usual size for a printer of 203 dpi. What could not be scanned is refused with 422: `size_too_small` and `code_too_long` say on which sizes it can be printed, `code_not_printable` and `code_missing` what to correct.',
    response: FILES,
  },
  'GET /api/sellers/:code/label-template': {
    summary: 'What stands on a seller’s relabels',
    tags: ['set-up'],
  },
  'PUT /api/sellers/:code/label-template': {
    summary: 'Says what stands on a seller’s relabels, by the seller or by a supervisor',
    tags: ['set-up'],
    description:
      'Which number is the barcode, in which language, which lines in which order, the seller’s own words for a grade, and a note.',
  },
  'POST /api/sellers/:code/label-template/preview': {
    summary: 'How a template would come out, before it is kept',
    tags: ['set-up'],
    description: 'As SVG for a screen; with `format=pdf` or `format=zpl` as it would be printed.',
    response: {
      200: {
        description: 'The label',
        content: {
          'image/svg+xml': { schema: { type: 'string' } },
          'application/pdf': { schema: { type: 'string', format: 'binary' } },
          'text/plain': { schema: { type: 'string' } },
        },
      },
    },
  },
}

const TEMPLATE = {
  code: 'fnsku',
  mayBeMatrix: false,
  language: 'de',
  lines: ['title', 'condition', 'sku', 'note'],
  conditions: { very_good: 'Gebraucht – Sehr gut, geprüft' },
  note: 'LOTUS Outlet',
  plate: true,
}

export const LABEL_EXAMPLES = {
  'POST /api/labels': {
    body: {
      labels: [
        { kind: 'relabel', lpn: 'RU0000000017', copies: 2 },
        { kind: 'hold', lpn: 'RU0000000025' },
      ],
      media: { size: '100x50', orientation: 'landscape', dpi: 203 },
      language: 'es',
    },
  },
  'GET /api/sellers/:code/label-template': { answer: TEMPLATE },
  'PUT /api/sellers/:code/label-template': { body: TEMPLATE, answer: TEMPLATE },
  'POST /api/sellers/:code/label-template/preview': {
    body: { template: TEMPLATE, grade: 'very_good', media: { size: '57x32', dpi: 203 } },
  },
}
