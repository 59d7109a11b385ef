import { randomUUID } from 'node:crypto'
import type { PrinterItem, PrintJob, PrintJobList } from '@restow/contracts'
import type { LabelFacts } from '@restow/labels'
import { expect } from 'vitest'
import type { FakePrinter } from '../../../../packages/testkit/src/fake-printer.ts'
import type { Person } from '../../../../packages/testkit/src/server.ts'
import { copiesOf } from './portion.ts'
import type { PrintingOptions } from './queue.route.ts'

/** Printing as tests do it: plain ZPL that says what is on each label, printers of this machine, and no patience. */

const keyOf = (label: LabelFacts): string => {
  if ('lpn' in label) return String(label.lpn)
  return 'code' in label && typeof label.code === 'string' ? label.code : label.kind
}

/** A label in ZPL for each. */
export const zplOf = (labels: readonly LabelFacts[]): string =>
  labels.map((l) => `^XA^FO20,20^BCN,80^FD${keyOf(l)}^FS^PQ${copiesOf(l)}^XZ\n`).join('')

export const IMPATIENT: Required<PrintingOptions> = {
  reach: { ports: [[1, 65_535]], loopback: true },
  pace: { pollMs: 25, leaseS: 0.6, graceMs: 300, settleMs: [1, 10] },
  draw: async (labels) => new TextEncoder().encode(zplOf(labels)),
}

export const plateLabel = (lpn: string, copies?: number) => ({
  kind: 'plate',
  lpn,
  ...(copies ? { copies } : {}),
})

/** Adds a printer to the register: this one, under this code. */
export async function register(
  sven: Person,
  code: string,
  { host, port }: Pick<FakePrinter, 'host' | 'port'>,
  more: object = {},
): Promise<PrinterItem> {
  const payload = { code, name: code, language: 'zpl', dpi: 203, host, port, ...more }
  const answer = await sven.ask({ method: 'POST', url: '/api/printers', payload })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<PrinterItem>()
}

/** Asks for labels. @returns the job, as it stood then */
export async function print(who: Person, payload: object): Promise<PrintJob> {
  const asked = { id: randomUUID(), ...payload }
  const answer = await who.ask({ method: 'POST', url: '/api/print-jobs', payload: asked })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json<PrintJob>()
}

export const jobOf = (who: Person, { id }: { id: string }) => who.read<PrintJob>(`/api/print-jobs/${id}`)
export const jobsOf = async (who: Person, query: string) =>
  (await who.read<PrintJobList>(`/api/print-jobs?${query}`)).items

/** Waits until a job stands like this. */
export async function until(who: Person, job: { id: string }, wanted: object): Promise<PrintJob> {
  await expect.poll(() => jobOf(who, job), { timeout: 20_000, interval: 10 }).toMatchObject(wanted)
  return jobOf(who, job)
}
