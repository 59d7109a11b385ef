import type { ImportReport, ProductFilePreview } from '@restow/contracts'
import { expect } from 'vitest'
import type { Person } from '../../../../packages/testkit/src/server.ts'

/** Files of products, sent by somebody. */

export type File = string | Buffer
export const send = (who: Person, file: File, { seller = 'LOTUS', to = '', headers = {} } = {}) =>
  who.ask({
    method: 'POST',
    url: `/api/imports/products${to}?seller=${seller}&format=csv`,
    payload: Buffer.from(file as string),
    headers: { 'content-type': 'text/plain', ...headers },
  })
export async function answered<T>(answer: ReturnType<typeof send>): Promise<T> {
  const { statusCode, body, json } = await answer
  expect(statusCode, body).toBe(200)
  return json<T>()
}
export const take = (who: Person, file: File, seller = 'LOTUS') =>
  answered<ImportReport>(send(who, file, { seller }))
export const show = (who: Person, file: File) =>
  answered<ProductFilePreview>(send(who, file, { to: '/preview' }))

export const told = ({ state, total, created, updated, unchanged, rejected }: ImportReport) => ({
  ...{ state, total, created, updated, unchanged },
  rejected: rejected.map(({ line, code }) => `${line} ${code}`),
})
export const outcome = (over: Partial<ReturnType<typeof told>>) => ({
  ...{ state: 'done', total: 0, created: 0, updated: 0, unchanged: 0, rejected: [], ...over },
})
