import { describe, expect, it } from 'vitest'
import { SetUpCode } from './set-up-code.ts'

describe('the set-up code', () => {
  it('is eight characters in two groups, none of which is mistaken for another, and never the same', () => {
    const codes = Array.from({ length: 500 }, () => new SetUpCode().text)
    for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}$/)
    expect(new Set(codes).size).toBe(500)
  })

  it('is taken as people type it: in small letters, without its dash, with blanks', () => {
    const code = new SetUpCode()
    const [first = '', second = ''] = code.text.split('-')
    for (const typed of [code.text, code.text.toLowerCase(), first + second, ` ${first} ${second} `])
      expect(code.check(typed), typed).toBe('right')
  })

  it('opens nothing after ten wrong guesses, not even for the right one', () => {
    const code = new SetUpCode()
    for (let guess = 0; guess < 9; guess += 1) expect(code.check(`AAAA-AAA${guess}`)).toBe('wrong')
    expect(code.check(code.text)).toBe('right')
    expect(code.check('')).toBe('wrong')
    expect([code.check(code.text), code.check('AAAA-AAAA')]).toEqual(['used_up', 'used_up'])
  })

  it('opens once', () => {
    const code = new SetUpCode()
    code.spend()
    expect(code.check(code.text)).toBe('used_up')
  })
})
