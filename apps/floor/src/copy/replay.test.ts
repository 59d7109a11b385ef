import { type Act, type Command, decide, lpnOf, type Product } from '@restow/domain'
import { beforeEach, describe, expect, it } from 'vitest'
import { forgetCopy, parcelCopy, unitCopy } from './copy.store.ts'
import { replay } from './replay.ts'
import { situationOf, type Told } from './situation.ts'

const TRACKING = '1Z999AA10123456784'
const [LPN, OTHER] = [lpnOf(1), lpnOf(2)]
const MUG: Product = {
  ...{ seller: 'LOTUS', sku: 'MUG', title: 'Mug', category: 'homeware' },
  ...{ gtin: null, fnsku: null, asin: null, flags: [] },
}
const LINE = {
  ...{ sku: 'MUG', occurrence: 1, quantity: 2, valueMinor: 2000, currency: 'USD' },
  ...{ reason: { raw: 'DEFECTIVE', mapped: 'defective' }, registeredElsewhere: 0 },
}
const ANNOUNCED = [
  { id: 'r1', seller: 'LOTUS', rmaNumber: 'RMA1', orderNumber: null, cancelled: false, lines: [LINE] },
]

let count = 0
function act(): Act {
  count += 1
  const at = new Date(Date.UTC(2026, 0, 1, 9, count)).toISOString()
  const actor = { user: 'OP1001', role: 'operator' } as const
  const device = { deviceId: 'dev', deviceSeq: count, scannedAt: at, recordedAt: at }
  return { commandId: `c${count}`, actor, warehouse: 'LAX1', performed: 'now', ...device }
}

/** Judges a command on the copy and puts what follows on top of it, as a tap does. */
function does(command: Command, told?: Told): string {
  const here = act()
  const situation = situationOf(command, told)
  const decision = decide(situation, command, here)
  if ('rejected' in decision) return decision.rejected
  replay(decision.events, here, situation)
  return 'done'
}
const receive = () =>
  does(
    { type: 'ReceiveParcel', tracking: TRACKING, condition: 'intact' },
    { trackingNumber: TRACKING, parcel: null, announced: ANNOUNCED },
  )
const register = (lpn: string) =>
  does(
    { type: 'RegisterUnit', parcel: TRACKING, lpn, product: { sku: 'MUG' }, quantity: 1 },
    { products: [MUG] },
  )

beforeEach(forgetCopy)

describe('the local copy', () => {
  it('shows a parcel and its units before the server has answered', () => {
    expect([receive(), register(LPN), register(OTHER)]).toEqual(['done', 'done', 'done'])
    expect(parcelCopy(TRACKING)?.registered).toEqual({ 'RMA1/MUG/1': 2 })
    expect(parcelCopy(TRACKING)?.contents.map((c) => c.lpn)).toEqual([LPN, OTHER])
    expect(unitCopy(LPN)?.line?.valueMinor).toBe(1000)
  })

  it('refuses at once what the server would refuse', () => {
    expect(register(LPN)).toBe('parcel_unknown')
    receive()
    register(LPN)
    expect(register(LPN)).toBe('plate_taken')
    expect(does({ type: 'ScrapUnit', lpn: LPN, route: 'recycle' })).toBe('not_inspected')
  })

  it('takes a registration back, out of the parcel as well', () => {
    receive()
    register(LPN)
    const eventId = unitCopy(LPN)?.lastEventId ?? ''
    expect(eventId).toMatch(/^c\d+:1$/)
    expect(does({ type: 'TakeBack', lpn: LPN, eventId })).toBe('done')
    expect(unitCopy(LPN)?.state).toBe('void')
    expect(parcelCopy(TRACKING)?.contents).toEqual([])
    expect(register(LPN)).toBe('done')
  })

  it('forgets the suggested bin when the decision changes, since only the server knows the next', () => {
    receive()
    register(LPN)
    expect(unitCopy(LPN)?.suggestedBin).toBeNull()
    expect(does({ type: 'HoldUnit', lpn: LPN, waitsFor: 'seller', question: 'Sell it?' })).toBe('done')
    expect(unitCopy(LPN)?.held?.question).toBe('Sell it?')
  })
})
