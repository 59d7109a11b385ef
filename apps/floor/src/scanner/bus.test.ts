import { describe, expect, it } from 'vitest'
import { addButtons, addTaker, offer, pressByCode } from './bus.ts'

const pressed = () => {
  const log: string[] = []
  const button = (code: string, layer: number) =>
    addButtons([code], layer, () => log.push(`${code}@${layer}`))
  return { log, button }
}

describe('the scan bus', () => {
  it('offers a scan to the screen shown last, and then to those beneath', () => {
    const seen: string[] = []
    const under = addTaker(() => seen.push('under') > 0)
    const over = addTaker(({ reading }) => reading.bin !== undefined)
    expect(offer('LAX1-S-02-01')).toBeNull()
    expect(seen).toEqual([])
    expect(offer('OP1001')).toBeNull()
    expect(seen).toEqual(['under'])
    over()
    under()
    expect(offer('OP1001')?.reading.badge).toEqual({ badge: 'OP1001' })
  })

  it('presses only buttons of the topmost layer', () => {
    const { log, button } = pressed()
    const screen = button('NEXT', 0)
    const verdict = button('OK', 9)
    expect(pressByCode({ command: 'NEXT' })).toBe(false)
    expect(pressByCode({ command: 'OK' })).toBe(true)
    verdict()
    expect(pressByCode({ command: 'NEXT' })).toBe(true)
    screen()
    expect(log).toEqual(['OK@9', 'NEXT@0'])
  })

  it('tells codes with a value apart', () => {
    const { log, button } = pressed()
    const stop = button('GRADE.good', 0)
    expect(pressByCode({ command: 'GRADE', value: 'very_good' })).toBe(false)
    expect(pressByCode({ command: 'GRADE', value: 'good' })).toBe(true)
    stop()
    expect(log).toEqual(['GRADE.good@0'])
  })
})
