import type { PrinterItem } from '@restow/contracts'
import { describe, expect, it } from 'vitest'
import { fieldsOf, settingsOf } from './printer-fields.ts'

const filled = { ...fieldsOf(null), code: 'PACK-1', name: ' Pack 1 ', host: '192.168.20.31' }

describe('the form of a printer', () => {
  it('is ready once it has a code, a name and an address; the rest is as usual', () => {
    expect(settingsOf(fieldsOf(null))).toBe(null)
    expect(settingsOf(filled)).toEqual({
      ...{ code: 'PACK-1', name: 'Pack 1', place: null, language: 'zpl', dpi: 203, host: '192.168.20.31' },
      ...{ port: 9100, agent: null, tells: true, sizes: {}, orientation: 'landscape' },
      ...{ darkness: null, speed: null, cut: false },
    })
  })

  it('takes no code that a scanner would not give back, and no number out of its range', () => {
    for (const wrong of [
      ...[{ code: 'pack 1' }, { code: '-1' }, { port: '0' }, { port: '9100x' }, { port: '70000' }],
      ...[{ darkness: '31' }, { speed: '0' }, { speed: '4.5' }, { name: '  ' }],
    ])
      expect(settingsOf({ ...filled, ...wrong })).toBe(null)
    expect(settingsOf({ ...filled, darkness: '−12', speed: '14' })).toMatchObject({
      darkness: -12,
      speed: 14,
    })
  })

  it('gives back what the printer has, kinds with a size of their own among it', () => {
    const sizes = { any: '50x25', badge: 'card' } as const
    const settings = settingsOf({ ...filled, size: '50x25', sizes: { badge: 'card', plate: '' } })
    expect(settings?.sizes).toEqual(sizes)
    const { code, ...rest } = settings ?? { code: '' }
    expect(settingsOf(fieldsOf({ ...rest, code } as PrinterItem))).toEqual(settings)
  })
})
