import { describe, expect, it } from 'vitest'
import { inspect, mug, plate } from '../../testkit/src/builders.ts'
import { given } from '../../testkit/src/given.ts'
import { fillSentence, REJECTION_CODES, REJECTIONS } from './rejections.ts'

const LAX = { timeZone: 'America/Los_Angeles', now: '2026-03-02T20:00:00.000Z' }

describe('a rejection', () => {
  it.each(REJECTION_CODES)('%s is a whole sentence that says what to do or who did it', (code) => {
    expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/)
    expect(REJECTIONS[code]).toMatch(/^[A-Z{].*([.]|\{question\})( .*[.])?$/)
  })

  it('is read with its facts', () => {
    const { answer } = given(mug.shelved).when(inspect(plate(1)))
    if (!('rejected' in answer)) throw new Error('accepted')
    expect(fillSentence(REJECTIONS[answer.rejected], answer.facts, LAX)).toBe(
      'RU0000000017 is on its shelf in SHELF-1. Move it from there.',
    )
  })

  it('tells the time of the warehouse, and the day where it is not today', () => {
    const at = (iso: string) => fillSentence('{at}', { at: iso }, LAX)
    expect(at('2026-03-02T16:05:00.000Z')).toBe('08:05')
    expect(at('2026-03-02T07:59:00.000Z')).toBe('23:59 on 2026-03-01')
    expect(at('whenever')).toBe('whenever')
  })

  it('shows our words as words, and what stands on labels as it stands there', () => {
    const template = '{grade} {code} {bin}'
    const facts = { grade: 'like_new', code: 'SKU_1', bin: 'A_01' }
    expect(fillSentence(template, facts, LAX)).toBe('like new SKU_1 A_01')
  })

  it('shows a question mark for a fact that it was not given', () => {
    expect(fillSentence('{lpn} is in {bin}.', { lpn: 'RU1' }, LAX)).toBe('RU1 is in ?.')
  })
})
