import { strFromU8, unzipSync } from 'fflate'
import type { Person, Response } from '../../../../../packages/testkit/src/server.ts'
import type { Belongings, Owner } from './belongings.fixture.ts'
import { CALLS } from './calls.fixture.ts'
import type { Said } from './staff-calls.fixture.ts'

/** What comes back to somebody who asks, looked through for another's. */

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
/** Asks as somebody who has signed in, or as a script by its key. */
export type Ask = (method: Method, said: Said) => Promise<Response>

export const asPerson =
  (who: Person): Ask =>
  (method, { url, payload, headers }) =>
    who.ask({ method, url, ...(payload === undefined ? {} : { payload }), ...(headers ? { headers } : {}) })
export const asScript =
  (nobody: Person, secret: string): Ask =>
  (method, { url, payload, headers }) =>
    nobody.ask({
      ...{ method, url, headers: { cookie: '', authorization: `Bearer ${secret}`, ...headers } },
      ...(payload === undefined ? {} : { payload }),
    })

/** Every call of a route about these things. @param route as `GET /api/units/{lpn}` */
export function callsOf(route: string, of: Belongings, own: Belongings): { method: Method; said: Said }[] {
  const calls = CALLS[route]
  if (!calls) throw new Error(`Say in calls.fixture.ts how ${route} is called about somebody’s things.`)
  const method = route.split(' ')[0] as Method
  return calls(of, own).map((call) => ({ method, said: typeof call === 'string' ? { url: call } : call }))
}

/** Every text in it, by the longest. */
const textsOf = (of: Belongings): string[] =>
  [of, of.claim, of.answer, of.claim.evidence]
    .flatMap((some) => Object.values(some))
    .filter((value): value is string => typeof value === 'string' && value !== '')
    .sort((a, b) => b.length - a.length)

const without = (text: string, words: readonly string[], by: string): string =>
  words.reduce(
    (left, word) => left.replace(new RegExp(word.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&'), 'gi'), by),
    text,
  )

/** All that an answer says, headers too, and what is packed into a workbook. */
export function saidBy({ headers, rawPayload }: Response): string {
  const isZip = rawPayload.subarray(0, 4).toString('latin1') === 'PK\x03\x04'
  const parts = isZip
    ? Object.values(unzipSync(new Uint8Array(rawPayload))).map((part) => strFromU8(part))
    : []
  const { date: _, 'content-length': __, 'x-content-type-options': ___, ...told } = headers
  return [JSON.stringify(told), rawPayload.toString('utf8'), ...parts].join('\n')
}

/** Every word of a question that names something: parts of its path, what it asks by, what its body holds. */
const askedBy = ({ url, payload }: Said): string =>
  decodeURIComponent(`${url} ${typeof payload === 'string' ? payload : JSON.stringify(payload ?? '')}`)

/** What of somebody's stands in a text, beside what whoever asked has said. */
export function foundOf(owner: Owner, of: Belongings, text: string, said?: Said): string[] {
  const asked = said ? askedBy(said).toLowerCase() : ''
  const known = [...textsOf(of), of.sku.slice(0, 6)].filter((one) => asked.includes(one.toLowerCase()))
  const left = without(text, known, '')
  const marks = [owner.mark, owner.mark.toUpperCase(), owner.code, owner.code.toLowerCase(), ...textsOf(of)]
  return [...new Set(marks.filter((mark) => left.includes(mark)))]
}

/** An answer without what names the thing that was asked for or was made by it, to be held beside that about another thing. */
export function answered(response: Response, of: Belongings): string {
  const made = response.body.startsWith('{"id":"') ? [response.body.slice(7, 43)] : []
  return `${response.statusCode} ${without(saidBy(response), [...textsOf(of), of.sku.slice(0, 6), ...made], '…')}`
}
