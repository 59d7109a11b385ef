import 'fake-indexeddb/auto'
import type { ParcelView, ScanAnswer, UnitView } from '@restow/contracts'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { touch } from '../outbox/touched.ts'
import { forgetCopy, keepParcel, keepUnit, parcelCopy, unitCopy } from './copy.store.ts'
import { askScan } from './load.ts'

const server = vi.hoisted(() => ({ scan: vi.fn() }))
vi.mock('../outbox/api.ts', () => ({ api: server }))

const [TRACKING, LPN] = ['1Z999AA10123456784', 'RU0000000017']
const parcel = (state: string) => ({ trackingNumber: TRACKING, state }) as unknown as ParcelView
const unit = (state: string) => ({ lpn: LPN, state, suggestedBin: null }) as unknown as UnitView
const answer = { parcel: parcel('received'), unit: unit('registered') } as unknown as ScanAnswer

/** A question whose answer comes when it is let. */
function asked(): { answers: () => Promise<void> } {
  let answers = (_: ScanAnswer) => {}
  server.scan.mockReturnValueOnce(
    new Promise<ScanAnswer>((resolve) => {
      answers = resolve
    }),
  )
  const heard = askScan(TRACKING)
  return {
    answers: async () => {
      answers(answer)
      await heard
    },
  }
}

beforeEach(forgetCopy)

describe('the answer to a scan', () => {
  it('is put before the screens', async () => {
    await asked().answers()
    expect([parcelCopy(TRACKING)?.state, unitCopy(LPN)?.state]).toEqual(['received', 'registered'])
  })

  it('is not laid over what was done, and even sent, while it was under way', async () => {
    const late = asked()
    keepParcel(parcel('closed'))
    keepUnit(unit('inspected'))
    touch([TRACKING, LPN])
    await late.answers()
    expect([parcelCopy(TRACKING)?.state, unitCopy(LPN)?.state]).toEqual(['closed', 'inspected'])
  })

  it('is taken again once it was asked for later', async () => {
    keepUnit(unit('inspected'))
    touch([LPN])
    await asked().answers()
    expect(unitCopy(LPN)?.state).toBe('registered')
  })
})
