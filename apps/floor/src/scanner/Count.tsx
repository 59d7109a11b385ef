import { Stepper } from '@restow/ui'
import { type ComponentProps, useRef } from 'react'
import { useCommandCodes } from './bus.ts'

const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const

function Digit({ digit, onDigit }: { digit: number; onDigit: (digit: number) => void }) {
  useCommandCodes([`DIGIT.${digit}`], () => onDigit(digit), true)
  return null
}

/** A number that taps count up and down, and command codes too; digits that are scanned write it. */
export function Count({ value, onValue, min = 1, max = 1_000_000, ...rest }: ComponentProps<typeof Stepper>) {
  const isBegun = useRef(false)
  const set = (wish: number) => onValue(Math.min(max, Math.max(min, wish)))
  const stepBy = (by: number) => () => {
    isBegun.current = false
    set(value + by)
  }
  const write = (digit: number) => {
    set(isBegun.current ? value * 10 + digit : digit)
    isBegun.current = true
  }
  const clear = () => {
    isBegun.current = false
    set(min)
  }
  useCommandCodes(['PLUS'], stepBy(1), true)
  useCommandCodes(['MINUS'], stepBy(-1), true)
  useCommandCodes(['CLEAR'], clear, true)
  return (
    <>
      {DIGITS.map((digit) => (
        <Digit key={digit} digit={digit} onDigit={write} />
      ))}
      <Stepper value={value} onValue={set} min={min} max={max} {...rest} />
    </>
  )
}
