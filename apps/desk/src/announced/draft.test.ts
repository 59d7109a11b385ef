import type { ExpectedReturnItem } from '@restow/contracts'
import { describe, expect, it } from 'vitest'
import { announcementOf, type Draft, draftOf, newDraft, newLine, problemsOf } from './draft.ts'

const filled = (over: Partial<Draft> = {}, line: object = {}): Draft => ({
  ...newDraft(),
  ...{ rma: ' RMA-1 ', order: ' O-1 ', trackings: [' 1Z 999 ', ' '] },
  lines: [{ ...newLine(), sku: 'MUG', title: 'A mug', quantity: '2', value: '39,90', ...line }],
  ...over,
})
const wrongOf = (draft: Draft) =>
  Object.entries(problemsOf(draft)).map(([field, why]) => `${field.replace(/ \d+$/, '')} ${why}`)

describe('an announcement that is typed', () => {
  it('is told as scripts tell it: trimmed, amounts in the smallest unit, what is empty left out', () => {
    expect(announcementOf('LOTUS', filled({}, { reason: 'defective' }), true)).toEqual({
      ...{ seller: 'LOTUS', rmaNumber: 'RMA-1', onlyNew: true, orderNumber: 'O-1', channel: 'manual' },
      ...{ carrier: null, trackingNumbers: ['1Z 999'] },
      lines: [
        { sku: 'MUG', quantity: 2, valueMinor: 3990, currency: 'USD', title: 'A mug', reason: 'defective' },
      ],
    })
    const yen = announcementOf('LOTUS', filled({}, { value: '1200', currency: 'JPY' }), true)
    expect(yen.lines[0]?.valueMinor).toBe(1200)
    expect(announcementOf('LOTUS', filled({}, { value: ' ' }), false).lines[0]?.valueMinor).toBeNull()
  })

  it('says what is wrong at the field that it is wrong with', () => {
    expect(problemsOf(filled())).toEqual({})
    expect(wrongOf(newDraft())).toEqual(['rma announce.wrong.rma', 'sku announce.wrong.sku'])
    expect(wrongOf(filled({ trackings: ['--'] }))).toEqual(['tracking announce.wrong.tracking'])
    expect(wrongOf(filled({}, { title: null }))).toEqual(['sku announce.wrong.notPicked'])
    for (const quantity of ['', '0', '1.5', '-1', '1000001', 'two'])
      expect(wrongOf(filled({}, { quantity })), quantity).toEqual(['quantity announce.wrong.quantity'])
    for (const value of ['x', '-1', '1.2.3']) expect(wrongOf(filled({}, { value })), value).toHaveLength(1)
  })

  it('is what was announced where that is to be changed, and unchanged is the same again', () => {
    const item: ExpectedReturnItem = {
      ...{
        id: '1',
        seller: 'LOTUS',
        rmaNumber: 'RMA-2',
        orderNumber: null,
        channel: 'amazon',
        carrier: 'UPS',
      },
      ...{ announcedOn: '2026-11-01', state: 'announced', trackingNumbers: ['1Z999'] },
      lines: [
        {
          ...{ sku: 'TEE', title: 'A tee', asin: 'B000', quantity: 3, registered: 0 },
          value: { minor: 1234, currency: 'BHD', decimal: '1.234' },
          reason: { raw: 'CR-DEFECTIVE', mapped: 'defective' },
        },
      ],
    }
    expect(problemsOf(draftOf(item))).toEqual({})
    expect(announcementOf('LOTUS', draftOf(item), false)).toMatchObject({
      ...{ rmaNumber: 'RMA-2', orderNumber: null, channel: 'amazon', carrier: 'UPS' },
      trackingNumbers: ['1Z999'],
      lines: [
        { sku: 'TEE', asin: 'B000', quantity: 3, valueMinor: 1234, currency: 'BHD', reason: 'CR-DEFECTIVE' },
      ],
    })
  })
})
