/** Amazon's returns report, `GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE`: tab separated, 32 columns, one line per item. */

export const AMAZON_COLUMNS = [
  'Order ID',
  'Order date',
  'Return request date',
  'Return request status',
  'Amazon RMA ID',
  'Merchant RMA ID',
  'Label type',
  'Label cost',
  'Currency code',
  'Return carrier',
  'Tracking ID',
  'Label to be paid by',
  'A-to-Z Claim',
  'Is prime',
  'ASIN',
  'Merchant SKU',
  'Item Name',
  'Return quantity',
  'Return Reason',
  'In policy',
  'Return type',
  'Resolution',
  'Invoice number',
  'Return delivery date',
  'Order Amount',
  'Order quantity',
  'SafeT Action reason',
  'SafeT claim id',
  'SafeT claim state',
  'SafeT claim creation time',
  'SafeT claim reimbursement amount',
  'Refunded Amount',
] as const

export type AmazonRow = Readonly<Partial<Record<(typeof AMAZON_COLUMNS)[number], string>>>

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A day as the report writes it: 2026-11-04 is 04-Nov-2026. */
export function amazonDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${day}-${MONTHS[Number(month) - 1] ?? month}-${year}`
}

/** The report, its heading first and a line end after every line. */
export function amazonFile(rows: readonly AmazonRow[], lineEnding: '\n' | '\r\n'): string {
  const lines = rows.map((row) => AMAZON_COLUMNS.map((column) => row[column] ?? '').join('\t'))
  return [AMAZON_COLUMNS.join('\t'), ...lines, ''].join(lineEnding)
}
