import 'fake-indexeddb/auto'
import type { ParcelView, UnitView } from '@restow/contracts'
import { beforeEach, expect, it, vi } from 'vitest'
import { keepParcel, keepUnit, parcelCopy, unitCopy } from '../copy/copy.store.ts'
import { hasArrived } from './go.ts'
import { leadTo, onScan } from './lead.ts'

const server = vi.hoisted(() => ({ unit: vi.fn(), parcel: vi.fn() }))
vi.mock('../outbox/api.ts', () => ({ api: server, whenSessionIsOver: () => {}, sessionsBegun: () => 0 }))
vi.mock('./feedback.ts', () => ({ feel: () => {} }))

const [TRACKING, LPN] = ['1Z999AA10123456784', 'RU0000000017']
const known = { checklists: { kitchen: {} }, sellers: {} }
const unit = (state: string) => ({ lpn: LPN, state, suggestedBin: null, known }) as unknown as UnitView
const parcel = (state: string) => ({ trackingNumber: TRACKING, state, units: [] }) as unknown as ParcelView

beforeEach(() => {
  server.unit.mockReset().mockResolvedValue(unit('scrapped'))
  server.parcel.mockReset().mockResolvedValue(parcel('closed'))
  keepUnit(unit('classified'))
  keepParcel(parcel('registered'))
})

it.each(['', '/approve'])(
  'a plate that is scanned on its own screen%s shows how the unit stands now',
  async (step) => {
    hasArrived(`/unit/${LPN}${step}`)
    onScan(LPN)
    await vi.waitFor(() => expect(unitCopy(LPN)?.state).toBe('scrapped'))
  },
)

it('a label that is scanned on its parcel’s own screen shows how the parcel stands now', async () => {
  hasArrived(`/parcel/${TRACKING}`)
  await leadTo('parcel', { parcel: parcel('registered') } as never)
  await vi.waitFor(() => expect(parcelCopy(TRACKING)?.state).toBe('closed'))
})
