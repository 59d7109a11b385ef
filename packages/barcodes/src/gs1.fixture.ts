/** GS1 codes made for tests, out of a source of numbers in [0, 1). */

import { gs1CheckDigit } from '@restow/domain'
import type { Element } from './elements.ts'

type Random = () => number

const SIGNS = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'

const upTo = (most: number, random: Random) => 1 + Math.floor(random() * most)
const from = (signs: string, count: number, random: Random) =>
  Array.from({ length: count }, () => signs.charAt(Math.floor(random() * signs.length))).join('')
const digits = (count: number, random: Random) => from('0123456789', count, random)
/** Signs that print needs no brackets for. */
const text = (most: number) => (random: Random) =>
  from(SIGNS.replace(/[()]/g, ''), upTo(most, random), random)
const number = (most: number) => (random: Random) => digits(upTo(most, random), random)
const key = (length: number) => (random: Random) => {
  const serial = digits(length - 1, random)
  return `${serial}${gs1CheckDigit(serial)}`
}
const two = (most: number, random: Random) => String(Math.floor(random() * most)).padStart(2, '0')
const date = (random: Random) =>
  `${two(100, random)}${String(upTo(12, random)).padStart(2, '0')}${two(29, random)}`

const MAKERS: Record<string, (random: Random) => string> = {
  '00': key(18),
  '01': key(14),
  '02': key(14),
  '10': text(20),
  '11': date,
  '15': date,
  '17': date,
  '20': (random) => digits(2, random),
  '21': text(20),
  '22': text(20),
  '37': number(8),
  '235': text(28),
  '240': text(30),
  '250': text(30),
  '253': (random) => key(13)(random) + text(17)(random),
  '310': (random) => digits(6, random),
  '393': (random) => digits(3, random) + number(15)(random),
  '400': text(30),
  '401': text(30),
  '402': key(17),
  '410': key(13),
  '414': key(13),
  '421': (random) => digits(3, random) + text(9)(random),
  '422': (random) => digits(3, random),
  '7003': (random) => `${date(random).slice(0, 4)}${String(upTo(28, random)).padStart(2, '0')}1230`,
  '8003': (random) => `0${key(13)(random)}${text(16)(random)}`,
  '8004': text(30),
  '8006': (random) => `${key(14)(random)}0102`,
  '8018': key(18),
  '8020': text(25),
  '8200': text(70),
}

/** One to six elements in any order, each identifier once. */
export function elementsOf(random: Random): Element[] {
  const ais = Object.keys(MAKERS)
    .map((ai) => [random(), ai] as const)
    .sort(([a], [b]) => a - b)
  return ais.slice(0, upTo(6, random)).map(([, ai]): Element => {
    const whole = ai === '310' || ai === '393' ? `${ai}${digits(1, () => random() * 0.5)}` : ai
    return [whole, MAKERS[ai]?.(random) ?? '']
  })
}
