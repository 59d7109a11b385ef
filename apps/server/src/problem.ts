/** An answer that says what went wrong, for `application/problem+json` (RFC 9457). */
export class ProblemError extends Error {
  readonly status: number
  readonly code: string
  readonly fields: readonly string[] | undefined

  /**
   * @param code stable, for programs
   * @param detail a sentence for people: what happened and what to do
   * @param fields of what was sent, those that it is about
   */
  constructor(status: number, code: string, detail: string, fields?: readonly string[]) {
    super(detail)
    this.status = status
    this.code = code
    this.fields = fields
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request cannot be read',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Done already',
  413: 'Too large',
  415: 'Not a kind of file that is taken',
  422: 'Does not fit',
  423: 'Locked',
  426: 'Another protocol is spoken here',
  429: 'Too many tries',
  500: 'Something went wrong here',
  503: 'Not ready',
}

/** The body of a problem answer. */
export const problemBody = (status: number, code: string, detail: string, fields?: readonly string[]) => ({
  type: 'about:blank',
  title: TITLES[status] ?? 'Error',
  status,
  code,
  detail,
  ...(fields ? { fields } : {}),
})

/** Said of another's as well: whoever asks is not told that there is one. */
export const sellerUnknown = (seller: string): ProblemError =>
  new ProblemError(404, 'seller_unknown', `There is no seller ${seller} here.`)

export const notFound = (what: string): ProblemError =>
  new ProblemError(404, 'not_found', `There is no ${what} here.`)
