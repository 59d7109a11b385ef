import { describe, expect, it } from 'vitest'
import { isIdle, readStatus, troubleOf } from './status.ts'

/** An answer as the ZPL II Programming Guide prints it, with the values to change. */
const answer = ({
  paper = 0,
  pause = 0,
  formats = '000',
  partial = 0,
  head = 0,
  ribbon = 0,
  left = 0,
} = {}) =>
  `\u0002030,${paper},${pause},1245,${formats},0,0,${partial},000,0,0,0\u0003\r\n` +
  `\u0002001,0,${head},${ribbon},1,2,6,0,${String(left).padStart(8, '0')},1,000\u0003\r\n\u00021234,0\u0003\r\n`
const read = (text: string) => {
  const status = readStatus(text)
  if (status === null || status === 'garbled') throw new Error(`${status}`)
  return status
}

describe('a printer’s answer', () => {
  it('is whole once its third line is there, in however many pieces it comes', () => {
    const whole = answer()
    for (let length = 0; length < whole.length - 2; length++)
      expect(readStatus(whole.slice(0, length))).toBeNull()
    expect(troubleOf(read(whole))).toBeNull()
    expect(isIdle(read(whole))).toBe(true)
  })

  it('says first what is to be set right first', () => {
    expect(troubleOf(read(answer({ paper: 1, head: 1, pause: 1 })))).toBe('head_open')
    expect(troubleOf(read(answer({ paper: 1, pause: 1 })))).toBe('paper_out')
    expect(troubleOf(read(answer({ ribbon: 1, pause: 1 })))).toBe('ribbon_out')
    expect(troubleOf(read(answer({ pause: 1 })))).toBe('paused')
  })

  it('says what is still to come: labels that wait, half a label, copies', () => {
    expect(isIdle(read(answer({ formats: '003' })))).toBe(false)
    expect(isIdle(read(answer({ partial: 1 })))).toBe(false)
    expect(isIdle(read(answer({ left: 2 })))).toBe(false)
  })

  it('that is none is known for it', () => {
    expect(readStatus('\u0002030\u0003\u00021\u0003\u00022\u0003')).toBe('garbled')
    expect(readStatus(answer({ formats: 'xyz' }))).toBe('garbled')
    expect(readStatus('HTTP/1.1 400 Bad Request '.repeat(400))).toBe('garbled')
  })
})
