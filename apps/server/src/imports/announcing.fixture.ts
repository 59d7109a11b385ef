import type { AnnouncementOutcome, ParcelView, ScanAnswer } from '@restow/contracts'
import { command } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'
import { sender } from '../ledger/sender.fixture.ts'
import { openLedger } from '../open-ledger.ts'

/** Sellers' systems that announce returns, and the floor that receives them, on a real database. */

export interface House {
  readonly warehouse: Warehouse
  readonly otto: Person
  readonly sven: Person
  readonly lotus: Person
}

export async function openHouse(): Promise<House> {
  const warehouse = await openWarehouse()
  return {
    warehouse,
    otto: await warehouse.node.as('OP1001'),
    sven: await warehouse.node.as('SV2001'),
    lotus: await warehouse.node.as('lotus@test.restow'),
  }
}

export const announcement = (rmaNumber: string, over: object = {}) => ({
  seller: 'LOTUS',
  rmaNumber,
  orderNumber: `ORDER-${rmaNumber}`,
  reason: 'DEFECTIVE',
  trackingNumbers: [`NO-${rmaNumber}`],
  lines: [{ sku: 'MUG', quantity: 2, valueMinor: 1000, currency: 'USD' }],
  ...over,
})
export const at = (rma: string, seller = 'LOTUS') =>
  `/api/expected-returns/${seller}/${encodeURIComponent(rma)}`
export const receive = (tracking: string) => command('ReceiveParcel', { tracking, condition: 'intact' })

/** @param of asked at each call: a house is opened before its tests, and these stand beside it */
export function announcing(of: () => House) {
  const post = (payload: object | string, who = of().lotus) =>
    who.ask({
      method: 'POST',
      url: '/api/expected-returns',
      payload,
      headers: { 'content-type': 'application/json' },
    })
  async function announce(returns: readonly unknown[], who = of().lotus): Promise<AnnouncementOutcome[]> {
    const answer = await post({ returns }, who)
    if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
    return answer.json<{ outcomes: AnnouncementOutcome[] }>().outcomes
  }
  const outcomes = async (returns: readonly unknown[], who = of().lotus) =>
    (await announce(returns, who)).map((o) => o.code ?? o.outcome)
  const change = (rma: string, payload: object, who = of().lotus) =>
    who.ask({ method: 'PATCH', url: at(rma), payload })
  const cancel = (rma: string, who = of().lotus) => who.ask({ method: 'DELETE', url: at(rma) })
  /** Recorded by a server that never looks for who has announced what came in. */
  const unlooked = (commands: readonly object[]) =>
    openLedger(of().warehouse.node.db).submit(commands, sender)
  const parcel = (number: string) => of().otto.read<ParcelView>(`/api/parcels/${number}`)
  const scan = (code: string) => of().otto.read<ScanAnswer>(`/api/scan?code=${encodeURIComponent(code)}`)
  const expected = (number: string) => scan(number).then((s) => (s.expected ?? []).map((e) => e.rmaNumber))
  const upload = (text: string, who = of().sven) =>
    who.ask({
      method: 'POST',
      url: '/api/imports/returns?seller=LOTUS&format=csv',
      payload: text,
      headers: { 'content-type': 'text/csv' },
    })
  return { post, announce, outcomes, change, cancel, unlooked, parcel, scan, expected, upload }
}
