/** What is told of products by file, and examples of it. */

const bytes = { type: 'string', format: 'binary' }
const FILES = ['text/csv', 'text/tab-separated-values', 'application/octet-stream']

export const PRODUCT_FILE_DESCRIPTIONS = {
  'POST /api/imports/products': {
    summary: 'Takes products in by a file',
    tags: ['imports'],
    description:
      'The file is the body, of any content type: CSV as in docs/import-formats.md, at most 32 MB and 100,000 lines. A product is known by seller and SKU. What the file does not say stays as it is: a column that is not there, and an empty cell; `-` says that there is none. ' +
      'A line that is wrong is named in `rejected` and touches no other. The same file again leaves all unchanged. Past 2,000 lines it goes on in the background (`GET /api/imports/{id}`). For the seller itself or a supervisor; an API key takes the scope `announcements`.',
    consumes: FILES,
    body: bytes,
  },
  'POST /api/imports/products/preview': {
    summary: 'What a file of products would do, without doing it',
    tags: ['imports'],
    description:
      'The same file and the same rules as `POST /api/imports/products`. Each list names the first 100 lines, that of rejected ones the first 1,000; the counts count all.',
    consumes: FILES,
    body: bytes,
  },
  'GET /api/products.csv': {
    summary: 'Products as a file that can be taken in again',
    tags: ['set-up'],
    description:
      'In the columns of `POST /api/imports/products`, by seller and SKU. Taken in as it is, it changes nothing: a text that a spreadsheet would take for a formula has an apostrophe before it, which is taken off again. With `template=true` the header alone.',
    response: {
      200: { description: 'The file', content: { 'text/csv': { schema: bytes } } },
    },
  },
}

const rejected = [
  {
    line: 17,
    code: 'gtin_check_digit',
    message: 'The last digit of the GTIN is not the check digit of the others: one of them is wrong.',
  },
]

export const PRODUCT_FILE_EXAMPLES = {
  'POST /api/imports/products': {
    answer: {
      id: '3f0c8e6a-1b47-4d52-9a03-8d207c11be1f',
      state: 'done',
      total: 120,
      done: 120,
      created: 14,
      updated: 3,
      unchanged: 102,
      matched: 0,
      rejected,
    },
  },
  'POST /api/imports/products/preview': {
    answer: {
      readable: true,
      lines: 3,
      counts: { created: 1, updated: 1, unchanged: 0, rejected: 1 },
      columns: { read: ['sku', 'title', 'gtin', 'weight_g'], ignored: ['colour'] },
      created: [{ line: 2, sku: 'MUG-350', title: '陶瓷马克杯 350 ml' }],
      updated: [{ line: 3, sku: 'TEA-1L', fields: [{ column: 'weight_g', from: '', to: '850' }] }],
      rejected: rejected.map((one) => ({ ...one, line: 4 })),
    },
  },
}
